"""Who acts in what capacity upon an outcome, what it is linked to, and what the press wrote."""

from collections.abc import Iterable
from typing import Any

from jianyi.cases.holders import co_signers, lead_of
from jianyi.cases.models import Suggestion
from jianyi.procedure.facts.acting import Holder, Post, Someone
from jianyi.procedure.words import Capacity as C, Duty
from jianyi.procedure.words.duties import CLERKS, LEADERS
from jianyi.turn.under import Under

from .models import Featured, Link, Outcome, Publicity


OF_UNIT = {C.UNIT_OFFICE: (Duty.UNIT_OFFICE,), C.UNIT_LEADER: LEADERS}
PROPOSERS = (C.LEAD_DEPUTY, C.CO_SIGNER)


def at_outcome(capacity: C, subject: Any, under: Under) -> Iterable[Holder]:
    """Whoever wrote it down stands for it in the unit, for as long as they work there."""
    outcome: Outcome = under.root  # type: ignore[assignment]
    if capacity is C.CASE_OFFICER:
        return [Someone(outcome.made_by_id, outcome.unit_id)]
    if capacity is C.CONGRESS_OFFICE:
        return [Post(duty, outcome.congress_id) for duty in CLERKS]
    return [Post(duty, outcome.unit_id) for duty in OF_UNIT.get(capacity, ())]


def at_link(capacity: C, subject: Link, under: Under) -> Iterable[Holder]:
    if capacity not in PROPOSERS:
        return at_outcome(capacity, subject, under)
    return _proposers(capacity, [subject.suggestion_id], under)


def at_publicity(capacity: C, subject: Publicity, under: Under) -> Iterable[Holder]:
    """The office of the unit that put it on record, or the congress's own where that did."""
    if capacity in PROPOSERS:
        rows = Featured.objects.filter(congress_id=subject.congress_id, root_id=subject.id)
        return _proposers(capacity, rows.order_by("id").values_list("suggestion_id", flat=True), under)
    if subject.unit_id:
        return [Post(duty, subject.unit_id) for duty in OF_UNIT.get(capacity, ())]
    return [Post(duty, subject.congress_id) for duty in CLERKS] if capacity is C.CONGRESS_OFFICE else []


def _proposers(capacity: C, suggestions: Iterable[int], under: Under) -> list[Holder]:
    """Those of each suggestion, once."""
    found: dict[Holder, None] = {}
    for number in suggestions:
        own = under.once(("proposers", number), lambda number=number: _of_case(number, under))
        found |= dict.fromkeys(own.get(capacity, []))
    return list(found)


def _of_case(number: int, under: Under) -> dict[C, list[Holder]]:
    case = Suggestion.objects.filter(congress_id=under.root.congress_id, id=number).first()
    if case is None:
        return {}
    there = Under(case)
    return {C.LEAD_DEPUTY: [lead_of(case)], C.CO_SIGNER: [Someone(person) for person in co_signers(there)]}
