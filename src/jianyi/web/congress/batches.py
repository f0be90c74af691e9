"""Batches: a clerk prepares, the head of the committee hands over, once."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.cases.commands import batches as commands
from jianyi.cases.fresh import fresh
from jianyi.cases.models import Batch
from jianyi.cases.queries import handover, office
from jianyi.cases.queries.letters import of_batch
from jianyi.fieldwork.queries.batches import meeting_of
from jianyi.kit import clock
from jianyi.kit.ids import read_number
from jianyi.procedure.actions import Action as A
from jianyi.procedure.permit import open_steps
from jianyi.procedure.places import place
from jianyi.procedure.refusals import Refused
from jianyi.procedure.words.duties import CLERKS, CONGRESS
from jianyi.turn.tracks import capacities
from jianyi.turn.under import Under

from .. import show
from ..acting import Outcome, new_key, take
from . import doors


@doors.only(*CONGRESS)
def every(request: HttpRequest) -> HttpResponse:
    """All batches, newest first."""
    by = request.actor  # type: ignore[attr-defined]
    cursors = doors.cursors(request)
    page = office.batches(by=by, **cursors)
    sizes = office.sizes([row.id for row in page.rows], by=by)
    rows = [{"batch": row, "id": str(row.id), "size": sizes.get(row.id, (0, 0))} for row in page.rows]
    waiting = len(office.proposed(by=by))
    return render(
        request,
        "congress/batches.html",
        {"rows": rows, "page": show.pager(page, request), "waiting": waiting, "prepares": by.holds(*CLERKS)},
    )


@doors.only(*CLERKS)
def new(request: HttpRequest) -> HttpResponse:
    """Pick from what is proposed; everything is picked to begin with."""
    on = fresh("batch", {}, by=request.actor)  # type: ignore[attr-defined]
    if on is None:
        raise Http404
    outcome = take(request, commands.prepare, on) if request.method == "POST" else Outcome()
    if outcome.done:
        messages.success(request, "批次已编成，等代表工作委员会负责人交办。")
        return redirect(f"/batches/{outcome.subject.id}/")
    cases = office.proposed(by=request.actor)  # type: ignore[attr-defined]
    picked = request.POST.getlist("cases") if request.method == "POST" else [str(case.id) for case in cases]
    told = {
        "rows": [{"case": case, "id": str(case.id), "on": str(case.id) in picked} for case in cases],
        "outcome": outcome, "key": new_key(), "name": request.POST.get("name", _usual_name(on)),
    }  # fmt: skip
    return render(request, "congress/batch_new.html", told, status=409 if outcome.reasons else 200)


def _usual_name(on: Any) -> str:
    count = Batch.objects.filter(congress_id=on.congress_id, sitting_id=on.sitting_id).count()
    return f"第 {count + 1} 批"


@doors.only(*CONGRESS)
def batch(request: HttpRequest, number: int) -> HttpResponse:
    """What is listed, per unit with totals; how it went; the button for whoever may hand over."""
    on = _found(request, number)
    if request.method != "POST":
        return _page(request, on, Outcome())
    outcome = _hand_over(request, on)
    if not outcome.done:
        return _page(request, on, outcome, 409)
    done, listed = office.sizes([on.id], by=request.actor).get(on.id, (0, 0))  # type: ignore[attr-defined]
    messages.success(request, f"已交办 {done} / {listed} 件。")
    return redirect(f"/batches/{on.id}/")


def _hand_over(request: HttpRequest, on: Batch) -> Outcome:
    by = request.actor  # type: ignore[attr-defined]
    key, seen = request.POST.get("key", "")[:64], read_number(request.POST.get("seen", ""))
    try:
        done = commands.hand_over(by=by, on=on, key=key, seen=seen)
    except Refused as refusal:
        return Outcome(reasons=list(refusal.reasons), code=refusal.code)
    return Outcome(done)


def _found(request: HttpRequest, number: int) -> Batch:
    on = office.batch(number, by=request.actor)  # type: ignore[attr-defined]
    if on is None:
        raise Http404
    return on


def _page(request: HttpRequest, on: Batch, outcome: Outcome, status: int = 200) -> HttpResponse:
    by = request.actor  # type: ignore[attr-defined]
    on = _found(request, on.id) if outcome.reasons else on
    full = handover.full_list(on, by=by)
    receipts = handover.received(on, by=by) if on.handed_over_at else {}
    notices = {row.subject_id: row for row in of_batch(on.id, by=by) if row.kind == "notice"}
    told = {
        "batch": on, "id": str(on.id), "outcome": outcome, "failed": office.failed(on, by=by), "full": full,
        "units": [
            {"id": str(unit), "list": found, "notice": notices.get(unit), "received": receipts.get(unit)} for unit, found in handover.per_unit(on, by=by)
        ],
        "acts": {step.action.value for step in _steps(request, on)}, "key": new_key(), "progress": _progress(request, on),
        "today": clock.today(), "meeting": meeting_of(on.id, by=by), "calls": by.holds(*CLERKS),
    }  # fmt: skip
    return render(request, "congress/batch.html", told, status=status)


def _steps(request: HttpRequest, on: Batch) -> list[Any]:
    can = capacities(request.actor, on, Under(on))  # type: ignore[attr-defined]
    return [step for step in open_steps(on.stage, can, place(on.place)) if step.action is A.HAND_OVER]


def _progress(request: HttpRequest, on: Batch) -> dict[str, int]:
    done, listed = office.progress(on, by=request.actor)  # type: ignore[attr-defined]
    return {"done": done, "listed": listed, "share": 100 * done // listed if listed else 0}


@doors.only(*CONGRESS)
def progress(request: HttpRequest, number: int) -> HttpResponse:
    """How far a hand-over has come: the piece of the page that asks again by itself."""
    on = _found(request, number)
    told = {"batch": on, "id": str(on.id), "progress": _progress(request, on)}
    return render(request, "congress/batch_progress.html", told)
