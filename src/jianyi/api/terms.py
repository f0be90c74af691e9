"""Terms of the congress: what was proposed in each, and the check at its end; changing to the next."""

from datetime import date
from typing import Annotated

from django.http import Http404, HttpRequest
from ninja import Body, Router, Schema

from jianyi.cases.due import tick_mandates
from jianyi.cases.queries import terms as queries
from jianyi.parties import commands as parties
from jianyi.parties.models import Term as Row
from jianyi.procedure.facts.said import Lasting

from .doors import who
from .refusing import ANSWERS, READS


router = Router(tags=["terms"])


class Term(Schema):
    """`rated`: the denominator; `satisfied` and `basically` are its parts. `stage`: running or over."""

    nth: int
    stage: str
    since: date | None
    until: date | None
    handed_in: int
    going_on: int
    closed: int
    rated: int
    satisfied: int
    basically: int


class Days(Schema):
    """`key`: the request's own, so that the same request sent twice is one change."""

    nth: int
    since: date
    until: date | None = None
    key: str = ""


class OfUnit(Schema):
    unit: str
    name: str
    open: int
    explained: int


class Missing(Schema):
    """A promise that was not explained in time."""

    id: str
    suggestion: str
    called: str
    item: str
    due: date | None
    unit: str


class EndOfTerm(Schema):
    """届末检查单: `explained` ÷ `open`; `day`: the last that is in time; `red`: it is over and one is missing."""

    nth: int
    day: date | None
    article: str
    red: bool
    open: int
    explained: int
    units: list[OfUnit]
    missing: list[Missing]
    after: str
    before: str


@router.get("/terms", response={200: list[Term], **READS})
def terms(request: HttpRequest) -> list[Term]:
    """按届统计, newest first: a case is of the term in which it was proposed. Empty for those who read no such figures."""
    counted = ("handed_in", "going_on", "closed", "rated", "satisfied", "basically")
    return [
        Term(
            nth=row.term.nth, stage=row.term.stage.value, since=row.term.since, until=row.term.until,
            **{name: getattr(row, name) for name in counted},
        )
        for row in queries.by_terms(by=who(request))
    ]  # fmt: skip


@router.get("/terms/{nth}/promises", response={200: EndOfTerm, **READS})
def promises(request: HttpRequest, nth: int, after: str = "", before: str = "") -> EndOfTerm:
    """届末检查单, per unit, with the promises that nobody has explained in time."""
    by = who(request)
    told = queries.end_of_term(nth, by=by)
    if told is None:
        raise Http404
    page = queries.unexplained(told, by=by, after=after, before=before)
    return EndOfTerm(
        nth=nth, day=told.day, article=told.article, red=told.is_red, open=told.open, explained=told.explained,
        units=[OfUnit(unit=str(row.unit_id), name=row.name, open=row.open, explained=row.explained) for row in told.units],
        missing=[
            Missing(id=str(row.id), suggestion=str(row.root_id), called=row.called, item=row.item, due=row.due, unit=row.unit.name)
            for row in page.rows
        ],
        after=page.after, before=page.before,
    )  # fmt: skip


@router.post("/terms", response={200: dict[str, str], **ANSWERS})
def change(request: HttpRequest, days: Annotated[Days, Body()]) -> dict[str, str]:
    """换届: open the next term. Mandates of the one before end; what is being done stays in its term."""
    by = who(request)
    row = Row(congress_id=by.congress, root_id=by.congress)
    done = parties.open_term(by=by, on=row, saying=Lasting(days.nth, days.since, days.until), key=days.key)
    tick_mandates(by.congress)
    return {"id": str(done.id), "nth": str(done.nth), "stage": done.stage.value}
