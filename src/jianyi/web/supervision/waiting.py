"""What waits for somebody on letters, documents of the ladder and help, for the first page."""

from typing import Any

from jianyi.cases.queries.waiting import ToDo
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.acting import Actor
from jianyi.supervision.models import Addressed, Help, Measure, Urging
from jianyi.supervision.queries import work
from jianyi.web.cases.inside import verb


SIGNS = {"listing": A.LIST, "interview": A.SUMMON, "accountability": A.CALL_TO_ACCOUNT}
PAGES = {Urging: "urgings", Measure: "measures", Help: "help-measures"}


def todo(by: Actor, when: str = "") -> list[dict[str, Any]]:
    """Due first. `when`: as in the work list."""
    return [_to_do(each) for each in work.work(by=by) if not when or each.when == when]


def _to_do(each: ToDo) -> dict[str, Any]:
    row = each.row
    action = SIGNS[row.rung] if isinstance(row, Measure) and each.action is A.LIST else each.action
    return {
        "title": titled(row), "verb": verb(row, action), "due": each.due, "late": each.late, "note": row.unit.known_as,
        "href": f"/{PAGES[type(row)]}/{row.id}/",
    }  # fmt: skip


def titled(row: Addressed | Help) -> str:
    if isinstance(row, Help):
        return f"{row.label}：{row.what}"
    if isinstance(row, Measure):
        return f"{row.label}：第{row.suggestion.no}号《{row.suggestion.title}》"
    return f"催办函 {row.number}" if row.number else "催办函（草稿）"
