"""Plates of vehicles: by the places that are issued, by the dot, by what stands before them, and beside one another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jianyi.publication.personal.spans import Span


_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领澜楚"
PLATE = re.compile(
    rf"(?i)[{_PROVINCES}][·•]? ?[A-Z] ?[·•.\-:]? ?(?=[A-Z0-9]{{0,5}}[0-9])(?:[A-Z0-9]{{4,6}}[挂学警港澳黄蓝绿领超试临急]?(?![A-Za-z0-9])|[A-Z0-9]{{5}}(?=[0-9]{{2}}、)|[A-Z0-9]{{2,3}}[·•][A-Z0-9]{{2,3}}(?![A-Za-z0-9]))"
)
_BARE_PLATE = re.compile(
    r"(?i)(?:车牌|牌照|车号|号牌|牌号)[^\nA-Za-z0-9。;]{0,8}([\u4e00-\u9fff]?[A-Z][·. \-]?(?=[A-Z0-9]{0,5}[0-9])[A-Z0-9]{4,6}[挂学警港澳黄]?)(?![A-Za-z0-9])"
)
_ANY_PLATE = re.compile(
    "(?<![A-Za-z0-9])[\u4e00-\u9fff][A-Z][ ·.\\-]?(?=[A-Z0-9]{0,5}[0-9]{2})[A-Z0-9]{5,6}[挂学警]?(?![A-Za-z0-9])"
)
# The dot is a plate's own: no place need be known.
_DOTTED_PLATE = re.compile(
    "(?<![A-Za-z0-9])[\u4e00-\u9fff][A-Z][·•](?=[残A-Z0-9]{0,5}[0-9])[残A-Z0-9]{5,6}[挂学警]?(?![A-Za-z0-9])"
)
# What stands so near before a plate may say what it is.
_NEAR = 16
_VEHICLE = re.compile("(?:车|摩托|车辆|车主|货运|拍照|抓拍|闯红灯|违停|超载)[^0-9A-Za-z。]{0,12}$")
_FAR = 22


def find(text: str) -> Iterator[Span]:
    """Plates in a folded text. They may overlap."""
    yield from _issued(text)
    yield from _others(text)


def _issued(text: str) -> Iterator[Span]:
    for match in PLATE.finditer(text):
        yield Span(*match.span(), "plate", "符合车牌号码的写法。")
    for match in _BARE_PLATE.finditer(text):
        yield Span(*match.span(1), "plate", "前面写明是车牌。")


def _others(text: str) -> Iterator[Span]:
    """A vehicle's plate with another first character than those that are issued: written so that nobody is known."""
    last, places = -_FAR, set()
    for match in _DOTTED_PLATE.finditer(text):
        places.add(match[0][0])
        yield Span(*match.span(), "plate", "符合车牌号码的写法。")
    for match in _ANY_PLATE.finditer(text):
        told = _VEHICLE.search(text[max(0, match.start() - _NEAR) : match.start()])
        if told or match[0][0] in places or match.start() - last <= 2:
            last = match.end()
            yield Span(*match.span(), "plate", "前面写明是车辆。" if told else "与另一个车牌写法相同。")
