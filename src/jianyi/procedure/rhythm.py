"""The rhythm of a unit: 两天一调度、一周一督促、一月一考评 (源 G4; stories S10.1), and on which days it falls."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from .calendar import ONE, Calendar
from .words import Beat


@dataclass(frozen=True, slots=True)
class Rhythm:
    """`every`: a dispatch list every so many worked days, counted from `anchor`, which is the first such day; 0: none.
    `weekday`: the day of the week on which slow work is urged, 1 (Monday) to 7; 0: none. `monthly`: the last worked day
    of each month is assessment day, and the figures are taken at `hour` o'clock. `since`: nothing falls before that day."""

    every: int = 0
    anchor: date | None = None
    weekday: int = 0
    monthly: bool = False
    hour: int = 17
    since: date | None = None

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> "Rhythm":
        """From a unit's rules, where a day is kept as text."""
        days = {name: date.fromisoformat(kept[name]) for name in ("anchor", "since") if kept.get(name)}
        return cls(**{**kept, "anchor": None, "since": None, **days})

    def kept(self, since: date) -> dict[str, Any] | None:
        """As a unit's rules keep it, from a day on; nothing where there is no beat at all."""
        if not (self.every or self.weekday or self.monthly):
            return None
        days = {name: day.isoformat() for name, day in (("anchor", self.anchor), ("since", since)) if day}
        return {
            "every": self.every,
            "weekday": self.weekday,
            "monthly": self.monthly,
            "hour": self.hour,
            **days,
        }

    def beats_on(self, day: date, days: Calendar) -> list[Beat]:
        """What falls on a day."""
        return [beat for beat in Beat if self._falls(beat, day, days)]

    def last(self, beat: Beat, until: date, days: Calendar) -> date | None:
        """The latest day of this beat up to and including `until`; nothing in the two months before it."""
        back = (until - ONE * n for n in range(LOOK))
        return next((day for day in back if self._falls(beat, day, days)), None)

    def next(self, beat: Beat, after: date, days: Calendar) -> date | None:
        """The first day of this beat after a day; nothing in the two months to come."""
        ahead = (after + ONE * n for n in range(1, LOOK))
        return next((day for day in ahead if self._falls(beat, day, days)), None)

    def _falls(self, beat: Beat, day: date, days: Calendar) -> bool:
        if self.since and day < self.since:
            return False
        return {
            Beat.DISPATCH: self._dispatches_on, Beat.URGING: self._urges_on, Beat.ASSESSMENT: self._assesses_on,
        }[beat](day, days)  # fmt: skip

    def _dispatches_on(self, day: date, days: Calendar) -> bool:
        if not self.every or self.anchor is None or day < self.anchor or not days.is_worked(day):
            return False
        return days.worked_days_between(self.anchor, day) % self.every == 0

    def _urges_on(self, day: date, days: Calendar) -> bool:
        """That day of the week, or the last worked day before it in the same week."""
        if not self.weekday or not days.is_worked(day):
            return False
        meant = day + timedelta(days=self.weekday - day.isoweekday())
        return day <= meant and not any(
            days.is_worked(day + ONE * n) for n in range(1, (meant - day).days + 1)
        )

    def _assesses_on(self, day: date, days: Calendar) -> bool:
        """The last worked day of its month."""
        if not self.monthly or not days.is_worked(day):
            return False
        later = day + ONE
        while later.month == day.month:
            if days.is_worked(later):
                return False
            later += ONE
        return True


LOOK = 62
