"""What must always be true of key topics and of the marks they bring about."""

from collections.abc import Callable, Iterator

from django.db.models import Exists, OuterRef, Q

from jianyi.cases.models import Suggestion
from jianyi.procedure import words as w

from .models import STANDING, UNDECIDED, Advice, Covered, KeyTopic


def every_listed_topic_was_decided() -> Iterator[str]:
    """With its day and who supervises; a report is handed in with its text and the days of what it is about."""
    for row in KeyTopic.objects.filter(stage__in=STANDING).filter(Q(decided_on=None) | Q(leader="")):
        yield f"重点督办议题 {row.id}：已经列入，却没有决定日期或者督办领导"
    for row in KeyTopic.objects.filter(stage=w.KeyTopic.REPORTED).filter(Q(reported_on=None) | Q(report="")):
        yield f"重点督办议题 {row.id}：督办报告已提交，却没有日期或者内容"
    for advice in Advice.objects.filter(stage=w.Advice.ANSWERED).filter(Q(answered_on=None) | Q(answer="")):
        yield f"视察意见 {advice.id}：已经答复，却没有日期或者内容"


def every_mark_has_its_topic() -> Iterator[str]:
    """What a topic brought about is in it, and that topic was decided; what holds a place in a topic is in it."""
    members = Covered.objects.filter(
        congress_id=OuterRef("congress_id"), root_id=OuterRef("key_topic_id"), suggestion_id=OuterRef("id")
    )
    decided = members.exclude(root__stage__in=UNDECIDED)
    for row in Suggestion.objects.filter(key_topic_id__isnull=False).filter(Q(key=False) | ~Exists(decided)):
        yield f"建议 {row.id}：记着重点督办议题 {row.key_topic_id}，却不在已决定的议题内，或者没有重点标识"
    over = [w.KeyTopic.NOT_LISTED, w.KeyTopic.LIFTED, w.KeyTopic.DROPPED]
    for held in Covered.objects.filter(holds=True).filter(~Q(stage=w.Covered.IN) | Q(root__stage__in=over)):
        yield f"督办件 {held.id}：已不在议题内或者议题已结束，却仍占着位置"


Invariant = Callable[[], Iterator[str]]
INVARIANTS: tuple[tuple[str, str, Invariant], ...] = (
    ("topics", "列入的重点督办议题有决定日期和督办领导，报告、答复有内容", every_listed_topic_was_decided),
    ("key_marks", "议题带来的重点标识出自已决定的议题，一件建议只在一个议题内", every_mark_has_its_topic),
)
