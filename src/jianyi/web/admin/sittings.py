"""Sittings of the congress, and the rules of its place with their articles."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.cases.due import tick_mandates
from jianyi.kit import clock
from jianyi.parties import commands as parties, directory
from jianyi.parties.models import LEVELS, Sitting, Term
from jianyi.parties.queries import congress_of
from jianyi.procedure.refusals import as_text
from jianyi.procedure.words import Duty

from ..acting import Outcome, new_key, take
from .access import actor, acts, for_duties, one
from .fields import Line, moment, on_day, whole
from .rules import rules_of


keepers = for_duties(Duty.ADMINISTRATOR, Duty.OFFICE_CLERK, Duty.OFFICE_HEAD)


class Session(forms.Form):
    label = Line("会次名称", 100, hint="如“省十四届人大四次会议”。")
    term = whole("届")
    nth = whole("次")
    claims_until = moment("承办单位认领截止", hint="不填则到交办时为止。")
    in_session = forms.BooleanField(
        label="现在是大会期间", required=False, help_text="闭会后去掉：其后提出的建议按闭会期间编号、计时。"
    )


class Lasts(forms.Form):
    nth = whole("届")
    since = on_day("任期自", need=True)
    until = on_day("任期至", hint="不知道的可以不填；届末说明承诺的期限从这一天推算。")


def _days(told: Any) -> dict[str, Any]:
    return {"nth": told.nth, "since": told.since, "until": told.until}


@keepers
def change_of_term(request: HttpRequest) -> HttpResponse:
    """换届: the new term runs from here on; what is being done stays in the term in which it was proposed."""
    by = actor(request)
    rows = directory.terms(by=by)
    form = Lasts(request.POST or None, initial={"nth": rows[0].nth + 1 if rows else 1})
    if form.is_valid():
        row = Term(congress_id=by.congress, root_id=by.congress)
        outcome = take(request, parties.open_term, row, form.cleaned_data)
        if outcome.done:
            tick_mandates(by.congress)
            messages.success(
                request,
                f"{outcome.subject.label}已启用。请启用它的第一次会议：此后提出的建议从 0001 起编号。",
            )
            return redirect("/sittings/")
        form.add_error(None, as_text(outcome.reasons))
    shown = {
        "form": form,
        "row": rows[0] if rows else None,
        "new": True,
        "key": request.POST.get("key") or new_key(),
    }
    return render(request, "admin/term.html", shown, status=422 if form.errors else 200)


@keepers
def term(request: HttpRequest, nth: int) -> HttpResponse:
    """Its days: also when it will be over."""
    row = one(next((each for each in directory.terms(by=actor(request)) if each.nth == nth), None))
    form = Lasts(request.POST or None, initial=_days(row))
    if form.is_valid():
        outcome = take(request, parties.change_term, row, form.cleaned_data)
        if outcome.done:
            messages.success(request, "已改好。")
            return redirect("/sittings/")
        form.add_error(None, as_text(outcome.reasons))
    shown = {"form": form, "row": row, "key": request.POST.get("key") or new_key()}
    return render(request, "admin/term.html", shown, status=422 if form.errors else 200)


@keepers
def sittings(request: HttpRequest) -> HttpResponse:
    """All sittings, the form for the next one, and the rules."""
    by = actor(request)
    form = Session(request.POST or None)
    if form.is_valid():
        outcome = _open(request, form.cleaned_data)
        if outcome.done:
            messages.success(request, f"{outcome.subject.label}已启用：此后提出的建议编入这一次会议。")
            return redirect("/sittings/")
        form.add_error(None, as_text(outcome.reasons))
    congress = congress_of(by=by)
    rows = [(row, str(row.id), acts(row, congress, by=by)) for row in directory.sittings(by=by)]
    shown = {
        "form": form, "rows": rows, "terms": [(row, acts(row, congress, by=by)) for row in directory.terms(by=by)], "congress": congress, "level": LEVELS.get(congress.level, congress.level),
        "rules": rules_of(congress.place), "key": request.POST.get("key") or new_key(),
    }  # fmt: skip
    return render(request, "admin/sittings.html", shown, status=422 if form.errors else 200)


def _open(request: HttpRequest, said: dict[str, Any]) -> Outcome:
    by = actor(request)
    if any((row.term, row.nth) == (said["term"], said["nth"]) for row in directory.sittings(by=by)):
        return Outcome(reasons=["这一届这一次会议已经登记过。"])
    return take(request, parties.open_sitting, Sitting(congress_id=by.congress, root_id=by.congress), said)


@keepers
def sitting(request: HttpRequest, number: int) -> HttpResponse:
    """Change one: also when the session ends."""
    row: Sitting = one(directory.sitting(number, by=actor(request)))
    until = row.claims_until.astimezone(clock.HOME) if row.claims_until else None
    at_first = {name: getattr(row, name) for name in ("label", "term", "nth", "in_session")} | {
        "claims_until": until
    }
    form = Session(request.POST or None, initial=at_first)
    if form.is_valid():
        outcome = take(request, parties.change_sitting, row, form.cleaned_data)
        if outcome.done:
            messages.success(request, "已改好。")
            return redirect("/sittings/")
        form.add_error(None, as_text(outcome.reasons))
    shown = {"form": form, "row": row, "key": request.POST.get("key") or new_key()}
    return render(request, "admin/sitting.html", shown, status=422 if form.errors else 200)
