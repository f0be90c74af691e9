"""What follows a second dissatisfaction, on the case page and on the deputies'."""

from collections.abc import Mapping
from typing import Any

from jianyi.cases.models import Escalation
from jianyi.cases.queries.files import CaseFile
from jianyi.fieldwork.facts import OPEN, way as of_place
from jianyi.fieldwork.queries.escalations import meetings_of
from jianyi.fieldwork.queries.meetings import MeetingFile
from jianyi.procedure.facts.said import ACTIVITIES
from jianyi.procedure.words.duties import CLERKS
from jianyi.turn.clocks import told
from jianyi.web import show

from . import steps
from .escalated import lines, way


def escalations(file: CaseFile) -> list[dict[str, Any]]:
    """For the case page and the deputies'."""
    if not file.escalations:
        return []
    acts = steps.grouped(act for act in file.acts if isinstance(act.subject, Escalation))
    held = meetings_of(file.escalations, by=file.by)
    return [
        {
            "row": row, "anchor": steps.anchor(row), "unit": row.handling.unit.known_as, "way": way(file),
            "lines": lines(row, hides_names=file.hides_names), "files": file.evidence.get(row.id, []),
            "meeting": meeting(held[row.id]) if row.id in held else None, "calls": _calls(row, file, held),
            "clocks": _clocks(row.id, file), "bar": steps.bar(file, acts.get(row.id, [])),
        }
        for row in file.escalations
    ]  # fmt: skip


def _calls(row: Escalation, file: CaseFile, held: Mapping[int, MeetingFile]) -> str:
    """What the congress's office may call for it, where nothing is called yet."""
    if row.id in held or row.stage not in OPEN or not file.office or not file.by.holds(*CLERKS):
        return ""
    return ACTIVITIES.get(of_place(file.under.place), "")


def meeting(held: MeetingFile) -> dict[str, Any]:
    """What was called for it, as far as this reader may read it: minutes, what was decided, by whom until when."""
    row = held.meeting
    return {
        "row": row, "minutes": held.minutes, "letters": held.letters,
        "decided": [{"row": each, "owner": held.known.get(each.owner_id, "")} for each in held.resolutions],
    }  # fmt: skip


def _clocks(holder: int, file: CaseFile) -> list[dict[str, Any]]:
    rows = [row for row in file.clocks if row.holder_id == holder]
    return [clock for row in rows if (clock := show.clock_of(told(row), row.ended_at))]
