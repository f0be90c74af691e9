"""What happened to a group, when and by whom: its lines in the journal in sentences, as far as one reader may read them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from jianyi.cases.queries.preview import happened, who_acted
from jianyi.journal.models import Line
from jianyi.procedure.actions import Action as A

from .themes import ThemeFile


@dataclass(frozen=True)
class Happened:
    """One step. `about`: which suggestion, problem or meeting; `note`: the reason that went with it."""

    at: datetime
    who: str
    what: str
    about: str
    note: str
    action: str


def timeline(file: ThemeFile) -> list[Happened]:
    """Oldest first. Of suggestions and problems only what the reader is shown of the group; reasons inside the unit."""
    theme = file.theme
    rows = Line.objects.filter(congress_id=theme.congress_id, root_id=theme.id).order_by("seq")
    named, own = dict(_named(file)), {0, *([theme.unit_id] if file.is_inside else [])}
    return [_happened(row, named, file) for row in rows if row.inside in own and row.subject in named]


def _named(file: ThemeFile) -> Iterable[tuple[str, str]]:
    """What is shown here, as the journal calls it → as a reader knows it."""
    yield str(file.theme), ""
    for member in file.members:
        yield str(member.row), f"{member.case.no} {member.case.title}"
    for problem in file.problems:
        yield str(problem), f"第 {problem.nth} 项：{problem.text}"


def _happened(row: Line, named: dict[str, str], file: ThemeFile) -> Happened:
    note = str(row.said.get("reason") or "") if file.is_inside else ""
    return Happened(
        datetime.fromisoformat(row.at), who_acted(row), happened(row), named[row.subject] or _meeting(row, file),
        "" if note.startswith("sm3:") else note, row.action,
    )  # fmt: skip


def _meeting(row: Line, file: ThemeFile) -> str:
    """Which meeting was linked; of one that is no longer linked nothing but that it was."""
    if row.action not in (A.LINK.value, A.UNLINK.value):
        return ""
    told = str(row.said.get("meeting") or "")
    return next((each.meeting.title for each in file.gatherings if str(each.meeting.id) == told), "")
