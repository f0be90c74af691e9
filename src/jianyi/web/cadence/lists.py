"""The lists of dispatch and urging days and the figures of the months: what there is, what comes next, and one of them."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from jianyi.cadence.queries import tallies as queries
from jianyi.cadence.queries.slow import slow
from jianyi.cadence.sight import units
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.lagging import WHATS
from jianyi.procedure.words import Beat
from jianyi.web import show
from jianyi.web.seen import seen


SHOWN = 20
LIGHTS = {
    "red": ("滞后", "bad", "alert-triangle"),
    "yellow": ("将到期", "warn", "clock"),
    "green": ("正常", "good", "check"),
}


def every(request: HttpRequest) -> HttpResponse:
    """Newest first; `beat`: of one kind; and what lags at this moment."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    if not units(by):
        raise Http404
    asked = request.GET.get("beat", "")
    beat = next((each for each in Beat if each.value == asked), None)
    cursors = {name: request.GET.get(name, "") for name in ("after", "before")}
    page = queries.tallies(by=by, beat=beat, **cursors)
    kinds = [("", "全部", beat is None), *((each.value, f"{each.label}单", each is beat) for each in Beat)]
    late = slow(by=by)
    told = {
        "rows": page.rows, "page": show.pager(page, request), "kinds": kinds, "ahead": queries.ahead(by=by)[:3],
        "slow": late[:SHOWN], "late": len(late),
    }  # fmt: skip
    return render(request, "cadence/lists.html", told)


def _dated(told: dict[str, Any]) -> dict[str, Any]:
    """What was kept as text, as a day; and what is to be done until then."""
    return {**told, "due": date.fromisoformat(told["due"]), "what": WHATS[told["criterion"]]}


def one(request: HttpRequest, number: int) -> HttpResponse:
    file = seen(queries.file, request, number)
    counts = [(*LIGHTS[light], count) for light, count in file.lights.items()]
    rows = [
        {**row, "chip": LIGHTS[row["light"]], "soon": [_dated(each) for each in row["soon"]]}
        for row in file.rows
    ]
    told = {"tally": file.tally, "file": file, "counts": counts, "rows": rows}
    return render(request, "cadence/list.html", told)
