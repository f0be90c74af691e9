"""Which meeting hands over which batch, for those who may see both."""

from jianyi.cases.models import Batch
from jianyi.cases.sight import is_office
from jianyi.procedure.facts.acting import Actor

from ..models import Meeting
from ..sight import may_see
from .meetings import SIZE


def meeting_of(batch: int, *, by: Actor) -> Meeting | None:
    """The hand-over meeting of a batch."""
    rows = Meeting.objects.filter(may_see(by), batch_id=batch)
    return rows.select_related("unit").first()


def choices(meeting: Meeting, *, by: Actor) -> list[Batch]:
    """What a meeting of the congress may hand over: its own batch and those that no meeting has, newest first."""
    if meeting.unit_id or not is_office(by):
        return []
    others = Meeting.objects.filter(congress_id=by.congress).exclude(id=meeting.id).exclude(batch_id=None)
    rows = Batch.objects.filter(congress_id=by.congress).exclude(id__in=others.values("batch_id"))
    return list(rows.order_by("-id")[:SIZE])
