"""Where a reader stands before a step that has a page of its own: the case, the subject, whether it may be done."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.cases.models import Handling, Paper
from jianyi.cases.queries import preview
from jianyi.cases.queries.files import Act, CaseFile, case, subject as find
from jianyi.cases.queries.house import introduce
from jianyi.procedure.actions import Action
from jianyi.procedure.facts.said import Nothing
from jianyi.procedure.permit import permit
from jianyi.procedure.refusals import Refused
from jianyi.turn.door import Command
from jianyi.turn.models import Subject
from jianyi.turn.tracks import capacities
from jianyi.web import acting
from jianyi.web.acting import Outcome
from jianyi.web.wording import fields_of

from ..onward import onward


def handling(request: HttpRequest, number: int) -> tuple[CaseFile, Handling]:
    """A handling that this reader may see, in its case. Raises Http404."""
    file = _file(request, "handling", number)
    row = file.under.get(Handling, number)
    if row not in file.handlings:
        raise Http404
    introduce(file)
    return file, row


def paper(request: HttpRequest, number: int) -> tuple[CaseFile, Paper]:
    """A paper that this reader may read, in its case. Raises Http404."""
    file = _file(request, "paper", number)
    row = file.under.get(Paper, number)
    if row not in file.papers:
        raise Http404
    introduce(file)
    return file, row


def _file(request: HttpRequest, track: str, number: int) -> CaseFile:
    by = request.actor  # type: ignore[attr-defined]
    row = find(track, number, by=by)
    file = case(row.root_number, by=by) if row is not None else None
    if file is None:
        raise Http404
    return file


def act_of(file: CaseFile, subject: Subject, *actions: Action) -> Act | None:
    """The first of these steps that this reader has here."""
    return next((act for act in file.acts_on(subject) if act.action in actions), None)


def why_not(file: CaseFile, subject: Subject, action: Action) -> list[str]:
    """Why this reader has no such step here, in the procedure's own sentences."""
    can = capacities(file.by, subject, file.under)
    look_up = file.under.look_up(subject, file.by, Nothing(), can)
    try:
        permit(action, subject.stage, can, look_up, file.under.place)
    except Refused as refusal:
        return list(refusal.reasons)
    return []


def page(
    request: HttpRequest,
    name: str,
    file: CaseFile,
    subject: Subject,
    command: Command,
    outcome: Outcome,
    begin: Mapping[str, Any] | None = None,
    **more: Any,
) -> HttpResponse:
    """A step's page: its fields with what was typed or what they `begin` with, the preview of what follows, or the
    sentence why not."""
    act = act_of(file, subject, command.action)
    fields = {field.name: field for field in fields_of(command.says, request, outcome, file)}
    for field in fields.values():
        if request.method == "GET" and begin and field.name in begin:
            field.value = begin[field.name]
    told = {
        "file": file, "case": file.case, "subject": subject, "act": act, "fields": fields,
        "closed": [] if act else why_not(file, subject, command.action), **form(request, subject, outcome),
        "next": nextbar(file, act) if act else None, **more,
    }  # fmt: skip
    return render(request, name, told, status=409 if outcome.reasons else 200)


def form(request: HttpRequest, subject: Subject, outcome: Outcome) -> dict[str, Any]:
    """What every form carries, and what was said to the last attempt. A refused form gets a new key, and the version
    that now stands: who presses again has seen the page."""
    return {
        "key": acting.new_key(), "seen": subject.version, "reasons": outcome.reasons, "code": str(outcome.code),
        "goes_back": onward(request), "problems": outcome.problems,
    }  # fmt: skip


def nextbar(file: CaseFile, act: Act, label: str = "") -> dict[str, Any]:
    """The next-step bar of a step's page."""
    button: dict[str, Any] = {
        "label": label or act.action.label,
        "kind": "primary",
        "value": act.action.value,
    }
    if act.missing:
        button |= {"unavailable": True, "kind": ""}
    after = preview.after(act.row, act.subject, file.under)
    return {
        "verb": label or act.action.label,
        "after": after,
        "missing": act.missing,
        "warned": act.warned,
        "buttons": [button],
    }


def gone_on(request: HttpRequest, outcome: Outcome, told: str, there: str = "") -> HttpResponse:
    """The step is taken: say so, and go on."""
    messages.success(request, told)
    return redirect(there or acting.back(request, outcome.subject))
