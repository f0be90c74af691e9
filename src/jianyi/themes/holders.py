"""Who acts in what capacity upon a group and what hangs on it."""

from collections.abc import Iterable
from typing import Any

from jianyi.cases.models import Handling
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Holder, Post, Someone
from jianyi.procedure.words import Capacity as C, Duty
from jianyi.turn.under import Under

from .models import Member, Problem, Theme


# In the unit's hands: it has come, and did not go elsewhere.
HANDS = (w.Handling.ARRIVED, w.Handling.RECEIVED, w.Handling.ROUTED, w.Handling.WORKING, w.Handling.DELIVERED)


def at_theme(capacity: C, subject: Any, under: Under) -> Iterable[Holder]:
    """The office of the unit, and whoever of the unit made the group."""
    theme: Theme = under.root  # type: ignore[assignment]
    match capacity:
        case C.UNIT_OFFICE:
            return [Post(Duty.UNIT_OFFICE, theme.unit_id)]
        case C.ORGANISER:
            return [Post(Duty.UNIT_OFFICE, theme.unit_id), Someone(theme.made_by_id, theme.unit_id)]
        case C.CASE_OFFICER:
            return officers(
                theme, {row.suggestion_id for row in under.all(Member) if row.stage is w.Member.IN}
            )
    return []


def at_member(capacity: C, subject: Member, under: Under) -> Iterable[Holder]:
    if capacity is C.CASE_OFFICER:
        return officers(under.root, {subject.suggestion_id})  # type: ignore[arg-type]
    return at_theme(capacity, subject, under)


def at_problem(capacity: C, subject: Problem, under: Under) -> Iterable[Holder]:
    theme: Theme = under.root  # type: ignore[assignment]
    if capacity is C.RESPONSIBLE:
        return [Someone(subject.owner_id, theme.unit_id)] if subject.owner_id else []
    if capacity is C.CASE_OFFICER:
        return officers(theme, {subject.pledged_case} if subject.pledged_case else set())
    return at_theme(capacity, subject, under)


def officers(theme: Theme, cases: set[int]) -> list[Holder]:
    """Who writes the replies to these."""
    rows = Handling.objects.filter(
        congress_id=theme.congress_id, root_id__in=cases, unit_id=theme.unit_id, stage__in=HANDS
    )
    found = rows.exclude(officer_id=None).order_by("id").values_list("officer_id", flat=True)
    return [Someone(person, theme.unit_id) for person in dict.fromkeys(found) if person]
