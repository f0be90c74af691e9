"""The board of problems: of the house, or of every unit; late ones first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jianyi.kit.ids import read_number
from jianyi.procedure.facts.acting import Actor
from jianyi.themes.queries.board import PARTS, Figures, by_unit, listed
from jianyi.web import show


def board(request: HttpRequest) -> HttpResponse:
    """`part`: one of PARTS; `unit`: of this one alone."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    part, unit = request.GET.get("part", "open"), read_number(request.GET.get("unit", "")) or 0
    part = part if part in PARTS else "open"
    cursors = {name: request.GET.get(name, "") for name in ("after", "before")}
    page, units = listed(by=by, part=part, unit=unit, **cursors), by_unit(by=by)
    chosen = [told for number, _, told in units if unit in (0, number)]
    more = f"&unit={unit}" if unit else ""
    told = {
        "rows": page.rows, "page": show.pager(page, request), "figures": Figures.sum(chosen), "unit": unit, "part": part,
        "parts": [(name, label, name == part, more) for name, label in PARTS.items()],
        "units": [(str(number), name, figures, number == unit) for number, name, figures in units],
    }  # fmt: skip
    return render(request, "themes/board.html", told)
