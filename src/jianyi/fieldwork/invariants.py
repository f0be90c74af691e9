"""What must always be true of meetings that a case rests on."""

from collections.abc import Iterator

from django.db.models import Exists, OuterRef

from jianyi.cases.models import Escalation
from jianyi.procedure import words as w

from .models import Meeting


def what_was_determined_at_a_meeting_has_its_minutes() -> Iterator[str]:
    """The meeting that a conclusion names is the one called for it, and its minutes are settled."""
    settled = Meeting.objects.filter(
        congress_id=OuterRef("congress_id"), id=OuterRef("meeting"), escalation_id=OuterRef("id"), stage=w.Meeting.SETTLED
    )  # fmt: skip
    for row in Escalation.objects.exclude(meeting=0).exclude(Exists(settled)):
        yield f"再次不满意的处理 {row.id}：所依据的活动没有审定的纪要，或者不是为它召开的"
    for row in Escalation.objects.exclude(minutes="").filter(meeting=0):
        yield f"再次不满意的处理 {row.id}：写有纪要，却没有活动"
