"""Where a name may stand: a surname and one or two characters, two pieces with a dot, parts of names of other peoples."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from jianyi.publication.personal import cues
from jianyi.publication.personal.surnames import DOUBLE, PARTS, SINGLE


HAN = re.compile("[\u4e00-\u9fff\u3400-\u4dbf\U00020000-\U000323af]")
_DOTTED = re.compile("[\u4e00-\u9fff]{2,8}(?:·[\u4e00-\u9fff]{1,8}){1,4}")
# A dot used as a comma stands between words that no name holds.
_NO_DOTTED = re.compile("[这那些就的个了会]|上级|大厦|对面|旁边|街|违章")
_ANY_PART = "|".join(sorted(PARTS, key=lambda part: (-len(part), part)))
PARTED = re.compile(f"(?:{_ANY_PART}){{2,4}}")
_PARTS = re.compile(f"(?:{_ANY_PART}){{1,3}}")
# Characters by which names of other languages are written.
_SOUNDS = re.compile(
    "[阿艾巴白宝比博布才仓措达丹当德登迪顿多俄额恩尔尕嘎噶戈格古哈罕汗赫呼吉加嘉卡克库拉勒丽鲁洛玛买麦曼毛米莫木穆娜纳妮尼努诺帕普其琪恰羌曲热仁日茹萨赛桑沙斯苏索塔泰特提图托娃瓦旺维乌希雅亚央依伊益玉孜扎札珍珠卓增]{3,6}"
)
_WIDE = re.compile("[\u4e00-\u9fff] {1,2}[\u4e00-\u9fff](?![\u4e00-\u9fff])")
_NOT_IN_NAMES = frozenset("的是和与向对给由被随年月日户名叫及为让请找跟同了")
CALLED = re.compile("女士|先生|同志|老人|同学")
CLOSED = re.compile(r"^(?:[,。;、()!\n ]|$)")


def candidates(text: str, named: Set[str] = frozenset()) -> Iterator[tuple[int, list[int]]]:
    """Where a name may stand, and where it may end, longest first. Inside a dotted name no other begins, nor inside one
    of those `named` already, who are nobody's secret."""
    at = 0
    while at < len(text):
        if size := next((size for size in (4, 3) if text[at : at + size] in named), 0):
            at += size
            continue
        dotted = _DOTTED.match(text, at) or PARTED.match(text, at)
        if dotted and not _NO_DOTTED.search(text, at, text.rfind("·", at, dotted.end()) + 3):
            yield _beginning(text, at, dotted.end()), [_finish(text, at, dotted.end())]
            at = dotted.end()
            continue
        if ends := ends_of(text, at):
            yield at, ends
        at += 1


def _finish(text: str, at: int, end: int) -> int:
    """Where a dotted name ends: with a known part, or before the first word that can follow a name."""
    last = text.rfind("·", at, end) + 1
    if not last or (end - last < 5 and CLOSED.match(text[end : end + 1])):
        return end
    if part := _PARTS.match(text, last):
        return end if end - part.end() < 4 else part.end()
    return next((stop for stop in range(last + 2, end) if cues.RIGHT.match(text[stop : stop + 4])), end)


def _beginning(text: str, at: int, end: int) -> int:
    """Where a dotted name begins: behind whatever announces it or a word that cannot be in it."""
    first = text.find("·", at, end)
    for start in range(first - 1, at, -1):
        if text[start - 1] in _NOT_IN_NAMES or any(
            text[start - size : start] in cues.BEFORE for size in (2, 3, 4) if start - size >= at
        ):
            return start
    return at


def ends_of(text: str, at: int) -> list[int]:
    """Where a name that begins here may end, longest first; nothing where none begins."""
    ends = []
    family = 2 if text[at : at + 2] in DOUBLE else 1
    if family == 2 or text[at] in SINGLE:
        ends = [
            at + family + more for more in (2, 1) if is_given(text[at + family : at + family + more], more)
        ]
        if wide := _WIDE.match(text, at):
            ends.append(wide.end())
    if part := _PARTS.match(text, at):
        ends += [
            end
            for end in (part.end() + 2, part.end() + 1, part.end())
            if is_given(text[part.end() : end], end - part.end())
        ]
    if (sounds := _SOUNDS.match(text, at)) and (not ends or sounds.end() - at > 3):
        ends = (
            [*range(sounds.end(), at + 2, -1), *ends]
            if not ends or CALLED.match(text, sounds.end())
            else ends
        )
    # One part of a name alone (惹) is none.
    return [end for end in ends if end - at > 1]


def is_given(given: str, length: int) -> bool:
    """Whether these characters can be a given name of that length."""
    return len(given) == length and all(map(HAN.match, given)) and not set(given) & cues.NEVER
