"""What the clock does: the procedure's own steps that time has made ready. Idempotent, and missed runs catch up."""

from collections.abc import Iterable

from jianyi.kit import clock
from jianyi.procedure.steps import STEPS
from jianyi.procedure.facts.acting import Clocks
from jianyi.procedure.words import Limit
from jianyi.turn.door import tick
from jianyi.turn.models import Deadline

from .models import Suggestion


def watched() -> set[Limit]:
    """The limits at whose end a row of the procedure may become ready: those its timed rows themselves start or stop."""
    timed = [row for row in STEPS if row.is_own and any(Clocks in need.reads.values() for need in row.needs)]
    return {limit for row in timed for limit in (*row.ends, *row.starts)}


def due_roots() -> Iterable[Suggestion]:
    """Cases with a watched clock that has run out and still runs."""
    ran = Deadline.objects.filter(ended_at=None, due_at__lte=clock.now(), limit__in=[limit.value for limit in watched()])
    numbers = ran.values_list("root_id", flat=True).distinct()
    yield from Suggestion.objects.filter(id__in=list(numbers)).order_by("id")


def tick_all() -> int:
    """Take every due step; answers how many lines were written."""
    return sum(tick(root) for root in due_roots())
