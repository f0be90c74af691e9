"""What speaks for a candidate being the name of a private person, as numbers in a fixed order that the trees were made with."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from jianyi.publication.personal import belief, cues, grammar
from jianyi.publication.personal.surnames import DOUBLE, PLAIN, SURE, WEAK
from jianyi.publication.personal.tagging import Read


Place = tuple[int, int]
_HAN = "\u4e00-\u9fff"
_EDGE = r" 、,。;:!?()\"“”|\n\t/—\[\]·"
CELL = re.compile(f"(?:(?<=[{_EDGE}])|^)([{_HAN}·]{{2,6}})(?=[{_EDGE}]|$)")
NUMBERED = re.compile(f"(?<=[0-9.、])([{_HAN}]{{2,4}})(?=[0-9、, (]|$)")
_TITLE = re.compile(
    "局长|科长|股长|处长|厅长|部长|主任|书记|支书|镇长|乡长|县长|市长|区长|所长|站长|队长|校长|院长|园长|庭长|主席|委员|代表|警官|法官|干事|同志|教授|医生|医师"
)
_ONE = re.compile(
    "村民|居民|业主|住户|户主|群众|身份证|手机|投诉|举报|反映|家|夫妇|女士|先生|妻|母|父|子|女|老板|公司|法人|老人|患|死|伤|孩"
)
_ORGAN = re.compile("局|处|科|股|办|队|所|中心|委员会|政府|院|校|厅|部")
# Who does their duty there, and who is told of for themselves: how far before a name it stands.
_DUTY = re.compile(
    "审核|制表|经办|承办|接待|值班|监票|计票|唱票|成员|组长|联络|主持|记录|填表|签发|核稿|校对|工作人员|干部|民警|巡查|带队|陪同|记者|指派|[局所办科股]"
)
_OWN = re.compile(
    "反映|来访|户主|住户|居民|村民|业主|投诉|申请|群众|家|司机|老板|患者|学生|孩|女|子|妻|夫|父|母|商户|店|租|公司|股东|死|伤|捐|欠|受"
)
_FAR = 20
_APART = re.compile(r"[ 、,和及与/.?()\t\n|;:0-9]{0,10}")
NOTHING, NO_NEIGHBOUR = -20.0, -21.0
_LINE = 60
# A very long text is judged as the longest of those that were labelled.
_LONG = 9.0


@dataclass
class Text:
    """One text with all that is known of it before a candidate is looked at."""

    text: str
    read: Read
    ruled: dict[Place, str]
    office: dict[int, int]
    numbers: list[Place]
    candidates: list[Place]
    likely: dict[Place, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        text, ruled = self.text, self.ruled
        self.cells = {match.span(1) for match in CELL.finditer(text)}
        self.covered = bytearray(len(text))
        for start, end in ruled:
            self.covered[start:end] = b"\1" * (end - start)
        self.counted = {start for start, _ in self.numbers}
        self.duties = set(self.office.values())
        self.officials = {text[start:end] for start, end in self.office.items()}
        self.by_rule = Counter(text[start:end] for start, end in ruled)
        self.times = Counter(text[start:end] for start, end in self.candidates)
        self.starts: dict[int, float] = {}
        self.stops: dict[int, float] = {}
        self.best: dict[str, float] = {}
        self.often: Counter[str] = Counter()
        self.after: dict[int, float] = {}
        self.before: dict[int, float] = {}
        for place in self.candidates:
            self._weigh(place)
        believed = sorted(self.likely.values(), reverse=True)
        # Those that were not looked at closer count for nothing.
        self.fourth = believed[3] if len(believed) > 3 else NOTHING

    def _weigh(self, place: Place) -> None:
        start, end = place
        if not self.is_worth_it(place):
            return
        share = self.read.name(start, end)
        self.likely[place] = told = max(NOTHING, math.log(share)) if share > 0 else NOTHING
        told = max(told, -1.0) if place in self.ruled else told
        name = self.text[start:end]
        self.starts[start] = max(self.starts.get(start, NOTHING), told)
        self.stops[end] = max(self.stops.get(end, NOTHING), told)
        self.best[name] = max(self.best.get(name, NOTHING), told)
        self.often[name] += told > -2

    def is_worth_it(self, place: Place) -> bool:
        """Whether a rule, the tagger or the marks around it give any reason to look closer."""
        start, end = place
        return (
            place in self.cells
            or 1 in self.covered[start:end]
            or float(self.read.people[start:end].max()) > 0.02
        )


@cache
def _letters() -> dict[str, dict[str, float]]:
    """How much a surname and the letters of given names are used in names, against all their use."""
    told: dict[str, dict[str, float]] = json.loads(
        (files(__package__) / "learned" / "names.json").read_text("utf-8")
    )
    return told


def of(all_: Text, place: Place) -> list[float]:
    """The evidence for one candidate that is worth a look."""
    start, end = place
    before, after = all_.text[max(0, start - 14) : start], all_.text[end : end + 24]
    return list(
        map(
            float,
            [
                *_of_letters(all_.text[start:end]),
                *_of_the_tagger(all_, place),
                *_of_neighbours(all_.text[start:end], before, after),
                *_of_rules(all_, place),
                *_of_words(all_, place),
                *_of_the_text(all_, place),
            ],
        )
    )


def _of_letters(name: str) -> list[float]:
    known, family = _letters(), 2 if name[:2] in DOUBLE else 1
    given = name[family:]
    first = known["first" if len(given) > 1 else "last"].get(given[:1], 0.0) if given else 0.0
    second = known["last"].get(given[1:2], 0.0) if len(given) > 1 else 0.0
    surname = known["surname"].get(name[:family], 0.0)
    return [
        len(name), surname, known["surely"].get(name[:family], -12.0), first, second,
        name[0] in PLAIN, name[0] in SURE, name[0] in WEAK, name[-1] in cues.SUFFIXES, name[:2] in cues.COMMON,
    ]  # fmt: skip


def _of_the_tagger(all_: Text, place: Place) -> list[float]:
    (start, end), read = place, all_.read
    people, last = read.people, len(all_.text)
    return [
        all_.likely[place], people[start:end].mean(), people[start:end].max(),
        people[start - 1] if start else 0.0, people[end] if end < last else 0.0,
        read.organs[start:end].mean(), read.places[start:end].mean(),
        read.organs[end] if end < last else 0.0, read.places[end] if end < last else 0.0,
        read.organs[start - 1] if start else 0.0, read.places[start - 1] if start else 0.0,
    ]  # fmt: skip


def _of_neighbours(name: str, before: str, after: str) -> list[float]:
    told = belief.announced(before)
    return [
        bool(cues.LEFT.search(before)), bool(cues.RIGHT.match(after)), bool(grammar.CLOSED.match(after)), belief.is_marked(before),
        bool(cues.AFTER.match(after)), bool(cues.AFTER_OFFICE.match(after)), bool(cues.DETAILS.match(after)), bool(cues.SPEAKS.match(after)),
        0 if not told else 1 if told == "office" else 2, name[1:] in cues.CALLED or (name[1:] + after)[:2] in cues.CALLED,
    ]  # fmt: skip


def _of_rules(all_: Text, place: Place) -> list[float]:
    start, end = place
    name = all_.text[start:end]
    return [
        place in all_.ruled, 1 in all_.covered[start:end], all_.office.get(start) == end, name in all_.officials,
        math.log1p(all_.by_rule[name]), math.log1p(all_.times[name]),
    ]  # fmt: skip


def _of_words(all_: Text, place: Place) -> list[float]:
    (start, end), text = place, all_.text
    near, after = text[max(0, start - 6) : start], text[end : end + 4]
    return [
        bool(_TITLE.search(near)), bool(_TITLE.match(after) or _TITLE.match(after, 1)), bool(_ORGAN.search(near)),
        len(_ONE.findall(text[max(0, start - 20) : start])), len(_ONE.findall(text[end : end + 20])),
        len(_TITLE.findall(text[max(0, start - 30) : start] + "|" + text[end : end + 30])),
        any(end + gap in all_.counted for gap in range(21)),
        _since(_DUTY, text, start), _since(_OWN, text, start), bool(_DUTY.search(text[end : end + 8])), min(_LINE, len(all_.office)),
        next((gap for gap in range(_FAR) if start - gap in all_.duties), _FAR),
    ]  # fmt: skip


def _since(words: re.Pattern[str], text: str, start: int) -> int:
    """How many letters before this place the last of these words ends."""
    line = text[max(0, start - _FAR) : start]
    return min((len(line) - match.end() for match in words.finditer(line)), default=_FAR)


def _of_the_text(all_: Text, place: Place) -> list[float]:
    (start, end), text = place, all_.text
    name, line = text[start:end], start - 1 - text.rfind("\n", max(0, start - _LINE - 1), start)
    marks = (
        (text[start - 1 : start] == "、")
        + (text[start - 1 : start] == " ")
        + 2 * (text[end : end + 1] in ("、", " "))
    )
    over = max(
        (all_.starts.get(at, NOTHING) for at in range(max(0, start - 3), end) if at != start), default=NOTHING
    )
    return [
        min(line, _LINE), start / len(text), min(_LONG, math.log(len(text))), marks, place in all_.cells,
        *beside(all_, place), all_.best[name], all_.often[name], over, all_.fourth,
        len(all_.cells) / (1 + len(text) / 20), text[start - 1 : start] in ("\n", ""),
    ]  # fmt: skip


def beside(all_: Text, place: Place) -> tuple[float, float]:
    """How likely the best names are that stand after and before the marks around this place."""
    return _next(all_, place[1]), _previous(all_, place[0])


def _next(all_: Text, end: int) -> float:
    if end not in all_.after:
        match = _APART.match(all_.text, end)
        stop = match.end() if match else end
        all_.after[end] = all_.starts.get(stop, NOTHING) if stop > end else NO_NEIGHBOUR
    return all_.after[end]


def _previous(all_: Text, start: int) -> float:
    if start not in all_.before:
        stop = start
        while stop > 0 and start - stop < 10 and _APART.fullmatch(all_.text[stop - 1]):
            stop -= 1
        all_.before[start] = all_.stops.get(stop, NOTHING) if stop < start else NO_NEIGHBOUR
    return all_.before[start]
