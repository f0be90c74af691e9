"""Where the pages of all that stands above the cases are, for the one view for every step, for notices and papers."""

from collections.abc import Mapping
from typing import Any

from jianyi import areas
from jianyi.cadence.models import Tally
from jianyi.cases import fresh as cases
from jianyi.cases.queries.files import subject as find
from jianyi.circulars.models import Circular
from jianyi.fieldwork.holders import joint_units
from jianyi.fieldwork.models import Meeting, WorkScheme
from jianyi.fieldwork.queries import people
from jianyi.outcomes.models import Outcome, Publicity
from jianyi.procedure.facts.acting import Actor
from jianyi.supervision.models import Help, Measure, Urging
from jianyi.themes.models import Theme
from jianyi.topics import due
from jianyi.topics.models import KeyTopic
from jianyi.turn.models import Subject


# Roots with a page of their own, and where it is; a work scheme is found by its year.
PAGES = {
    Meeting: "meetings", Theme: "themes", KeyTopic: "topics", Outcome: "outcomes", Publicity: "publicity", Tally: "unit/lists",
    Urging: "urgings", Measure: "measures", Help: "help-measures", Circular: "circulars",
}  # fmt: skip
OWN_PAGES = (WorkScheme, *PAGES)


def fresh(track: str, about: Mapping[str, Any], *, by: Actor) -> Subject | None:
    """A new subject of a case or of any area; nothing where the actor may make none."""
    return cases.fresh(track, about, by=by) or areas.fresh(track, about, by=by)


def there(track: str, number: int, *, by: Actor) -> Subject | None:
    """By track and number; each by its own rule of sight."""
    if areas.root_of(track) in areas.ROOTS:
        shown = areas.there(track, number, by=by)
        return shown[0] if shown else None
    found: Subject | None = find(track, number, by=by)
    return found


def colleagues(on: Subject, *, by: Actor) -> list[tuple[int, str]]:
    """Who works in the houses that hold a meeting, or whose group it is: for a step on it or on what hangs there."""
    root = getattr(on, "root", on)
    if isinstance(root, Theme | Help):
        return people.staff([root.unit_id], by=by)
    if not isinstance(root, Meeting):
        return []
    return people.hosts(root, joint_units(root), by=by)


def page_of(subject: Subject) -> str:
    """Its own page; nothing for what belongs to a case."""
    root = getattr(subject, "root", subject)
    if isinstance(root, WorkScheme):
        return f"/unit/scheme/?year={root.year}"
    name = PAGES.get(type(root), "")
    return f"/{name}/{root.id}/" if name else ""


def stands_above(track: str) -> bool:
    """Does it belong to something that has a page of its own, beside the cases?"""
    return areas.root_of(track) in OWN_PAGES


def followed(subject: Subject) -> None:
    """What a step here means for other roots is taken at once; what is not had now, the clock takes."""
    due.followed(subject)
