"""Names of third parties: by surname, by what stands around them, in rows with others, and wherever they return.

A candidate is a surname and one or two characters, or parts of names of other peoples. It is believed when a private person is
announced right before or after it; a name that stands free in a sentence needs a plain surname and fitting neighbours on both
sides. Who acts in office is left alone everywhere, unless they are announced as a private person too. The work at each place of
the text is bounded, so it grows with the length.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from jianyi.publication.personal import cues
from jianyi.publication.personal.belief import AMONG_PLACES, NEAR, Candidate, announced, why
from jianyi.publication.personal.grammar import candidates, ends_of, is_given
from jianyi.publication.personal.spans import Known, Span
from jianyi.publication.personal.surnames import DOUBLE, PLAIN, SINGLE


_AROUND = 14
_AFTER = 24
_LONGEST = 44
_APART = re.compile(r"(?:\([^()\n]{0,40}\))?[、,和及与/ ](?:\s|和)?")
_SALUTATION = re.compile(
    r"^(?:尊敬的|敬爱的)?([^\n。;]{2,80}?)(?:等)?(?:[0-9一二三四五六七八九十]{1,3}[位名])?(?:省|市|县|区|人大|政协)?(?:代表|委员)(?:们)?[:：]",
    re.M,
)
_LIST = re.compile("[\u4e00-\u9fff]{2,12}(?:、[\u4e00-\u9fff]{2,4}){1,30}[\u4e00-\u9fff]{0,4}")
_NO_LIST = frozenset("坪垄冲坡塘湾渠桥沟镇庄屯寨坝垸坳庙河岭子业学性化务制化类工技术")
_IN_A_ROW = re.compile("[、,。(]|等|[二两三四五六七八九十](?:人|户|位|名|家)")
_SIGNED = re.compile(
    r"(?:\s{2}|敬礼[!。 ]{0,2}|\n)\s{0,40}([\u4e00-\u9fff]{2,3})\s{0,20}(?:[12][0-9]{3}年[^\n]{0,8})?\s{0,40}\Z"
)
_IN_TWO = re.compile(
    "姓([\u4e00-\u9fff]{1,2})[,、]?[ ]?名(?:叫|字|为)?([\u4e00-\u9fff]{1,3})(?=[,。、;( ]|$)"
)


@dataclass
class _Found:
    """What has been decided while the text is gone through."""

    spans: dict[int, tuple[int, str]] = field(default_factory=dict)
    office: dict[int, int] = field(default_factory=dict)

    def add(self, start: int, end: int, why: str) -> None:
        if self.spans.get(start, (0, ""))[0] < end:
            self.spans[start] = (end, why)


def ruled(text: str, known: Known) -> tuple[list[Span], dict[int, int]]:
    """What the rules take for names of private people in a folded text, in order and without overlap, and where those in
    office begin and end."""
    found = _Found()
    named = {_tight(name) for name in known.names} | cues.PUBLIC
    for start, ends in candidates(text, named):
        _judge(text, start, ends, found)
    _addressed(text, found)
    _signed(text, found)
    _split(text, found)
    _listed(text, found)
    _rows(text, found)
    official = named | {_tight(text[a:b]) for a, b in found.office.items()}
    return _settled(text, found, official), found.office


def _tight(name: str) -> str:
    return re.sub(r"\s", "", name)


def _judge(text: str, start: int, ends: list[int], found: _Found) -> None:
    """Believe the candidate as a private person, put it down as somebody in office, or leave it."""
    if text[start + 1 : start + 3] in cues.CALLED or _announces(text, start):
        return
    before = text[max(0, start - _AROUND) : start]
    told = announced(before)
    fitting = [end for end in ends if cues.RIGHT.match(text[end : end + 4])]
    if told == "office" and any(cues.OF_THE_PEOPLE.match(text[end : end + 14]) for end in ends):
        told = "联系人"
    if told == "office" or any(cues.AFTER_OFFICE.match(text[end : end + 8]) for end in ends):
        found.office[start] = max(fitting or ends)
    elif told and not fitting and (shifted := _shifted(text, start)):
        found.add(*shifted, f"前面的“{told}”说明是个人。")
    else:
        _believe(text, start, ends, Candidate("", before, "", told, bool(fitting)), found)


def _announces(text: str, start: int) -> bool:
    """孙女…, 施工员…: the word that announces somebody is no name itself."""
    return any(text[start : start + size] in cues.ANNOUNCING for size in (5, 4, 3, 2))


def _believe(text: str, start: int, ends: list[int], around: Candidate, found: _Found) -> None:
    for end in ends:
        it = replace(around, name=text[start:end], after=text[end : end + _AFTER])
        if reason := why(it):
            found.add(start, end, reason)
            return


def _shifted(text: str, start: int) -> tuple[int, int] | None:
    """举报人，毛田谢峰雄: between the announcement and the name stands where the person comes from."""
    at = start + 2
    if (
        text[at : at + 1] in PLAIN
        and is_given(text[at + 1 : at + 3], 2)
        and cues.RIGHT.match(text[at + 3 : at + 7])
    ):
        return at, at + 3
    return None


def _addressed(text: str, found: _Found) -> None:
    """Deputies and members to whom a letter is written."""
    for match in _SALUTATION.finditer(text):
        for start, ends in candidates(match[1]):
            found.office[match.start(1) + start] = match.start(1) + ends[0]


def _listed(text: str, found: _Found) -> None:
    """由易建国、万小军、文大为三人承包: three and more in a row who all look like people."""
    for match in _LIST.finditer(text):
        at, places = match.start(), []
        for token in match[0].split("、"):
            places.append((at, at + len(token)))
            at += len(token) + 1
        rest = places[1:-1]
        last = next((end for end in ends_of(text, places[-1][0]) if _IN_A_ROW.match(text[end : end + 4])), 0)
        if rest and last and all(_is_one(text, start, end) for start, end in [*rest, (places[-1][0], last)]):
            for start, end in [*rest, (places[-1][0], last)]:
                if start not in found.office:
                    found.add(start, end, "与其他姓名并列。")


def _is_one(text: str, start: int, end: int) -> bool:
    name = text[start:end]
    return (
        len(name) == 3
        and end in ends_of(text, start)
        and name[:2] not in cues.COMMON
        and name[-1] not in cues.SUFFIXES | _NO_LIST
    )


def _split(text: str, found: _Found) -> None:
    """姓濮阳,名雪琴: a name in two pieces."""
    for match in _IN_TWO.finditer(text):
        if match[1] in SINGLE | DOUBLE:
            found.add(*match.span(1), "写明是姓。")
            found.add(*match.span(2), "写明是名。")


def _signed(text: str, found: _Found) -> None:
    """Who signed at the very end, alone on the line."""
    match = _SIGNED.search(text, max(0, len(text) - 120))
    if match and match[1][0] in SINGLE and match[1][:2] not in cues.COMMON:
        found.add(*match.span(1), "在文末单独署名。")


def _rows(text: str, found: _Found) -> None:
    """Who stands in a row with somebody is what they are."""
    for start, (end, _) in sorted(found.spans.items()):
        _walk(
            text,
            end,
            lambda at: at in found.spans or at in found.office,
            lambda a, b: found.add(a, b, "与前面的姓名并列。"),
        )
        _walk_back(text, start, found)
    for end in list(found.office.values()):
        _walk(text, end, lambda at: at in found.office, lambda a, b: found.office.setdefault(a, b))


def _walk_back(text: str, start: int, found: _Found) -> None:
    """Who stands right before in the row, where a name begins behind a mark."""
    if text[start - 1 : start] != "、" or AMONG_PLACES.search(text[max(0, start - 2) : start]):
        return
    for at in range(max(0, start - 5), start - 2):
        if start - 1 in ends_of(text, at) and NEAR.search(text[max(0, at - 3) : at]):
            if at not in found.office and text[at + 1 : at + 3] not in cues.CALLED:
                found.add(at, start - 1, "与后面的姓名并列。")
            return


def _walk(text: str, end: int, is_taken: Callable[[int], bool], take: Callable[[int, int], object]) -> None:
    while apart := _APART.match(text, end):
        at = apart.end()
        if at >= len(text) or is_taken(at):
            return
        ends = [stop for stop in ends_of(text, at) if _closes(text, at, stop, apart[0])]
        if not ends:
            return
        end = ends[0]
        take(at, end)


def _closes(text: str, at: int, stop: int, apart: str) -> bool:
    after = text[stop : stop + 4]
    if text[at : at + 2] in cues.COMMON:
        return "、" in apart and _IN_A_ROW.match(after) is not None
    if "、" in apart or (apart[-1] in "与和及" and stop - at == 3):
        return cues.RIGHT.match(after) is not None
    return re.match(r"[、,。;)( \n]|$", after) is not None and "," not in apart


def _settled(text: str, found: _Found, official: set[str]) -> list[Span]:
    """Every place of every name that was believed once, without overlap."""
    names: dict[str, set[str]] = defaultdict(set)
    for start, (end, _) in found.spans.items():
        if _tight(text[start:end]) not in official:
            names[text[start]].add(text[start:end])
    spans: list[Span] = []
    at = 0
    while at < len(text):
        end = _longest(text, at, names[text[at]]) if text[at] in names else 0
        if end and (at in found.spans or end - at > 2 or _stands_free(text, at, end)):
            spans.append(Span(at, end, "person", found.spans.get(at, (0, "此人的姓名在别处已经出现。"))[1]))
            at = end
        else:
            at += 1
    return spans


def _stands_free(text: str, at: int, end: int) -> bool:
    """Whether two characters that are a name elsewhere are one here too."""
    return bool(cues.RIGHT.match(text[end : end + 4]) or cues.LEFT.search(text[max(0, at - 3) : at]))


def _longest(text: str, at: int, names: set[str]) -> int:
    """Where the longest of these names ends that stands here; names have at most a few dozen characters."""
    return next(
        (at + size for size in range(min(_LONGEST, len(text) - at), 0, -1) if text[at : at + size] in names),
        0,
    )
