"""What waits for somebody on key topics."""

from jianyi.cases.queries.waiting import ToDo, waiting
from jianyi.procedure.facts.acting import Actor

from .topics import TRACKS


def work(*, by: Actor) -> list[ToDo]:
    """The actor's work items on topics, on what units are asked, and on opinions of visits, due first."""
    return waiting(TRACKS, by=by)
