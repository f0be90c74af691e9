"""Dates as Chinese letters print them: 2019年7月9日, 二〇一九年七月九日, 2019-7-9, 2019.7.9."""

from __future__ import annotations

import datetime as dt
import re

from jianyi.kit.numerals import value
from jianyi.kit.text import fold


_YEAR = r"(?:[12]\d{3}|[一二][〇○零0OＯo◯Oо一二三四五六七八九]{3})"
_SMALL = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
DATE = rf"{_YEAR}\s*(?:年\s*{_SMALL}\s*月\s*{_SMALL}\s*日|[-./]\d{{1,2}}[-./]\d{{1,2}}日?)"
_PARTS = re.compile(rf"({_YEAR})\s*[年\-./]\s*({_SMALL})\s*[月\-./]\s*({_SMALL})\s*日?")
# 「202285」: a date whose 年月日 a copy has lost; only a line of its own is taken for one.
_BARE = re.compile(r"^(20\d{2})(\d{1,2}?)(\d{1,2})$")
_ONLY = re.compile(rf"^[(\[]?\s*(?:(?:答复|成文|发文|印发)?(?:时间|日期)\s*:\s*)?{DATE}\s*(?:印发)?[)\]]?$")
_LOOSE = re.compile(r"^(?:20\d{2}\s*年\s*\d{0,2}\s*月\s*\d{0,2}\s*日?|年\s*月\s*日)$")
_ZEROS = str.maketrans(dict.fromkeys("○Ｏ◯Oо〇零o", "〇"))


def is_date_line(line: str) -> bool:
    """Whether the line is a date and nothing else, whole or damaged."""
    folded = fold(line).strip()
    return any(pattern.match(folded) for pattern in (_ONLY, _BARE, _LOOSE))


def iso_date(text: str) -> str:
    """The last date printed in the text as 2019-07-09; "" when there is none or it cannot be."""
    folded = fold(text).strip()
    for match in reversed(list(_PARTS.finditer(folded))):
        found = _iso(*match.groups())
        if found:
            return found
    bare = _BARE.match(folded)
    return _iso(*bare.groups()) if bare else ""


def _iso(*parts: str) -> str:
    numbers = [value(part.translate(_ZEROS)) for part in parts]
    try:
        year, month, day = (-1 if number is None else number for number in numbers)
        return dt.date(year, month, day).isoformat()
    except (ValueError, OverflowError):
        return ""
