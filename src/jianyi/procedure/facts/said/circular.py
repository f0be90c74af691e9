"""What is said about a circular: as of which day its facts are drawn, what it praises, asks and pushes forward (F22)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ...calendar import in_words
from .said import Said, asked


MARK = "="
PARTS = 5
LONGEST = 300
# As of any day that is said: what rows and clocks can hold.
YEARS = range(1900, 2200)


@dataclass(frozen=True, slots=True)
class Drawing(Said):
    """As of the end of this day, or of the moment where the day is not over; the meeting of the month that goes with it."""

    day: date | None = asked("数据截止日（当日 24:00）", None, "day")
    meeting: int = asked("关联的调度会", 0, "gathering")

    @property
    def day_told(self) -> str:
        return in_words(self.day) if self.day else "未定"


@dataclass(frozen=True, slots=True)
class Pushed:
    """One line of the push list."""

    no: str
    problem: str
    next: str
    who: str
    due: date | None

    @property
    def is_whole(self) -> bool:
        return bool(self.no and self.problem and self.next and self.who and self.due)


@dataclass(frozen=True, slots=True)
class Phrasing(Said):
    """What facts alone do not say: 「编号 = 问题 = 下步 = 责任单位（处室）和责任人 = 时限」, one a line."""

    praise: str = asked("表扬", kind="long", most=2000)
    requirements: str = asked("下月要求", kind="long", most=4000)
    push: str = asked(
        "推进清单（每行一项：编号 = 问题 = 下步 = 责任单位和责任人 = 时限）", kind="long", most=10_000
    )

    @property
    def rows(self) -> list[Pushed]:
        return [_pushed(line) for line in self.push.replace("＝", MARK).splitlines() if line.strip()]

    @property
    def unwhole(self) -> str:
        """「第 2、3 行」; nothing where every line has all its parts and a day that can be read."""
        return _lines([n for n, row in enumerate(self.rows, 1) if not row.is_whole])

    @property
    def too_long(self) -> str:
        return _lines(
            [
                n
                for n, row in enumerate(self.rows, 1)
                if max(map(len, (row.problem, row.next, row.who))) > LONGEST
            ]
        )

    def unknown(self, numbers: frozenset[str]) -> str:
        return _lines([n for n, row in enumerate(self.rows, 1) if row.no not in numbers])

    def stray(self, numbers: frozenset[str], houses: frozenset[str]) -> str:
        fits = [row.no in numbers and any(house in row.who for house in houses) for row in self.rows]
        return _lines([n for n, fit in enumerate(fits, 1) if not fit])

    def among(self, numbers: frozenset[str]) -> str:
        return _lines([n for n, row in enumerate(self.rows, 1) if row.no in numbers])

    def nobodys(self, houses: frozenset[str]) -> str:
        return _lines(
            [n for n, row in enumerate(self.rows, 1) if not any(house in row.who for house in houses)]
        )


def _pushed(line: str) -> Pushed:
    parts = [part.strip() for part in line.split(MARK)]
    no, problem, after, who, due = (parts + [""] * PARTS)[:PARTS]
    return Pushed(" ".join(no.split()), problem, after, who, _day(due) if len(parts) == PARTS else None)


def _day(told: str) -> date | None:
    try:
        day = date.fromisoformat(told)
    except ValueError:
        return None
    return day if day.year in YEARS else None


def _lines(numbers: Sequence[int]) -> str:
    return f"第 {'、'.join(map(str, numbers))} 行" if numbers else ""
