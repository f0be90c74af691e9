"""What happened to a topic, when and by whom: its lines in the journal in sentences, as far as one reader may read them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from jianyi.cases.queries.preview import happened, who_acted
from jianyi.journal.models import Line

from .topics import TopicFile


@dataclass(frozen=True)
class Happened:
    """One step. `about`: which suggestion, unit or opinion; `note`: the reason that went with it."""

    at: datetime
    who: str
    what: str
    about: str
    note: str
    action: str


def timeline(file: TopicFile) -> list[Happened]:
    """Oldest first: of what hangs on the topic only what the reader is shown."""
    topic = file.topic
    rows = Line.objects.filter(congress_id=topic.congress_id, root_id=topic.id).order_by("seq")
    named = dict(_named(file))
    return [_happened(row, named, file) for row in rows if row.subject in named]


def _named(file: TopicFile) -> Iterable[tuple[str, str]]:
    yield str(file.topic), ""
    for member in file.members:
        yield str(member.row), f"{member.case.no} {member.case.title if member.seen else ''}".strip()
    for row in file.soundings:
        yield str(row), row.unit.known_as
    for advice in file.advice:
        yield str(advice), f"第 {advice.nth} 条：{advice.text}"


def _happened(row: Line, named: dict[str, str], file: TopicFile) -> Happened:
    note = str(row.said.get("reason") or "") if file.is_host else ""
    return Happened(
        datetime.fromisoformat(row.at), who_acted(row), happened(row), named[row.subject], "" if note.startswith("sm3:") else note, row.action,
    )  # fmt: skip
