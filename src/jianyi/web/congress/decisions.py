"""What the body that hands over decides: returns, dissatisfied sheets, closing."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.cases.commands import handlings, papers, suggestions
from jianyi.cases.issued.replies import points as answered
from jianyi.cases.models import Handling, Paper, Return, Sheet
from jianyi.cases.queries import lists
from jianyi.cases.queries.files import CaseFile, case, subject
from jianyi.cases.queries.house import introduce
from jianyi.kit.ids import read_numbers
from jianyi.parties.queries import units
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import LEVELS, TALKS, VIAS
from jianyi.procedure.words import Duty, Limit
from jianyi.procedure.words.duties import CONGRESS

from .. import show
from ..acting import Outcome, new_key, take
from ..cases import between
from . import dates, doors, naming, texts


DECIDES = (*CONGRESS, Duty.GOVERNMENT_CLERK)


def _found(request: HttpRequest, track: str, number: int) -> tuple[Any, CaseFile]:
    """The subject within its case file, so that clocks and steps are those of one reading."""
    row = subject(track, number, by=request.actor)  # type: ignore[attr-defined]
    if row is None:
        raise Http404
    file = doors.found(request, row.root_id)
    return file.under.get(type(row), number), file


# Returns


@doors.only(*DECIDES)
def return_(request: HttpRequest, number: int) -> HttpResponse:
    """A unit says it is not ours: to another unit with a day of its own, or not, with the reason."""
    on, file = _found(request, "return", number)
    steps = doors.steps(file, on)
    if not steps and on not in file.returns:
        raise Http404
    if request.method != "POST":
        return _return_page(request, on, file, Outcome())
    outcome = _decide_return(request, on)
    if not outcome.done:
        return _return_page(request, on, file, outcome, 409)
    messages.success(
        request, f"第 {file.case.no} 号的退回申请：{outcome.subject.stage.label}，已告知单位和领衔代表。"
    )
    return redirect(f"/returns/{number}/")


def _decide_return(request: HttpRequest, on: Return) -> Outcome:
    command = doors.pressed(request, on, A.GRANT, A.REFUSE)
    if command is None:
        return doors.NO_SUCH
    if command is handlings.refuse_return:
        return take(request, command, on, {"reason": request.POST.get("refusal", "")})
    unit = naming.by_name(request.POST.get("unit_name", ""), request.actor)  # type: ignore[attr-defined]
    return take(
        request, command, on, {"unit": unit.id if unit else 0, "reason": request.POST.get("reason", "")}
    )


def _return_page(
    request: HttpRequest, on: Return, file: CaseFile, outcome: Outcome, status: int = 200
) -> HttpResponse:
    by, task = request.actor, on.handling  # type: ignore[attr-defined]
    proposed = on.proposed.name if on.proposed else ""
    told = {
        "on": on, "file": file, "case": file.case, "task": task, "text": texts.of(file), "outcome": outcome,
        "steps": doors.steps(file, on), "talks": TALKS.get(on.talks, ""), "proposed": proposed, "units": units(by=by),
        "unit_name": request.POST.get("unit_name", proposed), "reason": request.POST.get("reason", ""),
        "refusal": request.POST.get("refusal", ""), "refusing": request.POST.get("act") == A.REFUSE.value,
        "negotiations": between.about(file, task, introduce(file)), "left": show.clock_of(file.due(on.id, Limit.REASSIGN)), "present": show.clock_of(texts.due_of_task(file, task)),
        "ceiling": show.clock_of(file.due(file.case.id, Limit.CEILING)), "dates": dates.if_moved(file.under, task),
        "others": [h for h in file.handlings if h.id != task.id], "key": new_key(), "refuse_key": new_key(),
    }  # fmt: skip
    return render(request, "congress/return.html", told, status=status)


# Dissatisfied sheets


@doors.only(*CONGRESS)
def dissatisfied(request: HttpRequest, number: int) -> HttpResponse:
    """The deputy is not content: handle again with requirements, or not, with the reason."""
    on, file = _found(request, "rating", number)
    if request.method != "POST":
        return _sheet_page(request, on, file, Outcome())
    command = doors.pressed(request, on, A.HANDLE_AGAIN, A.UPHOLD)
    word = "requirement" if command is papers.handle_again else "reason"
    outcome = (
        take(
            request,
            command,
            on,
            {"reason": request.POST.get(word, ""), "min_level": request.POST.get("min_level", "")},
        )
        if command
        else doors.NO_SUCH
    )
    if not outcome.done:
        return _sheet_page(request, on, file, outcome, 409)
    messages.success(request, f"第 {file.case.no} 号：{outcome.subject.stage.label}，已告知代表和承办单位。")
    return redirect(f"/dissatisfied/{number}/")


def _sheet_page(
    request: HttpRequest, on: Sheet, file: CaseFile, outcome: Outcome, status: int = 200
) -> HttpResponse:
    task = on.paper.handling
    told = {
        "on": on, "file": file, "case": file.case, "task": task, "text": texts.of(file), "outcome": outcome,
        "steps": doors.steps(file, on), "grades": on.grades(file.under.place.rating_axes), "via": VIAS.get(on.via, ""),
        "rounds": _rounds(file, task), "left": show.clock_of(file.due(on.id, Limit.STUDY)),
        "requirement": request.POST.get("requirement", ""), "reason": request.POST.get("reason", ""), "key": new_key(),
        "levels": list(LEVELS.items()), "min_level": request.POST.get("min_level", ""), "again_key": new_key(), "dates": dates.if_again(file.under),
        "upholding": request.POST.get("act") == A.UPHOLD.value,
    }  # fmt: skip
    return render(request, "congress/dissatisfied.html", told, status=status)


def _rounds(file: CaseFile, task: Handling) -> list[dict[str, Any]]:
    """What this unit has answered, round by round, with how it was rated."""
    given = [p for p in file.papers if p.handling.unit_id == task.unit_id and p.sent_at]
    return [
        {
            "round": paper.handling.round, "paper": paper, "answers": _answers(paper, file),
            "class": _class(file, paper), "sheets": [_rated(sheet, file) for sheet in file.sheets if sheet.paper_id == paper.id],
        }
        for paper in sorted(given, key=lambda paper: -paper.handling.round)
    ]  # fmt: skip


def _answers(paper: Paper, file: CaseFile) -> list[dict[str, Any]]:
    points = dict(enumerate(file.case.points, start=1))
    return [said | {"title": points.get(said["number"], "")} for said in answered(paper, file.under)]


def _class(file: CaseFile, paper: Paper) -> str:
    entry = file.under.place.classes.get(paper.reply_class)
    return entry.label if entry else ""


def _rated(sheet: Sheet, file: CaseFile) -> dict[str, Any]:
    return {
        "grades": sheet.grades(file.under.place.rating_axes),
        "opinion": sheet.opinion,
        "stage": sheet.stage.label,
        "decision": sheet.decision,
    }


# Closing


@doors.only(*CONGRESS)
def closing(request: HttpRequest) -> HttpResponse:
    """What is rated and waits to be closed: several at once, and what cannot be closed is listed with the reason."""
    failures = _close(request) if request.method == "POST" else []
    if request.method == "POST" and not failures:
        return redirect("/closing/")
    cursors = doors.cursors(request)
    page = lists.work(by=request.actor, track="suggestion", action=A.CLOSE.value, **cursors)  # type: ignore[attr-defined]
    told = {
        "rows": [show.work_row(row, f"/suggestions/{row.suggestion.id}/") for row in page.rows], "failures": failures,
        "page": show.pager(page, request), "key": new_key(), "button": [{"label": "办结归档", "value": "close", "kind": "primary", "icon": "archive"}],
        "empty": {"title": "没有等待办结的建议", "text": "代表测评入档后会列在这里。"},
    }  # fmt: skip
    return render(request, "congress/closing.html", told)


def _close(request: HttpRequest) -> list[str]:
    picked = read_numbers(request.POST.getlist("picked"))
    if not picked:
        return ["请先勾选要办结的建议。"]
    done, failures = 0, []
    for number in picked[: lists.SIZE]:
        file = case(number, by=request.actor)  # type: ignore[attr-defined]
        outcome = take(request, suggestions.close, file.case, {}, part=str(number)) if file else doors.NO_SUCH
        done += outcome.done
        if not outcome.done:
            failures.append(f"第 {file.case.no if file else '—'} 号：{'；'.join(outcome.reasons)}")
    if done:
        messages.success(request, f"已办结 {done} 件，并告知领衔代表。")
    return failures
