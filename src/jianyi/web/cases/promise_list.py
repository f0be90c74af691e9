"""The ledger of promises of a house, or of the congress: by their days, with how many of a year's were kept."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jianyi.cases.models import Promise
from jianyi.cases.models.promises import AWAITED
from jianyi.cases.queries.promises import PARTS, SOON, kept, listed
from jianyi.cases.queries.turned import turned
from jianyi.documents.letters.wording import long_day
from jianyi.kit import clock
from jianyi.kit.ids import read_number
from jianyi.procedure.facts.acting import Actor
from jianyi.web import show


def promises(request: HttpRequest) -> HttpResponse:
    """`part`: one of PARTS; `year`: of the figures above."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    part = request.GET.get("part", "open")
    cursors = {name: request.GET.get(name, "") for name in ("after", "before")}
    page = listed(by=by, part=part, **cursors)
    this = clock.today().year
    year = read_number(request.GET.get("year", "")) or this
    year = year if this - 5 <= year <= this + 5 else this
    told = kept(year, by=by)
    shown = {
        "turned": [(row, (row.turned, row.due)) for row in turned(year, by=by)],
        "rows": [_row(row) for row in page.rows], "page": show.pager(page, request), "kept": told,
        "share": (told.done.number, told.due.number), "exact": not told.due.more, "years": [(each, each == told.year) for each in range(this - 1, this + 2)],
        "parts": [(name, label, name == (part if part in PARTS else "open")) for name, label in PARTS.items()],
    }  # fmt: skip
    return render(request, "cases/promises.html", shown)


def _row(row: Promise) -> dict[str, Any]:
    first = f"原定 {long_day(row.first_due)}" if row.was and row.first_due else ""
    carried = f"结转自 {row.carried_from} 年" if row.carried_from else ""
    return {"row": row, "first": first, "carried": carried, "clock": _clock(row)}


def _clock(row: Promise) -> dict[str, Any]:
    """Until when it was promised; how many days are left or over, as long as nobody has reported it kept."""
    if row.due is None or row.stage not in AWAITED:
        return {"state": "", "left": "", "due": row.due}
    return show.of_day(row.due, SOON)
