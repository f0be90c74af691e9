"""What stands above the cases and has pages of its own: meetings, work schemes, groups, key topics, outcomes, reports of the press, lists
of a day, letters and documents of supervision, help, circulars, notes on registers. Made, found and named in one place, so that pages, interface and
notices need not know them one by one. A new area is one line in each list."""

from collections.abc import Mapping
from typing import Any

from jianyi.cadence.queries import tallies
from jianyi.cases.queries import lists as cases
from jianyi.circulars import fresh as told
from jianyi.circulars.models import Circular
from jianyi.circulars.queries import files as circulars
from jianyi.fieldwork import fresh as fieldwork
from jianyi.fieldwork.models import Meeting, WorkScheme
from jianyi.fieldwork.queries import meetings, schemes
from jianyi.outcomes import fresh as credited
from jianyi.outcomes.models import Outcome, Publicity
from jianyi.outcomes.queries import files as outcomes, publicity
from jianyi.procedure.facts.acting import Actor
from jianyi.registers import fresh as noted
from jianyi.registers.models import Note
from jianyi.registers.queries import notes
from jianyi.supervision import fresh as supervised
from jianyi.supervision.models import Help, Measure, Urging
from jianyi.supervision.queries import helps, measures, urgings
from jianyi.themes import fresh as grouped
from jianyi.themes.models import Theme
from jianyi.themes.queries import themes
from jianyi.topics import fresh as topical
from jianyi.topics.models import KeyTopic
from jianyi.topics.queries import topics
from jianyi.turn.models import Root, Subject
from jianyi.turn.tracks import by_name
from jianyi.turn.under import Under


# Roots upon which people take steps, and who answers for what hangs there: (kind, queries).
AREAS: tuple[tuple[type[Root], Any], ...] = (
    (Meeting, meetings), (WorkScheme, schemes), (Theme, themes), (KeyTopic, topics), (Outcome, outcomes), (Publicity, publicity),
    (Circular, circulars), (Note, notes), (Urging, urgings), (Measure, measures), (Help, helps),
)  # fmt: skip
ROOTS = tuple(kind for kind, _ in AREAS)
OF = dict(AREAS)
MAKERS: tuple[Any, ...] = (fieldwork, grouped, topical, credited, told, supervised, noted)


def root_of(track: str) -> type[Root] | None:
    """The kind of root that a track belongs to; nothing for a track that there is not."""
    known = by_name().get(track)
    return known.root if known else None


def fresh(track: str, about: Mapping[str, Any], *, by: Actor) -> Subject | None:
    """A new subject of any area; nothing where the actor may make none."""
    made = (area.fresh(track, about, by=by) for area in MAKERS)
    return next((subject for subject in made if subject), None)


def there(track: str, number: int, *, by: Actor) -> tuple[Subject, Under] | None:
    """By track and number, with all that hangs on its root; each by its own rule of sight. Raises KeyError for a track of no area."""
    found = OF[by_name()[track].root].subject(track, number, by=by)
    return (found[0], found[1].under) if found else None


def named(roots: set[int], *, by: Actor) -> dict[int, tuple[str, str, bool]]:
    """root → number, title, whether it may be opened: of cases and of all that stands above them, for notices."""
    areas = (cases, *OF.values(), tallies)
    return {root: told for area in areas for root, told in area.named(roots, by=by).items()}
