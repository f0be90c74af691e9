"""Days: which are worked, the n-th of them, and what a month is."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tomllib import loads


DAYS = Path(__file__).parent / "days"
ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """`covered`: the years whose arrangement is known; other years are computed and called provisional."""

    version: str
    covered: frozenset[int]
    rest: frozenset[date]
    worked: frozenset[date]

    def is_worked(self, day: date) -> bool:
        return day in self.worked or (day.weekday() < 5 and day not in self.rest)

    def is_provisional(self, day: date) -> bool:
        return day.year not in self.covered

    def roll(self, day: date) -> date:
        """The day itself, or the next that is worked."""
        while not self.is_worked(day):
            day += ONE
        return day

    def worked_days_after(self, start: date, count: int) -> list[date]:
        """The first `count` (≥ 1) worked days after `start`, which itself is not counted."""
        days: list[date] = []
        day = start
        while len(days) < count:
            day += ONE
            if self.is_worked(day):
                days.append(day)
        return days

    def worked_days_between(self, start: date, end: date) -> int:
        """How many worked days lie after `start`, up to and including `end`; negative when `end` is earlier."""
        if end < start:
            return -self.worked_days_between(end, start)
        return sum(self.is_worked(start + ONE * n) for n in range(1, (end - start).days + 1))


def in_words(day: date) -> str:
    """2026 年 4 月 9 日: in sentences, always with its year."""
    return f"{day.year} 年 {day.month} 月 {day.day} 日"


def months_after(start: date, months: int) -> date:
    """The same day of the month; where there is none, the month's last (stories §0.3; 民法典 202)."""
    year, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + year, month + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


@dataclass(frozen=True, slots=True)
class Year:
    """The State Council's arrangement of one year. `edition`: which text of it; `rest`: first and last day of each holiday;
    `worked`: days of the weekend that are worked."""

    number: int
    edition: str
    rest: tuple[tuple[date, date], ...]
    worked: tuple[date, ...]
    source: str = ""


@cache
def shipped() -> Mapping[int, Year]:
    """The arrangements that come with the program, one file per year."""
    read = {int(path.stem): loads(path.read_text("utf-8")) for path in sorted(DAYS.glob("*.toml"))}
    return {
        number: Year(
            number,
            str(told["version"]),
            tuple((a, b) for a, b in told["rest"]),
            tuple(told["worked"]),
            told["source"],
        )
        for number, told in read.items()
    }


def of_years(years: Iterable[Year]) -> Calendar:
    """The days of these years; of any other only the weekends rest."""
    told = sorted(years, key=lambda year: year.number)
    rest = frozenset(day for year in told for span in year.rest for day in _span(*span))
    worked = frozenset(day for year in told for day in year.worked)
    version = "+".join(f"{year.number}.{year.edition}" for year in told)
    return Calendar(version, frozenset(year.number for year in told), rest, worked)


@cache
def calendar() -> Calendar:
    """The days as shipped."""
    return of_years(shipped().values())


def _span(first: date, last: date) -> list[date]:
    return [first + ONE * n for n in range((last - first).days + 1)]
