"""What waits for somebody on key topics."""

from dataclasses import dataclass

from jianyi.cases.queries.lists import of_tracks
from jianyi.cases.queries.waiting import Waiting
from jianyi.procedure.actions import Action
from jianyi.procedure.facts.acting import Actor
from jianyi.turn.models import Subject, WorkItem
from jianyi.turn.tracks import by_name

from ..models import Advice, KeyTopic
from .topics import TRACKS


MOST = 30


@dataclass(frozen=True)
class ToDo(Waiting):
    """A work item on a topic, on what a unit is asked, or on an opinion of a visit."""

    topic: KeyTopic
    subject: Subject
    item: WorkItem

    @property
    def action(self) -> Action:
        return Action(self.item.action)

    @property
    def text(self) -> str:
        return self.subject.text if isinstance(self.subject, Advice) else ""


def work(*, by: Actor) -> list[ToDo]:
    """The actor's work items on topics, due first, the first MOST."""
    items = {(item.subject_id, item.action): item for item in reversed(list(of_tracks(TRACKS, MOST, by=by)))}
    tracks = {item.track for item in items.values()}
    topics = KeyTopic.objects.filter(
        congress_id=by.congress, id__in={item.root_id for item in items.values()}
    )
    known = {row.id: row for row in topics}
    subjects: dict[int, Subject] = {}
    for track in tracks:
        numbers = [item.subject_id for item in items.values() if item.track == track]
        rows = by_name()[track].model._default_manager.filter(congress_id=by.congress, id__in=numbers)
        subjects |= {row.id: row for row in rows}
    return [
        ToDo(known[item.root_id], subjects[item.subject_id], item)
        for item in reversed(items.values())
        if item.root_id in known and item.subject_id in subjects
    ]
