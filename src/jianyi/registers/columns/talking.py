"""What a record of a contact says (沟通台账)."""

from collections.abc import Mapping

from jianyi.cases.models import Contact
from jianyi.kit import clock
from jianyi.parties.queries import names
from jianyi.procedure.facts.said import MODES, PHASES

from .column import HIDDEN, Cell, Column, Group, Hanging, Told


def _talks(rows: Hanging) -> Told:
    people = names(rows.by.congress, {number for row in rows.found for number in row.deputies})
    return {row.id: _of_talk(row, rows, people) for row in rows.found}


def _of_talk(row: Contact, rows: Hanging, people: Mapping[int, str]) -> dict[str, Cell]:
    told = "、".join(people.get(number, "") for number in row.deputies)
    at = row.occurred_at.astimezone(clock.HOME) if row.occurred_at else None
    return {
        "phase": PHASES.get(row.phase, ""), "mode": MODES.get(row.mode, ""), "at": f"{at:%Y-%m-%d %H:%M}" if at else "", "where": row.where,
        "deputies": HIDDEN if rows.of_tasks.hides(row.handling) else told, "of_unit": row.of_unit, "level": row.level_told,
        "state": row.stage.label,
    }  # fmt: skip


TALK = Group("talk", "沟通记录", (
    Column("phase", "环节", 7), Column("mode", "方式", 9), Column("at", "时间", 16), Column("where", "地点", 18), Column("deputies", "代表", 16),
    Column("of_unit", "单位参加人员", 24), Column("level", "层级", 14), Column("state", "记录情况", 14),
), _talks)  # fmt: skip
