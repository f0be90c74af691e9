"""Who acts in what capacity upon a meeting and what hangs on it."""

from collections.abc import Iterable
from typing import Any

from jianyi.parties.queries import held_posts
from jianyi.procedure.facts.acting import Holder, Post, Someone
from jianyi.procedure.words import Capacity as C, Duty
from jianyi.procedure.words.duties import CLERKS, LEADERS
from jianyi.turn.under import Under

from .models import Guest, Joint, Meeting


def at_meeting(capacity: C, subject: Any, under: Under) -> Iterable[Holder]:
    """The same for everything under a meeting."""
    meeting: Meeting = under.root  # type: ignore[assignment]
    match capacity:
        case C.ORGANISER:
            return organisers(meeting)
        case C.CHAIR if meeting.chair_id:
            home = under.once(("home of the chair", meeting.chair_id), lambda: chair_at(meeting))
            return [Someone(meeting.chair_id, home)]
        case C.GUEST:
            return [Someone(row.person_id) for row in under.all(Guest)]
        case C.JOINT_UNIT:
            return [Post(Duty.UNIT_OFFICE, unit) for unit in joint_units(meeting)]
    return []


def chair_at(meeting: Meeting) -> int:
    """Where the chair has to work: in the unit, in the congress; for a key topic in either of committee and congress."""
    if not meeting.topic_id:
        return meeting.unit_id or meeting.congress_id
    of_committee = held_posts(meeting.congress_id).filter(root_id=meeting.unit_id, person_id=meeting.chair_id)
    return (of_committee.exists() and meeting.unit_id) or meeting.congress_id


def at_guest(capacity: C, subject: Any, under: Under) -> Iterable[Holder]:
    """Everybody answers for themselves."""
    return [Someone(subject.person_id)] if capacity is C.GUEST else at_meeting(capacity, subject, under)


def at_resolution(capacity: C, subject: Any, under: Under) -> Iterable[Holder]:
    match capacity:
        case C.RESPONSIBLE:
            return [Someone(subject.owner_id)] if subject.owner_id else []
        case C.PREDECESSOR:
            return [Someone(subject.before_id)] if subject.before_id else []
    return at_meeting(capacity, subject, under)


def organisers(meeting: Meeting) -> list[Holder]:
    """The office of the unit, and whoever of the unit drew it up; of the congress its own office, for a key topic
    the committee that supervises it."""
    if meeting.topic_id:
        return [Post(Duty.MEMBER, meeting.unit_id or 0)]
    if not meeting.unit_id:
        return [Post(duty, meeting.congress_id) for duty in CLERKS]
    return [Post(Duty.UNIT_OFFICE, meeting.unit_id), Someone(meeting.made_by_id, meeting.unit_id)]


def joint_units(meeting: Meeting) -> list[int]:
    """Read each time: a step may just have named them."""
    rows = Joint.objects.filter(congress_id=meeting.congress_id, root_id=meeting.id)
    return list(rows.order_by("id").values_list("unit_id", flat=True))


def at_scheme(capacity: C, subject: Any, under: Under) -> Iterable[Holder]:
    duties = {C.UNIT_OFFICE: (Duty.UNIT_OFFICE,), C.UNIT_LEADER: LEADERS}
    return [Post(duty, subject.unit_id) for duty in duties.get(capacity, ())]
