"""The ten links as they run, and where each of the unit's suggestions stands."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from jianyi.cases.queries.standing import Picture, pictures
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words.duties import WHOLE_UNIT


SHOWN = 12


def flow(request: HttpRequest) -> HttpResponse:
    """For the office and the leaders of a unit: drawn from the rules by which its suggestions go."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    if not by.holds(*WHOLE_UNIT):
        raise Http404
    return render(request, "units/flow.html", {"pictures": [_told(each) for each in pictures(by=by)]})


def _told(picture: Picture) -> dict[str, object]:
    cards = [
        {"told": each, "cases": (cases := picture.at.get(each.link.key, []))[:SHOWN], "more": len(cases[SHOWN:]), "count": len(cases)}
        for each in picture.links
    ]  # fmt: skip
    return {"place": picture.place, "cards": cards, "done": len(picture.done)}
