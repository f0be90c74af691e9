"""What a promise says and what became of it (B类承诺台账, F19)."""

from collections.abc import Mapping

from jianyi.cases.models import Promise
from jianyi.parties.queries import organisation_names

from .column import Cell, Column, Group, Hanging, Told


def _promised(rows: Hanging) -> Told:
    """Divisions are asked for apart: a table more beside its task and the suggestion, and PostgreSQL no longer begins with the few rows
    of the page."""
    divisions = organisation_names(
        rows.by.congress, {row.division_id for row in rows.found if row.division_id}
    )
    return {row.id: _of_promise(row, divisions) for row in rows.found}


def _of_promise(row: Promise, divisions: Mapping[int, str]) -> dict[str, Cell]:
    """What shows that it was kept is told once somebody else has verified it."""
    carried = f"{row.carried_from} 年" if row.carried_from else ""
    return {
        "pledge_division": divisions.get(row.division_id or 0, ""), "called": f"{row.handling.root.no}-{row.nth}", "item": row.item, "due": row.due,
        "first_due": row.first_due, "state": "逾期" if row.is_late else row.stage.label, "carried": carried,
        "evidence": row.evidence if row.verified_on else "", "verified_by": row.verified_by, "verified_on": row.verified_on,
    }  # fmt: skip


PROMISED = Group("promised", "承诺", (
    Column("pledge_division", "责任处室", 14), Column("called", "承诺", 8), Column("item", "承诺事项", 40), Column("due", "现时限", 11),
    Column("first_due", "原时限", 11), Column("state", "状态", 16), Column("carried", "结转自", 9), Column("evidence", "完成情况", 30),
    Column("verified_by", "核验人", 10), Column("verified_on", "核验日", 11),
), _promised)  # fmt: skip
