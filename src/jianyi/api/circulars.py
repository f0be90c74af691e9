"""Circulars over the interface: lists, and one as this reader may see it. Steps go by the general route."""

from datetime import date, datetime
from typing import Any

from django.http import Http404, HttpRequest
from ninja import Router, Schema

from jianyi.circulars.models import Addressee, Circular, Push
from jianyi.circulars.queries import files as queries
from jianyi.circulars.queries.files import CircularFile
from jianyi.procedure.facts.said import Phrasing, Pushed

from . import shapes
from .doors import who
from .inputs import Number, Paged
from .refusing import READS
from .telling import attached


router = Router(tags=["circulars"])


class CircularOf(Schema):
    id: str
    title: str
    stage: shapes.Word
    version: int
    house: shapes.Named
    scope: str
    number: str
    as_of: datetime | None
    issued_on: date | None


class Listed(CircularOf):
    """`read`: of `addressees`."""

    read: int
    addressees: int


class Circulars(Schema):
    rows: list[Listed]
    after: str
    before: str


class Total(Schema):
    """`rate`: empty where nothing is in the denominator."""

    label: str
    numerator: int
    denominator: int
    rate: str


class HouseRow(Schema):
    """`rank`: 0 where it is not ranked; `kept` of `due` clocks were met in time."""

    name: str
    tasks: int
    received: int
    contacted: int
    met: int
    co_given: int
    co_owed: int
    replied: int
    to_reply: int
    late: int
    urged: int = 0
    average_days: str
    kept: int
    due: int
    rank: int


class Late(Schema):
    """`title`: for those who may see the suggestion."""

    number: str
    name: str
    limit: str
    due: date
    days: int
    working_days: int
    title: str


class Line(Schema):
    number: str
    problem: str
    next: str
    who: str
    due: date | None


class Followed(Line):
    """`id`: of what is followed, once it is issued."""

    id: str
    stage: shapes.Word
    version: int
    late: bool
    evidence: str
    done_on: date | None
    sent_back: str
    attachments: list[shapes.Attachment]


class ReadBy(Schema):
    id: str
    house: shapes.Named
    stage: shapes.Word
    version: int
    read_by: str
    read_at: datetime | None


class Whole(CircularOf):
    """`before`: what became of the list of the circular before; `least`: how many clocks a house must have had to be ranked."""

    tasks: int
    least: int
    totals: list[Total]
    rows: list[HouseRow]
    late: list[Late]
    praise: str
    requirements: str
    push_list: list[Line]
    followed: list[Followed]
    before: list[dict[str, Any]]
    addressees: list[ReadBy]
    meeting: str
    letter: str
    sent_back: str
    reason: str


@router.get("/circulars", response={200: Circulars, **READS})
def every(request: HttpRequest, page: Paged) -> Circulars:
    """通报: all I may see, the latest first."""
    found = queries.circulars(by=who(request), **page.cursor)
    rows = [Listed(**_circular(each.circular), read=each.read, addressees=each.of) for each in found.rows]
    return Circulars(rows=rows, after=found.after, before=found.before)


@router.get("/circulars/{number}", response={200: Whole, **READS})
def one(request: HttpRequest, number: Number) -> Whole:
    """One of them."""
    file = queries.file(int(number), by=who(request))
    if file is None:
        raise Http404
    row, facts = file.circular, file.circular.facts
    return Whole(
        **_circular(row), tasks=facts["tasks"], least=facts["least"], totals=[_total(*each) for each in facts["totals"]],
        rows=[_house(each) for each in facts["rows"]], late=[_late(file, each) for each in facts["late"]], praise=row.praise,
        requirements=row.requirements, push_list=[_line(each) for each in Phrasing(push=row.push).rows],
        followed=[_followed(file, each) for each in file.pushes], before=facts["before"].get("pushed", []),
        addressees=[_read(each) for each in file.addressees], meeting=shapes.number(file.meeting.id if file.meeting else None),
        letter=shapes.number(file.letter.id if file.letter else None), sent_back=row.sent_back, reason=row.reason,
    )  # fmt: skip


def _circular(row: Circular) -> dict[str, Any]:
    return {
        "id": str(row.id), "title": row.title, "stage": shapes.word(row.stage), "version": row.version,
        "house": shapes.Named(id=str(row.house_id), name=row.house.name), "scope": row.scope, "number": row.number, "as_of": row.as_of,
        "issued_on": row.issued_on,
    }  # fmt: skip


def _total(label: str, n: int, of: int) -> Total:
    return Total(label=label, numerator=n, denominator=of, rate=f"{n / of:.2%}" if of else "")


def _house(row: dict[str, Any]) -> HouseRow:
    return HouseRow(
        **{name: row.get(name, 0) for name in HouseRow.model_fields if name != "average_days"},
        average_days=row["used"],
    )


def _late(file: CircularFile, row: dict[str, Any]) -> Late:
    _, title = file.titles.get(int(row["case"]), (0, ""))
    return Late(
        number=row["no"], name=row["name"], limit=row["limit"], due=row["due"], days=row["days"], working_days=row["working_days"], title=title
    )  # fmt: skip


def _line(row: Pushed) -> Line:
    return Line(number=row.no, problem=row.problem, next=row.next, who=row.who, due=row.due)


def _followed(file: CircularFile, row: Push) -> Followed:
    return Followed(
        id=str(row.id), stage=shapes.word(row.stage), version=row.version, number=row.no, problem=row.problem, next=row.next, who=row.who,
        due=row.due, late=row.is_late, evidence=row.evidence, done_on=row.done_on, sent_back=row.sent_back,
        attachments=attached(file.evidence.get(row.id, [])),
    )  # fmt: skip


def _read(row: Addressee) -> ReadBy:
    return ReadBy(
        id=str(row.id), house=shapes.Named(id=str(row.house_id), name=row.house.name), stage=shapes.word(row.stage), version=row.version,
        read_by=row.read_by, read_at=row.read_at,
    )  # fmt: skip
