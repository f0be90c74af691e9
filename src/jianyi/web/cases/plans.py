"""The plan of a handling on the case page: what is done when, by whom, what is late."""

from typing import TYPE_CHECKING, Any

from jianyi.cases.facts import foreseen
from jianyi.cases.models import Contact, Handling, Milestone, Plan
from jianyi.procedure.words import Milestone as M

from . import steps


if TYPE_CHECKING:
    from .page import View


Told = dict[str, Any]


def plan(view: "View", handling: Handling) -> Told | None:
    """The plan with its milestones, or how to begin one; nothing for those outside."""
    if handling not in view.file.own_handlings:
        return None
    found = next((row for row in view.file.plans if row.handling_id == handling.id), None)
    return _told(view, found) if found else _begin(view, handling)


def _begin(view: "View", handling: Handling) -> Told | None:
    acts = view.file.acts_on(Plan.of(handling).come_home(view.file.under))
    return {"begin": f"/handlings/{handling.id}/plan/"} if acts and acts[0].ready else None


def _told(view: "View", row: Plan) -> Told:
    rows = [m for m in view.file.milestones if m.plan_id == row.id]
    live = [m for m in rows if m.stage in (M.SET, M.REACHED)]
    new = view.file.acts_on(Milestone.in_plan(row).come_home(view.file.under))
    href = f"/act/milestone/new/set/?plan={row.id}&next=/suggestions/{view.file.case.id}/%23plan-{row.id}"
    return {
        "row": row, "anchor": steps.anchor(row), "bar": view.bar(row.id), "milestones": [_milestone(view, m) for m in rows],
        "reached": sum(m.stage is M.REACHED for m in live), "of": len(live), "late": sum(m.is_late for m in live),
        "views": _views(view, row), "contacts": foreseen.steps(row, view.file.under.all(Contact)), "add": href if new and new[0].ready else "",
    }  # fmt: skip


def _views(view: "View", row: Plan) -> list[Told]:
    points = list(enumerate(view.file.case.points, start=1))
    return [
        {"no": no, "title": view.cut(point, 60), "text": row.view_of[no]}
        for no, point in points
        if no in row.view_of
    ]


def _milestone(view: "View", row: Milestone) -> Told:
    return {
        "row": row, "anchor": steps.anchor(row), "who": view.known.name(row.responsible_id), "late": row.is_late,
        "bar": view.bar(row.id), "files": view.file.evidence.get(row.id, []),
    }  # fmt: skip
