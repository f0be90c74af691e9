"""Who may see the lists of a unit: its office and leaders whole, its divisions what concerns them. Nobody else: they are the house's own."""

from django.db.models import Q

from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words.duties import IN_DIVISION, WHOLE_UNIT

from .models import Tally


def may_see(by: Actor) -> Q:
    """The condition on lists."""
    return Q(congress_id=by.congress, unit_id__in=sorted(units(by)))


def units(by: Actor) -> set[int]:
    """The units whose lists the actor reads, whole or in part."""
    divisions = by.where(*IN_DIVISION)
    return {*by.where(*WHOLE_UNIT), *(by.unit_of[n] for n in divisions if n in by.unit_of)}


def is_whole(by: Actor, tally: Tally) -> bool:
    return tally.unit_id in by.where(*WHOLE_UNIT)
