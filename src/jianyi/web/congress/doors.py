"""Which pages are for whom, and what the pages of the office have in common."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from jianyi.cases.queries import preview
from jianyi.cases.queries.files import Act, CaseFile, case
from jianyi.procedure.actions import Action
from jianyi.procedure.words import Duty
from jianyi.turn.door import COMMANDS, Command
from jianyi.turn.models import Subject
from jianyi.turn.tracks import track_of

from ..acting import Outcome


View = Callable[..., HttpResponse]
NO_SUCH = Outcome(reasons=["没有这一步：页面可能已经过时，请刷新后再办。"], code="TOO_LATE")


def only(*duties: Duty) -> Callable[[View], View]:
    """The page is for holders of one of these duties; everybody else is told so."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.actor.holds(*duties):  # type: ignore[attr-defined]
                return view(request, *args, **kwargs)
            told = {"reason": f"这一页由{'、'.join(dict.fromkeys(HOLDERS[duty] for duty in duties))}使用。"}
            return render(request, "errors/403.html", told, status=403)

        return guarded

    return guard


HOLDERS = {
    Duty.OFFICE_CLERK: "议案建议处", Duty.OFFICE_HEAD: "议案建议处", Duty.COMMITTEE_HEAD: "代表工作委员会负责人",
    Duty.DELEGATION_CLERK: "代表团工作人员", Duty.DELEGATION_HEAD: "代表团工作人员", Duty.GOVERNMENT_CLERK: "政府办公厅",
}  # fmt: skip


def found(request: HttpRequest, number: int) -> CaseFile:
    """The case file, or 404 for those who may not see it."""
    file = case(number, by=request.actor)  # type: ignore[attr-defined]
    if file is None:
        raise Http404
    return file


def cursors(request: HttpRequest) -> dict[str, Any]:
    """Where in a list the reader stands."""
    return {name: request.GET.get(name, "") for name in ("after", "before")}


def pressed(request: HttpRequest, on: Subject, *allowed: Action) -> Command | None:
    """The command of the button that was pressed, among those the page has."""
    word = request.POST.get("act", "")
    return next((COMMANDS.get((type(on), action)) for action in allowed if action.value == word), None)


def steps(file: CaseFile, subject: Subject) -> dict[str, dict[str, Any]]:
    """What this reader may do on a subject, by action: label, what follows, what is missing, where it is posted."""
    return {act.action.value: _step(act, file) for act in file.acts_on(subject)}


def _step(act: Act, file: CaseFile) -> dict[str, Any]:
    on = act.subject
    return {
        "value": act.action.value, "label": act.action.label, "missing": act.missing, "ready": act.ready,
        "after": preview.after(act.row, on, file.under), "at_will": act.row.at_will,
        "url": f"/act/{track_of(on).name}/{on.id}/{act.action.value}/",
    }  # fmt: skip


def unready(step: dict[str, Any] | None) -> list[str]:
    """What is missing for a step, or nothing."""
    return list(step["missing"]) if step else []
