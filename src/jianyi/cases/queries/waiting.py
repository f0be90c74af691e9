"""One thing that waits for somebody, as lists show it: until when, and whether that is over."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from jianyi.kit import clock
from jianyi.procedure.actions import Action
from jianyi.procedure.facts.acting import Actor
from jianyi.turn.items import NEVER
from jianyi.turn.models import Root, Subject, WorkItem
from jianyi.turn.tracks import by_name

from .lists import of_tracks


MOST = 30


class Waiting:
    """What a row of a list has that is about a work item."""

    item: WorkItem

    @property
    def action(self) -> Action:
        return Action(self.item.action)

    @property
    def due(self) -> date | None:
        """The day it is due, where there is one."""
        if self.item.due_at >= NEVER:
            return None
        return (self.item.due_at - timedelta(seconds=1)).astimezone(clock.HOME).date()

    @property
    def late(self) -> bool:
        return self.item.due_at <= clock.now()

    @property
    def when(self) -> str:
        """overdue, today, upcoming or open_ended, as in the work list."""
        if self.late or self.item.due_at >= NEVER:
            return "overdue" if self.late else "open_ended"
        tonight = clock.midnight(clock.today() + timedelta(days=1))
        return "today" if self.item.due_at <= tonight else "upcoming"


@dataclass(frozen=True)
class ToDo(Waiting):
    """A work item on something above the cases: what it is about, and the root under which that hangs."""

    row: Any
    root: Any
    item: WorkItem


def waiting(
    tracks: Sequence[str], read: Mapping[type[Subject], QuerySet[Any]] | None = None, *, by: Actor
) -> list[ToDo]:
    """The actor's work items on subjects of these tracks, due first, the first MOST; the same step of several posts stands
    once. `read`: how rows of a model are read where all of them and nothing beside is too much or too little."""
    items: dict[tuple[int, str], WorkItem] = {}
    for item in of_tracks(tracks, MOST, by=by):
        items.setdefault((item.subject_id, item.action), item)
    numbers = {number for item in items.values() for number in (item.subject_id, item.root_id)}
    known: dict[int, Any] = {}
    for model in _models(items.values()):
        rows = (read or {}).get(model, model._default_manager.all())
        known |= {row.id: row for row in rows.filter(congress_id=by.congress, id__in=numbers)}
    return [
        ToDo(known[item.subject_id], known[item.root_id], item)
        for item in items.values()
        if item.subject_id in known and item.root_id in known
    ]


def _models(items: Iterable[WorkItem]) -> set[type[Subject | Root]]:
    tracks = [by_name()[name] for name in {item.track for item in items}]
    return {model for track in tracks for model in (track.model, track.root)}
