"""What a unit asks for and settles while a reply takes shape, in words: for the case page and for the page of a step."""

from typing import Any

from jianyi.cases.models import Collective, Consultation, Extension
from jianyi.cases.queries.files import CaseFile
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import ADOPTIONS, OUTCOMES
from jianyi.turn.models import Subject
from jianyi.turn.tracks import track_of
from jianyi.web.templatetags.look import day


Lines = list[tuple[str, str]]


def verb(subject: Subject, action: A) -> str:
    """The button; the verb alone is not enough where one verb serves several requests."""
    return LABELS.get((track_of(subject).name, action), action.label)


LABELS: dict[tuple[str, A], str] = {
    ("return", A.ASK): "申请退回", ("return", A.APPROVE): "签批退回申请", ("return", A.DROP): "不送出退回申请",
    ("extension", A.ASK): "申请延期", ("extension", A.APPROVE): "签批延期申请", ("extension", A.DROP): "不送出延期申请",
    ("extension", A.GRANT): "同意延期", ("extension", A.REFUSE): "不同意延期",
    ("consultation", A.APPROVE): "批准免予看稿", ("consultation", A.REFUSE): "不同意免予看稿",
    ("consultation", A.RELAY): "转代表看稿",
}  # fmt: skip


def title(subject: Subject) -> str:
    match subject:
        case Extension():
            return f"延期申请：申请延至 {day(subject.until)}" if subject.until else "延期申请"
        case Consultation():
            return f"征求意见稿（第 {subject.edition} 稿）" if subject.edition else "免予代表看稿"
        case Collective():
            return f"党组会议决定（第 {subject.edition} 稿）"
    return ""


def lines(subject: Subject, *, inner: bool = True) -> Lines:
    """Label and text, what is empty left out. `inner`: for the unit and the congress's bodies."""
    told = OF.get(type(subject), lambda row: [])(subject)
    return [(label, text) for label, text in told if text and (inner or label not in INNER)]


def told(file: CaseFile | None, subject: Subject) -> Lines:
    """The same for one reader: nothing of what the case does not show, and what is inner for those inside alone."""
    if file is None:
        return []
    shown = next(
        (row for row in [*file.extensions, *file.consultations, *file.collectives] if row.id == subject.id),
        None,
    )
    return lines(shown, inner=file.office or shown.handling in file.own_handlings) if shown else []


INNER = ("已作工作", "下步计划", "告知代表")


def _extension(row: Extension) -> Lines:
    return [
        ("原答复期限", day(row.due_before)), ("同意延至", day(row.granted)), ("申请延至", day(row.until)),
        ("理由", row.reason), ("已作工作", row.progress), ("下步计划", row.plan), ("告知代表", row.deputies_told),
        ("单位签批", row.approved_by), ("决定说明", row.decision),
    ]  # fmt: skip


def _consultation(row: Consultation) -> Lines:
    if not row.edition:
        return [("免予看稿的理由", row.reason), ("批准人", row.decided_by), ("说明", row.opinion)]
    return [("代表意见", row.opinion), ("对意见的答复", row.reason)]


def _collective(row: Collective) -> Lines:
    return [
        ("会议日期", day(row.held_on)), ("到会", f"应到 {row.expected} 人，实到 {row.present} 人"),
        ("决定", OUTCOMES.get(row.outcome, "")), ("会议意见", row.note),
    ]  # fmt: skip


OF: dict[type, Any] = {Extension: _extension, Consultation: _consultation, Collective: _collective}


def draft(row: Consultation, points: list[str]) -> list[dict[str, str]]:
    """The text that the deputy was shown, point by point."""
    answers = {answer["no"]: answer for answer in row.text.get("answers", [])}
    return [
        {
            "number": str(no), "title": point, "text": answers.get(no, {}).get("text", ""),
            "adoption": ADOPTIONS.get(answers.get(no, {}).get("adoption", ""), ""),
        }
        for no, point in enumerate(points, start=1)
    ]  # fmt: skip
