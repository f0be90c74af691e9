"""The list of a hand-over (forms.md F05): what one unit, or everybody, was handed in one batch, for those who may read it."""

from dataclasses import dataclass

from django.db.models import Count, Q

from jianyi.parties.models import Organisation
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty
from jianyi.procedure.words.duties import WHOLE_UNIT

from ..issued.handover import HandOverList, by_unit, whole
from ..models import Batch, Entry, Handling
from ..sight import is_office


def unit_list(batch: Batch, unit: int, *, by: Actor) -> HandOverList | None:
    """What one unit got; for the office, the unit itself, and over government units the government office."""
    found = Organisation.objects.filter(congress_id=by.congress, id=unit).first()
    if found is None or not may_read(found, by):
        return None
    return dict(by_unit(batch)).get(unit)


def may_read(unit: Organisation, by: Actor) -> bool:
    government = by.holds(Duty.GOVERNMENT_CLERK) and unit.of_government
    return is_office(by) or unit.id in by.where(*WHOLE_UNIT) or government


def full_list(batch: Batch, *, by: Actor) -> HandOverList | None:
    """Every task of the batch, by number; for the congress's own bodies."""
    return whole(batch) if is_office(by) else None


def per_unit(batch: Batch, *, by: Actor) -> list[tuple[int, HandOverList]]:
    """The list of every unit of the batch, in the order of the names: (unit, list)."""
    return by_unit(batch) if is_office(by) else []


@dataclass(frozen=True)
class Received:
    """Of what a unit was handed in a batch: how much it has signed for, how often something was not in order."""

    tasks: int = 0
    signed: int = 0
    objected: int = 0

    @property
    def told(self) -> str:
        return f"{self.objected} 件有说明"


def received(batch: Batch, *, by: Actor) -> dict[int, Received]:
    """unit → how its receipts stand (F06); for the congress's own bodies."""
    if not is_office(by):
        return {}
    listed = Entry.objects.filter(congress_id=by.congress, root_id=batch.id, done=True).values(
        "suggestion_id"
    )
    tasks = Handling.objects.filter(congress_id=by.congress, root_id__in=listed, round=1, dropped=False)
    signed = ~Q(received_by="")
    amiss = ~Q(objection="none") | ~Q(materials="complete") | Q(counted=False)
    rows = tasks.values("unit_id").annotate(
        n=Count("id"), signed=Count("id", filter=signed), objected=Count("id", filter=signed & amiss)
    )
    return {row["unit_id"]: Received(row["n"], row["signed"], row["objected"]) for row in rows}
