"""What follows a second dissatisfaction, on the case page and on the deputies'."""

from typing import Any

from jianyi.cases.models import Escalation
from jianyi.cases.queries.files import CaseFile
from jianyi.turn.clocks import told
from jianyi.web import show

from . import steps
from .escalated import lines, way


def escalations(file: CaseFile) -> list[dict[str, Any]]:
    """For the case page and the deputies'."""
    if not file.escalations:
        return []
    acts = steps.grouped(act for act in file.acts if isinstance(act.subject, Escalation))
    return [
        {
            "row": row, "anchor": steps.anchor(row), "unit": row.handling.unit.known_as, "way": way(file),
            "lines": lines(row, hides_names=file.hides_names), "files": file.evidence.get(row.id, []),
            "clocks": _clocks(row.id, file), "bar": steps.bar(file, acts.get(row.id, [])),
        }
        for row in file.escalations
    ]  # fmt: skip


def _clocks(holder: int, file: CaseFile) -> list[dict[str, Any]]:
    rows = [row for row in file.clocks if row.holder_id == holder]
    return [clock for row in rows if (clock := show.clock_of(told(row), row.ended_at))]
