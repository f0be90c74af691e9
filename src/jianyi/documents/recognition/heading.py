"""The head lines of a suggestion: titles, names of forms, numbers, and lines that say who proposes it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jianyi.documents.recognition.dates import is_date_line
from jianyi.documents.recognition.names import bare_names, people
from jianyi.documents.recognition.titles import squeeze
from jianyi.kit.text import HAN, fold


_KINDS = r"建\s*议|提\s*案|议\s*案|意\s*见|批\s*评"
_TITLE = re.compile(rf"(?:{_KINDS})(?:案|书)?(?:\([^()]*\))?$|^关于|^建议")
# 「某县第三次会议代表建议、批评和意见」 heads a form; it is not the title of a suggestion.
_FORM_HEAD = re.compile(
    r"^(?!.*关于).*(?:代表大会|人大|政协|委员会|会议|全会|全委会|社情民意).*$|^(?:人大)?代表(?:建议|议案).{0,12}$"
    r"|^(?:建议|提案|议案)(?:、?(?:批评|意见|和))*(?:表|纸|用纸|登记表|征集表)?$|^(?:委员)?提案(?:表)?$"
)
_NUMBER_LINE = re.compile(r"^[(\[]?\s*(?:第|编号|NO\.?|№).{0,30}号?\s*[)\]]?$", re.IGNORECASE)
_BY_LINE = re.compile(
    rf"^[(\[]?\s*(?:[{HAN}]{{2,20}}(?:代表团|选区|代表小组)\s+)?([{HAN}·\s、,]{{2,80}}?)\s*(?:等\S{{0,6}}|\d+名)?\s*(?:人大)?(?:代表|委员)\s*[)\]]?$"
)
_OFFICE_FIRST = re.compile(
    rf"^[(\[]?\s*[{HAN}]{{0,20}}(?:代表|委员|代表团)\s*[:\s]\s*([{HAN}·\s、,]{{2,60}})[)\]]?$"
)


def looks_like_title(line: str) -> bool:
    """Whether the line begins or ends as titles of suggestions do."""
    return bool(_TITLE.search(fold(line)))


def is_number_line(line: str) -> bool:
    """Whether the line holds the suggestion's number and nothing else."""
    return bool(_NUMBER_LINE.match(fold(line).strip()))


def is_head_line(line: str, first: bool) -> bool:
    """Whether a line without a label belongs above the main text; `first` for the very first line."""
    folded = fold(line).strip()
    if re.search("[。;!?:]$", folded) or len(folded) > 80:
        return False
    if (first and len(folded) < 60) or folded.isdigit() or is_date_line(folded) or _FORM_HEAD.match(folded):
        return True
    return looks_like_title(squeeze(folded)) or is_number_line(folded) or bool(by_line(folded))


def is_form_head(line: str) -> bool:
    """Whether the line names a form or a meeting instead of a suggestion."""
    return bool(_FORM_HEAD.match(re.sub(r"\([^()]*\)", "", fold(line)).strip()))


def by_line(line: str) -> tuple[str, ...]:
    """The names in a line such as 「王某 代表」 or 「某县人大代表 王某」; () when it is no such line."""
    folded = fold(line).strip()
    match = _BY_LINE.match(folded) or _OFFICE_FIRST.match(folded)
    if not match:
        return bare_names(folded)
    names = people(match[1]) if match else ()
    return names if all(len(name) <= 4 or "·" in name for name in names) else ()


def head_titles(head: Sequence[str]) -> list[str]:
    """The head lines that can be titles, first those that look like one; a title over two lines is joined."""
    raw = [squeeze(line) for line in head if not is_date_line(line) and not by_line(line)]
    joined = [
        first + second
        for first, second in zip(raw, raw[1:], strict=False)
        if _unfinished(first) and (_ends(second) or second.endswith((")", "）")))
    ]
    lines = [line for line in joined + raw if not is_form_head(line) and not is_number_line(line)]
    return [line for line in lines if looks_like_title(line)] + lines


def _unfinished(line: str) -> bool:
    folded = fold(line)
    return (folded.startswith("关于") and not _ends(folded)) or folded.count("(") > folded.count(")")


def _ends(line: str) -> bool:
    return bool(re.search(rf"(?:{_KINDS})(?:\([^()]*\))?$", fold(line)))
