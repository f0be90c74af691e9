"""Making a group and adding to it: by hand from a list, or from a search."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.kit.ids import read_number
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.acting import Actor
from jianyi.themes.commands import themes as commands
from jianyi.themes.fresh import fresh
from jianyi.themes.models import Theme
from jianyi.themes.queries.themes import may_join
from jianyi.web import acting
from jianyi.web.acting import Outcome, take

from .themes import found


def new(request: HttpRequest) -> HttpResponse:
    """GET: an empty form, with what was picked in a list; POST: the group is made, or another search."""
    on = fresh("theme", {}, by=request.actor)  # type: ignore[attr-defined]
    if not isinstance(on, Theme):
        raise Http404
    return _form(request, on)


def edit(request: HttpRequest, number: int) -> HttpResponse:
    """Its name and reason, and what joins it."""
    file = found(request, number)
    if not any(act.action is A.GROUP and act.subject is file.theme for act in file.acts):
        raise Http404
    return _form(request, file.theme)


def _form(request: HttpRequest, on: Theme) -> HttpResponse:
    by: Actor = request.actor  # type: ignore[attr-defined]
    sent = request.method == "POST"
    outcome = _made(request, on) if sent and request.POST.get("act") != "search" else Outcome()
    if outcome.done:
        messages.success(request, "类办组已建立。" if on._state.adding else "已保存。")
        return redirect(f"/themes/{outcome.subject.id}/")
    told = {
        **_typed(request, on), "theme": on, "is_new": on._state.adding, "rows": _offered(request, on, by), "reasons": outcome.reasons,
        "problems": outcome.problems, "code": outcome.code, **acting.marks(request, outcome, on.version),
    }  # fmt: skip
    return render(request, "themes/making.html", told, status=409 if outcome.reasons else 200)


def _typed(request: HttpRequest, on: Theme) -> dict[str, str]:
    typed = request.POST if request.method == "POST" else request.GET
    return {
        "title": typed.get("title", on.title),
        "basis": typed.get("basis", on.basis),
        "q": typed.get("q", ""),
    }


def _picked(request: HttpRequest) -> list[int]:
    """Of a form or of a list; what is no number names nothing."""
    typed = request.POST if request.method == "POST" else request.GET
    return [number for told in typed.getlist("picked")[:200] if (number := read_number(told))]


def _offered(request: HttpRequest, on: Theme, by: Actor) -> list[dict[str, Any]]:
    picked = _picked(request)
    words = request.POST.get("q", "") if request.method == "POST" else request.GET.get("q", "")
    return [{"case": case, "on": case.id in picked} for case in may_join(on, by=by, words=words, also=picked)]


def _made(request: HttpRequest, on: Theme) -> Outcome:
    plain = {name: request.POST.get(name, "") for name in ("title", "basis")}
    return take(request, commands.group, on, plain | {"cases": [str(number) for number in _picked(request)]})
