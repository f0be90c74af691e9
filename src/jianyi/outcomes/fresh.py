"""New subjects, not yet kept, as far as the actor may make them: for pages and interface."""

from collections.abc import Callable

from jianyi.cases.fresh import About
from jianyi.fieldwork.fresh import home_of
from jianyi.kit import clock
from jianyi.parties.models import Congress, Organisation
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty, Kind
from jianyi.procedure.words.duties import CLERKS
from jianyi.turn.models import Subject

from .models import Outcome, Publicity


def fresh(track: str, about: About, *, by: Actor) -> Subject | None:
    """An unsaved subject of the track; nothing where the actor may make none."""
    make = MAKERS.get(track)
    return make(by) if make else None


def outcome(by: Actor) -> Subject | None:
    """Of the actor's own unit."""
    unit = home_of(by)
    known = Organisation.objects.filter(congress_id=by.congress, id=unit, kind=Kind.UNIT).first()
    place = Congress.objects.get(id=by.congress).place
    row = Outcome(
        congress_id=by.congress, place=place, unit_id=unit, made_by_id=by.person, year=clock.today().year
    )
    return row if known else None


def publicity(by: Actor) -> Subject | None:
    """Of the unit whose office the actor is, or of the congress's own office."""
    units = by.where(Duty.UNIT_OFFICE)
    if not units and not by.holds(*CLERKS):
        return None
    place = Congress.objects.get(id=by.congress).place
    return Publicity(
        congress_id=by.congress, place=place, unit_id=next(iter(units), None), made_by_id=by.person, on=clock.today(),
    )  # fmt: skip


MAKERS: dict[str, Callable[[Actor], Subject | None]] = {"outcome": outcome, "publicity": publicity}
