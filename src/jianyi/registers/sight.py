"""Which handlings stand in somebody's register: those of the house, for who watches over units all of theirs, for a committee
those of the suggestions it supervises."""

from django.db.models import Q

from jianyi.cases.models import Suggestion
from jianyi.cases.sight import is_office, may_see, ways_to_own
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty
from jianyi.procedure.words.duties import HOUSE


def ways(by: Actor) -> list[Q]:
    """Conditions on handlings, each alone one that an index finds; what they find may overlap."""
    if is_office(by):
        return [Q()]
    found = ways_to_own(by) if by.holds(*HOUSE) else []
    if by.holds(Duty.GOVERNMENT_CLERK):
        found.append(Q(unit__of_government=True))
    if by.holds(Duty.MEMBER):
        watched = Suggestion.objects.filter(may_see(by), supervising_committee_id__in=sorted(by.houses))
        found.append(Q(root_id__in=watched.values("id")))
    return found


def has_one(by: Actor) -> bool:
    """Whether there is a register for this reader at all; deputies have the pages of their suggestions."""
    return is_office(by) or by.holds(*HOUSE, Duty.GOVERNMENT_CLERK, Duty.MEMBER)


def watches(by: Actor) -> bool:
    """Who follows the work of units, and reads their contacts and whom they have put on it."""
    return is_office(by) or by.holds(Duty.GOVERNMENT_CLERK)


def knows_teams(by: Actor) -> bool:
    """Who is told which division and which people of a unit are on a handling, of everything in the register. A member of a committee
    who also works in a unit is told of that unit's alone, row by row, and may not ask."""
    return watches(by) or (by.holds(*HOUSE) and not by.holds(Duty.MEMBER))
