"""A unit's year: who attended what, person-times, training; and the contact plan by level of leader."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from jianyi.cases.queries.exemptions import exempted
from jianyi.fieldwork.fresh import home_of
from jianyi.fieldwork.queries import contact_plan as plans, figures as counted
from jianyi.kit import clock
from jianyi.parties.queries import organisation_names
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import LEVELS
from jianyi.procedure.words import Duty
from jianyi.turn.speech import YEARS


MOST = 200


def year_of(request: HttpRequest) -> int:
    """The year that is asked for; this one where what is asked is none."""
    told = request.GET.get("year", "")
    year = int(told) if told.isascii() and told.isdigit() and len(told) == 4 else 0
    return year if year in YEARS else clock.today().year


def years_around(year: int) -> list[dict[str, Any]]:
    now = clock.today().year
    return [
        {"label": f"{each} 年", "href": f"?year={each}", "current": each == year} for each in (now - 1, now)
    ]


def figures(request: HttpRequest) -> HttpResponse:
    """For the office and the leaders of a unit: every figure with what it is counted from."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    unit, year = counted.unit_of(by), year_of(request)
    if not unit:
        raise Http404
    met, sat = counted.person_times(year, by=by), counted.leadership_days(year, by=by)
    trained, staff = counted.trained(year, by=by)
    told = {
        "house": organisation_names(by.congress, {unit})[unit], "year": year, "years": years_around(year), "met": met,
        "kpis": _kpis(met, sat), "leaders": counted.leaders(year, by=by),
        "trained": trained, "staff": staff, "sat": sat,
        "exempted": next((row for row in exempted(year, by=by) if row.unit == unit), None),
    }  # fmt: skip
    return render(request, "fieldwork/year.html", told)


def _kpis(met: counted.Met, sat: list[Any]) -> list[dict[str, Any]]:
    told = (
        ("沟通和见面", met.times, "人次", "message-check", "经代表确认的沟通和到会登记"),
        ("其中见面", met.faces, "人次", "users", "面商、走访、座谈、调研、视察"),
        ("见面覆盖", met.met, f"/ {met.of} 名代表", "user-check", "本年交办件的提出代表"),
        ("领导班子研究", len(sat), "次", "building", "党组会议和党组决定，按日计"),
    )
    return [
        {"label": label, "number": number, "unit": unit, "icon": icon, "note": note, "href": "", "current": False, "tone": ""}
        for label, number, unit, icon, note in told
    ]  # fmt: skip


def contact_plan(request: HttpRequest) -> HttpResponse:
    """For everybody who works in a unit: of the unit's, the division's, or one's own suggestions."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    if not home_of(by):
        raise Http404
    year, mine = year_of(request), "mine" in request.GET
    every = plans.contact_plan(year, by=by)
    rows = [row for row in every if row.person in by.people] if mine else every
    ruled = [row for row in rows if row.level]
    told = {
        "year": year, "years": years_around(year), "mine": mine, "rows": rows[:MOST], "more": len(rows) - len(rows[:MOST]),
        "done": sum(row.done for row in ruled), "of": len(ruled), "unruled": len(rows) - len(ruled),
        "kinds": _by_kind(rows), "coordinates": next(iter(by.where(Duty.UNIT_OFFICE)), 0),
    }  # fmt: skip
    return render(request, "fieldwork/contact_plan.html", told)


def _by_kind(rows: list[plans.Planned]) -> list[dict[str, Any]]:
    """Each of the three rules: who meets, how many are done, out of how many."""
    found = []
    for kind, label in plans.KINDS.items():
        own = [row for row in rows if row.kind == kind]
        level = LEVELS.get(own[0].level, "（未规定）") if own else ""
        found.append({"label": label, "level": level, "done": sum(row.done for row in own), "of": len(own)})
    return found
