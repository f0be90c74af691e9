"""What waits for somebody on the problems of groups."""

from jianyi.cases.queries.waiting import ToDo, waiting
from jianyi.procedure.facts.acting import Actor

from .themes import TRACKS


def work(*, by: Actor) -> list[ToDo]:
    """The actor's work items on problems, due first."""
    return waiting(TRACKS, by=by)
