"""What waits for somebody on the problems of groups."""

from dataclasses import dataclass
from datetime import date, timedelta

from jianyi.cases.queries.lists import of_tracks
from jianyi.kit import clock
from jianyi.procedure.actions import Action
from jianyi.procedure.facts.acting import Actor
from jianyi.turn.items import NEVER
from jianyi.turn.models import WorkItem

from ..models import Problem
from .themes import TRACKS


MOST = 30


@dataclass(frozen=True)
class ToDo:
    """A work item on a problem."""

    problem: Problem
    item: WorkItem

    @property
    def action(self) -> Action:
        return Action(self.item.action)

    @property
    def due(self) -> date | None:
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


def work(*, by: Actor) -> list[ToDo]:
    """The actor's work items on problems, due first, the first MOST."""
    items = {(item.subject_id, item.action): item for item in reversed(list(of_tracks(TRACKS, MOST, by=by)))}
    rows = Problem.objects.filter(
        congress_id=by.congress, id__in=[item.subject_id for item in items.values()]
    )
    known = {row.id: row for row in rows.select_related("root")}
    return [
        ToDo(known[item.subject_id], item) for item in reversed(items.values()) if item.subject_id in known
    ]
