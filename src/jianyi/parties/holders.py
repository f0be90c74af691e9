"""Who acts in what capacity upon the parties themselves."""

from collections.abc import Iterable
from typing import Any

from jianyi.procedure import words
from jianyi.procedure.facts.acting import Holder, Post as Held, Someone
from jianyi.procedure.words import Capacity as C, Duty
from jianyi.turn.under import Under

from .models import Organisation, Person, Post, Proxy, Seat


def of_party(capacity: C, subject: Any, under: Under) -> Iterable[Holder]:
    """Administrators everywhere; the founder until somebody can sign in; oneself where it is one's own."""
    congress = subject.congress_id
    match capacity:
        case C.ADMINISTRATOR:
            return [Held(Duty.ADMINISTRATOR, congress)]
        case C.CONGRESS_OFFICE:
            return [Held(Duty.OFFICE_CLERK, congress), Held(Duty.OFFICE_HEAD, congress)]
        case C.UNIT_OFFICE if isinstance(subject, Organisation):
            return [Held(Duty.UNIT_OFFICE, subject.id)]
        case C.FOUNDER:
            return [] if somebody_can_sign_in(congress) else [Someone(0)]
        case C.ONESELF:
            return _oneself(subject)
    return []


def somebody_can_sign_in(congress: int) -> bool:
    return Person.objects.filter(congress_id=congress, stage=words.Person.ACTIVE).exists()


def _oneself(subject: Any) -> list[Holder]:
    if isinstance(subject, Person):
        return [Someone(subject.id)]
    if isinstance(subject, Seat):
        return [Someone(subject.root_id)]
    if isinstance(subject, Proxy):
        return [Someone(Post.objects.get(congress_id=subject.congress_id, id=subject.post_id).person_id)]
    return []
