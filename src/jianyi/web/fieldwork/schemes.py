"""The yearly work scheme of a unit: read, drawn up, sent to a leader; how far it is."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.fieldwork.commands import schemes as commands
from jianyi.fieldwork.fresh import fresh, home_of
from jianyi.fieldwork.models import WorkScheme
from jianyi.fieldwork.queries import schemes as queries
from jianyi.fieldwork.queries.schemes import SchemeFile
from jianyi.parties.queries import organisation_names
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.acting import Actor
from jianyi.web import acting
from jianyi.web.acting import Outcome, take
from jianyi.web.cases.inside import verb

from .year import year_of, years_around


FIELDS = ("goals", "phases", "safeguards")


def scheme(request: HttpRequest) -> HttpResponse:
    """GET: the scheme of a year, with the form for those who draw it up; POST: a new edition of it."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    unit, year = home_of(by), year_of(request)
    if not unit:
        raise Http404
    file = queries.of_year(unit, year, by=by)
    on = _drawn_on(file, year, by)
    outcome = take(request, commands.draw_up, on) if request.method == "POST" and on else Outcome()
    if outcome.done:
        messages.success(request, "方案已保存为新的一版。")
        return redirect(f"/unit/scheme/?year={year}")
    if request.method == "POST" and on is None:
        raise Http404
    told = _told(request, file, on, year, outcome) | {"reasons": outcome.reasons}
    told["house"] = organisation_names(by.congress, {unit})[unit]
    return render(request, "fieldwork/scheme.html", told, status=409 if outcome.reasons else 200)


def _drawn_on(file: SchemeFile | None, year: int, by: Actor) -> WorkScheme | None:
    """What the form is about: the scheme there is, where it may be changed now, or a new one."""
    if file is not None:
        return file.scheme if any(act.action is A.PLAN for act in file.acts) else None
    new = fresh("workscheme", {"year": year}, by=by)
    return new if isinstance(new, WorkScheme) else None


def _told(
    request: HttpRequest, file: SchemeFile | None, on: WorkScheme | None, year: int, outcome: Outcome
) -> dict[str, Any]:
    latest = file.texts[0] if file and file.texts else None
    now = {name: getattr(latest, name) if latest else "" for name in FIELDS}
    typed = {name: request.POST.get(name, "") for name in FIELDS}
    return {
        "file": file, "latest": latest, "year": year, "years": years_around(year), "writes": on is not None,
        "now": typed if request.method == "POST" else now, **acting.marks(request, outcome, (on.version if on else 0)), "buttons": _buttons(file, year),
        "letters": file.letters if file else [], "opens": request.method == "POST" or latest is None,
    }  # fmt: skip


def _buttons(file: SchemeFile | None, year: int) -> list[dict[str, Any]]:
    acts = [act for act in file.acts if act.action is not A.PLAN and act.ready] if file else []
    return [
        {
            "label": verb(act.subject, act.action), "kind": "" if act.row.at_will else "primary",
            "href": f"/act/workscheme/{act.subject.id}/{act.action.value}/?next=/unit/scheme/%3Fyear={year}",
        }
        for act in sorted(acts, key=lambda act: act.row.at_will)
    ]  # fmt: skip
