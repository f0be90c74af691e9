"""New groups, as far as the actor may make them: for pages and interface."""

from jianyi.cases.fresh import About
from jianyi.fieldwork.fresh import home_of
from jianyi.parties.models import Congress
from jianyi.procedure.facts.acting import Actor
from jianyi.turn.models import Subject

from .models import Theme


def fresh(track: str, about: About, *, by: Actor) -> Subject | None:
    """An unsaved group of the actor's own unit; nothing for those who work in none."""
    unit = home_of(by) if track == "theme" else 0
    if not unit:
        return None
    place = Congress.objects.get(id=by.congress).place
    return Theme(congress_id=by.congress, place=place, unit_id=unit, made_by_id=by.person)
