"""The letter as it will be printed (F14 for a reply, F13 for a co-opinion), from the paper's text."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse

from jianyi.cases.issued import replies
from jianyi.cases.issued.about import about
from jianyi.cases.issued.files import on_screen
from jianyi.cases.letters import replies as wording
from jianyi.cases.letters.replies import Answer, closed
from jianyi.cases.models import Letter, Paper
from jianyi.cases.queries.files import CaseFile
from jianyi.cases.queries.letters import letter_of
from jianyi.documents.letters.document import Document, Letter as Sheeted
from jianyi.kit import clock
from jianyi.kit.numerals import chinese
from jianyi.procedure.calendar import in_words
from jianyi.web import letters
from jianyi.web.shell import is_deputy

from . import standing


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`head`: what stands in bold before it; `key`: which part of the text it comes from."""

    key: str
    head: str
    text: str


def letter(request: HttpRequest, number: int) -> HttpResponse:
    """What was signed, as it was frozen; a draft as it stands, marked as one."""
    file, row = standing.paper(request, number)
    kept = letter_of(file, row.id)
    told = {"letter": kept, "there": f"/papers/{row.id}/letter", "back": _back(file, row)}
    return letters.shown(request, _addressed(file, row, _document(file, row, kept)), **told)


def download(request: HttpRequest, number: int, kind: str) -> HttpResponse:
    file, row = standing.paper(request, number)
    back, kept = f"/papers/{row.id}/letter/", letter_of(file, row.id)
    if kept and row.signed_at:
        return letters.reprinted(request, kept, kind, back)
    name = f"{'答复函' if row.is_reply else '会办意见'}（第{file.case.no}号，第{row.edition}稿）"
    return letters.drawn(request, replies.letter(row, file.under), kind, name, back)


def _back(file: CaseFile, row: Paper) -> str:
    return f"/suggestions/{file.case.id}/" if is_deputy(file.by) else f"/papers/{row.id}/"


def _document(file: CaseFile, row: Paper, kept: Letter | None) -> Document:
    return on_screen(kept) if kept and row.signed_at else replies.letter(row, file.under)


def _addressed(file: CaseFile, row: Paper, told: Document) -> Document:
    """What a unit signs names no proposer who wants to be unknown; on the screen of those who know, it does."""
    known = file.case.confidential and not file.hides_names and row.is_reply
    return replace(told, addressee=salutation(file, row)) if known and isinstance(told, Sheeted) else told


def layout(file: CaseFile, paper: Paper) -> dict[str, Any]:
    handling = paper.handling
    mark = file.under.place.classes.get(paper.reply_class)
    return {
        "mark": mark.key if mark and paper.is_reply else "", "unit": handling.unit.name, "number": paper.number,
        "title": title(file, paper), "salutation": salutation(file, paper),
        "paragraphs": paragraphs(file, paper, paper.text), "on": printed_day(paper.signed_at),
    }  # fmt: skip


def title(file: CaseFile, paper: Paper) -> tuple[str, str]:
    """「关于省十四届人大四次会议」「第 0217 号建议的答复」"""
    return (
        f"关于{file.case.sitting.label}",
        f"{number_of(file)}建议的{'答复' if paper.is_reply else '会办意见'}",
    )


def number_of(file: CaseFile) -> str:
    """「第 0217 号」「第闭0021号」"""
    return f"第 {file.case.no} 号" if file.case.no.isdigit() else f"第{file.case.no}号"


def salutation(file: CaseFile, paper: Paper) -> str:
    if paper.is_reply:
        one = len(file.proposers) == 1 and not file.hides_names and not file.case.by_delegation
        return f"{file.salutation}{'代表' if one else ''}"
    leads = [h.unit.name for h in file.handlings if not h.advises and h.is_open]
    return "、".join(dict.fromkeys(leads))


def paragraphs(file: CaseFile, paper: Paper, text: dict[str, Any]) -> list[Paragraph]:
    """Opening, what is said to each point, closing; where nothing is written the customary words stand."""
    opening, closing = replies.usual(paper, file.under)
    told = replies.answers(paper, file.under, text)
    numbers = [answer["no"] for answer in replies.said(text)]
    said = [
        _point(paper, *each, order) for order, each in enumerate(zip(numbers, told, strict=True), start=1)
    ]
    first, last = text["opening"] or opening, closed(text["closing"] or closing, text.get("quotable", ""))
    helped = replies.co_summary(paper, file.under) if paper.is_reply else ""
    joined = [Paragraph("helped", "", f"会办意见采纳情况：{helped}。")] if helped else []
    return [
        Paragraph("opening", "", first),
        *said,
        *joined,
        *_after(file, paper, text),
        Paragraph("closing", "", last),
    ]


def _after(file: CaseFile, paper: Paper, text: dict[str, Any]) -> list[Paragraph]:
    """What the answers rest on, and how much was promised in them."""
    count = sum(len(answer.promises) for answer in replies.answers(paper, file.under, text))
    told = {
        "bases": wording.rests_on(replies.bases(text)),
        "promised": wording.promised(count, paper.handling.unit.name, about(file.under).you),
    }
    return [Paragraph(key, "", said) for key, said in told.items() if said]


def _point(paper: Paper, no: int, answer: Answer, order: int) -> Paragraph:
    told = wording.answered(answer, paper.handling.unit.name)
    return Paragraph(f"point-{no}", f"{chinese(order)}、关于{answer.point}。", told)


def printed_day(moment: datetime | None) -> str:
    """With the year, as on paper: 2026 年 5 月 20 日."""
    if moment is None:
        return ""
    return in_words(moment.astimezone(clock.HOME).date())
