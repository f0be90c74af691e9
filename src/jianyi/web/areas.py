"""What stands above the cases and has pages of its own: meetings, work schemes, groups, key topics, outcomes, reports of the press. Found,
made, named and led back to here, so that the one view for every step need not know them."""

from collections.abc import Mapping
from typing import Any

from jianyi.cadence.models import Tally
from jianyi.cadence.queries import tallies
from jianyi.cases import fresh as cases
from jianyi.cases.queries.files import subject as find
from jianyi.circulars import fresh as told
from jianyi.circulars.models import Circular
from jianyi.circulars.queries import files as circulars
from jianyi.fieldwork import fresh as fieldwork
from jianyi.fieldwork.holders import joint_units
from jianyi.fieldwork.models import Meeting, WorkScheme
from jianyi.fieldwork.queries import meetings, people, schemes
from jianyi.outcomes import fresh as credited
from jianyi.outcomes.models import Outcome, Publicity
from jianyi.outcomes.queries import files as outcomes, publicity
from jianyi.procedure.facts.acting import Actor
from jianyi.supervision import fresh as supervised
from jianyi.supervision.models import Help, Measure, Urging
from jianyi.supervision.queries import helps, measures, urgings
from jianyi.themes import fresh as themes
from jianyi.themes.models import Theme
from jianyi.themes.queries import themes as groups
from jianyi.topics import due, fresh as topical
from jianyi.topics.models import KeyTopic
from jianyi.topics.queries import topics
from jianyi.turn.models import Subject


# Roots with a page of their own, and where it is.
PAGES = {
    Meeting: "meetings", Theme: "themes", KeyTopic: "topics", Outcome: "outcomes", Publicity: "publicity", Tally: "unit/lists",
    Urging: "urgings", Measure: "measures", Help: "help-measures", Circular: "circulars",
}  # fmt: skip
OWN_PAGES = (WorkScheme, *PAGES)
# The pages of the lists, by track.
LISTS = {
    **dict.fromkeys(meetings.TRACKS, "meetings"),
    **dict.fromkeys(groups.TRACKS, "themes"),
    **dict.fromkeys(topics.TRACKS, "topics"),
    **dict.fromkeys(outcomes.TRACKS, "outcomes"),
    publicity.TRACK: "publicity",
    **dict.fromkeys(circulars.TRACKS, "circulars"),
    tallies.TRACK: "unit/lists",
    urgings.TRACK: "urgings",
    measures.TRACK: "measures",
    helps.TRACK: "help-measures",
}


# Each a root upon which nothing hangs.
SINGLE: dict[str, Any] = {area.TRACK: area for area in (urgings, measures, helps)}


def fresh(track: str, about: Mapping[str, Any], *, by: Actor) -> Subject | None:
    """A new subject of any area; nothing where the actor may make none."""
    areas = (fieldwork, themes, topical, credited, told, supervised)
    made = (area.fresh(track, about, by=by) for area in areas)
    return cases.fresh(track, about, by=by) or next((subject for subject in made if subject), None)


def there(track: str, number: int, *, by: Actor) -> Subject | None:
    """By track and number; each by its own rule of sight."""
    if track == schemes.TRACK:
        scheme = schemes.file(number, by=by)
        return scheme.scheme if scheme else None
    if track == publicity.TRACK:
        report = publicity.publicity_file(number, by=by)
        return report.publicity if report else None
    if track in SINGLE:
        row: Any = SINGLE[track].subject(track, number, by=by)
        return row[0] if row else None
    for area in (meetings, groups, topics, outcomes, circulars):
        if track in area.TRACKS:
            shown: Any = area.subject(track, number, by=by)
            return shown[0] if shown else None
    found: Subject | None = find(track, number, by=by)
    return found


def colleagues(on: Subject, *, by: Actor) -> list[tuple[int, str]]:
    """Who works in the houses that hold a meeting, or whose group it is: for a step on what hangs there."""
    root = getattr(on, "root", None)
    if isinstance(root, Theme | Help):
        return people.staff([root.unit_id], by=by)
    if not isinstance(root, Meeting):
        return []
    return people.staff([root.unit_id or 0, *joint_units(root)], by=by)


def page_of(subject: Subject) -> str:
    """Its own page; nothing for what belongs to a case."""
    root = getattr(subject, "root", subject)
    if isinstance(root, WorkScheme):
        return f"/unit/scheme/?year={root.year}"
    name = PAGES.get(type(root), "")
    return f"/{name}/{root.id}/" if name else ""


def named(roots: set[int], *, by: Actor) -> dict[int, tuple[str, str, bool]]:
    """root → number, title, whether it may be opened: of everything here, for notices."""
    areas = (
        meetings,
        schemes,
        groups,
        topics,
        outcomes,
        publicity,
        circulars,
        tallies,
        urgings,
        measures,
        helps,
    )
    return {root: told for area in areas for root, told in area.named(roots, by=by).items()}


def followed(subject: Subject) -> None:
    """What a step here means for other roots is taken at once; what is not had now, the clock takes."""
    due.followed(subject)
