"""When each phase of a suggestion falls: one phase is fixed, the others lie before and after it in worked days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from jianyi.kit import clock
from jianyi.procedure.calendar import calendar
from jianyi.procedure.limits import Period, due
from jianyi.procedure.places import Place
from jianyi.procedure.words import Limit

from .agenda import ONE, worked


# Each phase with the worked days since the one before: least, most.
GAPS: dict[str, tuple[int, int]] = {
    "draft": (0, 0), "invite": (0, 0), "co_sign": (0, 0), "submit": (1, 1), "register": (1, 2), "claim": (0, 1),
    "propose": (1, 1), "hand_over": (1, 1), "receive": (0, 2), "return": (0, 1), "decide_return": (1, 4),
    "route": (0, 1), "contact": (1, 6), "confirm": (0, 2), "begin": (0, 1), "write": (4, 26), "present": (0, 3),
    "desk1": (0, 1), "show": (0, 0), "agree": (0, 2), "desk2": (0, 1), "sign": (0, 2), "send": (0, 1), "relay": (0, 1), "rate": (1, 10), "decide": (1, 3),
    "contact2": (1, 4), "confirm2": (0, 1), "write2": (2, 6), "present2": (0, 1), "desk12": (0, 1), "show2": (0, 0), "agree2": (0, 1), "desk22": (0, 1),
    "sign2": (0, 1), "send2": (0, 1), "relay2": (0, 0), "rate2": (1, 8), "close": (1, 5),
}  # fmt: skip
PHASES = tuple(GAPS)
LATE = {"write": (50, 62)}
QUICK = {"write": (3, 8), "contact": (1, 3), "confirm": (0, 0), "rate": (1, 3)}
MINUTES = 12


@dataclass(frozen=True)
class Timetable:
    days: Mapping[str, date]

    def at(self, phase: str) -> datetime:
        """Within a day the phases keep their order."""
        minutes = 9 * 60 + MINUTES * PHASES.index(phase)
        return datetime.combine(self.days[phase], time(minutes // 60, minutes % 60), clock.HOME)


def timetable(
    dice: Random, anchor: str, day: date, gaps: Mapping[str, tuple[int, int]], fixed: Mapping[str, date]
) -> Timetable:
    """The anchor's day is given, and those in `fixed`; everything else follows in worked days."""
    length = {phase: dice.randint(*gaps.get(phase, GAPS[phase])) for phase in PHASES}
    at = PHASES.index(anchor)
    days = {anchor: day}
    for before, after in zip(PHASES[at::-1], PHASES[at - 1 :: -1] if at else (), strict=False):
        days[after] = worked(days[before], -length[before]) if length[before] else days[before]
    for before, after in zip(PHASES[at:], PHASES[at + 1 :], strict=False):
        days[after] = max(
            fixed.get(after, date.min), worked(days[before], length[after]) if length[after] else days[before]
        )
    days |= {phase: day for phase, day in fixed.items() if PHASES.index(phase) < at}
    return Timetable(days)


def start_for(place: Place, limit: Limit, target: date, between: bool = True) -> date:
    """The latest worked day on which a period must begin to end on the target day, or just before it."""
    period = place.period(limit, between)
    day = worked(target + ONE, -1)
    while period and (found := _ends(period, day)) and found > target:
        day = worked(day, -1)
    return day


def _ends(period: Period, day: date) -> date | None:
    start = datetime.combine(day, time(12), clock.HOME)
    found = due(period, start, calendar(), {})
    return found.on if found else None


def months_before(day: date, count: int) -> date:
    return worked(day - timedelta(days=30 * count), 0)
