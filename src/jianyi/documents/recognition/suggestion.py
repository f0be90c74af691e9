"""Recognising a suggestion: its form fields, title, proposers, main text and concrete requests."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from jianyi.documents.recognition import labels, marks
from jianyi.documents.recognition.dates import is_date_line, iso_date
from jianyi.documents.recognition.heading import (
    by_line,
    head_titles,
    is_form_head,
    is_head_line,
    is_number_line,
    looks_like_title,
)
from jianyi.documents.recognition.letter import Letter
from jianyi.documents.recognition.names import people
from jianyi.documents.recognition.requests import LABELS, requests
from jianyi.documents.recognition.titles import squeeze
from jianyi.documents.recognition.units import is_unit
from jianyi.kit.text import fold, same


_SENTENCE_END = re.compile(r"[。;!?:]\s*[”\")]?$")
_MISSING = {
    "title": "没有找到建议的标题，请手工填写。",
    "proposers": "没有找到提出建议的代表，请手工选择。",
    "body": "没有找到建议的正文，请直接粘贴。",
}


@dataclass
class _Form:
    """What has been gathered from the lines so far."""

    head: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    values: dict[str, list[str]] = field(default_factory=dict)
    asks: list[str] = field(default_factory=list)
    section: str = ""
    started: bool = False

    def first(self, kind: str) -> str:
        return next((value for value in self.values.get(kind, ()) if value), "")

    def add(self, line: str) -> None:
        self.body.append(line)
        if self.section == "asks":
            self.asks.append(line)


def parse(lines: Sequence[str], hint: str, warnings: tuple[str, ...] = ()) -> Letter:
    """The suggestion in these lines; `hint` is the title its container gave. Never raises."""
    form = _Form()
    for line in lines:
        for label, value in labels.fields(line):
            _take(form, label, value)
    _sign(form)
    title = _title(form, hint)
    body = [line for line in form.body if not same(squeeze(line), title)]
    proposers = _proposers(form)
    found: dict[str, Any] = {"title": title, "proposers": proposers, "body": "\n".join(body).strip()}
    missing = tuple(sentence for name, sentence in _MISSING.items() if not found[name])
    return Letter(
        "suggestion",
        **found,
        number=_number(form),
        unit=_unit(form),
        date=iso_date(form.first("date")),
        points=requests(form.asks, body),
        warnings=(*warnings, *missing),
    )


def _take(form: _Form, label: str, value: str) -> None:
    kind = labels.KIND.get(label, "")
    if kind in ("content", "heading"):
        _take_text(form, label, value, keep_label=kind == "heading")
    elif kind == "title" and _is_text(value):
        # Some forms put the whole reasoning under 案由.
        form.values.setdefault("reasoning", []).append(value)
        _take_text(form, label, value, keep_label=True)
    elif kind in ("proposer", "cosigner") and _is_text(value):
        # The text has run up to the names: they end at the first space.
        names, _, rest = value.partition(" ")
        form.values.setdefault(kind, []).append(names)
        _take_plain(form, rest)
    elif kind:
        form.section = kind
        form.values.setdefault(kind, []).append(value)
    elif value:
        _take_plain(form, value)


def _take_text(form: _Form, label: str, value: str, keep_label: bool) -> None:
    form.started = True
    form.section = "asks" if label in LABELS else "text"
    line = f"{label}：{value}" if keep_label and value else (label if keep_label else value)
    if line:
        form.body.append(line)
        if form.section == "asks" and value:
            form.asks.append(value)


def _take_plain(form: _Form, line: str) -> None:
    if form.section == "reply":
        return
    if _continues_names(form, line):
        form.values[form.section].append(line)
    elif not form.started and is_head_line(line, first=not form.head):
        form.head.append(line)
    elif form.started and form.section in ("other", "unit", "date") and not _SENTENCE_END.search(fold(line)):
        form.values.setdefault("tail", []).append(line)
    else:
        form.started = True
        form.section = "asks" if form.section == "asks" else "text"
        # 「内容随着…」: the label has run into the text of a form whose other labels stand alone.
        form.add(re.sub(r"^内\s*容(?=[^\s包为是和与及上丰充详])", "", line) if form.values else line)


def _continues_names(form: _Form, line: str) -> bool:
    """Whether a list of names has gone on to this line: the one before ended in 、 or was empty."""
    if form.section not in ("proposer", "cosigner") or form.started:
        return False
    before = fold(form.values[form.section][-1]).strip()
    return (not before or before.endswith(("、", ","))) and not _is_text(line) and bool(people(line))


def _is_text(value: str) -> bool:
    """Whether the value reads as sentences rather than as one title or one field."""
    folded = fold(value)
    return (
        len(folded) > 80
        or len(re.findall("[。;!?]", folded)) > 1
        or (len(folded) > 40 and folded.endswith("。"))
    )


def _sign(form: _Form) -> None:
    """Take the signature (names, delegation, date) off the end of the main text."""
    while len(form.body) > 1 and _is_signature(form.body[-1]):
        line = form.body.pop()
        if form.asks and form.asks[-1] == line:
            form.asks.pop()
        kind = "date" if iso_date(line) and is_date_line(line) else "signature"
        form.values.setdefault(kind, []).insert(0, line)


def _is_signature(line: str) -> bool:
    folded = fold(line).strip()
    if is_date_line(folded) or by_line(folded):
        return True
    return (
        len(folded) <= 40
        and not re.search("[。;!?]", folded)
        and (is_unit(folded) or folded.endswith("代表团"))
    )


def _title(form: _Form, hint: str) -> str:
    labelled = squeeze(form.first("title"))
    heads = head_titles(form.head)
    fuller = [head for head in heads if labelled and head.startswith(labelled)]
    for candidate in (squeeze(hint), *fuller, labelled, *heads):
        if candidate and not is_form_head(candidate):
            # A heading that does not look like a title gives way to a field that says it is one.
            sure = not labelled or candidate.startswith(labelled) or looks_like_title(candidate)
            return candidate if sure else labelled
    return labelled


def _proposers(form: _Form) -> tuple[str, ...]:
    found = [
        name
        for kind in ("proposer", "cosigner")
        for value in form.values.get(kind, ())
        for name in people(value)
    ]
    if not found:
        signed = (*form.head, *form.values.get("signature", ()))
        found = [name for line in signed for name in by_line(line)]
    return tuple(dict.fromkeys(found))


def _number(form: _Form) -> str:
    value = fold(form.first("number")).strip()
    if value:
        return marks.suggestion_number(value if "号" in value else f"第{value}号")
    lines = [line for line in form.head if is_number_line(line) or "号" in line]
    return next(filter(None, map(marks.suggestion_number, lines)), "")


def _unit(form: _Form) -> str:
    value = fold(form.first("unit")).strip("。 ")
    if value:
        return ";".join(part for part in re.split(r"[、,;\s]+", value) if part)
    for line in form.values.get("other", ()):
        match = re.match(r"^(?:交|由|转|请)?\s*(\S{2,30}?)\s*(?:研究)?(?:办理|承办|主办)", fold(line))
        if match and is_unit(match[1]):
            return match[1]
    return ""
