"""Starting, stopping and prolonging what runs against time."""

from dataclasses import fields
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from jianyi.kit import clock
from jianyi.kit.ids import new_id
from jianyi.procedure.calendar import Calendar
from jianyi.procedure.limits import Due, Period, due, end_of, extended
from jianyi.procedure.steps import Step
from jianyi.procedure.words import Limit

from .days import days_of
from .models import Deadline, Subject
from .under import Under


def follow(row: Step, subject: Subject, under: Under) -> None:
    """Stop and start the clocks a step names. What the place has not laid down does not run."""
    for limit in row.ends:
        stop(under, subject.keeper(limit), limit)
    for limit in row.reverts:
        _revert(under, subject, limit)
    known = _known(subject, under)
    for period in _periods(row, under):
        if answer := due(period, clock.now().astimezone(clock.HOME), _days(under), known):
            known[period.limit] = answer.on
            _set(under, subject.keeper(answer.limit), answer)


def extend(under: Under, holder: int, limit: Limit, on: date, article: str) -> tuple[date, date]:
    """Move a running clock to a later day that was granted; the day it had stays in its explanation. Answers with
    the day it had and the day it has."""
    row = next(r for r in under.deadlines if (r.holder_id, r.limit) == (holder, limit))
    top = next((r.due_on for r in under.deadlines if r.limit is Limit.CEILING and r.ended_at is None), None)
    was, answer = row.due_on, extended(told(row), on, article, _days(under), top)
    move(row, answer)
    return was, answer.on


def move(row: Deadline, answer: Due) -> None:
    """The clock runs until another day."""
    row.due_at, row.due_on, row.why = answer.at, answer.on, _kept(answer)
    row.save(update_fields=["due_at", "due_on", "why"])


def run_until(under: Under, holder: int, limit: Limit, on: date, rule: str, article: str) -> None:
    """Start a clock whose day somebody has said, instead of one that the place counts."""
    now, days = clock.now().astimezone(clock.HOME), _days(under)
    answer = Due(
        limit, end_of(on, now), on, str(now.date()), rule, article, days.version, days.is_provisional(on)
    )
    _set(under, holder, answer)


def start(under: Under, subject: Subject, limit: Limit) -> None:
    """Start a clock that the place has laid down, from now on."""
    period = under.place.period(limit, under.root.is_between)
    now = clock.now().astimezone(clock.HOME)
    if period and (answer := due(period, now, _days(under), _known(subject, under))):
        _set(under, subject.keeper(limit), answer)


def pass_on(under: Under, limit: Limit, holder: int, to: int) -> None:
    """The clock runs on as it was, for somebody else."""
    for row in under.deadlines:
        if (row.holder_id, row.limit) == (holder, limit):
            row.holder_id = to
            row.save(update_fields=["holder_id"])


def stop(under: Under, holder: int, *limits: Limit) -> None:
    """Stop the named clocks of a holder, or all of them."""
    for row in under.deadlines:
        if row.holder_id == holder and row.ended_at is None and (not limits or row.limit in limits):
            row.ended_at = clock.now()
            row.save(update_fields=["ended_at"])


def _days(under: Under) -> Calendar:
    return days_of(under.root.congress_id)


def _revert(under: Under, subject: Subject, limit: Limit) -> None:
    """The clock stands as if this subject had never stopped it."""
    for row in under.deadlines:
        if (row.holder_id, row.limit) == (subject.keeper(limit), limit):
            row.ended_at = subject.otherwise_ended_at(limit, under)
            row.save(update_fields=["ended_at"])


def told(row: Deadline) -> Due:
    """The explanation as it was given when the clock was set; an arrangement that has come since and leaves the day where it is
    makes it certain."""
    why = dict(row.why)
    why["notes"] = tuple(why["notes"])
    why["provisional"] = why["provisional"] and _is_unsure(row)
    days = days_of(row.congress_id)
    return Due(limit=row.limit, on=row.due_on, at=row.due_at.astimezone(clock.HOME), days=days, **why)


def _is_unsure(row: Deadline) -> bool:
    """Is the arrangement of the year in which it begins, or ends, still to come?"""
    days, begun = days_of(row.congress_id), date.fromisoformat(row.why["start"].split(" ")[0])
    return days.is_provisional(row.due_on) or days.is_provisional(begun)


def _known(subject: Subject, under: Under) -> dict[Limit, date]:
    holders = (under.root.id, subject.clock_holder, subject.id)
    return {row.limit: row.due_on for row in under.deadlines if row.holder_id in holders}


def _periods(row: Step, under: Under) -> list[Period]:
    """What the step starts, where the place has laid it down and counts it from this step."""
    found = [under.place.period(limit, under.root.is_between) for limit in row.starts]
    return [period for period in found if period and period.counts_from in (None, row.action)]


def _set(under: Under, holder: int, answer: Due) -> None:
    """A clock that is set anew replaces the old one."""
    row = next((r for r in under.deadlines if (r.holder_id, r.limit) == (holder, answer.limit)), None)
    if row is None:
        row = Deadline(
            id=new_id(), congress_id=under.root.congress_id, root_id=under.root.id, holder_id=holder
        )
        row.limit = answer.limit
        under.deadlines.append(row)
    row.due_at, row.due_on, row.why = answer.at, answer.on, _kept(answer)
    row.started_at, row.ended_at = clock.now(), None
    row.save()


def _kept(answer: Due) -> dict[str, Any]:
    told = {field.name: getattr(answer, field.name) for field in fields(answer)}
    return {k: v for k, v in told.items() if k not in ("limit", "at", "on", "days")} | {
        "notes": list(answer.notes)
    }


def ran_out(at: datetime) -> Q:
    """The condition on clocks that had run out at a moment and still ran then."""
    return Q(due_at__lte=at, started_at__lte=at) & (Q(ended_at=None) | Q(ended_at__gt=at))


def was_kept(row: Deadline) -> bool:
    """It has ended, and in time."""
    return row.ended_at is not None and not is_late(row, row.ended_at)


def is_late(row: Deadline, at: datetime) -> bool:
    return (row.ended_at or at) >= row.due_at
