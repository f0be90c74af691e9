"""What others ask about circulars: which handlings one names, for the ladder of which it is the second rung; whether one was withdrawn."""

from collections.abc import Collection
from typing import Any

from django.db.models import Q, QuerySet

from jianyi.cases.models import Letter
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.supervision.circulated import Circulated

from .issued.paper import KIND
from .models import Circular, Named


def naming(congress: int, handlings: Collection[int]) -> list[Circulated]:
    """Each circular once a handling, however many clocks it told of. What a unit circulates inside is of that unit's ladder alone."""
    rows = _standing(congress).filter(handling_id__in=list(handlings))
    found = {(row.handling_id, row.root_id): row for row in rows.select_related("root").order_by("id")}
    return [
        Circulated(
            row.handling_id,
            row.root.number,
            row.root.issued_on,
            row.root.house_id if row.root.scope == "unit" else 0,
        )
        for row in found.values()
        if row.root.issued_on
    ]


def named(by: Actor) -> QuerySet[Any]:
    """Numbers of all tasks that are named between houses, or inside a house of the actor: as the ladder tells them."""
    return (
        _standing(by.congress)
        .filter(~Q(root__scope="unit") | Q(root__house_id__in=sorted(by.houses)))
        .values("handling_id")
    )


def _standing(congress: int) -> QuerySet[Named]:
    return Named.objects.filter(congress_id=congress, root__stage=w.Circular.ISSUED)


def taken_back(row: Letter) -> bool:
    """The paper of a circular that was withdrawn after it was issued."""
    gone = Circular.objects.filter(congress_id=row.congress_id, id=row.root_id, stage=w.Circular.WITHDRAWN)
    return row.kind == KIND and gone.exists()
