"""Which units send replies without having shown the deputy the draft: by exemption, out of how many."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jianyi.cases.queries.exemptions import exempted
from jianyi.procedure.words.duties import CONGRESS

from ..fieldwork.year import year_of, years_around
from . import doors


@doors.only(*CONGRESS)
def exemptions(request: HttpRequest) -> HttpResponse:
    """Of one year, unit by unit; the papers themselves stay inside the units."""
    year = year_of(request)
    rows = exempted(year, by=request.actor)  # type: ignore[attr-defined]
    told = {
        "year": year, "years": years_around(year), "rows": rows, "n": sum(row.n for row in rows), "of": sum(row.of for row in rows),
    }  # fmt: skip
    return render(request, "congress/exemptions.html", told)
