"""What must always be true of groups and their problems."""

from collections.abc import Callable, Iterator

from django.db.models import Exists, OuterRef

from jianyi.cases.models import Attachment
from jianyi.procedure import words as w

from .models import Concern, Member, Problem


def every_problem_struck_off_was_seen() -> Iterator[str]:
    """What is struck off has evidence, and somebody who neither answered for it nor reported it has struck it off."""
    shown = Attachment.objects.filter(congress_id=OuterRef("congress_id"), subject_id=OuterRef("id"))
    for row in Problem.objects.filter(stage=w.Problem.STRUCK).annotate(shown=Exists(shown)):
        same = {row.owner_id, *row.reporters} & set(row.checkers)
        if not row.shown or not row.evidence or not row.checkers or not row.struck_on or same:
            yield f"问题 {row.id}：已经销号，却没有佐证、没有核销人或者核销人就是责任人"
    for promised in Problem.objects.filter(stage=w.Problem.PROMISED):
        if not (promised.pledged_case and promised.pledged_item and promised.pledged_due):
            yield f"问题 {promised.id}：已转承诺，却没有写明哪件建议、什么承诺、何时完成"


def every_problem_concerns_a_member() -> Iterator[str]:
    """And what holds a place in a group is in it."""
    members = Member.objects.filter(
        congress_id=OuterRef("congress_id"),
        root_id=OuterRef("root_id"),
        suggestion_id=OuterRef("suggestion_id"),
    )
    for row in Concern.objects.exclude(Exists(members)):
        yield f"问题 {row.problem_id}：涉及的建议 {row.suggestion_id} 不在组内"
    for member in Member.objects.filter(holds=True).exclude(stage=w.Member.IN):
        yield f"类办件 {member.id}：已不在组内，却仍占着位置"
    for member in Member.objects.filter(holds=True).exclude(root__stage=w.Theme.OPEN):
        yield f"类办件 {member.id}：类办组已经结束，却仍占着位置"


Invariant = Callable[[], Iterator[str]]
INVARIANTS: tuple[tuple[str, str, Invariant], ...] = (
    ("I14", "销号的问题有佐证，核销人不是责任人", every_problem_struck_off_was_seen),
    ("I15", "问题只涉及组内的建议，一件建议在一个单位只归一组", every_problem_concerns_a_member),
)
