"""What a reply seems to promise: sentences that commit, each with its day; proposals, never facts.

Pure: text and the day of signing in, candidates out, in time linear in the text. A person takes each over or strikes it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from .days import When, days


@dataclass(frozen=True, slots=True)
class Candidate:
    """`item`: the words that commit; `due`: the last day that is named, none = 无时限; `start`, `end`: where in the text."""

    item: str
    due: date | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clause:
    text: str
    start: int


SENTENCE = re.compile(r"[^。！？!?；;\n]+")
CLAUSE = re.compile(r"[^，,：:]+")
# Headings and numbers before a sentence: （一）, 1., 第一,
LEAD = re.compile(
    r"^[\s　]*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．](?!\d)|[一二三四五六七八九十]{1,3}、|[一二三四五六七八九]是)[\s　]*"
)

# Words after which something is yet to be done. 将 and 计划 are also a preposition and a noun.
STRONG = re.compile(
    r"(?<![已可即曾经能])将(?!来|军|近|士|相关情况|有关情况|办理情况|以此)"
    r"|(?<![经收审])拟(?!定|订|制|稿|办)"
    r"|(?<![实行动划工作施年度列入项目发展])计划(?=[于在到用投新建开完启实出今明年修争制推对再从将安引培组配举打\d])"
    r"|力争|争取(?=[在于到年今明尽20早将实]|.{0,12}(?:完成|实现|建成|落地|开工))|确保(?!了)|承诺|下一步|接下来|下阶段|今后|预计|尽快|适时|逐步(?!形成了)"
)  # fmt: skip
# Words that commit only where nothing says that it is done.
WEAK = re.compile(
    r"继续|进一步|持续|加快(?=推|建|构|实|补|完|落|形)|推动|推进|着力|(?:年底前?|月底前?|年内|季度|半年|日)前?(?:完成|建成|出台|印发|实现|投用|开工)"
)
DOING = re.compile(
    r"完成|建成|出台|印发|实现|投用|开工|启动|建立|开展|加强|完善|推进|推动|推广|提升|优化|健全|落实|组织|协调|争取|加大|强化|实施|建设|制定|修订|编制|配合|指导|督促|支持|引导|探索|研究|纳入|安排|增加|扩大|改造|整治|培育|打造"
)
DONE = re.compile(
    r"已|正在|没有|属于?|截至|截止|目前|现有|近年来|以来|去年|前年|上年|过去|此前|先后|累计|曾|(?:完成|建成|出台|印发|实现|开展|建立|制定|取得|投入|形成|组织|发放|落实|安排|实施|启动|推动|推进|进一步)了|(?:召开|举办|开通|设立|收到)了"
)  # fmt: skip
# Courtesies, conditions and reports on what others say: they commit to nothing.
PHRASE = re.compile(
    r"感谢|衷心|现将|答复如下|复函如下|如有|联系人|联系电话|希望您|恳请|敬请|欢迎|一如既往|高度重视|认真研究您|将以此为|关心和?支持|再接再厉"
    r"|您(?:在建议中)?(?:提出|建议|指出|反映)|建议中(?:提出|指出)|会议(?:指出|强调|要求)|规定[：，:,“]|条例|按照.{0,30}规定(?:，|,)?.{0,10}(?:应当|不得)|必须|不得|可以申请|有利于|有助于|旨在|目的是|重要意义|”的建议$|是全面贯彻|》的通知|》的指导意见》"
)  # fmt: skip
AHEAD = re.compile(r"下一步|接下来|下阶段|今后")
MEASURE = re.compile(
    r"^(?:我们|我[厅局委办部市省县]|[^，]{0,12}[厅局委])?(?:还|也|要|都|并)?(?:积极|认真|切实|严格|大力|全面|深入|联合|会同)*"
)
PURPOSE = re.compile(r"^[\s　]*(?:为|为了|从而|以便|对)")
SHORTEST, LONGEST = 6, 200


def find(text: str, signing: date) -> tuple[Candidate, ...]:
    """The candidates of a text in its order. After 下一步 what is to be done stands without another word for it."""
    found: list[Candidate] = []
    ahead = False
    for sentence in SENTENCE.finditer(text):
        ahead = ahead or bool(AHEAD.search(sentence.group()))
        found += _candidate(sentence.group(), sentence.start(), signing, ahead)
    return tuple(found)


def _candidate(sentence: str, at: int, signing: date, ahead: bool) -> Iterator[Candidate]:
    """At most one of a sentence: from the clause that commits to the end."""
    clauses = [Clause(each.group(), each.start()) for each in CLAUSE.finditer(sentence)]
    whens = list(days(sentence, signing))
    first = next((n for n, clause in enumerate(clauses) if _commits(clause, sentence, whens, ahead)), None)
    if first is None or PHRASE.search(sentence):
        return
    begin = _with_its_day(clauses, first, whens)
    lead = LEAD.match(sentence[begin:])
    begin += lead.end() if lead else 0
    item = sentence[begin:].strip(' 　\r\t“”"')[:LONGEST]
    if len(item) >= SHORTEST and DOING.search(item):
        yield Candidate(item, _last(whens, sentence, begin), at + begin, at + len(sentence))


def _last(whens: list[When], sentence: str, begin: int) -> date | None:
    """The last day that is named; a bare year gives way to what says it more closely."""
    said = [when for when in whens if when.start >= begin]
    closely = [when for when in said if re.search(r"[底末内月日季半期]", sentence[when.start : when.end])]
    return max((when.day for when in closely or said), default=None)


def _commits(clause: Clause, sentence: str, whens: list[When], ahead: bool) -> bool:
    if STRONG.search(clause.text):
        return not _is_done(clause.text)
    if DONE.search(sentence):
        return False
    timed = any(
        _ahead(when, sentence) and clause.start <= when.start < clause.start + len(clause.text)
        for when in whens
    )
    if WEAK.search(clause.text) or (timed and DOING.search(sentence)):
        return True
    return ahead and bool(DOING.match(MEASURE.sub("", LEAD.sub("", clause.text), count=1)))


def _ahead(when: When, sentence: str) -> bool:
    """A bare year may be one in which things were done: it says nothing by itself."""
    return bool(re.search(r"[底末内前月日季半期]|[明次后]年", sentence[when.start : when.end]))


def _is_done(clause: str) -> bool:
    """已将…, 完成了…: the word for what is to come is here another."""
    return bool(
        PURPOSE.match(clause)
        or re.search(r"已|截至|没有|不会|暂不|未纳入|建议(?:确保|逐步\w{0,6}|预计)了", clause)
    )


def _with_its_day(clauses: list[Clause], first: int, whens: list[When]) -> int:
    """「2027年6月底前，我厅将……」: the day that stands just before belongs to it."""
    begin = clauses[first].start
    if first and any(clauses[first - 1].start <= when.start < begin for when in whens):
        return clauses[first - 1].start
    return begin


# What is settled already


def unsettled(
    found: Iterable[Candidate], written: Iterable[str], struck: Iterable[str]
) -> Iterator[Candidate]:
    """Those that are neither written as promises nor struck: by their words, whatever stands between them."""
    promises, gone = [_bare(each) for each in written], {_bare(each) for each in struck}
    for candidate in found:
        told = _bare(candidate.item)
        if told not in gone and not any(_covers(promise, told) for promise in promises):
            yield candidate


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text)


def _covers(promise: str, told: str) -> bool:
    """Most of the shorter one's pairs of letters stand in the other."""
    short, long_ = sorted((_pairs(promise), _pairs(told)), key=len)
    return bool(short) and len(short & long_) >= 0.7 * len(short)


def _pairs(text: str) -> set[str]:
    return {text[n : n + 2] for n in range(len(text) - 1)}
