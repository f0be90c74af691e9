"""Who may see a topic: the congress's own bodies; the committee that proposed it, and the one that supervises it, each its own; a unit that was
asked about it, or that handles a suggestion in it once it is listed. Deputies read of it on the page of their suggestion."""

from django.db.models import Exists, OuterRef, Q

from jianyi.cases.models import Handling
from jianyi.cases.sight import is_office, own_handling
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty
from jianyi.procedure.words.duties import CLERKS, WHOLE_UNIT

from .models import STANDING, Advice, Covered, KeyTopic, Sounding


def may_see(by: Actor) -> Q:
    """The condition on topics."""
    own = Q(congress_id=by.congress)
    if is_office(by):
        return own
    committees = by.where(Duty.MEMBER)
    seen = Q(nominated_by_id__in=committees) | Q(committee_id__in=committees) if committees else Q(pk__in=[])
    return own & (seen | _as_unit(by))


def _as_unit(by: Actor) -> Q:
    if not by.houses:
        return Q(pk__in=[])
    houses = by.where(*WHOLE_UNIT)
    asked = Sounding.objects.filter(
        congress_id=OuterRef("congress_id"), root_id=OuterRef("id"), unit_id__in=houses
    ).exclude(stage=w.Sounding.NEW)
    tasks = Handling.objects.filter(
        own_handling(by), congress_id=OuterRef("congress_id"), root_id=OuterRef("suggestion_id")
    ).exclude(stage=w.Handling.MOVED)
    members = Covered.objects.filter(
        Exists(tasks), congress_id=OuterRef("congress_id"), root_id=OuterRef("id"), stage=w.Covered.IN
    )
    return Q(Exists(asked)) | (Q(stage__in=STANDING) & Q(Exists(members)))


def is_host(by: Actor, topic: KeyTopic) -> bool:
    """Of the congress, or of one of its committees: reads what units said, the plan, all visits, and the report."""
    committees = {topic.nominated_by_id, topic.committee_id}
    return is_office(by) or bool(committees.intersection(by.where(Duty.MEMBER)))


def speaks_for(by: Actor, row: Sounding | Advice) -> bool:
    """Of the unit that it is for."""
    return row.unit_id in by.houses


def may_propose(by: Actor) -> bool:
    """Members of a special committee, and the congress's office."""
    return by.holds(Duty.MEMBER, *CLERKS)
