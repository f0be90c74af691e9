"""Proposing a topic, and adding to it: suggestions are named by their numbers."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said.topics import CRITERIA
from jianyi.topics.commands import topics as commands
from jianyi.topics.fresh import fresh
from jianyi.topics.models import KeyTopic
from jianyi.topics.queries.topics import by_number
from jianyi.web import acting
from jianyi.web.acting import Outcome, take

from .topics import found


def new(request: HttpRequest) -> HttpResponse:
    """GET: an empty form, or with the numbers that were picked; POST: it is proposed."""
    on = fresh("keytopic", {}, by=request.actor)  # type: ignore[attr-defined]
    if not isinstance(on, KeyTopic):
        raise Http404
    return _form(request, on)


def edit(request: HttpRequest, number: int) -> HttpResponse:
    """Its name and reasons, and what joins it."""
    return _form(request, _open(request, number, A.NOMINATE))


def _open(request: HttpRequest, number: int, action: A) -> KeyTopic:
    file = found(request, number)
    if not any(act.action is action and act.subject is file.topic for act in file.acts):
        raise Http404
    return file.topic


def _form(request: HttpRequest, on: KeyTopic) -> HttpResponse:
    outcome = _named(request, commands.nominate, on) if request.method == "POST" else Outcome()
    if outcome.done:
        messages.success(request, "议题已提议。" if on._state.adding else "已保存。")
        return redirect(f"/topics/{outcome.subject.id}/")
    typed = request.POST if request.method == "POST" else request.GET
    chosen = request.POST.getlist("criteria") if request.method == "POST" else on.criteria
    told = {
        "topic": on, "is_new": on._state.adding, "title": typed.get("title", on.title), "reason": typed.get("reason", on.basis),
        "numbers": typed.get("numbers", ""), "criteria": [(key, label, key in chosen) for key, label in CRITERIA.items()], **_answer(request, on, outcome),
    }  # fmt: skip
    return render(request, "topics/making.html", told, status=409 if outcome.reasons else 200)


def include(request: HttpRequest, number: int) -> HttpResponse:
    """More suggestions, by a further decision."""
    on = _open(request, number, A.INCLUDE)
    outcome = _named(request, commands.include, on) if request.method == "POST" else Outcome()
    if outcome.done:
        messages.success(request, "已补充列入：各件随即标为重点督办，承办单位会收到消息。")
        return redirect(f"/topics/{number}/")
    told = {
        "topic": on,
        "said": {name: request.POST.get(name, "") for name in ("numbers", "decided_on", "reason")},
    }
    return render(
        request,
        "topics/include.html",
        told | _answer(request, on, outcome),
        status=409 if outcome.reasons else 200,
    )


def _answer(request: HttpRequest, on: KeyTopic, outcome: Outcome) -> dict[str, Any]:
    return {
        "reasons": outcome.reasons, "problems": outcome.problems, "code": outcome.code, **acting.marks(request, outcome, on.version),
    }  # fmt: skip


def _named(request: HttpRequest, command: Any, on: KeyTopic) -> Outcome:
    """The step, with the numbers that were typed looked up; one that is none is said so."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    numbers, unknown = by_number(request.POST.get("numbers", "")[:2000], by=by)
    if unknown:
        sentence = f"找不到第 {'、'.join(unknown)} 号建议，或者它还没有登记、已经答复、已在另一个重点督办议题内：请核对编号。"
        return Outcome(reasons=[sentence], problems={"numbers": sentence}, code="UNCLEAR")
    plain = acting.plain_of(command.says, request.POST)
    return take(request, command, on, plain | {"cases": [str(number) for number in numbers]})
