"""Who may see an outcome or what the press wrote: the unit whose it is, the congress's own bodies, the government's office of
its units, and whoever may see a suggestion it is linked to. What is not registered yet stays in the unit."""

from django.db.models import Q

from jianyi.cases.models import Suggestion
from jianyi.cases.sight import is_office, may_see as may_see_case
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty
from jianyi.procedure.words.duties import WHOLE_UNIT

from .models import Featured, Link, Outcome


def may_see(by: Actor) -> Q:
    """The condition on outcomes. Whoever sees it by a suggestion sees it while it counts."""
    known = Q(registered_on__isnull=False)
    seen = inner(by) | (known & Q(unit_id__in=sorted(by.houses)))
    if is_office(by):
        return Q(congress_id=by.congress) & (seen | known)
    if by.holds(Duty.GOVERNMENT_CLERK):
        seen |= Q(standing__gt=0, unit__of_government=True)
    rows = Link.objects.filter(congress_id=by.congress, stage=w.Link.COUNTED, suggestion_id__in=_cases(by))
    return Q(congress_id=by.congress) & (seen | Q(standing__gt=0, id__in=rows.values("root_id")))


def inner(by: Actor) -> Q:
    """Where drafts and earlier editions are read: office and leaders of the unit, and whoever wrote it down."""
    return Q(unit_id__in=by.where(*WHOLE_UNIT)) | Q(made_by_id__in=by.people, unit_id__in=sorted(by.houses))


def is_inner(by: Actor, outcome: Outcome) -> bool:
    """The same, asked of one."""
    mine = outcome.made_by_id in by.people and outcome.unit_id in by.houses
    return outcome.unit_id in by.where(*WHOLE_UNIT) or mine


def stage_for(by: Actor, outcome: Outcome) -> w.Outcome:
    """Where it stands for this reader: a correction that is not checked yet is the unit's own business."""
    known = is_inner(by, outcome) or not outcome.standing
    stage: w.Outcome = outcome.stage if known else w.Outcome.REGISTERED
    return stage


def may_see_publicity(by: Actor) -> Q:
    """The condition on what the press wrote; what was removed is for whoever put it on record, and the office."""
    noted = Q(stage=w.Publicity.NOTED)
    seen = Q(unit_id__in=by.where(*WHOLE_UNIT)) | (noted & Q(unit_id__in=sorted(by.houses)))
    if is_office(by):
        return Q(congress_id=by.congress) & (seen | noted | Q(unit_id=None))
    if by.holds(Duty.GOVERNMENT_CLERK):
        seen |= noted & Q(unit__of_government=True)
    rows = Featured.objects.filter(congress_id=by.congress, suggestion_id__in=_cases(by))
    return Q(congress_id=by.congress) & (seen | (noted & Q(id__in=rows.values("root_id"))))


def _cases(by: Actor):  # type: ignore[no-untyped-def]
    return Suggestion.objects.filter(may_see_case(by)).values("id")
