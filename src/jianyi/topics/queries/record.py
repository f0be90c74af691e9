"""What happened to a topic, when and by whom."""

from collections.abc import Iterable

from jianyi.cases.queries.course import Happened, course

from .topics import TopicFile


def timeline(file: TopicFile) -> list[Happened]:
    """Oldest first: of what hangs on the topic only what the reader is shown."""
    return course(file.topic, dict(_named(file)), file.is_host)


def _named(file: TopicFile) -> Iterable[tuple[str, str]]:
    yield str(file.topic), ""
    for member in file.members:
        yield str(member.row), f"{member.case.no} {member.case.title if member.seen else ''}".strip()
    for row in file.soundings:
        yield str(row), row.unit.known_as
    for advice in file.advice:
        yield str(advice), f"第 {advice.nth} 条：{advice.text}"
