"""What waits for somebody on letters, documents of the ladder and help; requests of deputies wait in the list of suggestions."""

from dataclasses import dataclass

from jianyi.cases.queries.lists import of_tracks
from jianyi.cases.queries.waiting import Waiting
from jianyi.procedure.actions import Action
from jianyi.procedure.facts.acting import Actor
from jianyi.turn.models import WorkItem

from ..models import Addressed, Help, Measure, Urging
from . import helps, measures, urgings


MOST = 30
TRACKS = (urgings.TRACK, measures.TRACK, helps.TRACK)
MODELS = (Urging, Measure, Help)


@dataclass(frozen=True)
class ToDo(Waiting):
    """A work item on one of them."""

    row: Addressed | Help
    item: WorkItem

    @property
    def action(self) -> Action:
        return Action(self.item.action)


def work(*, by: Actor) -> list[ToDo]:
    """The actor's work items, due first, the first MOST; the same step of several posts stands once."""
    items = {(item.subject_id, item.action): item for item in reversed(list(of_tracks(TRACKS, MOST, by=by)))}
    numbers = [item.subject_id for item in items.values()]
    known: dict[int, Addressed | Help] = {}
    for model in MODELS:
        known |= {
            row.id: row
            for row in model.objects.filter(congress_id=by.congress, id__in=numbers).select_related("unit")
        }
    return [
        ToDo(known[item.subject_id], item) for item in reversed(items.values()) if item.subject_id in known
    ]
