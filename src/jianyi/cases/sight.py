"""Who may see what of a case: one condition for suggestions, one for handlings; every query uses them.

The matrix of who reads what is that of the security targets; drafts and remarks stay inside the unit.
"""

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.lookups import In

from jianyi.kit import clock
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty, Handling as H, Invitation as N, Suggestion as S
from jianyi.procedure.words.duties import CONGRESS, IN_DIVISION, OF_DELEGATION, WHOLE_UNIT
from jianyi.turn.models import Participation

from .models import Assisting, Handling, Invitation


SEATS = ("leader_id", "head_id", "officer_id")
UNSENT = (S.DRAFT,)
AWAITING_UNITS = (S.REGISTERED, S.PROPOSED)
ASKED = (N.INVITED, N.CONFIRMED)


def is_office(by: Actor) -> bool:
    """The congress's own bodies see every suggestion that was handed in."""
    return by.holds(*CONGRESS)


def may_see(by: Actor) -> Q:
    """The condition on suggestions; an actor without any part sees none, nor does who was let in for one sheet only."""
    if by.ticket:
        return Q(pk__in=[])
    if is_office(by):
        # Nobody but proposers has a part in what is not yet handed in.
        return Q(congress_id=by.congress) & (~Q(stage__in=UNSENT) | _as_proposer(by))
    seen = _as_proposer(by) | _handled(by) | _taking_part(by)
    if by.holds(Duty.GOVERNMENT_CLERK):
        seen |= Q(Exists(_tasks().filter(unit__of_government=True)))
    if by.holds(Duty.UNIT_OFFICE):
        seen |= Q(stage__in=AWAITING_UNITS)
    return Q(congress_id=by.congress) & seen


def may_see_handling(by: Actor) -> Q:
    """The condition on handlings: the unit's own, and for those who watch over them all that arrived."""
    seen = own_handling(by)
    if is_office(by):
        seen |= ~Q(stage=H.NAMED) | Q(dropped=False)
    if by.holds(Duty.GOVERNMENT_CLERK):
        seen |= Q(unit__of_government=True) & ~Q(stage=H.NAMED)
    return Q(congress_id=by.congress) & seen


def may_read_replies(by: Actor) -> Q:
    """The condition on suggestions whose sent replies the actor reads: a unit whose part went to another does not."""
    if is_office(by):
        return may_see(by)
    read = _as_proposer(by) | Q(Exists(_tasks().filter(own_handling(by)).exclude(stage=H.MOVED)))
    if by.holds(Duty.GOVERNMENT_CLERK):
        read |= Q(Exists(_tasks().filter(unit__of_government=True)))
    return Q(congress_id=by.congress) & read


def own_handling(by: Actor) -> Q:
    """Those of the house: office and leaders all of the unit's, others their division's and their own, for as long as
    they work there."""
    seen = Q(pk__in=[])
    for way in ways_to_own(by):
        seen |= way
    return seen & ~Q(stage=H.NAMED)


def ways_to_own(by: Actor) -> list[Q]:
    """Each alone is a column with an index; the parts they find may overlap."""
    own = [Q(unit_id=unit) for unit in by.where(*WHOLE_UNIT)]
    divisions = by.where(*IN_DIVISION)
    own += [Q(division_id=division) for division in divisions]
    own += [Q(id__in=_assisted(by.congress, division)) for division in divisions]
    # Of a house whose every task is read there is no seat to look for: a way that leads to nothing of its own is walked to its end.
    homes = sorted(by.houses - set(by.where(*WHOLE_UNIT)))
    if not homes:
        return own
    # A sum has no index: by the house the engine would read all that the unit ever had to find one person's few.
    at_home = In(F("unit_id") + 0, homes)
    return own + [Q(**{seat: person}) & Q(at_home) for seat in SEATS for person in by.people]


def _assisted(congress: int, division: int) -> QuerySet[Assisting, int]:
    """The handlings in which a division assists; it sees them as the one in the lead does."""
    rows = Assisting.objects.filter(congress_id=congress, division_id=division)
    return rows.values_list("handling_id", flat=True)


def is_inside(by: Actor, handling: Handling) -> bool:
    """May this person read the unit's drafts and remarks on this handling?"""
    people = {handling.leader_id, handling.head_id, handling.officer_id}
    return (
        handling.unit_id in by.where(*WHOLE_UNIT)
        or bool({handling.division_id, *handling.assisting}.intersection(by.where(*IN_DIVISION)))
        or (handling.unit_id in by.houses and bool(people & by.people))
    )


def posts_inside(handling: Handling) -> Q:
    """The same asked the other way: the condition on posts whose holders may read them."""
    team = {handling.leader_id, handling.head_id, handling.officer_id} - {None}
    of_unit = Q(root_id=handling.unit_id, duty__in=WHOLE_UNIT)
    of_division = Q(root_id__in=[handling.division_id or 0, *handling.assisting], duty__in=IN_DIVISION)
    in_the_house = Q(root_id=handling.unit_id) | Q(root__parent_id=handling.unit_id)
    return of_unit | of_division | (in_the_house & Q(person_id__in=team))


def is_proposer(by: Actor, lead: int, signers: set[int]) -> bool:
    return by.person == lead or by.person in signers


def _as_proposer(by: Actor) -> Q:
    asked = Invitation.objects.filter(
        congress_id=OuterRef("congress_id"), root_id=OuterRef("id"), person_id=by.person, stage__in=ASKED
    )
    seen = Q(lead_id=by.person) | Q(Exists(asked))
    if delegations := by.where(*OF_DELEGATION):
        seen |= Q(delegation_id__in=delegations) & (Q(by_delegation=True) | Q(stage=S.AT_DELEGATION))
    return seen


def _handled(by: Actor) -> Q:
    if not by.posts:
        return Q(pk__in=[])
    return Q(Exists(_tasks().filter(own_handling(by))))


def _tasks() -> QuerySet[Handling]:
    rows = Handling.objects.filter(congress_id=OuterRef("congress_id"), root_id=OuterRef("id"))
    return rows.exclude(stage=H.NAMED)


def _taking_part(by: Actor) -> Q:
    today = clock.today()
    rows = Participation.objects.filter(
        congress_id=OuterRef("congress_id"), root_id=OuterRef("id"), since__lte=today
    )
    mine = rows.filter(
        Q(person_id=by.person) | Q(organisation_id__in=[p.organisation for p in by.posts] or [-1])
    )
    return Q(Exists(mine.filter(Q(until=None) | Q(until__gt=today))))
