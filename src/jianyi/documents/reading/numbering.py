"""The automatic numbers of a .docx file (一、 （一） 1.), which Word keeps apart from the text.

Format: ECMA-376 part 1, 17.9. Bullets give no text. What cannot be worked out is left without a number.
"""

from __future__ import annotations

import re
from collections import defaultdict

from lxml import etree

from jianyi.kit.numerals import chinese


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_CHINESE = {
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "taiwaneseCountingThousand",
    "taiwaneseCounting",
    "ideographDigital",
    "chineseLegalSimplified",
    "japaneseDigitalTenThousand",
}


class Numbering:
    """Counts through a document's numbered paragraphs and gives each its printed number."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        """`numbering` and `styles` are the roots of numbering.xml and styles.xml, or None."""
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._abstract: dict[str, str] = {}
        self._levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        self._styles: dict[str, tuple[str, int]] = {}
        if numbering is not None:
            self._read(numbering)
        for style in () if styles is None else styles.iter(W + "style"):
            place = _place(style)
            if place:
                self._styles[style.get(W + "styleId", "")] = place

    def label(self, paragraph: etree._Element) -> str:
        """The number printed before this paragraph ("" when it has none). Call once for each, in order."""
        place = _place(paragraph) or self._styles.get(_style(paragraph))
        if not place or place[0] not in self._abstract:
            return ""
        number, level = place
        counts = self._counts[self._abstract[number]]
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        counts[level] = counts.get(level, self._level(number, level)[2] - 1) + 1
        return self._printed(number, level, counts)

    def _level(self, number: str, level: int) -> tuple[str, str, int]:
        return self._levels.get((self._abstract[number], level), ("bullet", "", 1))

    def _printed(self, number: str, level: int, counts: dict[int, int]) -> str:
        form, pattern, _ = self._level(number, level)
        if form in ("bullet", "none"):
            return ""

        def one(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            shape, _, start = self._level(number, at)
            return _shaped(counts.get(at, start), shape)

        return re.sub(r"%(\d)", one, pattern)

    def _read(self, root: etree._Element) -> None:
        for abstract in root.iter(W + "abstractNum"):
            for level in abstract.iter(W + "lvl"):
                key = (abstract.get(W + "abstractNumId", ""), _whole(level.get(W + "ilvl")))
                start = _whole(_value(level, "start") or "1")
                self._levels[key] = (_value(level, "numFmt"), _value(level, "lvlText"), start)
        for number in root.iter(W + "num"):
            self._abstract[number.get(W + "numId", "")] = _value(number, "abstractNumId")


def _value(element: etree._Element, name: str) -> str:
    child = element.find(W + name)
    return "" if child is None else child.get(W + "val", "")


def _whole(value: str | None) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 6 else 0


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(W + "val", "")


def _place(element: etree._Element) -> tuple[str, int] | None:
    properties = element.find(f"{W}pPr/{W}numPr")
    if properties is None:
        return None
    return _value(properties, "numId"), _whole(_value(properties, "ilvl"))


def _shaped(number: int, form: str) -> str:
    if form in _CHINESE:
        return chinese(number)
    if form.startswith("decimalEnclosedCircle") and 1 <= number <= len(_CIRCLES):
        return _CIRCLES[number - 1]
    return str(number)
