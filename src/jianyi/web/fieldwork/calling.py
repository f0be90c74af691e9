"""Calling a meeting: what, when, where, who leads it, who is invited, which suggestions it is about."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi import areas
from jianyi.cases.fresh import number
from jianyi.cases.models import Suggestion
from jianyi.fieldwork.commands import meetings as commands
from jianyi.fieldwork.models import Guest, Meeting
from jianyi.fieldwork.queries import people
from jianyi.fieldwork.queries.batches import choices
from jianyi.fieldwork.queries.escalations import beginning, suggestion_of
from jianyi.kit import clock
from jianyi.parties.queries import units
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import ACTIVITIES, ESCALATED, Calling
from jianyi.procedure.words import Guest as GuestAt
from jianyi.web import acting
from jianyi.web.acting import Outcome, take

from .meetings import found


Told = dict[str, Any]
PLAIN = ("kind", "title", "starts_at", "where", "chair", "agenda", "answer_by")


def new(request: HttpRequest) -> HttpResponse:
    """GET: an empty form, of the kind named; POST: it is called and everybody invited is told."""
    on = areas.fresh("meeting", request.GET.dict(), by=request.actor)  # type: ignore[attr-defined]
    if not isinstance(on, Meeting):
        raise Http404
    start = {name: request.GET.get(name, "") for name in ("kind", "cases", "batch")}
    start["kind"] = start["kind"] or on.kind or "symposium"
    return _form(request, on, start | _begun(request, on), [])


def _begun(request: HttpRequest, on: Meeting) -> Told:
    """For a second dissatisfaction with its kind, its suggestion, the deputies and the unit; not there, it is no page."""
    if not request.GET.get("escalation"):
        return {}
    by: Actor = request.actor  # type: ignore[attr-defined]
    begun = beginning(number(request.GET.dict(), "escalation"), by=by)
    if begun is None or on.unit_id:
        raise Http404
    return {
        "escalation": request.GET["escalation"], "kind": begun.kind, "title": begun.title, "starts_at": begun.starts_at,
        "where": begun.where, "agenda": begun.agenda, "names": "\n".join(begun.people),
    }  # fmt: skip


def edit(request: HttpRequest, number: int) -> HttpResponse:
    """What was called, to be changed; whoever is named now is invited besides those who are."""
    file = found(request, number)
    if not any(act.action is A.CONVENE and act.subject is file.meeting for act in file.acts):
        raise Http404
    row = file.meeting
    at = row.starts_at.astimezone(clock.HOME).strftime("%Y-%m-%dT%H:%M") if row.starts_at else ""
    start = {name: getattr(row, name) for name in ("kind", "title", "where", "agenda")} | {
        "starts_at": at, "chair": str(row.chair_id or ""), "answer_by": str(row.answer_by or ""),
        "units": [str(unit) for unit in file.joint], "cases": "、".join(case.no for case in file.cases),
        "batch": str(row.batch_id or ""), "escalation": str(row.escalation_id or ""),
    }  # fmt: skip
    return _form(request, row, start, file.under.all(Guest))


def _form(request: HttpRequest, on: Meeting, start: Told, guests: list[Guest]) -> HttpResponse:
    by: Actor = request.actor  # type: ignore[attr-defined]
    outcome = _called(request, on, by) if request.method == "POST" else Outcome()
    if outcome.done:
        messages.success(request, "活动已安排，受邀人会收到消息。")
        return redirect(f"/meetings/{outcome.subject.id}/")
    known, named = people.hosts(on, by=by), {row.person_id for row in guests}
    now = _typed(request) if request.method == "POST" else start
    treated = _treated(now, by)
    told = {
        "meeting": on, "now": now, "kinds": _kinds(now), "treated": treated, "staff": [(str(n), name, str(n) in now.get("guests", ())) for n, name in known if n not in named],
        "chairs": [(str(n), name) for n, name in known], "invited": sum(row.stage is not GuestAt.UNINVITED for row in guests), "reasons": outcome.reasons, "problems": outcome.problems, "code": outcome.code,
        "units": [(str(u.id), u.known_as, str(u.id) in now.get("units", ())) for u in units(by=by) if u.id != on.unit_id],
        **acting.marks(request, outcome, on.version), "is_new": on._state.adding,
        "batches": batch_options(on, by),
    }  # fmt: skip
    return render(request, "fieldwork/calling.html", told, status=409 if outcome.reasons else 200)


def _kinds(now: Told) -> list[tuple[str, str]]:
    """What follows a second dissatisfaction is called for one alone."""
    of_matter = now.get("escalation") and now["kind"] in ESCALATED.values()
    kinds = [now["kind"]] if of_matter else [kind for kind in ACTIVITIES if kind not in ESCALATED.values()]
    return [(kind, ACTIVITIES[kind]) for kind in kinds]


def _treated(now: Told, by: Actor) -> Suggestion | None:
    """Whose second dissatisfaction it is called for."""
    return suggestion_of(number(now, "escalation"), by=by) if now.get("escalation") else None


def batch_options(on: Meeting, by: Actor) -> list[tuple[str, str]]:
    return [(str(row.id), f"{row.name}（{row.number or row.stage.label}）") for row in choices(on, by=by)]


def _typed(request: HttpRequest) -> Told:
    told: Told = {
        name: request.POST.get(name, "") for name in (*PLAIN, "names", "cases", "batch", "escalation")
    }
    lists = {name: request.POST.getlist(name) for name in ("guests", "units")}
    return told | lists | {"leads": "leads" in request.POST}


def _called(request: HttpRequest, on: Meeting, by: Actor) -> Outcome:
    """Names and numbers become people and suggestions; one that is none is told at its field."""
    named = people.by_names(request.POST.get("names", ""), by=by)
    cases, unknown = people.cases_by_number(request.POST.get("cases", ""), by=by)
    problems = {"names": named.problem} if named.problem else {}
    if unknown:
        problems["cases"] = f"找不到第 {'、'.join(unknown)} 号建议：请核对编号。"
    if problems:
        return Outcome(reasons=list(problems.values()), problems=problems, code="UNCLEAR")
    plain = acting.plain_of(Calling, request.POST)
    ticked = [*plain.get("guests", []), *(str(person) for person in named.people)]
    leads = [str(person) for person in (people.leads_of(cases, by=by) if "leads" in request.POST else [])]
    plain["guests"] = [*ticked, *(person for person in leads if person not in ticked)]
    treated = _treated(request.POST.dict(), by)
    plain["cases"] = [str(row.id) for row in dict.fromkeys([*([treated] if treated else []), *cases])]
    return take(request, commands.convene, on, plain)
