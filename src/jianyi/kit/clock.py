"""What time it is in Shanghai. Stories and the simulation set it, the demo shifts it; everybody else asks."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo


HOME = ZoneInfo("Asia/Shanghai")
_set: ContextVar[datetime | None] = ContextVar("clock", default=None)
NO_SHIFT = timedelta()
_shift = NO_SHIFT


def now() -> datetime:
    return _set.get() or datetime.now(HOME) + _shift


def today() -> date:
    return now().astimezone(HOME).date()


def shift(by: timedelta) -> None:
    """How far this process runs ahead of the wall clock; used by the demo only."""
    global _shift
    _shift = by


def kept_shift(file: Path) -> timedelta:
    """The shift that was kept in a file, in days; none where there is no such file."""
    try:
        return timedelta(days=int(file.read_text("utf-8")))
    except (OSError, ValueError):
        return NO_SHIFT


def moment(told: str) -> datetime:
    """'2026-02-26' (nine in the morning) or '2026-05-27T00:20', in Shanghai."""
    return datetime.fromisoformat(told if "T" in told else f"{told}T09:00").replace(tzinfo=HOME)


def last_day(at: datetime) -> date:
    """The last day of which a moment tells: 24:00 still belongs to the day that it ends."""
    local = at.astimezone(HOME)
    return date.fromordinal(local.toordinal() - (local == midnight(local.date())))


def midnight(day: date) -> datetime:
    """0:00 of a day in Shanghai."""
    return datetime.combine(day, time(0), HOME)


def month(day: date) -> tuple[datetime, datetime]:
    """0:00 of the first day of its month, and of the first day after it."""
    first = day.replace(day=1)
    return midnight(first), midnight((first + timedelta(days=31)).replace(day=1))


@contextmanager
def at(told: str | datetime) -> Iterator[None]:
    """Stand at a moment."""
    before = _set.set(moment(told) if isinstance(told, str) else told)
    try:
        yield
    finally:
        _set.reset(before)
