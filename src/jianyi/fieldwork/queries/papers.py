"""The papers of meetings and schemes, for those who read what they are about."""

from jianyi.cases.models import Letter
from jianyi.procedure.facts.acting import Actor

from . import meetings, schemes


OF_MEETINGS, OF_SCHEMES = ("minutes",), ("scheme",)


def letter(number: int, *, by: Actor) -> Letter | None:
    """One of them, or nothing for those who may not have it."""
    row = Letter.objects.filter(congress_id=by.congress, id=number).first()
    if row is None:
        return None
    file: meetings.MeetingFile | schemes.SchemeFile | None = None
    if row.kind in OF_MEETINGS:
        file = meetings.file(row.root_id, by=by)
    elif row.kind in OF_SCHEMES:
        file = schemes.file(row.root_id, by=by)
    return next((each for each in file.letters if each.id == number), None) if file else None
