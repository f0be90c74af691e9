"""Chinese numerals: writing small whole numbers, and reading them back."""

from __future__ import annotations

import re


DIGITS = "零一二三四五六七八九"
_VALUES = {digit: value for value, digit in enumerate(DIGITS)} | {
    "〇": 0,
    "○": 0,
    "Ｏ": 0,
    "O": 0,
    "0": 0,
    "两": 2,
}
_VALUES.update({str(value): value for value in range(10)})


def chinese(number: int) -> str:
    """1 → 一, 12 → 十二, 20 → 二十; numbers outside 1–99 are written in digits."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else DIGITS[tens] + "十")
    return head + (DIGITS[ones] if ones else "")


def value(text: str) -> int | None:
    """十二 → 12, 三十 → 30, 二〇一九 → 2019, 12 → 12; None when the text is no number of these forms."""
    if not text:
        return None
    if "十" not in text:
        digits = [_VALUES[char] for char in text if char in _VALUES]
        return None if len(digits) < len(text) else int("".join(map(str, digits)))
    tens, _, ones = text.partition("十")
    many, few = (_VALUES.get(tens) if tens else 1), (_VALUES.get(ones) if ones else 0)
    return None if many is None or few is None else many * 10 + few


_NUMBER = re.compile(
    r"[（(]?([一二三四五六七八九十]{1,3}|[0-9０-９]{1,2})[）)、.．，]\s*(?![一二三四五六七八九十0-9０-９])"
)


def unnumbered(text: str, place: int) -> str:
    """A line without the number of its place that somebody typed before it: 「一、」「（1）」「1.」 at place 1. Any other
    number belongs to what is said (「三、四年级」)."""
    found = _NUMBER.match(text)
    typed = found and value(found[1].translate({ord("０") + n: str(n) for n in range(10)}))
    return text[found.end() :] if found and typed == place else text
