"""How long a period lasts, and the instant it ends, together with the reason why that day."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from .actions import Action
from .calendar import ONE, Calendar, in_words, months_after
from .words import Limit


UNITS = {
    "hours": "{} 小时", "days": "{} 个自然日", "working_days": "{} 个工作日", "months": "{} 个月", "fixed": "定日",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Period:
    """As a place lays it down. `fixed`: days of the year, "MM-DD"."""

    limit: Limit
    unit: str
    count: int
    fixed: tuple[str, ...]
    article: str
    rolls: bool
    under: Limit | None = None
    before: Limit | None = None
    counts_from: Action | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """The answer: late from the instant `at` on; `on` is the last day that is in time; `granted`: the day until which more time
    was given, before it was rolled; `days`: the days in force now, where whoever tells it knows them."""

    limit: Limit
    at: datetime
    on: date
    start: str
    rule: str
    article: str
    calendar: str
    provisional: bool
    notes: tuple[str, ...] = ()
    granted: str = ""
    days: Calendar | None = None

    @property
    def steps(self) -> tuple[str, ...]:
        """「为什么是这一天」, line by line."""
        day, _, minute = self.start.partition(" ")
        begun = in_words(date.fromisoformat(day))
        counted = f"自 {begun} {minute} 起算" if minute else f"自 {begun}起算（当日不计）"
        end = f"止于 {in_words(self.on)} " + ("24:00" if self.at.time() == time(0) else f"{self.at:%H:%M}")
        tail = ("放假安排未公布，暂推算",) if self.provisional else ()
        return (counted, f"期限 {self.rule}", *self.notes, end, f"依据：{self.article}", *tail)

    @property
    def why(self) -> str:
        return "；".join(self.steps)


def due(period: Period, start: datetime, days: Calendar, running: Mapping[Limit, date]) -> Due | None:
    """When a period begun at `start` (local time) ends; nothing where it hangs on a clock that does not run."""
    if period.before is not None and period.before not in running:
        return None
    if period.unit == "hours":
        return _hours(period, start, days)
    first = running.get(period.before, start.date()) if period.before else start.date()
    begun = _since(period, first, days, running.get(period.limit))
    on = _counted(period, begun, days)
    answer = _answer(period, on, str(begun if begun != first else start.date()), start, days)
    return _under(period, _rolled(answer, days) if period.rolls else answer, running)


def extended(was: Due, on: date, article: str, days: Calendar, top: date | None) -> Due:
    """The same limit until a later day that was granted; rolled like any other, and never beyond `top`."""
    notes = (*was.notes, f"原期限 {in_words(was.on)}", f"经申请同意延至 {in_words(on)}")
    moved = replace(
        was,
        on=on,
        at=end_of(on, was.at),
        notes=notes,
        article=f"{was.article}；{article}",
        granted=on.isoformat(),
    )
    return _rolled_again(moved, days, top)


def recomputed(
    was: Due, period: Period, before: Calendar, days: Calendar, running: Mapping[Limit, date]
) -> Due | None:
    """The same clock by another arrangement of the days: its answer where the day is another one, nothing where it stays or
    cannot be found again. What is counted again must come to the day that it has by the days it was counted with."""
    if was.granted:
        on = date.fromisoformat(was.granted)
        anew = _rolled_again(replace(was, on=on, at=end_of(on, was.at)), days, running.get(Limit.CEILING))
        return anew if anew.on != was.on else None
    start = datetime.fromisoformat(was.start).replace(tzinfo=was.at.tzinfo)
    then, now = due(period, start, before, running), due(period, start, days, running)
    if then is None or now is None or then.on != was.on or now.on == was.on:
        return None
    return replace(now, notes=(*now.notes, f"原为 {in_words(was.on)}，放假安排有变动，重新推算"))


def _rolled_again(moved: Due, days: Calendar, top: date | None) -> Due:
    rolled = replace(_rolled(moved, days), provisional=days.is_provisional(moved.on), calendar=days.version)
    return rolled if top is None or rolled.on <= top else _moved(rolled, top, f"不超过总上限 {top}")


def _hours(period: Period, start: datetime, days: Calendar) -> Due:
    # Hours that pass, also where the clocks are changed meanwhile (summer time, 1986 to 1991).
    at = (start.astimezone(UTC) + timedelta(hours=period.count)).astimezone(start.tzinfo)
    told = _answer(period, at.date(), f"{start:%Y-%m-%d %H:%M}", start, days)
    return replace(told, at=at)


def _answer(period: Period, on: date, told: str, start: datetime, days: Calendar) -> Due:
    """Worked days are counted from the first on: one unknown year at either end makes the answer provisional."""
    unsure = days.is_provisional(on) or (period.unit == "working_days" and days.is_provisional(start.date()))
    return Due(
        period.limit, end_of(on, start), on, told, _rule(period), period.article, days.version, unsure,
    )  # fmt: skip


def end_of(day: date, like: datetime) -> datetime:
    """24:00 of a day, in the time zone of `like`."""
    return datetime.combine(day + ONE, time(0), like.tzinfo)


def _counted(period: Period, start: date, days: Calendar) -> date:
    match period.unit:
        case "days":
            return start + timedelta(days=-period.count if period.before else period.count)
        case "working_days":
            return days.worked_days_after(start, period.count)[-1]
        case "months":
            return months_after(start, period.count)
        case _:
            return min(day for day in _fixed_days(period, start.year) if day > start)


def _since(period: Period, start: date, days: Calendar, was: date | None) -> date:
    """After which day the next of the days of the year is looked for. What is done before its day, or a second time, uses
    up no other: `was`, the day that ran until now, is met by whatever was done since the one before."""
    if period.unit != "fixed" or was is None or was < start:
        return start
    last = {day: days.roll(day) if period.rolls else day for day in _fixed_days(period, start.year)}
    met = [day for day in last if start <= last[day] <= was]
    return met[-2:][0] if met else start


def _fixed_days(period: Period, year: int) -> list[date]:
    return sorted(date.fromisoformat(f"{y}-{day}") for y in (year, year + 1) for day in period.fixed)


def _moved(was: Due, on: date, note: str) -> Due:
    return replace(was, on=on, at=end_of(on, was.at), notes=(*was.notes, note))


def _rolled(was: Due, days: Calendar) -> Due:
    on = days.roll(was.on)
    return was if on == was.on else _moved(was, on, f"{in_words(was.on)}非工作日，顺延至 {in_words(on)}")


def _under(period: Period, was: Due, running: Mapping[Limit, date]) -> Due:
    top = running.get(period.under) if period.under else None
    if top is None:
        return was
    return _moved(was, min(was.on, top), f"不超过总上限 {in_words(top)}")


def _rule(period: Period) -> str:
    rule = UNITS[period.unit].format(period.count)
    return f"{period.before.label}期满前 {rule}" if period.before else rule
