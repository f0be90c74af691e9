"""What is said of the days of a year."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from .said import Said, asked


DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")


@dataclass(frozen=True, slots=True)
class Arranging(Said):
    """The State Council's arrangement, day by day: `rest` a line for each holiday, `worked` a line for each day of the weekend
    that is worked."""

    year: int = asked("年份", 0, "count")
    rest: str = asked("放假（每行：起日 至 止日）", kind="long")
    worked: str = asked("调休上班（每行一个日子）", kind="long")
    source: str = asked("依据（文件名称、文号）", most=200)

    @property
    def spans(self) -> list[tuple[date, date]] | None:
        """First and last day of each holiday; nothing where a line cannot be read."""
        found = [_days(line) for line in _lines(self.rest)]
        if any(days is None or len(days) not in (1, 2) for days in found):
            return None
        return [(days[0], days[-1]) for days in found if days]

    @property
    def days_worked(self) -> list[date] | None:
        found = [_days(line) for line in _lines(self.worked)]
        if any(days is None or len(days) != 1 for days in found):
            return None
        return [days[0] for days in found if days]

    @property
    def is_plain(self) -> bool:
        """Every line can be read, there is a holiday, and every day is of the year."""
        spans, worked = self.spans, self.days_worked
        if not spans or worked is None:
            return False
        return all(day.year == self.year for day in (*worked, *(day for span in spans for day in span)))

    @property
    def agrees(self) -> bool:
        """Spans run forward and apart from each other; what is worked is of the weekend and no holiday."""
        spans, worked = sorted(self.spans or []), self.days_worked or []
        forward = all(first <= last for first, last in spans)
        apart = all(last < first for (_, last), (first, _) in zip(spans, spans[1:], strict=False))
        free = {first + timedelta(n) for first, last in spans for n in range((last - first).days + 1)}
        return forward and apart and all(day.isoweekday() > 5 and day not in free for day in worked)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _days(line: str) -> list[date] | None:
    """The days that a line names; nothing where one of them is none or something else stands there."""
    rest = DAY.sub("", line).replace("至", "").strip(" 　-–—~～、，,.。")
    try:
        return [date(*map(int, found.split("-"))) for found in DAY.findall(line)] if not rest else None
    except ValueError:
        return None
