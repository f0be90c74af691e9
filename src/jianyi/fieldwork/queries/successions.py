"""What was decided at meetings of a unit and is still open, of one person who hands it on."""

from jianyi.cases.queries.successions import MOST
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty, Resolution as R

from ..models import Resolution


def open_decisions(person: int, *, by: Actor) -> list[Resolution]:
    """Of the meetings that the unit holds whose office asks, oldest first; nothing for anybody else."""
    rows = Resolution.objects.filter(congress_id=by.congress, owner_id=person, stage=R.IN_FORCE)
    rows = rows.filter(root__unit_id__in=by.where(Duty.UNIT_OFFICE))
    return list(rows.select_related("root").order_by("id")[:MOST])
