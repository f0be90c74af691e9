"""What the clock brings about: an answer that is overdue, a letter that has nothing left to urge, a request that was met."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef

from jianyi.cases.models import Handling
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.turn.door import tick
from jianyi.turn.models import Root
from jianyi.turn.ticking import in_turn

from .lagging import IN_HAND, OVER
from .models import COUNTED, OPEN, Line, Plea, Urging


def due_roots() -> Iterable[Root]:
    yield from _overdue()
    yield from _pointless()
    yield from _pleas()


def _overdue() -> Iterable[Root]:
    rows = Urging.objects.filter(stage__in=[w.Urging.ISSUED, w.Urging.RECEIVED], due__lt=clock.today())
    yield from rows.order_by("id")


def _pointless() -> Iterable[Root]:
    """Letters of which nothing is in the addressee's hands any more: the unit was abolished, the suggestion went elsewhere."""
    tasks = Handling.objects.filter(congress_id=OuterRef("congress_id"), id=OuterRef("handling_id"))
    lines = Line.objects.filter(congress_id=OuterRef("congress_id"), root_id=OuterRef("id"))
    open_ = Urging.objects.filter(stage__in=OPEN).filter(Exists(lines))
    yield from open_.exclude(Exists(lines.filter(Exists(tasks.exclude(stage__in=OVER))))).order_by("id")
    drafts = Urging.objects.filter(stage=w.Urging.DRAFTED).filter(Exists(lines))
    yield from drafts.exclude(Exists(lines.filter(Exists(tasks.filter(stage__in=IN_HAND))))).order_by("id")


def _pleas() -> Iterable[Root]:
    """Suggestions whose deputy asked, and that were urged since or are answered by now."""
    sent = Line.objects.filter(
        congress_id=OuterRef("congress_id"), suggestion_id=OuterRef("root_id"), root__stage__in=COUNTED,
        root__way__in=["government", "congress"], root__issued_on__gte=OuterRef("asked_at__date"),
    )  # fmt: skip
    tasks = Handling.objects.filter(
        congress_id=OuterRef("congress_id"), root_id=OuterRef("root_id"), stage__in=IN_HAND
    )
    waiting = Plea.objects.filter(stage=w.Plea.ASKED).select_related("root")
    for rows in (waiting.filter(Exists(sent)), waiting.exclude(Exists(tasks))):
        for plea in rows.order_by("id"):
            yield plea.root


def tick_all() -> int:
    """Take every such step; answers how many lines were written."""
    return in_turn(list(due_roots()), tick)
