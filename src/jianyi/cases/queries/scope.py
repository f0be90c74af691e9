"""Of which units somebody reads the figures: all of the congress, those of the government, the own house."""

from django.db.models import Q

from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty
from jianyi.procedure.words.duties import WHOLE_UNIT

from ..sight import is_office


def of_units(by: Actor, unit: str) -> Q | None:
    """A condition on rows whose organisation is reached by `unit`; nothing for those who read no figures."""
    if is_office(by):
        return Q()
    houses = by.where(*WHOLE_UNIT)
    found = Q(**{f"{unit}_id__in": houses})
    if by.holds(Duty.GOVERNMENT_CLERK):
        return found | Q(**{f"{unit}__of_government": True})
    return found if houses else None
