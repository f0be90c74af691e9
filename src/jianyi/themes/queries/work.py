"""What waits for somebody on the problems of groups."""

from dataclasses import dataclass

from jianyi.cases.queries.lists import of_tracks
from jianyi.cases.queries.waiting import Waiting
from jianyi.procedure.actions import Action
from jianyi.procedure.facts.acting import Actor
from jianyi.turn.models import WorkItem

from ..models import Problem
from .themes import TRACKS


MOST = 30


@dataclass(frozen=True)
class ToDo(Waiting):
    """A work item on a problem."""

    problem: Problem
    item: WorkItem

    @property
    def action(self) -> Action:
        return Action(self.item.action)


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
