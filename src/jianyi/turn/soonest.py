"""The first day of each subject that is listed in the order of its days, kept beside it."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from jianyi.procedure.words import WATCHED

from . import tracks
from .models import Dated, Deadline
from .under import Under


def keep(under: Under) -> None:
    """What is right already stays untouched: most steps move no clock."""
    for row, at in wrong(under):
        row.due_at = at
        row.save(update_fields=["due_at"])


def wrong(under: Under) -> Iterator[tuple[Dated, datetime | None]]:
    """Each that says another moment than its clocks do, and theirs."""
    for track in tracks.under(type(under.root)):
        if issubclass(track.model, Dated):
            first = _first(under.deadlines)
            for row in under.all(track.model):
                if row.due_at != first.get(row.id):
                    yield row, first.get(row.id)


def _first(clocks: Iterable[Deadline]) -> dict[int, datetime]:
    """holder → when the first of its clocks runs out."""
    found: dict[int, datetime] = {}
    for row in clocks:
        if row.ended_at is None and row.limit in WATCHED:
            found[row.holder_id] = min(row.due_at, found.get(row.holder_id, row.due_at))
    return found
