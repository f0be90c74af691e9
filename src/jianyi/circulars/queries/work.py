"""What waits for somebody on circulars."""

from jianyi.cases.queries.waiting import ToDo, waiting
from jianyi.kit.columns import listed
from jianyi.procedure.facts.acting import Actor

from ..models import Circular
from .files import LONG, TRACKS


def work(*, by: Actor) -> list[ToDo]:
    """The actor's work items on a circular, on its reading or on what it pushes forward, due first."""
    return waiting(TRACKS, {Circular: listed(Circular.objects.all(), ("house",), LONG)}, by=by)
