"""Golden ideas on the page of a case: what was noted, what becomes of it, and what may be said of it now."""

from typing import TYPE_CHECKING, Any

from jianyi.cases.models import Idea
from jianyi.cases.queries.files import CaseFile
from jianyi.outcomes.models import Outcome
from jianyi.web.outcomes.about import ends

from . import steps


if TYPE_CHECKING:
    from .page import View


def ideas(view: "View") -> list[dict[str, Any]]:
    """In the order in which they were noted."""
    found = ends(view.file.ideas, view.file.by)
    return [
        told(row, found.get(row.id)) | {"bar": view.bar(row.id), "unit": row.handling.unit.known_as}
        for row in view.file.ideas
    ]


def told(row: Idea, results: list[Outcome] | None = None) -> dict[str, Any]:
    """For parts/idea.html. `results`: the registered outcomes in which it ended."""
    return {"row": row, "anchor": steps.anchor(row), "outcome": row.outcome, "results": results or []}


def of_file(file: CaseFile, houses: dict[int, str]) -> list[dict[str, Any]]:
    """As the deputies read them."""
    found = ends(file.ideas, file.by)
    return [told(row, found.get(row.id)) | {"unit": houses.get(row.unit_id, "")} for row in file.ideas]
