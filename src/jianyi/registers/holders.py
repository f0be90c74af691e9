"""Who keeps the note of a house on a row."""

from collections.abc import Iterable
from typing import Any

from jianyi.cases.holders import at_handling
from jianyi.procedure.facts.acting import Holder, Post
from jianyi.procedure.words import Capacity as C, Duty
from jianyi.procedure.words.duties import CLERKS
from jianyi.turn.under import Under

from .models import Note


IN_THE_UNIT = (C.UNIT_OFFICE, C.DIVISION_HEAD, C.CASE_OFFICER)


def at_note(capacity: C, subject: Any, under: Under) -> Iterable[Holder]:
    note: Note = subject
    if note.house == "unit":
        is_theirs = note.unit_id == note.handling.unit_id and capacity in IN_THE_UNIT
        return at_handling(capacity, note.handling, under) if is_theirs else []
    if (note.house, capacity) == ("congress", C.CONGRESS_OFFICE):
        return [Post(duty, note.congress_id) for duty in CLERKS]
    if (note.house, capacity) == ("government", C.GOVERNMENT_OFFICE):
        return [Post(Duty.GOVERNMENT_CLERK, note.congress_id)]
    return []
