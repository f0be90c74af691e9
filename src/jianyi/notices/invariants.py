"""What must be so of what no step tells, and of what leaves the platform."""

from collections.abc import Callable, Iterator

from django.db.models import Exists, OuterRef

from jianyi.turn.models import Notice

from .models import NO_ADDRESS, SENT, WAITING, Sending
from .occasions import reminder


def every_occasion_can_be_told() -> Iterator[str]:
    """Else a reader's list would fail on it."""
    told = Notice.objects.exclude(occasion="").values_list("occasion", flat=True).order_by().distinct()
    for occasion in told.iterator():
        try:
            reminder(occasion)
        except ValueError:
            yield f"提醒“{occasion}”：看不出是哪个期限"


def what_leaves_was_told_in_the_platform() -> Iterator[str]:
    """What waits has its notice; what was sent says when, and what waits does not."""
    notice = Notice.objects.filter(congress_id=OuterRef("congress_id"), id=OuterRef("notice_id"))
    waiting = Sending.objects.filter(state__in=(WAITING, NO_ADDRESS)).exclude(Exists(notice))
    for number in waiting.values_list("id", flat=True):
        yield f"发送 {number}：没有对应的消息"
    for number in Sending.objects.filter(state=SENT, sent_at=None).values_list("id", flat=True):
        yield f"发送 {number}：已送出，没有送出的时间"
    for number in Sending.objects.exclude(state=SENT).exclude(sent_at=None).values_list("id", flat=True):
        yield f"发送 {number}：有送出的时间，状态不是已送出"


INVARIANTS: tuple[tuple[str, str, Callable[[], Iterator[str]]], ...] = (
    ("reminders", "每条提醒说得出是哪个期限、哪一天", every_occasion_can_be_told),
    ("sendings", "平台以外发送的，平台内都有消息", what_leaves_was_told_in_the_platform),
)
