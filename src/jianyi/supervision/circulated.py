"""Circulars that name a task as late: the second rung of the ladder. They stand above this area, so who has them is asked."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from jianyi.procedure.facts.acting import Actor


@dataclass(frozen=True)
class Circulated:
    """A circular that names a case: `unit`: inside which unit, 0 for one that goes between houses; `due`: by when it asks for
    improvement, where it does."""

    handling: int
    number: str
    day: date
    unit: int = 0
    due: date | None = None


# congress, handlings → the circulars that name them
Ask = Callable[[int, Collection[int]], list[Circulated]]
# actor → numbers of all handlings that are named in circulars of which this actor may know, as a query
Find = Callable[[Actor], QuerySet[Any]]
ASKED: list[tuple[Ask, Find]] = []


def lay(ask: Ask, find: Find) -> None:
    """Called once, when everything is loaded."""
    ASKED[:] = [(ask, find)]


def circulars(congress: int, handlings: Collection[int]) -> list[Circulated]:
    return [row for ask, _ in ASKED for row in ask(congress, handlings)]


def named(by: Actor) -> Q:
    """The condition on handlings: a circular that stands names it."""
    found = Q(pk__in=[])
    for _, find in ASKED:
        found |= Q(id__in=find(by))
    return found
