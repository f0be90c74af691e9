"""What happened to a group, when and by whom."""

from collections.abc import Iterable

from jianyi.cases.queries.course import Happened, course
from jianyi.journal.models import Line
from jianyi.procedure.actions import Action as A

from .themes import ThemeFile


def timeline(file: ThemeFile) -> list[Happened]:
    """Oldest first. Of suggestions and problems only what the reader is shown of the group; reasons inside the unit."""
    own = {0, *([file.theme.unit_id] if file.is_inside else [])}
    return course(file.theme, dict(_named(file)), file.is_inside, own, lambda line: _meeting(line, file))


def _named(file: ThemeFile) -> Iterable[tuple[str, str]]:
    yield str(file.theme), ""
    for member in file.members:
        yield str(member.row), f"{member.case.no} {member.case.title}"
    for problem in file.problems:
        yield str(problem), f"第 {problem.nth} 项：{problem.text}"


def _meeting(line: Line, file: ThemeFile) -> str:
    """Which meeting was linked; of one that is no longer linked nothing but that it was."""
    if line.action not in (A.LINK.value, A.UNLINK.value):
        return ""
    told = str(line.said.get("meeting") or "")
    return next((each.meeting.title for each in file.gatherings if str(each.meeting.id) == told), "")
