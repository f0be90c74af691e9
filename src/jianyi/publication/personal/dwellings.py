"""Where somebody lives: every place that goes down to a detail, decided by trees that were learned, as names are.

The rules of `addresses` say what they believe; besides them stand wider candidates (a row of houses, a door in a yard, a cell of a
table), because who lives there is told in more ways than rules know.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from jianyi.publication.personal import addresses, trees
from jianyi.publication.personal.spans import Span
from jianyi.publication.personal.tagging import Read


Place = tuple[int, int]
THRESHOLD = 0.35
_N, _M = addresses.NUMBER, addresses.MARK
_HAN = "\u4e00-\u9fff"
_ROW = re.compile(
    f"(?:[A-Za-z]?{_N}排{_N}号?|[A-Za-z]区{_N}(?:号|-{_N})?|{_M}号?(?:幢|栋|楼){_N}门(?:[0-9]{{3,4}})?|(?:[0-9]{{1,3}}[,、]){{1,3}}[0-9]{{1,3}}号|[0-9]{{1,3}}号栋)"
)
_YARD = re.compile("[0-9]{1,4}号(?:附[0-9]{1,3}号)?(?:后院|前院|院|之[一二三四五]|阁楼|平房|楼上)")
_SAID = re.compile(
    f'(?:家住|家在|现住|住址|住在|租住在?|租住于|居住在|住|地址|桥头|是)[为是:在于 ]{{0,3}}([{_HAN}A-Za-z0-9\\-]{{3,30}}?(?:[(][^()\\n]{{1,16}}[)])?[{_HAN}A-Za-z0-9\\-]{{0,12}}?)(?=[,。;、()\\n:"”\\t |]|$|的)'
)
_CELL = re.compile(
    f"(?:^|(?<=[\\n\\t |、,。;:(]))((?!我|本人|他|她|俺|咱)[{_HAN}A-Za-z0-9\\-]{{2,24}}(?:[0-9一二三四五六七八九十]{{1,3}}(?:组|社|队|号|户|屯)|组|屯|队|盘|塆|湾|坪|田|冲|贵龙))(?=[\\n\\t |、,。;:(){_HAN}]|$)"
)
# What still belongs to a home behind its core.
_TAIL = re.compile(
    f"(?:之[一二三四五六七八九十]|阁楼|(?:底|顶|一|二|三|四|五|六)楼[左右][手边]?|底楼|后院平房|平房|第?{_N}户|(?<=[栋幢号])[0-9]{{1,2}}(?:-[0-9]{{1,2}}){{1,2}}|{_N}门(?:[0-9]{{3,4}})?|"
    f"[(][^()\\n]{{0,3}}原[^()\\n]{{1,20}}[)](?:{_N}组)?|(?<=[0-9一二三四五六七八九十]组)[{_HAN}]{{2,3}}(?=[\\t\\n ,。]|$)|旁边?第?{_N}家|桥边第?{_N}家|[0-9]{{1,2}}-[0-9]{{1,2}}(?![0-9年月日]))"
)
_PATTERNS = (*addresses.PATTERNS, _ROW, _YARD)
_PARTS = ("栋", "幢", "单元", "室", "楼", "层", "户型", "组", "社", "队", "号", "路", "街", "巷", "村", "小区", "镇", "乡", "市", "县", "区", "苑", "花园", "城", "公司", "大厦", "广场", "屯", "湾", "门", "排", "院")  # fmt: skip
_LAST = "号室房户组栋楼元屯社队院村层"
# What is counted is cut off where the labelled texts end, so that a very long text is judged as a long one.
_MANY, _LONG = 60, 9.0
_ME = re.compile("我|本人|业主|住户|租")
_LIVED_IN = re.compile("业主|住户|居民|村民|房|家|邻居")


@dataclass(frozen=True)
class Text:
    """One text with what is known of it before a candidate is looked at: names as places where they begin and end."""

    text: str
    read: Read
    names: frozenset[int]
    ruled: dict[Place, str]
    candidates: dict[Place, tuple[int, frozenset[int]]]
    cores: Counter[str]
    covered: bytearray


def find(text: str, read: Read, names: frozenset[int]) -> list[Span]:
    """Homes in a folded text, in order and without overlap."""
    all_ = prepared(text, read, names)
    places = sorted(all_.candidates)
    told = trees.shares("homes", [evidence(all_, place) for place in places])
    spans: list[Span] = []
    for place, share in zip(places, told, strict=True):
        if share <= THRESHOLD:
            continue
        span = Span(*place, "address", all_.ruled.get(place, "写到了具体住处，前后文像在说有人住在那里。"))
        if not spans or span.start >= spans[-1].end:
            spans.append(span)
        elif span.end - span.start > spans[-1].end - spans[-1].start:
            spans[-1] = span
    return spans


def prepared(text: str, read: Read, names: frozenset[int]) -> Text:
    """The text with every place that may be a home: where its core begins and which patterns told of it."""
    told: dict[Place, tuple[int, frozenset[int]]] = {}
    for place, core, pattern in _candidates(text):
        first, patterns = told.get(place, (core, frozenset()))
        told[place] = (first, patterns | {pattern})
    ruled = {(span.start, span.end): span.why for span in addresses.find(text, names)}
    for place in ruled:
        told.setdefault(place, (place[0], frozenset()))
    cores = Counter(text[max(0, core - 3) : end] for (_, end), (core, _) in told.items())
    covered = bytearray(len(text))
    for start, end in ruled:
        covered[start:end] = b"\1" * (end - start)
    return Text(text, read, names, ruled, told, cores, covered)


def _candidates(text: str) -> Iterator[tuple[Place, int, int]]:
    for number, pattern in enumerate(_PATTERNS):
        for match in pattern.finditer(text):
            tail = _TAIL.match(text, match.end())
            start, end = addresses.back(text, match.start()), tail.end() if tail else match.end()
            yield (start, end), match.start(), number
            if (
                start > 2
                and text[start - 1] in " )的"
                and (wider := addresses.back(text, start - 1)) < start - 3
            ):
                yield (wider, end), match.start(), len(_PATTERNS)
    for number, pattern in enumerate((_SAID, _CELL), len(_PATTERNS) + 1):
        for match in pattern.finditer(text):
            yield match.span(1), match.start(1), number


def evidence(all_: Text, place: Place) -> list[float]:
    """What speaks for a place being somebody's home, as numbers in a fixed order that the trees were made with."""
    start, end = place
    before, after, told = (
        all_.text[max(0, start - 16) : start],
        all_.text[end : end + 16],
        all_.text[start:end],
    )
    return list(
        map(
            float,
            [
                *_of_patterns(all_, place),
                *_of_neighbours(before, after),
                *(part in told for part in _PARTS),
                *(told[-1] == letter for letter in _LAST),
                sum(letter.isdigit() for letter in told),
                bool(addresses.OF_AN_OFFICE.search(told)),
                *_of_names(all_, place),
                *_of_the_tagger(all_, place),
            ],
        )
    )


def _of_patterns(all_: Text, place: Place) -> list[float]:
    (start, end), (core, patterns) = place, all_.candidates[place]
    text = all_.text
    return [
        *(number in patterns for number in range(len(_PATTERNS) + 3)),
        place in all_.ruled, 1 in all_.covered[start:end],
        end - start, core - start, min(_MANY, len(all_.candidates)), min(_MANY, all_.cores[text[max(0, core - 3) : end]]),
        min(_LONG, math.log(len(text) + 1)), start / (len(text) + 1), text[start - 1 : start] in ("\n", ""),
    ]  # fmt: skip


def _of_neighbours(before: str, after: str) -> list[float]:
    return [
        bool(addresses.LIVES.search(before)), bool(addresses.I_AM.search(before)), bool(addresses.SEAT.search(before)), bool(addresses.OF_HIM.search(before)),
        bool(addresses.LIVE_THERE.match(after)), bool(addresses.NO_HOME.match(after)), bool(_ME.search(before)), bool(_LIVED_IN.search(after)),
        before[-1:] in " ,。;:、(\n\t", after[:1] in " ,。;:、)\n\t", after[:1] == "的",
    ]  # fmt: skip


def _of_names(all_: Text, place: Place) -> list[float]:
    (start, end), names = place, all_.names
    return [
        any(end + gap in names for gap in range(4)), any(start - gap in names for gap in range(4)),
        any(end + gap in names for gap in range(13)), any(start - gap in names for gap in range(15)), min(6, len(names)),
    ]  # fmt: skip


def _of_the_tagger(all_: Text, place: Place) -> list[float]:
    (start, end), read = place, all_.read
    return [
        read.places[start], read.places[start:end].mean(), read.places[start - 1] if start else 0.0,
        read.organs[start:end].mean(), read.people[start:end].max(), read.organs[end], read.people[end],
    ]  # fmt: skip
