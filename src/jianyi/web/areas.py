"""What stands above the cases and has pages of its own: meetings, work schemes, groups. Found, made and led back to here, so
that the one view for every step need not know them."""

from collections.abc import Mapping
from typing import Any

from jianyi.cases import fresh as cases
from jianyi.cases.queries.files import subject as find
from jianyi.fieldwork import fresh as fieldwork
from jianyi.fieldwork.holders import joint_units
from jianyi.fieldwork.models import Meeting, WorkScheme
from jianyi.fieldwork.queries import meetings, people, schemes
from jianyi.procedure.facts.acting import Actor
from jianyi.themes import fresh as themes
from jianyi.themes.models import Theme
from jianyi.themes.queries import themes as groups
from jianyi.turn.models import Subject


# Roots with a page of their own.
OWN_PAGES = (Meeting, WorkScheme, Theme)


def fresh(track: str, about: Mapping[str, Any], *, by: Actor) -> Subject | None:
    """A new subject of any area; nothing where the actor may make none."""
    made = cases.fresh(track, about, by=by) or fieldwork.fresh(track, about, by=by)
    return made or themes.fresh(track, about, by=by)


def there(track: str, number: int, *, by: Actor) -> Subject | None:
    """What hangs on a meeting or a group, and a work scheme, is shown by its own rule."""
    if track == schemes.TRACK:
        scheme = schemes.file(number, by=by)
        return scheme.scheme if scheme else None
    if track in groups.TRACKS:
        grouped = groups.subject(track, number, by=by)
        return grouped[0] if grouped else None
    if track not in meetings.TRACKS:
        found: Subject | None = find(track, number, by=by)
        return found
    shown = meetings.subject(track, number, by=by)
    return shown[0] if shown else None


def colleagues(on: Subject, *, by: Actor) -> list[tuple[int, str]]:
    """Who works in the houses that hold a meeting, or whose group it is: for a step on what hangs there."""
    root = getattr(on, "root", None)
    if isinstance(root, Theme):
        return people.staff([root.unit_id], by=by)
    if not isinstance(root, Meeting):
        return []
    return people.staff([root.unit_id or 0, *joint_units(root)], by=by)


def page_of(subject: Subject) -> str:
    """Its own page; nothing for what belongs to a case."""
    root = getattr(subject, "root", subject)
    if isinstance(root, Meeting):
        return f"/meetings/{root.id}/"
    if isinstance(root, Theme):
        return f"/themes/{root.id}/"
    return f"/unit/scheme/?year={root.year}" if isinstance(root, WorkScheme) else ""
