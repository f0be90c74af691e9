"""Who acts in what capacity upon a key topic and what hangs on it."""

from collections.abc import Iterable
from typing import Any

from jianyi.cases.models import Handling
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Holder, Post, Someone
from jianyi.procedure.words import Capacity as C, Duty
from jianyi.procedure.words.duties import CLERKS
from jianyi.turn.under import Under

from .models import Advice, KeyTopic, Sounding


# In the unit's hands: it has come, and did not go elsewhere.
HANDS = (w.Handling.ARRIVED, w.Handling.RECEIVED, w.Handling.ROUTED, w.Handling.WORKING, w.Handling.DELIVERED)


def at_topic(capacity: C, subject: Any, under: Under) -> Iterable[Holder]:
    """The committee that proposed it while nothing is decided, the one that supervises from then on, and the congress's office.
    Where no committee supervises (a township has none), the office of the presidium does."""
    topic: KeyTopic = under.root  # type: ignore[assignment]
    match capacity:
        case C.CONGRESS_OFFICE:
            return [Post(duty, topic.congress_id) for duty in CLERKS]
        case C.NOMINATOR:
            return _committee(topic.nominated_by_id) if topic.is_undecided else []
        case C.SUPERVISOR if not topic.is_undecided:
            return _committee(topic.committee_id) or [Post(duty, topic.congress_id) for duty in CLERKS]
        case C.UNIT_OFFICE:
            return [
                Post(Duty.UNIT_OFFICE, unit) for unit in sorted({row.unit_id for row in under.all(Sounding)})
            ]
    return []


def at_sounding(capacity: C, subject: Sounding, under: Under) -> Iterable[Holder]:
    if capacity is C.UNIT_OFFICE:
        return [Post(Duty.UNIT_OFFICE, subject.unit_id)]
    return at_topic(capacity, subject, under)


def at_advice(capacity: C, subject: Advice, under: Under) -> Iterable[Holder]:
    """The unit it is for: its office, and whoever works on the suggestion there."""
    match capacity:
        case C.UNIT_OFFICE:
            return [Post(Duty.UNIT_OFFICE, subject.unit_id)]
        case C.CASE_OFFICER:
            rows = Handling.objects.filter(
                congress_id=subject.congress_id, root_id=subject.suggestion_id, unit_id=subject.unit_id, stage__in=HANDS
            )  # fmt: skip
            found = rows.exclude(officer_id=None).values_list("officer_id", flat=True)
            return [Someone(person, subject.unit_id) for person in dict.fromkeys(found) if person]
    return at_topic(capacity, subject, under)


def _committee(number: int | None) -> list[Holder]:
    return [Post(Duty.MEMBER, number)] if number else []
