"""The list of a hand-over (forms.md F05): what one unit, or everybody, was handed in one batch, for those who may read it."""

from jianyi.parties.models import Organisation
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty
from jianyi.procedure.words.duties import WHOLE_UNIT

from ..issued.handover import HandOverList, by_unit, whole
from ..models import Batch
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
