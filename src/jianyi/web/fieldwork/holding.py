"""After it has begun: who was there, the minutes, what was decided."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.fieldwork.commands import meetings as commands
from jianyi.fieldwork.models import Guest, Resolution
from jianyi.fieldwork.queries import people
from jianyi.fieldwork.queries.meetings import MeetingFile
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Attending
from jianyi.web import acting
from jianyi.web.acting import Outcome, take

from .calling import batch_options
from .meetings import found, page


def attendance(request: HttpRequest, number: int) -> HttpResponse:
    """GET: those invited, who said they come ticked; POST: exactly these were there."""
    file = found(request, number)
    if not any(act.action is A.HOLD for act in file.acts):
        raise Http404
    outcome = _held(request, file) if request.method == "POST" else Outcome()
    if outcome.done:
        messages.success(request, "到会人员已登记。")
        return redirect(f"/meetings/{number}/")
    act = next(act for act in file.acts if act.action is A.HOLD)
    told = {
        "file": file, "meeting": file.meeting, "reasons": outcome.reasons or (act.missing if request.method == "GET" else []),
        "lists": _lists(request, file), "now": _typed(request, file), **acting.marks(request, outcome, file.meeting.version), "problems": outcome.problems, "code": outcome.code, "trains": file.meeting.kind == "training",
        "batches": batch_options(file.meeting, file.by) if file.meeting.kind == "hand_over" else [],
    }  # fmt: skip
    return render(request, "fieldwork/attendance.html", told, status=409 if outcome.reasons else 200)


def _held(request: HttpRequest, file: MeetingFile) -> Outcome:
    named = people.by_names(request.POST.get("names", ""), by=file.by)
    if named.problem:
        return Outcome(reasons=[named.problem], problems={"names": named.problem}, code="UNCLEAR")
    plain = acting.plain_of(Attending, request.POST)
    plain["present"] = [*plain.get("present", []), *(str(person) for person in named.people)]
    return take(request, commands.hold, file.meeting, plain)


def _typed(request: HttpRequest, file: MeetingFile) -> dict[str, str]:
    if request.method == "POST":
        return {name: request.POST.get(name, "") for name in ("names", "others", "hours", "batch")}
    row = file.meeting
    return {
        "names": "",
        "others": row.others,
        "hours": str(row.hours or ""),
        "batch": str(row.batch_id or ""),
    }


def _lists(request: HttpRequest, file: MeetingFile) -> list[dict[str, Any]]:
    """Whom to tick: those invited, those who came uninvited, the houses."""
    there = {row.person_id for row in file.attendance}
    coming = there or {row.person_id for row in file.under.all(Guest) if row.answer == "yes"}
    ticked = set(request.POST.getlist("present")) if request.method == "POST" else {str(n) for n in coming}
    asked = {row.person_id: file.known.get(row.person_id, "") for row in (*file.asked, *file.attendance)}
    house = people.hosts(file.meeting, file.joint, by=file.by)
    inside = {number: name for number, name in house if number not in asked}
    return [
        {"label": label, "people": [(str(n), name, str(n) in ticked) for n, name in rows.items()]}
        for label, rows in (("受邀和已登记的人员", asked), ("主办单位人员", inside))
        if rows
    ]


def attachments(request: HttpRequest, number: int) -> HttpResponse:
    """Photographs and papers that are attached, or taken off."""
    file = _sent(request, number)
    outcome = acting.taken(request, commands.attach, file.meeting)
    if outcome.done:
        messages.success(request, "照片和附件已保存。")
        return redirect(f"/meetings/{number}/#files-t")
    return page(request, file, attaches=True, reasons=outcome.reasons, code=outcome.code)


def minutes(request: HttpRequest, number: int) -> HttpResponse:
    """The minutes go to the chair."""
    file = _sent(request, number)
    outcome = take(request, commands.minute, file.meeting)
    if outcome.done:
        messages.success(request, "纪要已送主持人审定。")
        return redirect(f"/meetings/{number}/")
    return page(
        request,
        file,
        minutes=request.POST.get("minutes", ""),
        writes=True,
        reasons=outcome.reasons,
        code=outcome.code,
    )


def decisions(request: HttpRequest, number: int) -> HttpResponse:
    """One thing more that was decided."""
    file = _sent(request, number)
    outcome = take(request, commands.resolve, Resolution.of(file.meeting))
    if outcome.done:
        messages.success(request, "已记：纪要审定后告知责任人。")
        return redirect(f"/meetings/{number}/#decided-t")
    said = {name: request.POST.get(name, "") for name in ("text", "owner", "due")}
    return page(request, file, said=said, resolves=True, reasons=outcome.reasons, code=outcome.code)


def _sent(request: HttpRequest, number: int) -> MeetingFile:
    file = found(request, number)
    if request.method != "POST" or not file.is_host:
        raise Http404
    return file
