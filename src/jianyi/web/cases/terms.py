"""By terms of the congress: one column for each, and the check at its end that what is still open was explained."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from jianyi.cases.queries.terms import by_terms, end_of_term, unexplained
from jianyi.procedure.facts.acting import Actor
from jianyi.web import show


def terms(request: HttpRequest) -> HttpResponse:
    """For the congress's own bodies: handed in, going on, closed and rated, term by term."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    rows = by_terms(by=by)
    if not rows:
        raise Http404
    shown = [
        {
            "row": row, "library": f"/suggestions/?term={row.term.nth}", "check": f"/terms/{row.term.nth}/promises/",
            "satisfied": (row.satisfied, row.rated), "content": (row.content, row.rated),
        }
        for row in rows
    ]  # fmt: skip
    return render(request, "cases/terms.html", {"rows": shown})


def promises(request: HttpRequest, nth: int) -> HttpResponse:
    """届末检查单: per unit how many of the open promises were explained, and which are missing."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    told = end_of_term(nth, by=by)
    if told is None:
        raise Http404
    page = unexplained(told, by=by, **{name: request.GET.get(name, "") for name in ("after", "before")})
    shown = {
        "told": told, "rows": page.rows, "page": show.pager(page, request), "share": (told.explained, told.open),
        "units": [(row, (row.explained, row.open)) for row in told.units],
    }  # fmt: skip
    return render(request, "cases/term_promises.html", shown)
