"""Hard problems and help measures: the list of a house, one of them, its form."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.fieldwork.queries.people import staff
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said.supervision import HELPS
from jianyi.procedure.words import Duty
from jianyi.procedure.words.duties import CONGRESS, HOUSE
from jianyi.supervision.commands import helps as commands
from jianyi.supervision.fresh import fresh
from jianyi.supervision.models import Help
from jianyi.supervision.queries import helps as queries
from jianyi.web import acting, show
from jianyi.web.acting import Outcome, plain_of, take
from jianyi.web.seen import seen

from .buttons import buttons


def every(request: HttpRequest) -> HttpResponse:
    """`part`, `kind`: what of it."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    if not by.holds(*HOUSE, *CONGRESS, Duty.GOVERNMENT_CLERK):
        raise Http404
    part, kind = request.GET.get("part", "open"), request.GET.get("kind", "")
    cursors = {name: request.GET.get(name, "") for name in ("after", "before")}
    page = queries.listed(by=by, part=part, kind=kind, **cursors)
    told = {
        "rows": page.rows, "page": show.pager(page, request),
        "parts": [(f"?part={name}&kind={kind}", label, name == part) for name, label in queries.PARTS.items()],
        "kinds": [(f"?part={part}&kind={name}", label, name == kind) for name, label in {"": "全部", **HELPS}.items()],
    }  # fmt: skip
    return render(request, "supervision/helps.html", told)


def one(request: HttpRequest, number: int) -> HttpResponse:
    file = seen(queries.file, request, number)
    told = {
        "file": file, "row": file.row, "buttons": buttons(file.acts, f"/help-measures/{number}/"),
        "files": file.evidence.get(file.row.id, []), "promise": file.promise,
    }  # fmt: skip
    return render(request, "supervision/help.html", told)


def new(request: HttpRequest) -> HttpResponse:
    """For the `suggestion` or the `promise` named."""
    row = fresh("help", {**request.GET.dict(), **request.POST.dict()}, by=request.actor)  # type: ignore[attr-defined]
    if not isinstance(row, Help):
        raise Http404
    return _form(request, row)


def edit(request: HttpRequest, number: int) -> HttpResponse:
    file = seen(queries.file, request, number)
    if not any(act.action is A.HELP for act in file.acts):
        raise Http404
    return _form(request, file.row)


def _form(request: HttpRequest, row: Help) -> HttpResponse:
    sent = request.method == "POST"
    plain = plain_of(commands.help_.says, request.POST)
    outcome = take(request, commands.help_, row, plain) if sent else Outcome()
    if outcome.done:
        messages.success(request, "已列入清单，牵头人会收到待办。")
        return redirect(f"/help-measures/{outcome.subject.id}/")
    stands = {
        "kind": row.kind, "what": row.what, "place": row.where, "programme": row.programme, "leads": str(row.leads_id or ""),
        "since": str(row.since or ""), "until": str(row.until or ""),
    }  # fmt: skip
    told = {
        "row": row, "is_new": row._state.adding, "now": {name: request.POST.get(name, value) for name, value in stands.items()},
        "people": staff([row.unit_id], by=request.actor), "kinds": HELPS, "reasons": outcome.reasons, "code": outcome.code,  # type: ignore[attr-defined]
        "problems": outcome.problems, **acting.marks(request, outcome, row.version),
        "about": {name: request.GET.get(name) or request.POST.get(name, "") for name in ("suggestion", "promise")},
    }  # fmt: skip
    return render(request, "supervision/helping.html", told, status=409 if outcome.reasons else 200)
