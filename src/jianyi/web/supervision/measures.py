"""One document of the ladder: its page, its form; a circular that is put on record by its number."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.cases.queries import lists as cases
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said.supervision import AUDIENCES, CAUSES, MANNERS
from jianyi.procedure.words import Limit
from jianyi.supervision.commands import measures as commands
from jianyi.supervision.facts import climbing
from jianyi.supervision.fresh import fresh
from jianyi.supervision.models import Measure
from jianyi.supervision.queries import measures as queries
from jianyi.supervision.queries.measures import MeasureFile
from jianyi.turn.under import Under
from jianyi.web import acting
from jianyi.web.acting import Outcome, plain_of, take
from jianyi.web.seen import seen

from .buttons import buttons
from .overview import is_open_to


def one(request: HttpRequest, number: int) -> HttpResponse:
    file = found(request, number)
    row = file.measure
    told = {
        "file": file, "row": row, "buttons": buttons(file.acts, f"/measures/{number}/", row.rung), "letters": file.letters,
        "files": file.evidence.get(row.id, []), "owner": file.known.get(row.owner_id or 0, ""),
        "interviewer": file.known.get(row.interviewer_id or 0, ""), "skip_by": file.known.get(row.skip_by_id or 0, ""),
        "opens": bool(cases.named({row.suggestion_id}, by=file.by)), "has_list": is_open_to(file.by),
    }  # fmt: skip
    return render(request, "supervision/measure.html", told)


def found(request: HttpRequest, number: int) -> MeasureFile:
    return seen(queries.file, request, number)


def new(request: HttpRequest) -> HttpResponse:
    """Of one `rung`, about one `handling`."""
    about = {**request.GET.dict(), **request.POST.dict()}
    row = fresh("measure", about, by=request.actor)  # type: ignore[attr-defined]
    if not isinstance(row, Measure):
        raise Http404
    return _form(request, row)


def edit(request: HttpRequest, number: int) -> HttpResponse:
    file = found(request, number)
    if not any(act.action is A.DRAW_UP for act in file.acts):
        raise Http404
    return _form(request, file.measure)


# What stands in a draft, by the name of its field.
KEPT = {
    "facts": "facts", "demands": "demands", "due": "due", "owner": "owner_id", "skip_reason": "skip_reason", "skip_by": "skip_by_id",
    "conditions": "conditions", "interviewer": "interviewer_id", "at": "at", "where": "where", "materials": "materials", "article": "article",
    "manner": "manner", "decider": "decider", "statement_by": "statement_by", "cause": "cause", "supervised_by": "supervised_by_id", "visible_to": "visible_to", "number": "number", "day": "issued_on",
}  # fmt: skip


def _form(request: HttpRequest, row: Measure) -> HttpResponse:
    sent, command = request.method == "POST", commands.cite if row.rung == "circular" else commands.draw_up
    outcome = take(request, command, row, plain_of(command.says, request.POST)) if sent else Outcome()
    if outcome.done:
        messages.success(
            request,
            "已登记，对方会收到消息。"
            if row.rung == "circular"
            else "已存为草稿：请核对，签发以后才送达对方。",
        )
        return redirect(f"/measures/{outcome.subject.id}/")
    stands = climbing(row, Under(row))
    told = {
        "row": row, "is_new": row._state.adding, "reasons": outcome.reasons, "code": outcome.code, "problems": outcome.problems,
        "now": {name: request.POST.get(name, _told(getattr(row, column))) for name, column in KEPT.items()},
        "people": queries.people(row, by=request.actor), "manners": MANNERS, "causes": CAUSES, "audiences": AUDIENCES, "bodies": queries.supervisors(row, by=request.actor),  # type: ignore[attr-defined]
        "climbs": stands.climbs, "before": stands.before,  # type: ignore[attr-defined]
        "due_label": "报告期限" if row.rung == "notice" else "整改期限",
        "asks_day": row.rung != "listing" or not Under(row).place.lays_down(Limit.LISTING),
        **acting.marks(request, outcome, row.version),
    }  # fmt: skip
    return render(request, "supervision/drawing.html", told, status=409 if outcome.reasons else 200)


def _told(value: Any) -> str:
    """As a field of a form has it."""
    if isinstance(value, list):
        return "\n".join(value)
    if value is None:
        return ""
    return value.strftime("%Y-%m-%dT%H:%M") if hasattr(value, "hour") else str(value)
