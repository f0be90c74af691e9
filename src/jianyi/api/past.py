"""Past replies: published before the platform was in use."""

from django.http import Http404, HttpRequest
from ninja import Router, Schema

from jianyi.cases.models import Past
from jianyi.cases.queries import past

from . import shapes
from .doors import who
from .inputs import Number, Paged, Words
from .refusing import READS


router = Router(tags=["past replies"])


class Entry(Schema):
    """In a list. `suggestion`: the one it answers, where the platform has it."""

    id: str
    title: str
    number: str
    addressee: str
    unit: str
    reply_class: str
    replied_on: str
    suggestion: str


class Whole(Entry):
    body: str
    version: int


class Entries(Schema):
    rows: list[Entry]
    after: str
    before: str


@router.get("/past", response={200: Entries, **READS})
def every(request: HttpRequest, page: Paged, q: Words = "") -> Entries:
    """历史答复, newest first. `q`: words of the title, the unit, the number or the addressee."""
    found = past.past_replies(by=who(request), q=q, **page.cursor)
    rows = [Entry(**_told(row)) for row in found.rows]
    return Entries(rows=rows, after=found.after, before=found.before)


@router.get("/past/{number}", response={200: Whole, **READS})
def one(request: HttpRequest, number: Number) -> Whole:
    """One of them, with its text."""
    row = past.past_reply(int(number), by=who(request))
    if row is None:
        raise Http404
    return Whole(**_told(row), body=row.body, version=row.version)


def _told(row: Past) -> dict[str, str]:
    names = ("title", "number", "addressee", "unit", "reply_class", "replied_on")
    told = {name: str(getattr(row, name)) for name in names}
    return told | {"id": str(row.id), "suggestion": shapes.number(row.suggestion_id)}
