"""Until when: days as replies write them, counted from the day of signing. Standard library only, linear in the text."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class When:
    """The last day that is meant, and where in the text it is said."""

    day: date
    start: int
    end: int


NUMERALS = {
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
    "十一": 11,
    "十二": 12,
}
# The five-year plans: 十四五 is 2021–2025.
PLANS = {"十三": 2020, "十四": 2025, "十五": 2030, "十六": 2035}
RELATIVE = {"今年": 0, "本年": 0, "本年度": 0, "今年内": 0, "当年": 0, "明年": 1, "次年": 1, "后年": 2}
QUARTERS = {"一": 3, "二": 6, "三": 9, "四": 12, "1": 3, "2": 6, "3": 9, "4": 12}

_N = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_YEAR = r"(?:(?P<year>20\d{2}) ?年|(?P<rel>今年|本年度?|当年|明年|次年|后年))"
_BEFORE = r"(?P<before>(?:之前|以前|前)?)"
# The longer forms come first: one place in the text is read once.
FORMS = re.compile(
    "|".join(
        (
            rf"{_YEAR}?的? ?(?P<month>{_N}) ?月 ?(?P<dom>[12]\d|3[01]|0?[1-9]) ?日",
            rf"{_YEAR}?的? ?(?P<monthend>{_N}) ?月份?(?P<end>底|末)?(?P<mbefore>之前|以前|前)?(?![\d上中下]|个)".replace("(?P<year>", "(?P<year2>").replace("(?P<rel>", "(?P<rel2>"),
            rf"{_YEAR}?的?第?(?P<quarter>[一二三四1-4]) ?季度".replace("(?P<year>", "(?P<year3>").replace("(?P<rel>", "(?P<rel3>"),
            rf"{_YEAR}?的?(?P<half>上半年|下半年)".replace("(?P<year>", "(?P<year4>").replace("(?P<rel>", "(?P<rel4>"),
            r"[“\"「]?(?P<plan>十[三四五六])五[”\"」]?(?:规划)?(?:期间|时期|末|期末|期内)",
            r"(?P<span>\d{1,2}|[一二两三四五六七八九十]) ?(?P<unit>个月|年|周|个工作日|日|天)(?:时间)?(?:之内|以内|内)",
            rf"{_YEAR}(?P<yearend>年?底|年?末|内|度内)?(?P<ybefore>之前|以前|前)?".replace("(?P<year>", "(?P<year5>").replace("(?P<rel>", "(?P<rel5>"),
            r"(?P<thisyear>年底前?|年末|年内|本月底|本月内|月底前|下个月|下月)",
        )
    )
)  # fmt: skip


def days(text: str, signing: date) -> Iterator[When]:
    """Every day that is named and lies after the signing, in the order of the text."""
    for found in FORMS.finditer(text):
        day = _day(found, signing)
        if day and day > signing:
            yield When(day, found.start(), found.end())


def _day(found: re.Match[str], signing: date) -> date | None:
    told = {name: value for name, value in found.groupdict().items() if value}
    for name, read in READERS.items():
        if name in told:
            return read(told, signing)
    return None


def _year(told: dict[str, str], signing: date) -> int | None:
    for name, value in told.items():
        if name.startswith("year") and value.isdecimal():
            return int(value)
        if name.startswith("rel"):
            return signing.year + RELATIVE[value]
    return None


def _number(told: str) -> int:
    return int(told) if told.isdecimal() else NUMERALS[told]


def _on_or_after(make: Callable[[int], date | None], told: dict[str, str], signing: date) -> date | None:
    """Without a year it is the next such day."""
    year = _year(told, signing)
    if year is not None:
        return make(year)
    this = make(signing.year)
    return this if this and this > signing else make(signing.year + 1)


def _whole_day(told: dict[str, str], signing: date) -> date | None:
    month, day = _number(told["month"]), int(told["dom"])
    return _on_or_after(lambda year: _made(year, month, day), told, signing)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _end(year: int, month: int) -> date:
    return (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _month(told: dict[str, str], signing: date) -> date | None:
    """6月底前: its last day; 6月前: before it begins."""
    month, early = _number(told["monthend"]), "mbefore" in told and "end" not in told
    return _on_or_after(
        lambda year: date(year, month, 1) - timedelta(days=1) if early else _end(year, month), told, signing
    )


def _quarter(told: dict[str, str], signing: date) -> date | None:
    return _on_or_after(lambda year: _end(year, QUARTERS[told["quarter"]]), told, signing)


def _half(told: dict[str, str], signing: date) -> date | None:
    return _on_or_after(lambda year: _end(year, 6 if told["half"] == "上半年" else 12), told, signing)


def _plan(told: dict[str, str], signing: date) -> date:
    return date(PLANS[told["plan"]], 12, 31)


def _span(told: dict[str, str], signing: date) -> date | None:
    count, unit = _number(told["span"]), told["unit"]
    if unit == "个月":
        months = signing.month - 1 + count
        end = _end(signing.year + months // 12, months % 12 + 1)
        return end if end.day < signing.day else end.replace(day=signing.day)
    if unit == "年":
        return _made(signing.year + count, signing.month, signing.day) or date(signing.year + count, 2, 28)
    return signing + timedelta(days=count * (7 if unit == "周" else 1)) if unit != "个工作日" else None


def _only_year(told: dict[str, str], signing: date) -> date | None:
    year = _year(told, signing)
    early = "ybefore" in told and "yearend" not in told
    return date(year - early, 12, 31) if year else None


def _this(told: dict[str, str], signing: date) -> date:
    word = told["thisyear"]
    if "下" in word:
        return _end(signing.year + signing.month // 12, signing.month % 12 + 1)
    return _end(signing.year, signing.month) if "月" in word else date(signing.year, 12, 31)


READERS: dict[str, Callable[[dict[str, str], date], date | None]] = {
    "dom": _whole_day, "monthend": _month, "quarter": _quarter, "half": _half, "plan": _plan, "span": _span,
    "thisyear": _this, "year5": _only_year, "rel5": _only_year,
}  # fmt: skip
