"""Talks between units on the case page and on that of a return request: both sides, and what was decided."""

from typing import TYPE_CHECKING, Any

from jianyi.cases.models import Handling, Negotiation
from jianyi.cases.queries.files import CaseFile
from jianyi.cases.queries.house import Known
from jianyi.procedure.facts.said import TOPICS, VERDICTS

from . import steps


if TYPE_CHECKING:
    from .page import View


Told = dict[str, Any]


def talks(view: "View") -> list[Told]:
    """All that this reader is shown, oldest first, each with its buttons."""
    return [told(row, view.known) | {"bar": view.bar(row.id)} for row in view.file.negotiations]


def told(row: Negotiation, known: Known) -> Told:
    other = known.organisations.get(row.other_id or 0)
    own = row.handling.unit.known_as
    return {
        "row": row, "anchor": steps.anchor(row), "topic": TOPICS.get(row.topic, ""), "verdict": VERDICTS.get(row.verdict, ""),
        "sides": [
            (own, row.argument, row.proposal), (other.known_as if other else "", row.answer, row.counter),
        ],
    }  # fmt: skip


def about(file: CaseFile, task: Handling, known: Known) -> list[Told]:
    """What was said between this unit and others, for whoever decides on its return request."""
    rows = [row for row in file.negotiations if task.unit_id in row.units]
    return [told(row, known) for row in rows]
