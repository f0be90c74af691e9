"""What must always be true of letters, of the ladder, and of help."""

from collections.abc import Callable, Iterator

from django.db.models import Exists, OuterRef

from jianyi.cases.models import Attachment, Letter
from jianyi.procedure import words as w

from .models import UNISSUED, UNSEEN, Help, Line, Measure, Urging


def every_letter_was_issued_by_somebody() -> Iterator[str]:
    """What the addressee may see has a number, a paper, a day for its answer, and the facts it rests on; a draft has no number."""
    lines = Line.objects.filter(congress_id=OuterRef("congress_id"), root_id=OuterRef("id"))
    papers = Letter.objects.filter(congress_id=OuterRef("congress_id"), root_id=OuterRef("id"), kind="urging")
    rows = Urging.objects.annotate(rests=Exists(lines), printed=Exists(papers))
    for row in rows.exclude(stage__in=[*UNISSUED, w.Urging.LAPSED]):
        if not (
            row.number
            and row.issued_on
            and row.issued_by
            and row.due
            and row.demands
            and row.rests
            and row.printed
        ):
            yield f"催办函 {row.id}：已经发出，却没有文号、签发人、回复期限、要求、滞后事实或者存档函件"  # fmt: skip
        if row.stage is w.Urging.ANSWERED and not (row.answer and row.done_by and row.answered_by):
            yield f"催办函 {row.id}：已经回复，却没有回复内容、完成日期或者回复人"
        if {*row.answerers} & {*row.judges}:
            yield f"催办函 {row.id}：回复人核销了自己的回复"
    for draft in rows.filter(stage__in=UNISSUED).exclude(number=""):
        yield f"催办函 {draft.id}：没有签发，却已经有文号 {draft.number}"


def no_rung_was_skipped_without_a_reason() -> Iterator[str]:
    """Every document of the ladder rests on an earlier one, or on a reason and an approver; whoever closes it did not answer for it.
    A circular goes out by itself."""
    for row in Measure.objects.exclude(stage__in=UNSEEN):
        if (
            row.rung not in ("circular", "notice")
            and not row.previous
            and not (row.skip_reason and row.skip_by_id)
        ):
            yield f"督办文书 {row.number}：没有前序文书，也没有越级的理由和批准人"
        same = {row.owner_id, *row.reporters} & set(row.checkers)
        if row.stage in (w.Measure.CORRECTED, w.Measure.SETTLED) and (not row.checkers or same):
            yield f"督办文书 {row.number}：已经摘牌或者核销，核验人却没有写明或者就是责任人"


def every_help_that_is_done_was_seen() -> Iterator[str]:
    shown = Attachment.objects.filter(congress_id=OuterRef("congress_id"), subject_id=OuterRef("id"))
    for row in Help.objects.filter(stage=w.Help.DONE).annotate(shown=Exists(shown)):
        same = {row.leads_id, *row.reporters} & set(row.checkers)
        if not row.shown or not row.result or not row.checkers or same:
            yield f"攻坚帮扶 {row.id}：已经完成，却没有佐证、没有核验人或者核验人就是牵头人"


Invariant = Callable[[], Iterator[str]]
INVARIANTS: tuple[tuple[str, str, Invariant], ...] = (
    (
        "urged",
        "发出的催办函有文号、签发人、期限、要求和冻结的事实，没有签发的没有文号；核销人不是回复人",
        every_letter_was_issued_by_somebody,
    ),
    ("ladder", "督办不越级，越级有理由和批准人；核验人不是责任人", no_rung_was_skipped_without_a_reason),
    ("helped", "完成的攻坚和帮扶有佐证，核验人不是牵头人", every_help_that_is_done_was_seen),
)
