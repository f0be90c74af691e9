"""The papers of meetings and schemes, for those who read what they are about."""

from jianyi.cases.models import Letter
from jianyi.procedure.facts.acting import Actor

from . import meetings, schemes


OF_MEETINGS, OF_SCHEMES = ("minutes",), ("scheme",)


def of_meeting(file: meetings.MeetingFile) -> list[Letter]:
    """The minutes as they left the house: for whoever reads them."""
    return _letters(file.meeting.congress_id, file.meeting.id) if file.reads_minutes else []


def of_scheme(file: schemes.SchemeFile) -> list[Letter]:
    """One for each edition that was approved; the latest counts."""
    return _letters(file.scheme.congress_id, file.scheme.id)


def _letters(congress: int, root: int) -> list[Letter]:
    return list(Letter.objects.filter(congress_id=congress, root_id=root).order_by("id"))


def letter(number: int, *, by: Actor) -> Letter | None:
    """One of them, or nothing for those who may not have it."""
    row = Letter.objects.filter(congress_id=by.congress, id=number).first()
    if row is None:
        return None
    if row.kind in OF_MEETINGS:
        file = meetings.file(row.root_id, by=by)
        return row if file and file.reads_minutes else None
    seen = row.kind in OF_SCHEMES and schemes.file(row.root_id, by=by)
    return row if seen else None
