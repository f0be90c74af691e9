"""I13: every rating says how it was collected, and what shows it is there."""

from collections.abc import Iterator

from django.db.models import Exists, F, OuterRef

from jianyi.procedure import words as w
from jianyi.procedure.facts.said import VIAS

from ..models import Attachment, Escalation, RatingLink, Sheet


def every_rating_is_vouched_for() -> Iterator[str]:
    """A paper form has its scan and has been checked; a link is used once; a matter that is over has its minutes."""
    rated = Sheet.objects.exclude(rated_at=None)
    for sheet in rated.exclude(via__in=list(VIAS)):
        yield f"测评 {sheet.id}：没有写明怎样收回"
    scan = Attachment.objects.filter(
        congress_id=OuterRef("congress_id"), subject_id=OuterRef("id"), inside=OuterRef("id")
    )
    for sheet in rated.filter(via="paper").exclude(Exists(scan)):
        yield f"测评 {sheet.id}：纸质代录，却没有扫描件"
    for sheet in Sheet.objects.exclude(sitting_id=F("root__sitting_id")):
        yield f"测评 {sheet.id}：所记届次与建议的届次不符"
    yield from _entries()
    yield from _links()
    yield from _escalations()


def _entries() -> Iterator[str]:
    """Only the last entry waits, and only while the sheet does."""
    for sheet in Sheet.objects.exclude(entries=[]).iterator():
        waits = ["outcome" not in entry for entry in sheet.entries]
        if any(waits[:-1]) or (waits[-1] and sheet.stage not in (w.Rating.ENTERED, w.Rating.VOID)):
            yield f"测评 {sheet.id}：代录没有核对结果，却已往下办"
        if sheet.via == "paper" and sheet.entries[-1].get("outcome") not in ("confirmed", "unanswered"):
            yield f"测评 {sheet.id}：计入的代录没有经代表核对"


def _links() -> Iterator[str]:
    """A link that was used is the one by which its sheet was rated, on the device that opened it."""
    used = RatingLink.objects.filter(
        congress_id=OuterRef("congress_id"), sheet_id=OuterRef("id"), used_at=OuterRef("rated_at")
    )
    for sheet in Sheet.objects.filter(via="link").exclude(Exists(used.filter(device=OuterRef("device")))):
        yield f"测评 {sheet.id}：经链接测评，却没有用过的链接"
    by_link = Sheet.objects.filter(congress_id=OuterRef("congress_id"), id=OuterRef("sheet_id"), via="link")
    links = RatingLink.objects.exclude(used_at=None)
    for link in links.exclude(Exists(by_link)):
        yield f"链接 {link.id}：用过，测评却不是经链接收回的"
    for link in links.filter(used_at__gte=F("until")):
        yield f"链接 {link.id}：过期以后还用过"


def _escalations() -> Iterator[str]:
    """What was determined has its minutes and, where the unit must do something, what and until when."""
    shows = Attachment.objects.filter(congress_id=OuterRef("congress_id"), subject_id=OuterRef("id"))
    determined = Escalation.objects.exclude(determined_at=None)
    for row in determined.filter(minutes="").exclude(Exists(shows)):
        yield f"再次不满意的处理 {row.id}：没有纪要、报告或者记录"
    for row in determined.filter(outcome="follow").filter(due=None):
        yield f"再次不满意的处理 {row.id}：要求另行落实，却没有期限"
