"""The rhythm of a unit over the interface: what lags now, and the lists and figures that were taken."""

from datetime import date, datetime
from typing import Any

from django.http import Http404, HttpRequest
from ninja import Router, Schema

from jianyi.cadence.models import Tally
from jianyi.cadence.queries import tallies as queries
from jianyi.cadence.queries.slow import Slow, slow
from jianyi.procedure.lagging import WHATS
from jianyi.procedure.words import Beat

from . import shapes
from .doors import who
from .inputs import Number, Paged, Word
from .refusing import READS


router = Router(tags=["cadence"])


class Lags(Schema):
    """Something that lags, with the reason. `days`: natural days past `due`; negative where it is only near."""

    suggestion: str
    number: str
    title: str
    handling: str
    unit: shapes.Named
    division: shapes.Named | None
    responsible: str
    criterion: str
    label: str
    due: date
    days: int
    working_days: int
    fact: str


class Listed(Schema):
    id: str
    beat: shapes.Word
    title: str
    unit: shapes.Named
    day: date
    nth: int
    as_of: datetime | None


class Lists(Schema):
    rows: list[Listed]
    after: str
    before: str


class OnList(Schema):
    """`moved`: how many steps the house took since the list before; `light`: red lags, yellow has something due, green neither."""

    suggestion: str
    number: str
    title: str
    handling: str
    division: str
    officer: str
    stage: str
    moved: int
    light: str
    slow: list[str]
    soon: list[str]


class Share(Schema):
    measure: str
    numerator: int
    denominator: int


class OfDivision(Schema):
    name: str
    shares: list[Share]


class Whole(Listed):
    """`rows` of a list, `divisions` of an assessment; a division reads what concerns it."""

    rows: list[OnList]
    divisions: list[OfDivision]


@router.get("/slow", response={200: list[Lags], **READS})
def lagging(request: HttpRequest, unit: Number | None = None) -> list[Lags]:
    """滞后的件：what lags at this moment among what I may see, each with its reason, the longest first."""
    return [_lag(row) for row in slow(by=who(request), unit=int(unit or 0))]


@router.get("/tallies", response={200: Lists, **READS})
def every(request: HttpRequest, page: Paged, beat: Word | None = None) -> Lists:
    """调度单、督促单、考评单 of my unit, the latest first. `beat`: dispatch, urging, assessment."""
    asked = next((each for each in Beat if each.value == beat), None)
    found = queries.tallies(by=who(request), beat=asked, **page.cursor)
    return Lists(rows=[Listed(**_listed(row)) for row in found.rows], after=found.after, before=found.before)


@router.get("/tallies/{number}", response={200: Whole, **READS})
def one(request: HttpRequest, number: Number) -> Whole:
    """One of them, as it was taken."""
    file = queries.file(int(number), by=who(request))
    if file is None:
        raise Http404
    return Whole(
        **_listed(file.tally), rows=[_row(row) for row in file.rows],
        divisions=[
            OfDivision(name=name, shares=[Share(measure=s.label, numerator=s.numerator, denominator=s.denominator) for s in shares])
            for name, shares in file.divisions
        ],
    )  # fmt: skip


def _lag(row: Slow) -> Lags:
    return Lags(
        suggestion=str(row.case), number=row.no, title=row.title, handling=str(row.handling),
        unit=shapes.Named(id=str(row.unit), name=row.unit_name),
        division=shapes.Named(id=str(row.division), name=row.division_name) if row.division else None,
        responsible=row.responsible_name, criterion=row.criterion, label=row.label, due=row.due, days=row.days,
        working_days=row.working_days, fact=row.fact,
    )  # fmt: skip


def _listed(tally: Tally) -> dict[str, Any]:
    return {
        "id": str(tally.id), "beat": shapes.word(tally.beat), "title": tally.title, "day": tally.day, "nth": tally.nth,
        "unit": shapes.Named(id=str(tally.unit_id), name=tally.unit.name), "as_of": tally.as_of,
    }  # fmt: skip


def _row(row: dict[str, Any]) -> OnList:
    return OnList(
        suggestion=row["case"], number=row["no"], title=row["title"], handling=row["handling"], division=row["division_name"],
        officer=row["officer_name"], stage=row["stage"], moved=row["moved"], light=row["light"],
        slow=[each["fact"] for each in row["slow"]], soon=[f"{WHATS[each['criterion']]} {each['due']}" for each in row["soon"]],
    )  # fmt: skip
