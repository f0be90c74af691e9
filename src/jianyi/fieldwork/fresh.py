"""New subjects, not yet kept, and those that are there, as far as the actor may see them: for pages and interface."""

from collections.abc import Callable

from jianyi.cases.fresh import About, number
from jianyi.kit import clock
from jianyi.parties.models import Congress
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty
from jianyi.procedure.words.duties import CLERKS, HOUSE
from jianyi.turn.models import Subject
from jianyi.turn.speech import YEARS

from .models import Meeting, Resolution, WorkScheme
from .queries.meetings import file


def fresh(track: str, about: About, *, by: Actor) -> Subject | None:
    """An unsaved subject of the track; nothing where the actor may make none."""
    make = MAKERS.get(track)
    return make(about, by) if make else None


def home_of(by: Actor) -> int:
    """The unit that somebody calls meetings for: that of the post held; 0 for none."""
    found = by.where(*HOUSE)
    return by.unit_of.get(found[0], found[0]) if found else 0


def meeting(about: About, by: Actor) -> Subject | None:
    """Of the actor's own unit, or of the congress's office. One that is called for a key topic is made where topics are known."""
    unit = home_of(by)
    if about.get("topic") or (not unit and not by.holds(*CLERKS)):
        return None
    place = Congress.objects.get(id=by.congress).place
    return Meeting(
        congress_id=by.congress, place=place, unit_id=unit or None, made_by_id=by.person,
        kind=str(about.get("kind") or "")[:20],
    )  # fmt: skip


def resolution(about: About, by: Actor) -> Subject | None:
    """Of the meeting named as `meeting`, for those who hold it."""
    found = file(number(about, "meeting"), by=by)
    return Resolution.of(found.meeting) if found and found.is_host else None


def scheme(about: About, by: Actor) -> Subject | None:
    """Of the actor's own unit for the `year` that is named, else for this one."""
    units = by.where(Duty.UNIT_OFFICE)
    year = number(about, "year") or clock.today().year
    if not units or year not in YEARS:
        return None
    place = Congress.objects.get(id=by.congress).place
    return WorkScheme(congress_id=by.congress, place=place, unit_id=units[0], year=year)


MAKERS: dict[str, Callable[[About, Actor], Subject | None]] = {
    "meeting": meeting, "resolution": resolution, "workscheme": scheme,
}  # fmt: skip
