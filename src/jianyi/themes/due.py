"""What leaves a unit's hands leaves the unit's group: the procedure's own steps that events elsewhere have made ready."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef

from jianyi.cases.models import Handling
from jianyi.procedure import words as w
from jianyi.turn.door import tick
from jianyi.turn.ticking import in_turn

from .holders import HANDS
from .models import Member, Theme


def due_roots() -> Iterable[Theme]:
    """Groups that are at work and hold what was withdrawn or went to another unit."""
    tasks = Handling.objects.filter(
        congress_id=OuterRef("congress_id"), root_id=OuterRef("suggestion_id"), unit_id=OuterRef("unit_id"), stage__in=HANDS
    ).exclude(root__stage=w.Suggestion.WITHDRAWN)  # fmt: skip
    gone = Member.objects.filter(holds=True).exclude(Exists(tasks))
    yield from Theme.objects.filter(id__in=list(gone.values_list("root_id", flat=True))).order_by("id")


def tick_all() -> int:
    """Take every such step; answers how many lines were written."""
    return in_turn(due_roots(), tick)
