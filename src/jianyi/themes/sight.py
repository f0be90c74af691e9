"""Who may see a group: the unit, whoever of the unit handles something in it or answers for one of its problems, and those who
watch over units. Deputies read of it on the page of their suggestion."""

from django.db.models import Exists, OuterRef, Q

from jianyi.cases.models import Handling
from jianyi.cases.sight import is_office, own_handling
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty
from jianyi.procedure.words.duties import WHOLE_UNIT

from .models import Member, Problem, Theme


def may_see(by: Actor) -> Q:
    """The condition on groups."""
    seen = Q(pk__in=[])
    if is_office(by):
        seen |= Q(unit_id__gt=0)
    if by.holds(Duty.GOVERNMENT_CLERK):
        seen |= Q(unit__of_government=True)
    return Q(congress_id=by.congress) & (seen | _own(by))


def _own(by: Actor) -> Q:
    if not by.houses:
        return Q(pk__in=[])
    at_home = Q(unit_id__in=sorted(by.houses))
    tasks = Handling.objects.filter(
        own_handling(by), congress_id=OuterRef("congress_id"), root_id=OuterRef("suggestion_id"), unit_id=OuterRef("unit_id")
    )  # fmt: skip
    members = Member.objects.filter(
        Exists(tasks), congress_id=OuterRef("congress_id"), root_id=OuterRef("id"), stage=w.Member.IN
    )
    owns = Problem.objects.filter(
        congress_id=OuterRef("congress_id"), root_id=OuterRef("id"), owner_id__in=by.people
    )
    part = Q(made_by_id__in=by.people) | Q(Exists(members)) | Q(Exists(owns))
    return Q(unit_id__in=by.where(*WHOLE_UNIT)) | (at_home & part)


def is_host(by: Actor, theme: Theme) -> bool:
    """Of the unit as a whole, or who made the group: sees all of it."""
    mine = theme.made_by_id in by.people and theme.unit_id in by.houses
    return theme.unit_id in by.where(*WHOLE_UNIT) or mine
