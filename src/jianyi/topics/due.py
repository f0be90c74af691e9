"""What the decision on a topic means for each suggestion in it, and what events elsewhere have made ready: taken by the procedure itself.

A suggestion is another root than its topic, so its mark is a turn of its own: at once where a page has entered the decision, and by the
clock in any case. What the clock finds is what is not as the topics say, so it may run at any time, twice or late."""

from collections.abc import Iterable, Iterator

from django.db.models import Exists, OuterRef, Q

from jianyi.cases.models import Handling, Suggestion
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said.unit import Keyed, Lifted
from jianyi.procedure.needs.unit import ANSWERABLE
from jianyi.procedure.refusals import Refused
from jianyi.publication.models import PublicTopic
from jianyi.turn.door import follow, tick
from jianyi.turn.models import Deadline, Subject
from jianyi.turn.ticking import in_turn

from .facts import OVER
from .holders import HANDS
from .models import STANDING, Advice, Covered, KeyTopic


Change = tuple[Suggestion, A, Keyed | Lifted]


def due_roots() -> Iterable[KeyTopic]:
    """Topics that hold what was withdrawn or merged, units that no longer answer, or advice to a unit that handles it no more; and those
    that the public reads with a name that their committee has no more."""
    gone = Suggestion.objects.filter(
        congress_id=OuterRef("congress_id"), id=OuterRef("suggestion_id"), stage__in=OVER
    )
    found = set(Covered.objects.filter(Exists(gone), holds=True).values_list("root_id", flat=True))
    late = Deadline.objects.filter(limit=w.Limit.SOUNDING, ended_at=None, due_at__lte=clock.now())
    found |= set(late.values_list("root_id", flat=True))
    tasks = Handling.objects.filter(
        congress_id=OuterRef("congress_id"), root_id=OuterRef("suggestion_id"), unit_id=OuterRef("unit_id"), stage__in=HANDS
    ).exclude(root__stage__in=OVER)  # fmt: skip
    found |= set(
        Advice.objects.filter(~Exists(tasks), stage=w.Advice.GIVEN).values_list("root_id", flat=True)
    )
    told = PublicTopic.objects.filter(congress_id=OuterRef("congress_id"), id=OuterRef("id"), gone=False)
    renamed = KeyTopic.objects.filter(
        announced_on__isnull=False, committee_id__isnull=False, stage__in=STANDING
    )
    found |= set(
        renamed.filter(Exists(told.exclude(committee=OuterRef("committee__name")))).values_list(
            "id", flat=True
        )
    )
    yield from KeyTopic.objects.filter(id__in=found).order_by("id")


def tick_all() -> int:
    """Take every such step; answers how many were taken."""
    return in_turn((_ticked, marked), lambda part: part(), lambda part: part.__name__)


def _ticked() -> int:
    return in_turn(due_roots(), tick)


def marked(topic: int = 0) -> int:
    """Mark what its topic lists, lift what no topic lists any more; of one topic, or of all. Answers how many were changed."""
    changes: list[Change] = [*_to_mark(topic), *_to_lift(topic)]
    return in_turn(changes, lambda change: _taken(*change), lambda change: str(change[0]))


def followed(subject: Subject) -> None:
    """After a step on a topic, or on what hangs on one: its suggestions are marked or lifted now. Nothing for anything else."""
    root = getattr(subject, "root", subject)
    if isinstance(root, KeyTopic):
        marked(root.id)


def _taken(case: Suggestion, action: A, said: Keyed | Lifted) -> bool:
    """What has been answered or withdrawn in between stays as it is."""
    try:
        follow(case, action, said)
    except Refused:
        return False
    return True


def _to_mark(topic: int) -> Iterator[Change]:
    of = Q(root_id=topic) if topic else Q()
    rows = Covered.objects.filter(of, stage=w.Covered.IN, root__stage__in=STANDING).select_related("root")
    asked = {row.suggestion_id: row.root for row in rows}
    open_ = Suggestion.objects.filter(id__in=list(asked), stage__in=ANSWERABLE)
    for case in open_.order_by("id"):
        root = asked[case.id]
        if case.key_topic_id != root.id:
            yield case, A.MARK_KEY, Keyed(root.decided_on, root.committee_id or 0, root.leader, root.id)


def _to_lift(topic: int) -> Iterator[Change]:
    held = Covered.objects.filter(
        congress_id=OuterRef("congress_id"), root_id=OuterRef("key_topic_id"), suggestion_id=OuterRef("id"),
        stage=w.Covered.IN, root__stage__in=STANDING,
    )  # fmt: skip
    of = Q(key_topic_id=topic) if topic else Q(key_topic_id__isnull=False)
    # Asked for in no order: an order tempts the engine to read every suggestion there is, each minute.
    rows = Suggestion.objects.filter(of, ~Exists(held), stage__in=ANSWERABLE).order_by()
    for case in sorted(rows, key=lambda row: row.id):
        yield case, A.LIFT_KEY, Lifted("已移出重点督办议题，或者议题已取消重点督办", case.key_topic_id or 0)
