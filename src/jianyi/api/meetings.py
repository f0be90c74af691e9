"""Meetings and activities over the interface: the list, and one as this reader may see it."""

from datetime import date, datetime

from django.http import Http404, HttpRequest
from ninja import Router, Schema

from jianyi.fieldwork.models import Meeting
from jianyi.fieldwork.queries import meetings as queries
from jianyi.fieldwork.queries.meetings import MeetingFile

from . import shapes
from .doors import who
from .inputs import Number, Paged, Word
from .parts import Letter
from .refusing import READS
from .telling import attached, letter


router = Router(tags=["meetings"])


class Listed(Schema):
    """A meeting in a list."""

    id: str
    kind: shapes.Word
    title: str
    stage: shapes.Word
    starts_at: datetime | None
    where: str
    unit: shapes.Named | None
    topic: str


class Meetings(Schema):
    rows: list[Listed]
    after: str
    before: str


class Invited(Schema):
    """`answer`: yes, no, or nothing yet."""

    id: str
    person: shapes.Named
    stage: shapes.Word
    answer: str
    reason: str


class Decided(Schema):
    id: str
    text: str
    owner: shapes.Named
    due: date | None
    stage: shapes.Word
    evidence: str
    attachments: list[shapes.Attachment]


class Came(Schema):
    person: shapes.Named
    deputy: bool
    level: str


class Whole(Listed):
    """What this reader may see: guests and open minutes only for those who hold it. `escalation`: the second dissatisfaction that
    it treats."""

    agenda: str
    chair: shapes.Named | None
    joint: list[shapes.Named]
    suggestions: list[str]
    batch: shapes.Named | None = None
    escalation: str = ""
    guests: list[Invited]
    came: list[Came]
    minutes: str
    decided: list[Decided]
    letters: list[Letter]
    attachments: list[shapes.Attachment]


@router.get("/meetings", response={200: Meetings, **READS})
def every(request: HttpRequest, page: Paged, kind: Word | None = None, show: Word | None = None) -> Meetings:
    """会议和活动: all I may see, the latest first. `show`: coming, open, settled."""
    found = queries.meetings(by=who(request), kind=kind or "", show=show or "", **page.cursor)
    return Meetings(
        rows=[Listed(**listed(row)) for row in found.rows], after=found.after, before=found.before
    )


@router.get("/meetings/{number}", response={200: Whole, **READS})
def one(request: HttpRequest, number: Number) -> Whole:
    """One of them."""
    file = queries.file(int(number), by=who(request))
    if file is None:
        raise Http404
    row = file.meeting
    return Whole(
        **listed(row), agenda=row.agenda, chair=_named(file, row.chair_id) if row.chair_id else None,
        joint=[shapes.Named(id=str(unit), name=name) for unit, name in file.joint.items()],
        suggestions=[str(case.id) for case in file.cases], guests=_guests(file), came=_came(file),
        minutes=file.minutes, decided=_decided(file), letters=[letter(row) for row in file.letters],
        attachments=attached(file.attachments),
        batch=shapes.Named(id=str(file.batch.id), name=file.batch.name) if file.batch else None,
        escalation=str(row.escalation_id or ""),
    )  # fmt: skip


def listed(row: Meeting) -> dict[str, object]:
    unit = shapes.Named(id=str(row.unit_id), name=row.unit.name) if row.unit else None
    return {
        "id": str(row.id), "kind": shapes.Word(code=row.kind, label=row.label), "title": row.title,
        "stage": shapes.word(row.stage), "starts_at": row.starts_at, "where": row.where, "unit": unit, "topic": shapes.number(row.topic_id or 0),
    }  # fmt: skip


def _named(file: MeetingFile, person: int | None) -> shapes.Named:
    return shapes.Named(id=str(person), name=file.known.get(person or 0, ""))


def _guests(file: MeetingFile) -> list[Invited]:
    return [
        Invited(
            id=str(row.id), person=_named(file, row.person_id), stage=shapes.word(row.stage), answer=row.answer,
            reason=row.reason,
        )
        for row in file.guests
    ]  # fmt: skip


def _came(file: MeetingFile) -> list[Came]:
    return [
        Came(person=_named(file, row.person_id), deputy=row.deputy, level=row.level)
        for row in file.attendance
    ]


def _decided(file: MeetingFile) -> list[Decided]:
    return [
        Decided(
            id=str(row.id), text=row.text, owner=_named(file, row.owner_id), due=row.due,
            stage=shapes.word(row.stage), evidence=row.evidence, attachments=attached(file.evidence.get(row.id, [])),
        )
        for row in file.resolutions
    ]  # fmt: skip
