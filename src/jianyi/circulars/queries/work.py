"""What waits for somebody on circulars."""

from dataclasses import dataclass

from jianyi.cases.queries.lists import of_tracks
from jianyi.cases.queries.waiting import Waiting
from jianyi.kit.columns import listed
from jianyi.procedure.actions import Action
from jianyi.procedure.facts.acting import Actor
from jianyi.turn.models import Subject, WorkItem

from ..models import Addressee, Circular, Push
from .files import LONG, TRACKS


MOST = 30


@dataclass(frozen=True)
class ToDo(Waiting):
    """A work item on a circular, on its reading or on what it pushes forward."""

    row: Subject
    circular: Circular
    item: WorkItem

    @property
    def action(self) -> Action:
        return Action(self.item.action)


def work(*, by: Actor) -> list[ToDo]:
    """The actor's work items on circulars, due first, the first MOST."""
    items = list({(item.subject_id, item.action): item for item in of_tracks(TRACKS, MOST, by=by)}.values())
    rows = Circular.objects.filter(congress_id=by.congress, id__in={item.root_id for item in items})
    roots = {row.id: row for row in listed(rows, ("house",), LONG)}
    known: dict[int, Subject] = {**roots}
    for model in (Addressee, Push):
        found = model._default_manager.filter(
            congress_id=by.congress, id__in=[item.subject_id for item in items]
        )
        known |= {row.id: row for row in found}
    return [
        ToDo(known[item.subject_id], roots[item.root_id], item) for item in items if item.subject_id in known
    ]
