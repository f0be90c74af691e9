"""What an arrangement of the days moves: running clocks are computed again, and every one that moved is listed."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from jianyi.kit.ids import new_id
from jianyi.procedure.facts.days import Reckoned
from jianyi.procedure.limits import Due, recomputed
from jianyi.procedure.words import Limit

from . import clocks
from .days import days_of, named
from .models import Deadline, Moved
from .under import Under


@dataclass(frozen=True, slots=True)
class Move:
    """A clock, and its answer by the days in force."""

    row: Deadline
    was: date
    answer: Due


def moves(under: Under) -> list[Move]:
    """The running clocks under a root that fall on another day now; what stands under a ceiling or is counted back from another
    limit follows that one."""
    days = days_of(under.root.congress_id)
    stale = [row for row in under.deadlines if row.ended_at is None and row.why["calendar"] != days.version]
    found: list[Move] = []
    known = {row.limit: row.due_on for row in under.deadlines if row.holder_id == under.root.id}
    for row in sorted(stale, key=lambda row: _order(row, under)):
        about = known | {r.limit: r.due_on for r in under.deadlines if r.holder_id == row.holder_id}
        about |= {
            move.row.limit: move.answer.on
            for move in found
            if move.row.holder_id in (row.holder_id, under.root.id)
        }
        about.pop(row.limit, None)
        if answer := _again(row, under, about):
            found.append(Move(row, row.due_on, answer))
    return found


def reckoned(subject: Any, under: Under) -> Reckoned:
    """For the table: does anything move?"""
    return Reckoned(len(moves(under)))


def reckon(under: Under) -> list[Move]:
    """Move them, and keep a line of the list for each."""
    found = moves(under)
    for row, answer in ((move.row, move.answer) for move in found):
        Moved.objects.create(
            id=new_id(), congress_id=under.root.congress_id, root_id=under.root.id, holder_id=row.holder_id,
            limit=row.limit, was=row.due_on, now=answer.on, version=answer.calendar,
        )  # fmt: skip
        clocks.move(row, answer)
    return found


def _again(row: Deadline, under: Under, about: dict[Limit, date]) -> Due | None:
    """By the length that it was counted with: the place may have one for the sitting and another between sittings."""
    was, days = clocks.told(row), days_of(under.root.congress_id)
    for between in (under.root.is_between, not under.root.is_between):
        period = under.place.period(row.limit, between)
        if period and period.article in was.article:
            return recomputed(was, period, named(was.calendar), days, about)
    return None


def _order(row: Deadline, under: Under) -> int:
    """Ceilings first, then what stands alone, then what is counted back from another."""
    period = under.place.period(row.limit, under.root.is_between)
    if row.limit is Limit.CEILING:
        return 0
    return 2 if period and period.before else 1
