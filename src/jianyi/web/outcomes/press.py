"""What the press wrote of suggestions: the list, one report, putting it on record."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.documents.guard import Unreadable
from jianyi.kit.ids import read_number
from jianyi.outcomes.commands import publicity as commands
from jianyi.outcomes.fresh import fresh
from jianyi.outcomes.models import Publicity
from jianyi.outcomes.queries import publicity as queries
from jianyi.outcomes.queries.figures import may_count, years
from jianyi.outcomes.queries.publicity import PublicityFile
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.acting import Actor
from jianyi.turn.speech import YEARS
from jianyi.web import acting, show
from jianyi.web.acting import Outcome, plain_of, take
from jianyi.web.cases.inside import verb
from jianyi.web.uploads import uploaded

from .named import named


FIELDS = ("title", "medium", "on", "address", "numbers")


def every(request: HttpRequest) -> HttpResponse:
    """The latest first; by year where that is asked for."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    if not may_count(by):
        raise Http404
    year = read_number(request.GET.get("year", "")) or 0
    year = year if year in YEARS else 0
    cursors = {name: request.GET.get(name, "") for name in ("after", "before")}
    page = queries.publicity(by=by, year=year, **cursors)
    told = {
        "rows": page.rows, "page": show.pager(page, request), "year": year, "years": [(each, each == year) for each in years(by=by)],
        "puts": fresh("publicity", {}, by=by) is not None,
    }  # fmt: skip
    return render(request, "outcomes/press_list.html", told)


def one(request: HttpRequest, number: int) -> HttpResponse:
    file = _found(request, number)
    told = {
        "file": file, "row": file.publicity, "house": file.publicity.unit.known_as if file.publicity.unit else "人大常委会代表工作机构",
        "buttons": [_button(file, act.action) for act in file.acts if act.ready],
    }  # fmt: skip
    return render(request, "outcomes/press.html", told)


def _button(file: PublicityFile, action: A) -> dict[str, str]:
    here = f"/publicity/{file.publicity.id}/"
    there = (
        f"{here}edit/"
        if action is A.FEATURE
        else f"/act/publicity/{file.publicity.id}/{action.value}/?next=/publicity/"
    )
    return {"label": verb(file.publicity, action), "href": there}


def _found(request: HttpRequest, number: int) -> PublicityFile:
    file = queries.publicity_file(number, by=request.actor)  # type: ignore[attr-defined]
    if file is None:
        raise Http404
    return file


def new(request: HttpRequest) -> HttpResponse:
    """GET: an empty form, about the suggestion whose number the address says; POST: it is put on record."""
    on = fresh("publicity", {}, by=request.actor)  # type: ignore[attr-defined]
    if not isinstance(on, Publicity):
        raise Http404
    return _form(request, on, {"numbers": request.GET.get("numbers", "")[:100]}, [])


def edit(request: HttpRequest, number: int) -> HttpResponse:
    file = _found(request, number)
    if not any(act.action is A.FEATURE for act in file.acts):
        raise Http404
    row = file.publicity
    start = {
        "title": row.title,
        "medium": row.medium,
        "on": row.on.isoformat(),
        "address": row.address,
        "numbers": "",
    }
    return _form(request, row, start, [(case, True) for case in file.cases])


def _form(request: HttpRequest, on: Publicity, start: dict[str, Any], about: list[Any]) -> HttpResponse:
    """`about`: suggestions it is about already, each with whether it is ticked."""
    posted = request.method == "POST"
    outcome = _taken(request, on) if posted else Outcome()
    if outcome.done:
        messages.success(request, "报道已登记，提出的代表会收到消息。")
        return redirect(f"/publicity/{outcome.subject.id}/")
    ticked = request.POST.getlist("cases")
    told = {
        "row": on, "now": {name: request.POST.get(name, "") for name in FIELDS} if posted else start, "is_new": on._state.adding,
        "about": [(case, str(case.id) in ticked) if posted else (case, on_) for case, on_ in about],
        "reasons": outcome.reasons, "problems": outcome.problems, "code": outcome.code, "kept": outcome.kept.get("attachments", []),
        **acting.marks(request, outcome, on.version),
    }  # fmt: skip
    return render(request, "outcomes/press_writing.html", told, status=409 if outcome.reasons else 200)


def _taken(request: HttpRequest, on: Publicity) -> Outcome:
    try:
        files = uploaded(request, commands.feature.says)
    except Unreadable as unreadable:
        return Outcome(
            reasons=[unreadable.sentence], problems={"attachments": unreadable.sentence}, code="UNCLEAR"
        )
    told = named(request.POST, by=request.actor)  # type: ignore[attr-defined]
    plain = plain_of(commands.feature.says, request.POST) | {"cases": told.plain.get("cases", [])}
    outcome = told.refusal or take(request, commands.feature, on, plain | files)
    outcome.kept = files
    return outcome
