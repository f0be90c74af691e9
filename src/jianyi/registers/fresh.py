"""New notes, as far as the actor may make them: for pages and interface."""

from jianyi.cases.fresh import About, number
from jianyi.procedure.facts.acting import Actor
from jianyi.turn.models import Subject

from .models import Note
from .queries.notes import note_on


def fresh(track: str, about: About, *, by: Actor) -> Subject | None:
    """On the `handling` named, in the actor's house; where it has one, that one. Nothing for who has no such row."""
    if track != "note":
        return None
    found: Note | None = note_on([number(about, "handling")], by=by).get(number(about, "handling"))
    return found
