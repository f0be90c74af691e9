"""The finder: numbers, addresses and names of one text, in order and without overlap."""

from __future__ import annotations

import re
from dataclasses import replace

from jianyi.kit.text import fold
from jianyi.publication.personal import dwellings, numbers, people, tagging
from jianyi.publication.personal.spans import KINDS, Known, Span


# Who calls may be a person; a landline is one's own only where that is said.
_OWN = re.compile(
    r"(我叫|本人|我的|家里|家中|老人|小卖部|住户|群众来电|匿名|户主|自家|隔壁|投诉人|举报人|申请人|来电|求助人|报告人)[^\n。]{0,20}$"
)
_PUBLIC_BOX = re.compile(
    r"(公文|政务|单位|监督|举报|投诉|公开|联系|咨询|征集|公共|办公)[^\n。]{0,6}邮箱[^A-Za-z0-9]{0,4}$|邮箱[:为是]?$"
)
_WINDOW = 30
NOBODY = Known()


def find(text: str, known: Known = NOBODY) -> list[Span]:
    """Personal data in `text`, as spans in order of their beginning, none over another.

    Offsets count characters of the text as it is given: nothing is cleaned or normalised first, so they hold for it and
    for nothing else. What `known` names is left out (people) or marked as kept (telephones).
    """
    folded = fold(text)
    counted = list(numbers.find(folded))
    read = tagging.read(folded)
    named = people.find(folded, read, known, counted)
    ends = frozenset(place for span in named for place in (span.start, span.end))
    found = [*counted, *dwellings.find(folded, read, ends), *named]
    return [_kept(folded, span, known) for span in _without_overlap(found)]


def _without_overlap(found: list[Span]) -> list[Span]:
    """Where two overlap the longer one stays, of two alike the one whose kind comes first in `KINDS`."""
    order = {kind: place for place, kind in enumerate(KINDS)}
    spans: list[Span] = []
    for span in sorted(found, key=lambda each: (each.start, -each.end, order[each.kind])):
        if not spans or span.start >= spans[-1].end:
            spans.append(span)
        elif span.end - span.start > spans[-1].end - spans[-1].start:
            spans[-1] = span
    return spans


def _kept(text: str, span: Span, known: Known) -> Span:
    before = text[max(0, span.start - _WINDOW) : span.start]
    if span.kind == "phone":
        office = _digits(text[span.start : span.end]) in set(map(_digits, known.phones)) or not _OWN.search(
            before
        )
    elif span.kind == "email":
        office = ".gov." in text[span.start : span.end] or bool(_PUBLIC_BOX.search(before))
    else:
        office = False
    return replace(span, keep=office, why=span.why + "像是单位公开的，可以保留。" if office else span.why)


def _digits(written: str) -> str:
    return re.sub(r"\D", "", fold(written))
