"""Names of third parties: by surname, by what stands around them, in rows with others, and wherever they return.

A candidate is a surname and one or two characters, or parts of names of other peoples. It is believed when a private person is
announced right before or after it; a name that stands free in a sentence needs a plain surname and fitting neighbours on both
sides. Who acts in office is left alone everywhere, unless they are announced as a private person too. The work at each place of
the text is bounded, so it grows with the length.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass, field

from jianyi.publication.personal import cues
from jianyi.publication.personal.spans import Known, Span
from jianyi.publication.personal.surnames import DOUBLE, PARTS, PLAIN, SINGLE, WEAK


_HAN = re.compile("[\u4e00-\u9fff\u3400-\u4dbf\U00020000-\U000323af]")
_DOTTED = re.compile("[\u4e00-\u9fff]{2,8}(?:·[\u4e00-\u9fff]{1,8}){1,4}")
_ANY_PART = "|".join(sorted(PARTS, key=lambda part: (-len(part), part)))
_PARTED = re.compile(f"(?:{_ANY_PART}){{2,4}}")
_PARTS = re.compile(f"(?:{_ANY_PART}){{1,3}}")
_ONE_PART = re.compile(
    "(?:"
    + "|".join(sorted((part for part in PARTS if len(part) > 1), key=lambda part: (-len(part), part)))
    + ")[\u4e00-\u9fff]{0,2}"
)
_WIDE = re.compile("[\u4e00-\u9fff] {1,2}[\u4e00-\u9fff](?![\u4e00-\u9fff])")
_GAPS = [re.compile(gap + "$") for gap in cues.GAPS]
_AROUND = 14
_ELDER = re.compile("^老[一二三四五六七八九大幺小]$")
_PLACE = frozenset("村镇乡县区路街坪垄冲塘渠沟组庄屯寨坝厂店局站市省垸坳湖洲岛庙")
_APART = re.compile(r"(?:\([^()\n]{0,40}\))?[、,和及与/ ](?:\s|和)?")
_SALUTATION = re.compile(
    r"^(?:尊敬的|敬爱的)?([^\n。;]{2,80}?)(?:等)?(?:[0-9一二三四五六七八九十]{1,3}[位名])?(?:省|市|县|区|人大|政协)?(?:代表|委员)(?:们)?[:：]",
    re.M,
)
_SIGNED = re.compile(
    r"(?:\s{2,}|敬礼[!。 ]{0,2}|\n)\s{0,40}([\u4e00-\u9fff]{2,3})\s{0,20}(?:[12][0-9]{3}年[^\n]{0,8})?\s{0,40}\Z"
)
_NO_NAME = re.compile("中国|美丽|智慧|平台|平方|立方|[省市县年月日]|人次")
_MARKED = re.compile(r"(?:^|[\s,。;:、!?()\"“”])$")
_CARD = re.compile(r"^[,:(、 ]{0,2}(?:1[3-9][0-9]{9}|[0-9]{15})")
_CLOSED = re.compile(r"^(?:[,。;、()!\n ]|$)")
_NEAR = re.compile(r"(?:^|[\s,。;:、!?()\"“”]|与|和|向|对|由|被|将|给|为|是|让|找|叫|跟|经)$")
_AMONG_PLACES = re.compile("[村镇乡路街坪垄冲坡塘湾渠桥沟庄屯寨坝垸坳庙河山]、$")
_BEFORE_PLACES = re.compile(
    "^、[\u4e00-\u9fff]{1,4}[村镇乡路街坪垄冲坡塘湾渠桥沟庄屯寨坝垸坳庙](?![\u4e00-\u9fff])"
)
_NOT_IN_NAMES = frozenset("的是和与向对给由被随年月日户名叫及为让请找跟同了")
_VERY_WEAK = frozenset("和有户都从于才但随因者后又不过且之")
_SELF = re.compile(r"(?:您|你)\($")


@dataclass
class _Found:
    """What has been decided while the text is gone through."""

    spans: dict[int, tuple[int, str]] = field(default_factory=dict)
    office: dict[int, int] = field(default_factory=dict)

    def add(self, start: int, end: int, why: str) -> None:
        if self.spans.get(start, (0, ""))[0] < end:
            self.spans[start] = (end, why)


def find(text: str, known: Known) -> list[Span]:
    """Names of private people in a folded text, in order and without overlap."""
    found = _Found()
    for start, ends in _candidates(text):
        _judge(text, start, ends, found)
    _addressed(text, found)
    _signed(text, found)
    _rows(text, found)
    official = (
        {_tight(name) for name in known.names}
        | cues.PUBLIC
        | {_tight(text[a:b]) for a, b in found.office.items()}
    )
    return _settled(text, found, official)


def _tight(name: str) -> str:
    return re.sub(r"\s", "", name)


def _candidates(text: str) -> Iterator[tuple[int, list[int]]]:
    """Where a name may stand, and where it may end, longest first. Inside a dotted name no other begins."""
    at = 0
    while at < len(text):
        dotted = _DOTTED.match(text, at) or _PARTED.match(text, at)
        if dotted:
            yield _beginning(text, at, dotted.end()), [_finish(text, at, dotted.end())]
            at = dotted.end()
            continue
        if ends := _ends(text, at):
            yield at, ends
        at += 1


def _finish(text: str, at: int, end: int) -> int:
    """Where a dotted name ends: with a known part, or before the first word that can follow a name."""
    last = text.rfind("·", at, end) + 1
    if not last or (end - last < 5 and _CLOSED.match(text[end : end + 1])):
        return end
    if part := _PARTS.match(text, last):
        return part.end()
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


def _ends(text: str, at: int) -> list[int]:
    ends = []
    family = 2 if text[at : at + 2] in DOUBLE else 1
    if family == 2 or text[at] in SINGLE:
        ends = [
            at + family + more for more in (2, 1) if _is_given(text[at + family : at + family + more], more)
        ]
        if wide := _WIDE.match(text, at):
            ends.append(wide.end())
    elif part := _ONE_PART.match(text, at):
        ends.append(part.end())
    return ends


def _is_given(given: str, length: int) -> bool:
    return len(given) == length and all(map(_HAN.match, given)) and not set(given) & cues.NEVER


def _judge(text: str, start: int, ends: list[int], found: _Found) -> None:
    """Believe the candidate as a private person, put it down as somebody in office, or leave it."""
    if text[start + 1 : start + 3] in cues.CALLED:
        return
    before = text[max(0, start - _AROUND) : start]
    told = _announced(before)
    fitting = [end for end in ends if cues.RIGHT.match(text[end : end + 4])]
    for end in ends:
        if told == "office" or cues.AFTER_OFFICE.match(text[end : end + 8]):
            found.office[start] = max(fitting or ends)
            return
    if told and not fitting and (shifted := _shifted(text, start)):
        found.add(*shifted, f"前面的“{told}”说明是个人。")
        return
    for end in ends:
        if why := _why(text, start, end, told, bool(fitting), before):
            found.add(start, end, why)
            return


def _shifted(text: str, start: int) -> tuple[int, int] | None:
    """举报人，毛田谢峰雄: between the announcement and the name stands where the person comes from."""
    at = start + 2
    if (
        text[at : at + 1] in PLAIN
        and _is_given(text[at + 1 : at + 3], 2)
        and cues.RIGHT.match(text[at + 3 : at + 7])
    ):
        return at, at + 3
    return None


def _why(text: str, start: int, end: int, told: str, has_fitting: bool, before: str) -> str:
    """Why a candidate is believed; "" when it is not."""
    name, after = text[start:end], text[end : end + 24]
    if "·" in name or _PARTED.fullmatch(name):
        return (
            ""
            if _NO_NAME.search(name) or before[-1:] in "/0123456789" and before
            else "是少数民族或外国人姓名的写法。"
        )
    fits = cues.RIGHT.match(after) is not None
    if (has_fitting and not fits) or name[1:] in cues.CALLED or _is_counted(before, name):
        return ""
    is_word = name[:2] in cues.COMMON or _ELDER.match(name[1:]) is not None
    if told and (why := _by_announcement(name, told, after, fits, is_word)):
        return why
    return _by_what_follows(name, before, after, is_word) or _by_neighbours(
        name, before, after, fits, is_word
    )


def _is_counted(before: str, name: str) -> bool:
    """一张收据, 三户, 了张…: a word that counts, no surname."""
    return (
        name[0] in "张户家段项单门户"
        and before[-1:] in "0123456789一二三四五六七八九十两几每这那了"
        and bool(before)
    )


def _by_what_follows(name: str, before: str, after: str, is_word: bool) -> str:
    free = cues.LEFT.search(before) is not None
    if after[:1] == "户" and name[-1] in "客住农商用租散账门窗落上开":
        return ""
    is_parted = (
        name[0] not in WEAK or _MARKED.search(before) or (before[-1:] == "的" and name[0] in "万高方路水")
    )
    if _CARD.match(after) and _MARKED.search(before) and not is_word:
        return "后面写有此人的证件或手机号码。"
    if cues.AFTER.match(after) and free and is_parted and (len(name) > 2 or not is_word):
        return "后面的称呼说明是个人。"
    if (
        cues.DETAILS.match(after)
        and not is_word
        and (free and name[0] not in WEAK or (name[0] in PLAIN and len(name) > 2))
    ):
        return "后面写有此人的情况。"
    return ""


def _by_announcement(name: str, told: str, after: str, fits: bool, is_word: bool) -> str:
    why, is_closed = f"前面的“{told}”说明是个人。", _CLOSED.match(after) is not None
    if told == "户名" and name[0] == "单":
        return ""
    is_many = told in cues.MANY
    if name[0] in WEAK and not is_closed and (is_many or name[0] in _VERY_WEAK):
        return ""
    if not is_many:
        return (
            why if not is_word or (fits and len(name) == 2 and _HAN.match(after) and after[0] != "的") else ""
        )
    if name[0] in WEAK and after[:1] not in "、(":
        return ""
    if is_word or (len(name) == 2 and not fits):
        return ""
    return why if fits or name[0] in PLAIN or len(name) > 3 else ""


def _by_neighbours(name: str, before: str, after: str, fits: bool, is_word: bool) -> str:
    if (
        is_word
        or not fits
        or not cues.LEFT.search(before)
        or name[1] == "家"
        or name[-1] in _PLACE
        or after[:1] in _PLACE
    ):
        return ""
    if (after[:1] == "家" and len(name) == 2) or _AMONG_PLACES.search(before) or _BEFORE_PLACES.match(after):
        return ""
    is_plain = name[0] in PLAIN or name[:2] in DOUBLE
    if len(name) == 2 and not _NEAR.search(before):
        return ""
    return "像是姓名，前后文也像在说一个人。" if is_plain or _SELF.search(before) else ""


def _announced(before: str) -> str:
    """The word by which a private person is announced, "office" for somebody in office, "" for nobody."""
    for line in dict.fromkeys((before, before.replace(" ", ""))):
        for gap in _GAPS:
            if word := _last_word(gap.sub("", line)):
                return word
    return ""


def _last_word(bare: str) -> str:
    for length in range(min(cues.LONGEST_CUE, len(bare)), 1, -1):
        word = bare[-length:]
        if word in cues.BEFORE and not bare.endswith(cues.NOT_ANNOUNCED):
            return word
        if word in cues.BEFORE_OFFICE:
            return "村民代表" if cues.REPRESENTS.search(bare) else "office"
    return ""


def _addressed(text: str, found: _Found) -> None:
    """Deputies and members to whom a letter is written."""
    for match in _SALUTATION.finditer(text):
        for start, ends in _candidates(match[1]):
            found.office[match.start(1) + start] = match.start(1) + ends[0]


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
            found.spans.keys() | found.office.keys(),
            lambda a, b: found.add(a, b, "与前面的姓名并列。"),
        )
        _walk_back(text, start, found)
    for end in list(found.office.values()):
        _walk(text, end, found.office.keys(), lambda a, b: found.office.setdefault(a, b))


def _walk_back(text: str, start: int, found: _Found) -> None:
    """Who stands right before in the row, where a name begins behind a mark."""
    for length in (4, 3, 2):
        at = start - 1 - length
        if (
            text[start - 1 : start] == "、"
            and at >= 0
            and start - 1 in _ends(text, at)
            and _NEAR.search(text[max(0, at - 3) : at])
        ):
            if (
                at not in found.office
                and text[at + 1 : at + 3] not in cues.CALLED
                and _AMONG_PLACES.search(text[start - 2 : start]) is None
            ):
                found.add(at, start - 1, "与后面的姓名并列。")
            return


def _walk(text: str, end: int, taken: Set[int], take: Callable[[int, int], object]) -> None:
    while apart := _APART.match(text, end):
        at = apart.end()
        if at >= len(text) or at in taken:
            return
        ends = [stop for stop in _ends(text, at) if _closes(text, stop, apart[0])]
        if not ends or text[at : at + 2] in cues.COMMON:
            return
        end = ends[0]
        take(at, end)


def _closes(text: str, stop: int, apart: str) -> bool:
    after = text[stop : stop + 4]
    if "、" in apart:
        return cues.RIGHT.match(after) is not None
    return re.match(r"[、,。;)(]|$", after) is not None and "," not in apart


def _settled(text: str, found: _Found, official: set[str]) -> list[Span]:
    """Every place of every name that was believed once, without overlap."""
    names = {text[start:end] for start, (end, _) in found.spans.items()}
    names = {name for name in names if _tight(name) not in official}
    longest = max(map(len, names), default=0)
    spans: list[Span] = []
    at = 0
    while names and at < len(text):
        end = _longest(text, at, names, longest)
        if end and (at in found.spans or end - at > 2 or cues.RIGHT.match(text[end : end + 4])):
            why = found.spans.get(at, (0, "此人的姓名在别处已经出现。"))[1]
            spans.append(Span(at, end, "person", why))
            at = end
        else:
            at += 1
    return spans


def _longest(text: str, at: int, names: set[str], longest: int) -> int:
    return next((at + length for length in range(longest, 1, -1) if text[at : at + length] in names), 0)
