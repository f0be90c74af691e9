"""What must always be true of circulars."""

from collections.abc import Callable, Iterator

from jianyi.procedure import words as w

from .models import Addressee, Circular, Push


WRITTEN = (w.Circular.PRESENTED, w.Circular.APPROVED, w.Circular.ISSUED)


def every_issued_circular_is_numbered_and_went_out() -> Iterator[str]:
    """With a number, somebody who approved it, frozen facts, and the houses that are in its table."""
    for row in Circular.objects.filter(stage=w.Circular.ISSUED):
        to = set(Addressee.objects.filter(root_id=row.id).values_list("house_id", flat=True))
        wanted = {each["house"] for each in row.readers}
        if not (row.number and row.approved_by and row.issued_on) or to != wanted:
            yield f"通报 {row.id}：已经签发，却没有文号、审批人，或者收文单位与进度表不一致"
    for row in Circular.objects.filter(stage__in=WRITTEN):
        if not row.facts or not row.requirements or row.as_of is None:
            yield f"通报 {row.id}：已经送审，却没有冻结的数据或者下月要求"


def every_figure_of_a_circular_adds_up() -> Iterator[str]:
    """The rows of the table sum up to the totals, and no part is larger than its whole."""
    for row in Circular.objects.exclude(facts={}):
        tasks = sum(each["tasks"] for each in row.facts["rows"])
        if tasks != row.facts["tasks"] or any(n > of for _, n, of in row.facts["totals"]):
            yield f"通报 {row.id}：进度表合计 {tasks} 件，总体情况 {row.facts['tasks']} 件，对不上"


def what_is_done_says_what_was_done() -> Iterator[str]:
    for row in Push.objects.filter(stage=w.Push.DONE):
        if not row.evidence or not row.done_on:
            yield f"推进事项 {row.id}：已报完成，却没有完成情况"
    for addressee in Addressee.objects.filter(stage=w.Addressee.READ):
        if not addressee.read_by or not addressee.read_at:
            yield f"通报收文 {addressee.id}：已阅，却没有阅文人和时间"


Invariant = Callable[[], Iterator[str]]
INVARIANTS: tuple[tuple[str, str, Invariant], ...] = (
    ("circulars_issued", "签发的通报有文号、审批人和收文单位，数据已冻结", every_issued_circular_is_numbered_and_went_out),
    ("circulars_add_up", "通报的进度表与总体情况一致", every_figure_of_a_circular_adds_up),
    ("circulars_followed", "推进事项和阅文有记录", what_is_done_says_what_was_done),
)  # fmt: skip
