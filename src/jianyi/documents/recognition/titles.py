"""Titles: of replies (over one or several lines), and of suggestions quoted inside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jianyi.documents.recognition import marks
from jianyi.documents.recognition.dates import is_date_line
from jianyi.documents.recognition.units import is_unit, unit_in_title
from jianyi.kit.text import fold


_REPLY_END = re.compile(
    r"(?:答复函?|复函|回复函?|回函|函复|办复|办理意见|[会协]办意见|答复意见|回复意见|办理情况|办理结果|情况说明|情况汇报|的函|的复函|答复书)"
    r"(?:的(?:函|复函|答复|回复|报告|说明))?(?:\([^()]*\))*$"
)
_ABOUT = re.compile(r"建\s*议|提\s*案|议\s*案|关\s*于|^对|意\s*见|第.{1,24}号")
_START = re.compile(r"关\s*于|^对|^(?:人大|政协).{0,20}(?:建议|提案)|就.{0,30}(?:建议|提案)")
_META = re.compile(
    r"签发|文\s*号|类\s*别|公\s*开|^[A-D]$|^\(?[A-D]类?\)?$|密级|紧急|^(?:特|加|平)急$|文件$|^\(\s*(?:函|复函|便函)\s*\)$|:.{0,30}$"
)
_TWO = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")
_LONGEST, _MOST_LINES = 150, 5

_KINDS = "建议|提案|议案|意见|批评"
_QUOTED = (
    re.compile(rf"《([^《》]{{4,150}}?(?:{_KINDS})?)》"),
    re.compile(rf"[“\"]\s*((?:关于)?.{{4,150}}?(?:{_KINDS}))\s*[”\"]"),
    re.compile(r"[“\"]\s*([^“”\"]{4,150})\s*[”\"]"),
    re.compile(
        rf"(关于[^。;]{{2,120}}?的?(?:{_KINDS}))(?=[》”\"]?(?:\([^()]*\))?(?:的?办理|[,,、]|收|已|悉|交|经|现|[(〔]))"
    ),
    re.compile(rf"(关于[^。;]{{2,120}}?(?:{_KINDS}))"),
)
_INSIDE = re.compile(rf"^(?:.{{0,40}}?关于|对)?\s*[《“\"]?(关于.{{2,120}}?(?:{_KINDS}))[》”\"]?的")


def squeeze(text: str) -> str:
    """A title without the spaces that only spread its characters (「答   复」)."""
    return _TWO.sub("", text.strip())


def is_reply_title(text: str) -> bool:
    """Whether the text is the title of a reply."""
    folded = fold(squeeze(text))
    return 6 <= len(folded) <= _LONGEST and bool(_REPLY_END.search(folded)) and bool(_ABOUT.search(folded))


def reply_title(head: Sequence[str], hint: str = "") -> str:
    """The reply's title among its head lines, put together if it runs over several; "" if there is none."""
    if is_reply_title(hint):
        return squeeze(hint)
    for start in range(len(head)):
        joined = _joined(head, start)
        if joined:
            return joined
    return ""


def quoted(opening: str) -> str:
    """The suggestion's title that the opening of a reply names, or ""."""
    folded = fold(opening)[:600]
    for pattern in _QUOTED:
        match = pattern.search(folded)
        if match:
            return squeeze(opening[match.start(1) : match.end(1)])
    return ""


def inside(title: str) -> str:
    """「关于某事的建议的答复」 holds 「关于某事的建议」; "" when the title gives only a number."""
    match = _INSIDE.search(fold(title))
    if not match or re.search(r"会议第?|第\s*\S{1,20}号", match[1]):
        return ""
    return match[1]


def _joined(head: Sequence[str], start: int) -> str:
    first = squeeze(head[start])
    unit_above = is_unit(first) and start + 1 < len(head) and _START.search(fold(squeeze(head[start + 1])))
    if not (unit_above or ((_START.search(fold(first)) or unit_in_title(first)) and not _is_meta(first))):
        return ""
    joined = ""
    for line in head[start : start + _MOST_LINES]:
        piece = squeeze(line)
        if joined and _is_meta(piece):
            break
        joined += piece
        if is_reply_title(joined):
            return joined + _rest(head[start:], joined)
    return ""


def _rest(lines: Sequence[str], joined: str) -> str:
    """What has slipped onto the next line of a title that is whole without it: 「…的答复」「函」."""
    used = 0
    for line in lines:
        used += len(squeeze(line))
        if used > len(joined):
            piece = squeeze(line)
            return piece if re.fullmatch("函|复函|书|意见", piece) else ""
    return ""


def _is_meta(line: str) -> bool:
    folded = fold(line).strip()
    if is_date_line(folded) or _META.search(folded):
        return True
    return bool(marks.document_number(folded)) and not _ABOUT.search(marks.DOCUMENT.sub("", folded))
