"""Recognising a reply: head lines, title, salutation, opening, main text, signature, date, contacts.

The order follows GB/T 9704 letters and the usual form of replies to deputies; every part may be missing,
because a published copy is not the signed original.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from jianyi.documents.recognition import marks, titles
from jianyi.documents.recognition.dates import is_date_line, iso_date
from jianyi.documents.recognition.foot import body_end
from jianyi.documents.recognition.letter import Letter
from jianyi.documents.recognition.names import salutation_names
from jianyi.documents.recognition.points import numbered
from jianyi.documents.recognition.units import fullest, unit_in_title, units_of, with_place
from jianyi.kit.text import fold


_HEAD = 30
OPENING = re.compile(
    r"收悉|已?收到|(?:答复|函复|回复|复函|函告|反馈|报告|汇报|说明|复)(?:意见)?如下|(?:建议|提案|议案)[》”\")]*\s*悉"
    r"|(?:向|现)答复如下|交(?:由|我|给)\S{0,12}(?:办理|研究)"
)
_PLAIN_OPENING = re.compile(
    r"(?:您|你|贵|现将|现就).{0,200}(?:收悉|(?:答复|函复|回复|复函|函告|反馈)(?:意见)?如下)"
)
_SALUTATION = re.compile(
    r"^(?:尊敬的|致)?\s*[^。;!?《》“”]{1,400}(?:代表|委员|同志|先生|女士|议员)(?:们)?\s*(?:\([^()]*\))?(?:并.{1,20})?\s*(?:[:,]?\s*[您你]们?好\s*[!。,]?|[:,])?$"
)
_GROUP = re.compile(r"^(?:尊敬的|致)?[^。;!?《》:]{2,60}:$")
_TITLE_WORDS = re.compile(r"关于|答\s*复|复\s*函|回\s*复|第.{1,24}号|类\s*别|公开|签发|单位|电话|意见")
_NAMES_ONLY = re.compile(r"^[^。;!?::《》]{2,200}[、,]$")
_PROPOSER = re.compile(
    r"^\s*(?:第一)?(?:领衔)?(?:提案|建议|提出|领衔|议案|提议案)\s*(?:人|者|代表)(?:姓名)?\s*:"
)
_LABELLED_UNIT = re.compile(r"(?:联系|承办|主办|办理|答复|回复)\s*单位\s*(?:名称)?\s*:\s*([^\s,;。()]{2,40})")
_LETTERHEAD = re.compile(
    r"^(.{2,40}?)\s*(?:文\s*件|\(\s*(?:函|复函|答复函?|便函|公函)\s*\)|公\s*函|便\s*函)?$"
)

_MISSING = {
    "title": "没有找到答复的标题，请手工填写。",
    "number": "没有找到建议编号，请手工填写或选择对应的建议。",
    "addressee": "没有找到称呼里的代表姓名，请手工填写。",
    "unit": "没有找到答复单位，请手工选择。",
    "reply_class": "没有找到答复类别（A、B、C、D），请手工选择。",
    "date": "没有找到答复日期，请手工填写。",
    "body": "没有找到答复的正文，请直接粘贴。",
}


@dataclass(frozen=True)
class _Parts:
    head: list[str]
    salutation: str
    body: list[str]
    foot: list[str]


def looks_like(lines: Sequence[str], title: str) -> bool:
    """Whether these lines are a reply rather than a suggestion."""
    start = [fold(line) for line in lines[:_HEAD]]
    opening = next((at for at, line in enumerate(start) if OPENING.search(line)), None)
    form = next((at for at, line in enumerate(start[:opening]) if _PROPOSER.match(line)), None)
    if form is not None:
        # A page that shows the suggestion and then the reply is taken for the suggestion.
        return bool(titles.reply_title(start[:form]))
    if titles.is_reply_title(title) or titles.reply_title(start):
        return True
    if any(_PLAIN_OPENING.search(line) for line in start):
        return True
    return opening is not None and any(_SALUTATION.match(line) for line in start[: opening + 1])


def parse(lines: Sequence[str], hint: str, warnings: tuple[str, ...] = ()) -> Letter:
    """The reply in these lines; `hint` is the title its container gave. Never raises."""
    parts = _parts(list(lines))
    title = titles.reply_title(parts.head, hint)
    opening = " ".join(parts.body[:2])
    quoted = titles.quoted(parts.body[0] if parts.body else "") or titles.inside(title)
    fields: dict[str, Any] = {
        "title": title,
        "number": _number(title, opening, parts.head),
        "addressee": salutation_names(parts.salutation) if parts.salutation else (),
        "unit": _unit(parts, title),
        "reply_class": _class(parts, title),
        "date": _date(parts.foot),
        "body": "\n".join(parts.body),
    }
    missing = tuple(sentence for name, sentence in _MISSING.items() if not fields[name])
    return Letter(
        "reply",
        **fields,
        points=numbered(parts.body),
        suggestion_title=quoted,
        document_number=next(filter(None, map(marks.document_number, parts.head)), ""),
        warnings=(*warnings, *missing),
    )


def _parts(lines: list[str]) -> _Parts:
    start, end = _salutation(lines)
    if start == end:
        start = end = _without_salutation(lines)
    rest = lines[end:]
    cut = body_end(rest)
    return _Parts(lines[:start], "".join(lines[start:end]), rest[:cut], rest[cut:])


def _salutation(lines: Sequence[str]) -> tuple[int, int]:
    """Where the salutation begins and ends; an empty span when there is none."""
    folded = [fold(line).strip() for line in lines[:_HEAD]]
    found = next((at for at, line in enumerate(folded) if _is_salutation(line)), None)
    if found is None:
        opening = next((at for at, line in enumerate(folded) if OPENING.search(line)), 0)
        if not opening or not _GROUP.match(folded[opening - 1]) or _TITLE_WORDS.search(folded[opening - 1]):
            return 0, 0
        found = opening - 1
    start = found
    while start and _NAMES_ONLY.match(folded[start - 1]) and not _TITLE_WORDS.search(folded[start - 1]):
        start -= 1
    return start, found + 1


def _is_salutation(line: str) -> bool:
    return bool(_SALUTATION.match(line)) and not _TITLE_WORDS.search(line)


def _without_salutation(lines: Sequence[str]) -> int:
    """Where the main text begins in a letter that greets nobody: at the opening, or below the head."""
    for at, line in enumerate(lines[:_HEAD]):
        if (at or len(line) > 20) and OPENING.search(fold(line)) and not titles.is_reply_title(line):
            return at
    head = 0
    while head < min(len(lines), _HEAD) - 1 and not re.search("[。;!?]$", fold(lines[head]).strip()):
        head += 1
    return head


def _number(title: str, opening: str, head: Sequence[str]) -> str:
    found = marks.suggestion_number(title) or marks.suggestion_number(opening, loose=False)
    if found:
        return found
    # In the opening a number without 建议 next to it counts only close to the quoted title.
    beside = re.search(r"(?:编号|自编号|第)[^()。,]{0,6}\d[^()。,]{0,30}", fold(opening)[:300])
    sources = (beside[0] if beside else "", *(line for line in head if len(line) < 60))
    return next(filter(None, map(marks.suggestion_number, sources)), "")


def _class(parts: _Parts, title: str) -> str:
    found = marks.reply_class([*parts.head, title]) or marks.reply_class(parts.foot)
    ends = [
        line for line in parts.body[-2:] if re.search(r"[(【\[]\s*[A-DＡ-Ｄ]\s*类?\s*[)】\]]$", fold(line))
    ]
    return found or marks.reply_class(ends) or marks.reply_class(parts.body, strict=True)


def _unit(parts: _Parts, title: str) -> str:
    labelled = [
        match[1] for line in (*parts.foot, *parts.head) for match in _LABELLED_UNIT.finditer(fold(line))
    ]
    letterheads = [unit for line in parts.head for unit in _letterhead(line)]
    named = unit_in_title(title)
    signed = _signed(parts.foot)
    chosen = signed or [unit for unit in (named, *labelled[:1], *letterheads[:1]) if unit][:1]
    others = [unit for unit in (named, *labelled, *letterheads) if unit]
    return ";".join(with_place(fullest(unit, others), title) for unit in chosen)


def _signed(foot: Sequence[str]) -> list[str]:
    """The units in the signature: those right above the date, or else the first ones in the foot."""
    date = next((at for at, line in enumerate(foot) if is_date_line(line)), None)
    if date is not None:
        units: list[str] = []
        while date and units_of(foot[date - 1]):
            units = units_of(foot[date - 1]) + units
            date -= 1
        if units:
            return _whole(units)
    return next((_whole(units) for line in foot if (units := units_of(line)) and ":" not in fold(line)), [])


def _whole(units: list[str]) -> list[str]:
    """A long name over two lines (「某县人民政府」「办公室」) is one unit again."""
    joined: list[str] = []
    for unit in units:
        if joined and len(unit) <= 3:
            joined[-1] += unit
        else:
            joined.append(unit)
    return list(dict.fromkeys(joined))


def _letterhead(line: str) -> list[str]:
    match = _LETTERHEAD.match(fold(line).strip())
    return units_of(match[1]) if match else []


def _date(foot: Sequence[str]) -> str:
    """The signing date: that of a line which is only a date, else the last one in the foot."""
    only = next((iso_date(line) for line in foot if is_date_line(line) and iso_date(line)), "")
    return only or next(filter(None, map(iso_date, reversed(foot))), "")
