"""The letter as it will be printed (F14 for a reply, F13 for a co-opinion), from the paper's text."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jianyi.cases.models import Handling, Paper
from jianyi.cases.queries.files import CaseFile
from jianyi.kit import clock
from jianyi.kit.numerals import chinese
from jianyi.parties.queries import organisations
from jianyi.procedure.calendar import in_words
from jianyi.procedure.facts.said import ADOPTIONS
from jianyi.procedure.words import Kind, Role
from jianyi.web.shell import is_deputy

from . import standing


SHORT_POINT = 60


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`head`: what stands in bold before it; `key`: which part of the text it comes from."""

    key: str
    head: str
    text: str


def letter(request: HttpRequest, number: int) -> HttpResponse:
    """The sheet of A4; `?print=1` without the bar above it."""
    file, row = standing.paper(request, number)
    back = f"/suggestions/{file.case.id}/" if is_deputy(file.by) else f"/papers/{row.id}/"
    told = {
        "letter": layout(file, row), "paper": row, "case": file.case, "back": back,
        "bare": request.GET.get("print") == "1", "check_code": check_code(row.digest) if row.signed_at else "",
    }  # fmt: skip
    return render(request, "units/letter.html", told)


def layout(file: CaseFile, paper: Paper) -> dict[str, Any]:
    handling = paper.handling
    mark = file.under.place.classes.get(paper.reply_class)
    return {
        "mark": mark.key if mark and paper.is_reply else "", "unit": handling.unit.name, "number": paper.number,
        "signed_by": paper.signed_by, "title": title(file, paper), "salutation": salutation(file, paper),
        "paragraphs": paragraphs(file, paper, paper.text), "on": printed_day(paper.signed_at), "contact": contact(handling),
        "copies": copies(file, paper),
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
    opening = Paragraph("opening", "", text["opening"] or opening_of(file, paper.handling))
    said = [answer for answer in sorted(text["answers"], key=lambda a: a["no"]) if answer["text"].strip()]
    points = [_point(file.case.points, answer, order) for order, answer in enumerate(said, start=1)]
    return [opening, *points, Paragraph("closing", "", text["closing"] or closing_of(paper.handling))]


def _point(points: list[str], answer: dict[str, Any], order: int) -> Paragraph:
    no = answer["no"]
    told = points[no - 1].strip().rstrip("。；;.") if no <= len(points) else ""
    about = told.removeprefix("关于") if 0 < len(told) <= SHORT_POINT else f"第{chinese(no)}条建议"
    adoption = ADOPTIONS.get(answer["adoption"], "")
    lead = f"{adoption}。" if adoption else ""
    return Paragraph(f"point-{no}", f"{chinese(order)}、关于{about}。", f"{lead}{answer['text']}")


def opening_of(file: CaseFile, handling: Handling) -> str:
    """The customary opening, with the units that took part."""
    case = file.case
    if handling.advises:
        return f"{case.sitting.label}{number_of(file)}建议《{case.title}》由贵单位主办、我单位会办。现就涉及我单位职责的事项提出意见如下："
    you = "您" if len(file.proposers) == 1 else "你们"
    helping = "、".join(
        h.unit.name for h in file.handlings if h.role is Role.CO and h.is_open and h.round == handling.round
    )
    who = f"由我单位主办，{helping}会办" if helping else "由我单位办理"
    again = "经重新办理，" if handling.round > 1 else ""
    return f"{you}提出的《{case.title}》收悉，{who}。{again}现答复如下："


def closing_of(handling: Handling) -> str:
    if handling.advises:
        return "以上意见可纳入统一答复。"
    return "感谢对我们工作的关心和支持，请在收到答复后填写征询意见表。"


def contact(handling: Handling) -> str:
    officer = handling.officer
    if officer is None:
        return ""
    return f"（联系人：{officer.name}{f'；电话：{officer.phone}' if officer.phone else ''}）"


def copies(file: CaseFile, paper: Paper) -> str:
    """Who gets a copy: the committee, the government's office, the units that helped."""
    if not paper.is_reply:
        return ""
    kinds = [Kind.COMMITTEE, *([Kind.GOVERNMENT_OFFICE] if paper.handling.unit.of_government else [])]
    central = [row.name for row in organisations(by=file.by).filter(kind__in=kinds)]
    helping = [
        h.unit.name
        for h in file.handlings
        if h.role is Role.CO and h.is_open and h.round == paper.handling.round
    ]
    return "，".join([*central, *helping])


def printed_day(moment: datetime | None) -> str:
    """With the year, as on paper: 2026 年 5 月 20 日."""
    if moment is None:
        return ""
    return in_words(moment.astimezone(clock.HOME).date())


def check_code(digest: str) -> str:
    """A41C-07E9: the same for the same text."""
    return f"{digest[:4]}-{digest[4:8]}".upper()
