"""Who acts in what capacity upon a circular, on whom it goes to and on what it pushes forward."""

from collections.abc import Iterable
from typing import Any

from jianyi.procedure.facts.acting import Actor, Holder, Post
from jianyi.procedure.words import Capacity as C, Duty, Kind
from jianyi.procedure.words.duties import CLERKS, LEADERS
from jianyi.turn.under import Under

from .models import Addressee, Circular, Push


ISSUERS = {"unit": (Duty.UNIT_OFFICE,), "government": (Duty.GOVERNMENT_CLERK,), "congress": CLERKS}
APPROVERS = {
    "unit": LEADERS, "government": (Duty.GOVERNMENT_CLERK,), "congress": (Duty.OFFICE_HEAD, Duty.COMMITTEE_HEAD),
}  # fmt: skip


def at_circular(capacity: C, subject: Any, under: Under) -> Iterable[Holder]:
    circular: Circular = under.root  # type: ignore[assignment]
    match capacity:
        case C.ISSUER:
            return _issuers(circular)
        case C.APPROVER:
            return [Post(duty, _where(circular)) for duty in APPROVERS[circular.scope]]
        case C.ADDRESSEE:
            return [holder for row in under.all(Addressee) for holder in _of_house(row)]
    return []


def _issuers(circular: Circular) -> list[Post]:
    return [Post(duty, _where(circular)) for duty in ISSUERS[circular.scope]]


def _where(circular: Circular) -> int:
    """Posts of the congress's and the government's own bodies are held in the congress."""
    return circular.house_id if circular.scope == "unit" else circular.congress_id


def eyes(circular: Circular) -> Actor:
    """The house that issues, as it sees: what its drawer knows from another post is not counted."""
    return Actor(0, circular.house.name, circular.congress_id, frozenset(_issuers(circular)))


def at_addressee(capacity: C, subject: Addressee, under: Under) -> Iterable[Holder]:
    return _of_house(subject) if capacity is C.ADDRESSEE else at_circular(capacity, subject, under)


def at_push(capacity: C, subject: Push, under: Under) -> Iterable[Holder]:
    return _of_house(subject) if capacity is C.ADDRESSEE else at_circular(capacity, subject, under)


def _of_house(row: Addressee | Push) -> list[Holder]:
    """Whoever opens what comes to a unit; in a division its head."""
    duty = Duty.UNIT_OFFICE if row.house.kind is Kind.UNIT else Duty.DIVISION_HEAD
    return [Post(duty, row.house_id)]
