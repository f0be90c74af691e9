"""What the clock does here: publications of replies that were with their deputies before there was a publication are opened."""

from collections.abc import Iterable

from jianyi.cases.models import Suggestion
from jianyi.parties.models import Congress
from jianyi.procedure import words as w
from jianyi.turn.door import tick
from jianyi.turn.ticking import in_turn

from .models import Publication


def due_roots() -> Iterable[Suggestion]:
    """Everywhere else a publication is opened in the turn that brings the reply to the deputy."""
    houses = list(Congress.objects.values_list("id", flat=True))
    new = Publication.objects.filter(
        congress_id__in=houses, stage=w.Publication.NEW, paper__stage=w.Paper.SENT
    )
    numbers = list(new.values_list("root_id", flat=True).distinct())
    yield from Suggestion.objects.filter(id__in=numbers).order_by("id")


def tick_all() -> int:
    """Take every such step; answers how many lines were written."""
    return in_turn(due_roots(), tick)
