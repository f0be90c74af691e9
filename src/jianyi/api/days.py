"""The days of the years over the interface: what is known, and which limits an arrangement moved."""

from datetime import date

from django.http import HttpRequest
from ninja import Router, Schema

from jianyi.cases.queries.moved import moved
from jianyi.turn.days import days_of

from .doors import who
from .inputs import Paged
from .refusing import READS


router = Router(tags=["days"])


class Days(Schema):
    """`years`: those whose arrangement is known; limits that end in another are provisional. `rest`: days on which nobody works
    though they are no weekend's, or are; `worked`: days of the weekend that are worked."""

    version: str
    years: list[int]
    rest: list[date]
    worked: list[date]


class Change(Schema):
    suggestion: str
    number: str
    title: str
    limit: str
    was: date
    now: date


class Changes(Schema):
    rows: list[Change]
    after: str
    before: str


@router.get("/days", response={200: Days, **READS})
def days(request: HttpRequest) -> Days:
    """放假安排：the days as limits are counted by them now."""
    told = days_of(who(request).congress)
    return Days(
        version=told.version, years=sorted(told.covered), rest=sorted(told.rest), worked=sorted(told.worked)
    )


@router.get("/days/moved", response={200: Changes, **READS})
def changes(request: HttpRequest, page: Paged) -> Changes:
    """期限变动清单: what an arrangement moved, of what I may see, newest first."""
    found = moved(by=who(request), **page.cursor)
    rows = [
        Change(
            suggestion=str(row.case),
            number=row.no,
            title=row.title,
            limit=row.limit,
            was=row.was,
            now=row.now,
        )
        for row in found.rows
    ]
    return Changes(rows=rows, after=found.after, before=found.before)
