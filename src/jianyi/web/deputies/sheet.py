"""The rating sheet: only its rater opens it; attitude and result in three grades, a reason where not satisfied,
and what else the place asks."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.cases.commands import papers
from jianyi.cases.models import Sheet
from jianyi.cases.queries import deputies
from jianyi.cases.queries.files import CaseFile, case, subject
from jianyi.cases.queries.preview import after
from jianyi.procedure.actions import Action as A
from jianyi.procedure.limits import UNITS
from jianyi.procedure.permit import permit
from jianyi.procedure.refusals import NotYou, Refused
from jianyi.procedure.words import Limit, Rehandle
from jianyi.turn import buffers
from jianyi.turn.tracks import capacities

from .. import acting, asked, devices, show
from ..cases import escalated, rated
from .replies import reply


def sheet(request: HttpRequest, number: int) -> HttpResponse:
    """The reply and the two questions; for anybody but the rater the sentence why not."""
    found = subject("rating", number, by=request.actor)  # type: ignore[attr-defined]
    file = case(found.root_number, by=request.actor) if found else None  # type: ignore[attr-defined]
    if file is None:
        raise Http404
    on = file.under.get(Sheet, number)
    refusal = _refusal(file, on)
    if isinstance(refusal, NotYou) and request.method != "POST":
        told = {"reasons": refusal.reasons, "code": refusal.code, "back": f"/suggestions/{file.case.id}/"}
        return render(request, "errors/409.html", told, status=403)
    if request.method == "POST":
        return _rate(request, file, on)
    return devices.marked(request, _page(request, file, on, acting.Outcome()))


def _refusal(file: CaseFile, on: Sheet) -> Refused | None:
    """What the procedure says to this reader, before anything is said on the sheet."""
    can = capacities(file.by, on, file.under)
    try:
        permit(
            A.RATE, on.stage, can, file.under.look_up(on, file.by, papers.rate.says(), can), file.under.place
        )
    except Refused as refusal:
        return refusal
    return None


def _rate(request: HttpRequest, file: CaseFile, on: Sheet) -> HttpResponse:
    request.actor = replace(file.by, device=devices.known(request))  # type: ignore[attr-defined]
    outcome = acting.take(request, papers.rate, on)
    if outcome.done:
        buffers.drop(_buffer(on), by=file.by)
        messages.success(request, "测评已提交，谢谢您。")
        return redirect(f"/suggestions/{file.case.id}/")
    if outcome.code == "WRONG_ACTOR":
        return render(
            request, "errors/409.html", {"reasons": outcome.reasons, "code": outcome.code}, status=403
        )
    return _page(request, file, on, outcome)


def _page(request: HttpRequest, file: CaseFile, on: Sheet, outcome: acting.Outcome) -> HttpResponse:
    known, houses = deputies.names_around(file), deputies.houses_around(file)
    act = next((act for act in file.acts_on(on) if act.action is A.RATE), None)
    unsent = buffers.read(_buffer(on), by=file.by) if act else None
    typed = request.POST.dict() if request.method == "POST" else _first(unsent.fields) if unsent else {}
    told = {
        "case": file.case, "sheet": on, "reply": reply(on.paper, file, known, houses), "act": act,
        "views": _views(file, on, known), "joined": len(file.proposers) > 1, "clock": show.clock_of(_due(file, on), on.rated_at),
        "questions": asked.questions(file.under.place, typed), "also": asked.also(file.under, on, typed), "opinion": typed.get("opinion", ""), "least": file.under.place.number("opinion_length"),
        "reasons": outcome.reasons, "code": outcome.code, "problem": _about_opinion(outcome), "follows": follows(file, on),
        "entry": rated.lines(on, file) if on.is_entered else [], "scans": rated.scans(on, file), "entry_key": acting.new_key(),
        "version": unsent.version if unsent else 0, "unsent": unsent if request.method == "GET" else None,
        "buffer": _buffer(on), **acting.marks(request, outcome, on.version),
        "after": after(act.row, on, file.under) if act else "",
    }  # fmt: skip
    return render(request, "deputies/sheet.html", told, status=409 if outcome.reasons else 200)


def _due(file: CaseFile, on: Sheet) -> Any:
    if on.is_entered:
        return file.due(on.id, Limit.CHECK_ENTRY)
    return file.due(on.id, Limit.RATING_GRACE, Limit.RATING)


def _buffer(on: Sheet) -> str:
    return f"rating-{on.id}"


def _first(texts: buffers.Texts) -> dict[str, str]:
    return {name: values[0] for name, values in texts.items() if values}


def _about_opinion(outcome: acting.Outcome) -> str:
    """The sentence that belongs below the field."""
    return outcome.reasons[0] if outcome.code == "REASON_REQUIRED" else ""


def _views(file: CaseFile, on: Sheet, known: dict[int, tuple[str, str]]) -> list[dict[str, str]]:
    """What co-signers told the lead about this reply."""
    rows = [view for view in file.views if view.paper_id == on.paper_id]
    return [{"name": known[view.person_id][0], "opinion": view.opinion} for view in rows]


def follows(file: CaseFile, on: Sheet) -> list[str]:
    """What comes after the rating, by the rules of the place."""
    tracked = file.under.place.classes.get(on.paper.reply_class)
    content = "转入跟踪落实" if tracked and tracked.needs_tracking else "入档，待办结"
    again = f"由单位重新办理{_in(file, Limit.REHANDLE)}再次答复，您可以再评一次"
    studied = f"先由议案建议处研究{_in(file, Limit.STUDY)}，决定重新办理的，{again}；决定不重新办理的，写明理由告诉您"
    bad = again if file.under.place.says(Rehandle.AUTOMATIC) else studied
    if on.round > 1:
        bad = f"这是再次答复，仍不满意的，{escalated.way(file)}"
    found = [f"各项都是“满意”或者“基本满意”：{content}。", f"有一项“不满意”：{bad}。"]
    late = (
        "催评一次，宽限期满仍没有测评的"
        if file.under.place.lays_down(Limit.RATING_GRACE)
        else "期满没有测评的"
    )
    return (
        [*found, f"{late}，记为“逾期未评”，不计入满意率。"]
        if file.under.place.lays_down(Limit.RATING)
        else found
    )


def _in(file: CaseFile, limit: Limit) -> str:
    """「（1 个月内）」, where the place lays it down."""
    period = file.under.place.period(limit, file.under.root.is_between)
    told = UNITS[period.unit].format(period.count) if period and period.unit != "fixed" else ""
    return f"（{told}内）" if told else ""
