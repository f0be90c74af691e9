"""Small words of official papers: document numbers, days, numbered headings, titles broken into lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise

from jianyi.kit import clock
from jianyi.kit.numerals import chinese
from jianyi.kit.text import HAN

from .document import Block, Heading, Items, Paragraph


# A title is 156 mm wide: twenty characters of 22 points.
TITLE_WIDTH = 19.5
LONGEST_TITLE = 200
OPENING, ENDING = "《（〔“‘【(", "》）〕”’】)，。、：；！？,.:;!?"
STOPS = "。！？；：，、!?;:,"
# Where a title may well be broken: behind these, or before those.
GOOD_BEHIND = re.compile(r"(?:的|和|与|及|、|，|》|”|）|会议|大会)$")
FAIR_BEHIND = re.compile(r"[省市县号]$")
GOOD_BEFORE = re.compile(
    r"^(?:关于|《|“|（|第|的?(?:建议|答复|意见|通知|函|批复|报告|记录|请示)$|建议的|及|和|与|代表建议)"
)
WORD = re.compile(f"[{HAN}]|[0-9A-Za-z.%-]+|[^{HAN}0-9A-Za-z.%-]")


def document_number(code: str, series: str, year: int, number: int) -> str:
    """澜农 + 建函 + 2026 + 1 → 澜农建函〔2026〕1号 (GB/T 9704 7.2.5: six-cornered brackets, no 第, no leading nought)."""
    if not code.strip() or not series.strip() or not 1900 <= year <= 9999 or number < 1:
        raise ValueError((code, series, year, number))
    return f"{code.strip()}{series.strip()}〔{year}〕{number}号"


def long_day(day: date | None) -> str:
    """2026年5月20日, without leading noughts (7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def long_moment(moment: datetime | None) -> str:
    """2026年5月20日09:30, as it is here."""
    at = moment.astimezone(clock.HOME) if moment else None
    return f"{long_day(at.date())}{at:%H:%M}" if at else ""


def label(level: int, count: int) -> str:
    """The number of a heading of this level (7.3.3)."""
    return (f"{chinese(count)}、", f"（{chinese(count)}）", f"{count}.", f"（{count}）")[level - 1]


def labelled(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with the numbers of their headings written out; a heading begins the count of those below it."""
    counts = [0, 0, 0, 0]
    for block in flowing(blocks):
        if isinstance(block, Heading):
            counts[block.level - 1] += 1
            counts[block.level :] = [0] * (4 - block.level)
            told = label(block.level, counts[block.level - 1]) + block.text
            block = replace(block, text=told + ("。" if block.rest and told[-1] not in STOPS else ""))
        yield block


def flowing(blocks: Iterable[Block]) -> Iterator[Block]:
    """As people write: their own indents and empty lines go, what follows a heading's first line is a paragraph."""
    for block in blocks:
        if isinstance(block, Heading):
            first, *others = _lines(block.rest) or [""]
            yield replace(block, text=" ".join(_lines(block.text)), rest=first)
            yield from (Paragraph(line) for line in others)
        elif isinstance(block, Paragraph) and block.indent:
            yield replace(block, text="\n".join(_lines(block.text)))
        elif isinstance(block, Items):
            yield Items(tuple(" ".join(_lines(text)) for text in block.texts))
        else:
            yield block


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def width(text: str) -> float:
    """In characters: what is half as wide counts half."""
    return sum(0.5 if char.isascii() else 1.0 for char in text)


def title_lines(title: str, limit: float = TITLE_WIDTH) -> list[str]:
    """The title in as few lines as it needs, of like length, broken where its sense allows."""
    lines: list[str] = []
    for told in filter(None, map(str.strip, title.split("\n"))):
        lines += [told] if width(told) <= limit else _broken(told, limit)
    return lines


def _broken(title: str, limit: float) -> list[str]:
    words = WORD.findall(title)
    if width(title) > LONGEST_TITLE:
        return _filled(words, limit)
    places = ["".join(words[:count]) for count in range(len(words) + 1)]
    count = int(-(-width(title) // limit))
    while (found := _best(title, [len(place) for place in places], count, limit)) is None:
        if count > len(words):
            return [title]
        count += 1
    return [title[start:end] for start, end in pairwise(found)]


def _filled(words: list[str], limit: float) -> list[str]:
    """What is no title any more is only cut, so that it costs no time."""
    lines = [""]
    for word in words:
        if lines[-1] and width(lines[-1] + word) > limit:
            lines.append("")
        lines[-1] += word
    return lines


def _best(title: str, places: list[int], count: int, limit: float) -> list[int] | None:
    """The cheapest breaks for so many lines: each state is the cost and the breaks that led there."""
    ideal = width(title) / count
    states: dict[int, tuple[float, list[int]]] = {0: (0.0, [0])}
    for turn in range(count):
        following: dict[int, tuple[float, list[int]]] = {}
        for start, (cost, breaks) in states.items():
            for end in (place for place in places if place > start):
                if width(title[start:end]) > limit:
                    break
                more = cost + _cost(title, start, end, ideal, last=turn == count - 1)
                if end not in following or more < following[end][0]:
                    following[end] = (more, [*breaks, end])
        states = following
    found = states.get(len(title))
    return found[1] if found else None


def _cost(title: str, start: int, end: int, ideal: float, last: bool) -> float:
    """Unequal lines cost a little, a break inside a word more, a sign at the wrong edge most."""
    line, rest = title[start:end], title[end:]
    cost = (width(line) - ideal) ** 2 / 4
    if last or not rest:
        return cost
    if rest[0] in ENDING or line[-1] in OPENING:
        return cost + 400
    if GOOD_BEHIND.search(line) or GOOD_BEFORE.search(rest):
        return cost
    return cost + (5 if FAIR_BEHIND.search(line) else 40)
