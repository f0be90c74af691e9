"""What the public may read of a reply: prepared, checked, published; now and then withheld, left lying, taken down, begun anew."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import Because, Clearing, Marked
from jianyi.publication.commands import publishing
from jianyi.publication.facts import wished
from jianyi.publication.models import Publication
from jianyi.turn.models import Deadline
from jianyi.turn.under import Under

from .agenda import Road, worked


if TYPE_CHECKING:
    from .answering import Answering


# How far each goes, by turns in the order of the replies.
ENDS = (
    "published", "late", "published", "checked", "published", "published", "withheld", "presented", "published",
    "summary", "taken_down", "drafting", "published", "withholding", "published", "published", "again",
)  # fmt: skip
# What may still be under way today: else it would lie there for months. Where nothing newer does, one is done anew.
UNDER_WAY = {
    "drafting": w.Publication.DRAFTING, "presented": w.Publication.PRESENTED,
    "withholding": w.Publication.WITHHOLDING, "checked": w.Publication.CHECKED,
}  # fmt: skip
WHY_AGAIN = "附图中有住户门牌，须重新处理。"
WHY_NOT = "答复内容涉及企业商业秘密，公开后可能损害第三方合法权益。"
WHY_LESS = "按代表的公开意愿，只公开标题、答复单位和办理结果。"
SUMMARY = "所提意见已逐条研究答复：能够立即做的已作部署，涉及资金和编制的正在测算，结果将继续向代表反馈。"


def published(task: "Answering") -> Road:
    """From the delivery on; each hand takes a few days. Nearly all are in time; a few are late by days."""
    row = Publication.objects.filter(paper_id=task.paper.id).first()
    if row is None or row.stage is not w.Publication.DRAFTING:
        return
    end = ENDS[Publication.objects.filter(congress_id=row.congress_id, id__lt=row.id).count() % len(ENDS)]
    if end not in UNDER_WAY or _due(row) > task.scene.agenda.until:
        yield from _prepared(task, row, end)
        return
    yield from _prepared(task, row, "published")
    yield from _anew(task, row, end)


def _prepared(task: "Answering", row: Publication, end: str) -> Road:
    yield _days(5)
    if end == "drafting" or (row := _as_it_stands(row)).stage is not w.Publication.DRAFTING:
        return
    row = publishing.present(
        by=task.officer, on=publishing.write(by=task.officer, on=row, saying=_said(row, end))
    )
    yield _days(3)
    yield from _decided(task, row, end)


def _decided(task: "Answering", row: Publication, end: str) -> Road:
    row = _as_it_stands(row)
    if row.stage is w.Publication.WITHHOLDING and end != "withholding":
        publishing.withhold(by=task.unit.principal, on=row)
    if row.stage is not w.Publication.PRESENTED or end == "presented":
        return
    row = publishing.check(by=task.unit.office, on=row)
    yield _due(row) + timedelta(days=4, hours=10) if end == "late" else _days(4)
    row = _as_it_stands(row)
    if end == "checked" or row.stage is not w.Publication.CHECKED:
        return
    publishing.publish(by=task.province.clerk, on=row)
    if end in ("taken_down", "again"):
        yield _days(10)
        row = _taken_down(task.province.clerk, row, end)
        if end == "again":
            yield from _prepared(task, row, "published")


def _taken_down(clerk: Actor, row: Publication, end: str) -> Publication:
    row = publishing.take_down(by=clerk, on=_as_it_stands(row), saying=Because(WHY_AGAIN))
    if end == "taken_down":
        return row
    redrafted: Publication = publishing.redraft(by=clerk, on=row, saying=Because("请重新拟写公开稿。"))
    return redrafted


def _anew(task: "Answering", row: Publication, end: str) -> Road:
    """Taken down at last and done again as far as this, where no other stands there: one that stood days ago has moved on."""
    yield max(clock.now(), task.scene.agenda.until - timedelta(hours=6))
    row, there = _as_it_stands(row), UNDER_WAY[end]
    if row.stage is not w.Publication.PUBLISHED or _stands(row, there):
        return
    row = _taken_down(task.province.clerk, row, end)
    if end == "drafting":
        return
    said = _said(row, end)
    row = publishing.present(by=task.officer, on=publishing.write(by=task.officer, on=row, saying=said))
    if end == "checked" and row.stage is w.Publication.PRESENTED:
        publishing.check(by=task.unit.office, on=row)


def _stands(row: Publication, there: w.Publication) -> bool:
    return Publication.objects.filter(congress_id=row.congress_id, stage=there).exists()


def _due(row: Publication) -> datetime:
    """Until when it is to be public; where the place has laid down no day, whenever."""
    clocks = Deadline.objects.filter(holder_id=row.id, limit=w.Limit.PUBLICATION)
    return clocks.values_list("due_at", flat=True).first() or clock.now()


def _as_it_stands(row: Publication) -> Publication:
    return Publication.objects.get(congress_id=row.congress_id, id=row.id)


def _said(row: Publication, end: str) -> Clearing:
    """As wide as deputy and signer allow; every mark taken out but the number of an office."""
    marks = tuple(
        Marked(no, "keep", "单位公开的办公电话") if mark["keep"] else Marked(no, "redact")
        for no, mark in enumerate(row.marks, start=1)
    )
    if end in ("withheld", "withholding"):
        return Clearing("none", WHY_NOT, marks=marks)
    most = wished(row, Under(row.root))
    if most == "title":
        return Clearing("title", WHY_LESS, marks=marks)
    if end == "summary":
        return Clearing("summary", "全文涉及尚在谈判的项目，公开摘要。", SUMMARY, marks)
    return Clearing("full", marks=marks)


def _days(count: int) -> datetime:
    now = clock.now()
    return now + (worked((now + timedelta(days=count)).date(), 0) - now.date())
