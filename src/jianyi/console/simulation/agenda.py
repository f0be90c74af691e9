"""What happens when: roads that wait for their day, and the clock that moves from one to the next."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from heapq import heappop, heappush

from jianyi.cadence import due as cadence
from jianyi.cases import due as cases
from jianyi.kit import clock
from jianyi.procedure.calendar import calendar
from jianyi.procedure.refusals import Refused, as_text
from jianyi.supervision import due as supervision


Road = Iterator[datetime]
ONE = timedelta(days=1)


@dataclass
class Agenda:
    """Every road yields the moment at which it wants to go on; nothing happens after `until`."""

    until: datetime
    waiting: list[tuple[datetime, int, Road]] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    last_tick: date | None = None
    order: int = 0

    def add(self, road: Road) -> None:
        """Walk a new road up to where it first waits."""
        self._go_on(road, None)

    def run(self) -> None:
        """Everything in order of time, each day beginning with what the procedure does by itself."""
        while self.waiting and self.waiting[0][0] <= self.until:
            when, _, road = heappop(self.waiting)
            self._begin_days(when)
            self._go_on(road, when)
        self._begin_days(self.until)

    def _go_on(self, road: Road, when: datetime | None) -> None:
        """A refusal ends a road and is counted: in a good simulation there is none."""
        try:
            with clock.at(when or clock.now()):
                wanted = next(road, None)
        except Refused as refusal:
            self.refused[as_text(refusal.reasons)] += 1
            return
        if wanted is not None:
            self.order += 1
            heappush(self.waiting, (max(wanted, when or wanted), self.order, road))

    def _begin_days(self, when: datetime) -> None:
        """The procedure's own steps of every day up to this one, a minute after midnight."""
        day = when.astimezone(clock.HOME).date()
        at = self.last_tick + ONE if self.last_tick else day
        while at <= day:
            with clock.at(clock.midnight(at) + timedelta(minutes=1)):
                tick()
            at += ONE
        self.last_tick = day


def tick() -> None:
    """The procedure's own steps that are due now."""
    cases.tick_all()
    cadence.tick_all()
    supervision.tick_all()


def worked(day: date, count: int) -> date:
    """`count` worked days after a day, or before it where negative; 0 is the day itself or the next that is worked."""
    days = calendar()
    if count >= 0:
        return days.worked_days_after(day, count)[-1] if count else days.roll(day)
    while count:
        day -= ONE
        count += days.is_worked(day)
    return day
