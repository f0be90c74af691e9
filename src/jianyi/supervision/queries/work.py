"""What waits for somebody on letters, documents of the ladder and help; requests of deputies wait in the list of suggestions."""

from typing import Any

from django.db.models import QuerySet

from jianyi.cases.queries.waiting import ToDo, waiting
from jianyi.procedure.facts.acting import Actor
from jianyi.turn.models import Subject

from ..models import Help, Measure, Urging
from . import helps, measures, urgings


TRACKS = (urgings.TRACK, measures.TRACK, helps.TRACK)


def work(*, by: Actor) -> list[ToDo]:
    """The actor's work items on any of them, due first."""
    read: dict[type[Subject], QuerySet[Any]] = {
        Urging: Urging.objects.select_related("unit"),
        Measure: Measure.objects.select_related("unit", "suggestion"),
        Help: Help.objects.select_related("unit"),
    }
    return waiting(TRACKS, read, by=by)
