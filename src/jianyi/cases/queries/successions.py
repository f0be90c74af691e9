"""The open work of one person in a unit: what would go to somebody else."""

from dataclasses import dataclass

from django.db.models import Q

from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty, Handling as H

from ..models import Handling, Suggestion
from ..sight import may_see


SEATS = {
    "leader_id": "责任厅领导", "head_id": "责任处领导", "officer_id": "具体经办人", "leading_leader_id": "领衔领导",
}  # fmt: skip
OPEN = (H.ROUTED, H.WORKING)
MOST = 200


@dataclass(frozen=True)
class Load:
    """One handling of the person, and as what."""

    handling: Handling
    seats: str


def open_work(person: int, *, by: Actor) -> list[Load]:
    """Of the unit whose office asks, oldest first; nothing for anybody else. No more at once than one press can do."""
    held = Q()
    for seat in SEATS:
        held |= Q(**{seat: person})
    rows = Handling.objects.filter(held, congress_id=by.congress, unit_id__in=by.where(Duty.UNIT_OFFICE))
    rows = rows.filter(stage__in=OPEN, root_id__in=Suggestion.objects.filter(may_see(by)).values("id"))
    found = rows.select_related("root", "unit").order_by("id")[:MOST]
    return [Load(row, "、".join(_seats(row, person))) for row in found]


def _seats(row: Handling, person: int) -> list[str]:
    return [label for seat, label in SEATS.items() if getattr(row, seat) == person]
