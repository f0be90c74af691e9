"""The papers of urging and of the ladder, for those who read what they are about."""

from jianyi.cases.models import Letter
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor

from ..models import Measure, Urging
from . import measures, urgings


OF_URGINGS = ("urging",)
OF_MEASURES = ("listed", "summons", "talk", "accountability")


def letter(number: int, *, by: Actor) -> Letter | None:
    """One of them, or nothing for those who may not have it."""
    row = Letter.objects.filter(congress_id=by.congress, id=number).first()
    if row is None or row.kind not in (*OF_URGINGS, *OF_MEASURES):
        return None
    area = urgings if row.kind in OF_URGINGS else measures
    file = area.file(row.root_id, by=by)
    return next((each for each in file.letters if each.id == number), None) if file else None


def taken_back(row: Letter) -> bool:
    """Whoever holds one on paper is told so, whatever they may read."""
    if row.kind in OF_URGINGS:
        return Urging.objects.filter(
            congress_id=row.congress_id, id=row.root_id, stage=w.Urging.CANCELLED
        ).exists()
    return (
        row.kind in OF_MEASURES
        and Measure.objects.filter(
            congress_id=row.congress_id, id=row.root_id, stage=w.Measure.CANCELLED
        ).exists()
    )
