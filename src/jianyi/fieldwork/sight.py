"""Who may see a meeting: the houses that hold it, the congress's office where it or one of the committees does, whoever was invited, came, or
answers for something decided there, or did until it was handed on."""

from django.db.models import Exists, OuterRef, Q

from jianyi.cases.sight import is_office
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty
from jianyi.procedure.words.duties import WHOLE_UNIT

from .models import Attendance, Guest, Joint, Meeting, Resolution


def may_see(by: Actor) -> Q:
    """The condition on meetings."""
    return Q(congress_id=by.congress) & (_own(by) | _as_guest(by) | _as_owner(by))


def _own(by: Actor) -> Q:
    units = by.where(*WHOLE_UNIT)
    joint = Joint.objects.filter(
        congress_id=OuterRef("congress_id"), root_id=OuterRef("id"), unit_id__in=units
    )
    mine = Q(made_by_id__in=by.people, unit_id__in=sorted(by.houses)) | _as_chair(by)
    found = Q(unit_id__in=units) | mine | (Q(Exists(joint)) if units else Q())
    if committees := by.where(Duty.MEMBER):
        found |= Q(topic_id__isnull=False, unit_id__in=committees)
    return found | Q(unit_id=None) | Q(topic_id__isnull=False) if is_office(by) else found


def _as_chair(by: Actor) -> Q:
    """For as long as they work where it is held; afterwards like anybody who came."""
    here = Q(unit_id__in=sorted(by.houses))
    central = Q(unit_id=None) | Q(topic_id__isnull=False)
    return Q(chair_id__in=by.people) & (here | central if by.congress in by.houses else here)


def _as_guest(by: Actor) -> Q:
    asked = Guest.objects.filter(
        congress_id=OuterRef("congress_id"), root_id=OuterRef("id"), person_id=by.person
    )
    came = Attendance.objects.filter(
        congress_id=OuterRef("congress_id"), root_id=OuterRef("id"), person_id=by.person
    )
    return Q(Exists(asked.exclude(stage=w.Guest.NEW))) | Q(Exists(came))


def _as_owner(by: Actor) -> Q:
    rows = Resolution.objects.filter(
        Q(owner_id__in=by.people) | Q(before_id__in=by.people),
        congress_id=OuterRef("congress_id"),
        root_id=OuterRef("id"),
    )
    return Q(Exists(rows.filter(stage__in=[w.Resolution.IN_FORCE, w.Resolution.REACHED])))


def is_host(by: Actor, meeting: Meeting, joint: set[int]) -> bool:
    """Of the houses that hold it: reads the list of those invited, their answers, and the minutes while they are open."""
    if (meeting.topic_id or not meeting.unit_id) and is_office(by):
        return True
    houses = {meeting.unit_id, *joint}
    central = by.congress in by.houses and (meeting.topic_id is not None or meeting.unit_id is None)
    drew_it_up = meeting.made_by_id in by.people and meeting.unit_id in by.houses
    chairs = meeting.chair_id in by.people and (central or meeting.unit_id in by.houses)
    if meeting.topic_id and meeting.unit_id in by.where(Duty.MEMBER):
        return True
    return bool(houses.intersection(by.where(*WHOLE_UNIT))) or drew_it_up or chairs
