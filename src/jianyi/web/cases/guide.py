"""Help: how a suggestion goes here, drawn and told from the table that really runs."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jianyi.parties.queries import congress_of
from jianyi.procedure.drawing import svg
from jianyi.procedure.places import Place, every_place, place
from jianyi.procedure.telling import CODES, chapters, lengths
from jianyi.procedure.words import SWITCHES
from jianyi.web.shell import is_deputy


OF_THE_PARTIES = frozenset({"congress", "sitting", "organisation", "post", "person", "seat", "proxy"})


def guide(request: HttpRequest) -> HttpResponse:
    """The flow, every step with what it needs, the limits with their articles, the codes."""
    here = _own(request)
    told = {
        "where": here, "shell": "shell/deputy.html" if is_deputy(request.actor) else "shell/staff.html",  # type: ignore[attr-defined]
        "chapters": [c for c in chapters(here) if c.name not in OF_THE_PARTIES], "lengths": lengths(here),
        "switches": [(next(w for w in kind if here.says(w)).label, here.articles[kind]) for kind in SWITCHES.values()],
        "classes": here.classes.values(), "codes": [(code.value, text) for code, text in CODES.items()],
    }  # fmt: skip
    return render(request, "help/guide.html", told)


def flow(request: HttpRequest) -> HttpResponse:
    """The diagram as an image; `place`: another place's than one's own."""
    asked = request.GET.get("place", "")
    here = next((each for each in every_place() if each.key == asked), None) or _own(request)
    response = HttpResponse(svg(here), content_type="image/svg+xml; charset=utf-8")
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _own(request: HttpRequest) -> Place:
    return place(congress_of(by=request.actor).place)  # type: ignore[attr-defined]
