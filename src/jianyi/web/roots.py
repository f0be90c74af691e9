"""What stands at roots that are no suggestion: found for whoever is shown it, and the page it is on."""

from typing import Any

from jianyi.cases.queries.files import subject as of_case
from jianyi.fieldwork.models import Meeting, WorkScheme
from jianyi.fieldwork.queries import meetings, schemes
from jianyi.outcomes.models import Outcome, Publicity
from jianyi.outcomes.queries import files as outcomes, publicity
from jianyi.procedure.facts.acting import Actor
from jianyi.turn.models import Root, Subject
from jianyi.turn.under import Under


OTHERS = (Meeting, WorkScheme, Outcome, Publicity)
# The pages of the lists, by track.
AREAS = (
    dict.fromkeys(meetings.TRACKS, "meetings")
    | dict.fromkeys(outcomes.TRACKS, "outcomes")
    | {publicity.TRACK: "publicity"}
)


def there(track: str, number: int, by: Actor) -> Subject | None:
    """By track and number; each by its own rule of sight."""
    if track == schemes.TRACK:
        scheme = schemes.file(number, by=by)
        return scheme.scheme if scheme else None
    if track == publicity.TRACK:
        report = publicity.publicity_file(number, by=by)
        return report.publicity if report else None
    shown: Any = None
    if track in meetings.TRACKS:
        shown = meetings.subject(track, number, by=by)
    elif track in outcomes.TRACKS:
        shown = outcomes.subject(track, number, by=by)
    else:
        found: Subject | None = of_case(track, number, by=by)
        return found
    return shown[0] if shown else None


def under(root: Root) -> Under | None:
    """All under a root, where it is none of a case."""
    return Under(root) if isinstance(root, OTHERS) else None


def page_of(subject: Subject) -> str:
    """Where it is read; empty where that is the page of a case."""
    root = getattr(subject, "root", subject)
    if isinstance(root, WorkScheme):
        return f"/unit/scheme/?year={root.year}"
    names = {Meeting: "meetings", Outcome: "outcomes", Publicity: "publicity"}
    area = names.get(type(root), "")
    return f"/{area}/{root.id}/" if area else ""


def named(roots: set[int], by: Actor) -> dict[int, tuple[str, str, bool]]:
    """root → number, title, whether it may be opened: of everything here, for notices."""
    told = meetings.named(roots, by=by) | schemes.named(roots, by=by)
    return told | outcomes.named(roots, by=by) | publicity.named(roots, by=by)
