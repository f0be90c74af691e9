"""The papers of urging and of the ladder, for those who read what they are about."""

from jianyi.cases.models import Letter
from jianyi.procedure.facts.acting import Actor

from . import measures, urgings


OF_URGINGS = ("urging",)
OF_MEASURES = ("supervised", "listed", "summons", "talk", "accountability")


def letter(number: int, *, by: Actor) -> Letter | None:
    """One of them, or nothing for those who may not have it."""
    row = Letter.objects.filter(congress_id=by.congress, id=number).first()
    if row is None or row.kind not in (*OF_URGINGS, *OF_MEASURES):
        return None
    area = urgings if row.kind in OF_URGINGS else measures
    file = area.file(row.root_id, by=by)
    return next((each for each in file.letters if each.id == number), None) if file else None
