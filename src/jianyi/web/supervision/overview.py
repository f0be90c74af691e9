"""Supervision on one page: what stands on which rung; what lags; letters and documents, filtered."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from jianyi.cadence.queries.slow import Slow, slow
from jianyi.fieldwork.fresh import home_of
from jianyi.kit.ids import read_number
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import WAYS
from jianyi.procedure.facts.said.supervision import SHEETS
from jianyi.procedure.words import Duty
from jianyi.procedure.words.duties import CONGRESS, HOUSE
from jianyi.supervision.fresh import ways_of
from jianyi.supervision.lagging import key_of
from jianyi.supervision.queries import measures, urgings
from jianyi.supervision.queries.standing import Standing, standing
from jianyi.web import show


SHOW = {"lags": "滞后事项", "urgings": "催办函", "measures": "督办文书"}
ICONS = {
    "urging": "send",
    "circular": "report",
    "listing": "flag",
    "interview": "users",
    "accountability": "shield-lock",
}
# Of a long list the first so many; a letter to one unit names them all.
MOST = 100


def is_open_to(by: Actor) -> bool:
    """Units, the congress's own bodies, the government's office; a committee reads its notices one by one."""
    return by.holds(*HOUSE, *CONGRESS, Duty.GOVERNMENT_CLERK)


def overview(request: HttpRequest) -> HttpResponse:
    """`show`: one of SHOW; `part`, `way`, `rung`, `unit`: what of it."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    if not is_open_to(by):
        raise Http404
    shown = request.GET.get("show", "lags")
    shown = shown if shown in SHOW else "lags"
    told = {
        "ladder": [(step, ICONS[step.rung]) for step in measures.ladder(by=by)], "show": shown, "writes": bool(ways_of(by)),
        "tabs": [{"label": label, "href": f"?show={name}", "current": name == shown} for name, label in SHOW.items()],
    }  # fmt: skip
    return render(request, "supervision/overview.html", told | PAGES[shown](request, by))


def lags(request: HttpRequest, by: Actor) -> dict[str, Any]:
    """What lags now, with how far it has come; who writes letters picks from it."""
    unit = read_number(request.GET.get("unit", "")) or 0
    rows = slow(by=by, unit=unit)
    stands = standing({row.handling for row in rows[:MOST]}, by=by)
    owing = urgings.owing(by=by, house=home_of(by)) if home_of(by) else []
    units = dict(sorted({row.unit: row.unit_name for row in rows}.items()))
    return {
        "lags": [_lag(row, stands) for row in rows[:MOST]], "count": len(rows), "most": MOST, "unit": unit,
        "units": [(str(number), name) for number, name in units.items()] if len(units) > 1 or unit else [],
        "owing": [_lag(row, {}) for row in owing],
    }  # fmt: skip


def _lag(row: Slow, stands: dict[int, Standing]) -> dict[str, Any]:
    return {"row": row, "key": key_of(row), "standing": stands.get(row.handling), "late": row.days > 0}


def letters(request: HttpRequest, by: Actor) -> dict[str, Any]:
    part, way = request.GET.get("part", ""), request.GET.get("way", "")
    way = way if way in WAYS else ""
    cursors = {name: request.GET.get(name, "") for name in ("after", "before")}
    page = urgings.listed(by=by, part=part, way=way, **cursors)
    return {
        "rows": page.rows, "page": show.pager(page, request),
        "parts": [(f"?show=urgings&part={name}&way={way}", label, name == part) for name, label in urgings.PARTS.items()],
        "empty": "在“滞后事项”里勾选，就可以拟催办函。",
        "ways": [(f"?show=urgings&part={part}&way={name}", label, name == way) for name, label in {"": "全部", **WAYS}.items()],
    }  # fmt: skip


def documents(request: HttpRequest, by: Actor) -> dict[str, Any]:
    part, rung = request.GET.get("part", ""), request.GET.get("rung", "")
    cursors = {name: request.GET.get(name, "") for name in ("after", "before")}
    page = measures.listed(by=by, part=part, rung=rung, **cursors)
    above = {"": "全部", **{name: label for name, label in SHEETS.items() if name != "urging"}}
    return {
        "rows": page.rows, "page": show.pager(page, request),
        "parts": [(f"?show=measures&part={name}&rung={rung}", label, name == part) for name, label in measures.PARTS.items()],
        "rung": rung, "empty": "督办通知在建议页面拟写，其他各级从催办函或者前一级文书的页面拟写。",
        "ways": [(f"?show=measures&part={part}&rung={name}", label, name == rung) for name, label in above.items()],
    }  # fmt: skip


PAGES = {"lags": lags, "urgings": letters, "measures": documents}
