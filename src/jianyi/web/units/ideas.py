"""The golden ideas of a house: what deputies proposed in talks, and what becomes of each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jianyi.cases.queries.ideas import of_house
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Idea
from jianyi.web import show
from jianyi.web.cases.ideas import told
from jianyi.web.outcomes.about import ends


def ideas(request: HttpRequest) -> HttpResponse:
    """Newest first; only those at one stage where that is asked for."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    stage = request.GET.get("stage", "")
    cursors = {name: request.GET.get(name, "") for name in ("after", "before")}
    page = of_house(by=by, stage=stage, **cursors)
    found = ends(page.rows, by)
    shown = {
        "rows": [told(row, found.get(row.id)) | {"unit": row.unit.known_as, "case": row.root} for row in page.rows],
        "page": show.pager(page, request),
        "stages": [(word.value, word.label, word.value == stage) for word in Idea],
        "any": all(word.value != stage for word in Idea),
    }  # fmt: skip
    return render(request, "units/ideas.html", shown)
