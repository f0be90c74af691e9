"""The review of what was handed in (F03): the list, one suggestion, and the letter to the deputy."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.cases.issued.files import on_screen
from jianyi.cases.models import Suggestion
from jianyi.cases.queries import lists, office
from jianyi.cases.queries.counting import count_at
from jianyi.cases.queries.files import CaseFile
from jianyi.cases.queries.letters import letter_of
from jianyi.procedure.actions import Action as A
from jianyi.procedure.places import Item
from jianyi.procedure.words.duties import CLERKS, CONGRESS, OF_DELEGATION
from jianyi.web import letters
from jianyi.web.cases.before import before

from .. import show
from ..acting import Outcome, new_key, take
from . import doors, texts


CONCLUSIONS = (A.REGISTER, A.SEND_BACK, A.TURN_DOWN, A.TREAT_AS_LETTER, A.KEEP_FOR_REFERENCE, A.ENDORSE)
TABS = {"": ("待审查", office.FOR_REVIEW), "not-taken": ("已退回、转来信、参阅", office.NOT_TAKEN)}


@doors.only(*CONGRESS, *OF_DELEGATION)
def queue(request: HttpRequest) -> HttpResponse:
    """What waits to be reviewed, due first; on the second tab what did not become a suggestion."""
    by, tab = request.actor, request.GET.get("show", "")  # type: ignore[attr-defined]
    label, stages = TABS.get(tab, TABS[""])
    cursors = doors.cursors(request)
    page = office.queue(by=by, stages=stages, **cursors)
    told = {
        "rows": [_row(row) for row in page.rows], "page": show.pager(page, request), "title": label,
        "enters": by.holds(*CLERKS),
        "tabs": [
            {"href": f"?show={name}" if name else "?", "label": word, "current": name == tab, "count": count_at(at, by=by)}
            for name, (word, at) in TABS.items()
        ],
        "empty": {"title": "没有待审查的建议", "text": "代表提交后会列在这里，并发消息告知。"},
    }  # fmt: skip
    return render(request, "congress/review_list.html", told)


def _row(row: lists.Row) -> dict[str, Any]:
    told = show.work_row(row, f"/review/{row.suggestion.id}/")
    return told | {
        "todo": row.suggestion.stage.label,
        "action": {"href": told["href"], "label": "审查", "hot": row.late},
    }


@doors.only(*CONGRESS, *OF_DELEGATION)
def review(request: HttpRequest, number: int) -> HttpResponse:
    """The text beside the checklists, and the conclusion."""
    file = doors.found(request, number)
    if request.method != "POST":
        return _page(request, file, Outcome())
    command = doors.pressed(request, file.case, *CONCLUSIONS)
    outcome = take(request, command, file.case) if command else doors.NO_SUCH
    if not outcome.done:
        return _page(request, file, outcome, 409)
    done = outcome.subject
    messages.success(request, _told(done, command.action))  # type: ignore[union-attr]
    return redirect(f"/review/{number}/" if done.stage in office.NOT_TAKEN else "/review/")


def _told(done: Suggestion, action: A) -> str:
    """What was concluded, and where the suggestion goes on."""
    if action is A.REGISTER:
        return f"已登记，第 {done.no} 号；下一步在“分办”中提出拟办。"
    return f"已办：{action.label}{done.no and f'，第 {done.no} 号'}。"


def _page(request: HttpRequest, file: CaseFile, outcome: Outcome, status: int = 200) -> HttpResponse:
    case, place, steps = file.case, file.under.place, doors.steps(file, file.case)
    shown = [steps[action.value] for action in CONCLUSIONS if action.value in steps]
    told = {
        "file": file, "case": case, "text": texts.of(file), "outcome": outcome, "before": before(file),
        "must_have": _items(place.must_have, request.POST.getlist("has") or case.review.get("has", []), _present(file)),
        "negative": _items(place.negative, request.POST.getlist("negative") or case.review.get("negative", []), {}),
        "category": request.POST.get("category", case.category), "reason": request.POST.get("reason", case.review.get("reason", "")),
        "passed_to": request.POST.get("passed_to", case.review.get("passed_to", "")), "steps": shown, "next": _next(shown), "key": new_key(), "seen": case.version,
        "notice": case.stage in office.NOT_TAKEN, "clock": show.clock_of(texts.due_of_case(file)),
    }  # fmt: skip
    return render(request, "congress/review.html", told, status=status)


def _items(items: tuple[Item, ...], ticked: list[str], present: dict[str, bool]) -> list[dict[str, Any]]:
    return [
        {"key": item.key, "label": item.label, "article": item.article, "on": item.key in ticked, "there": present.get(item.key)}
        for item in items
    ]  # fmt: skip


def _present(file: CaseFile) -> dict[str, bool]:
    """What the form itself shows; a person confirms it."""
    case = file.case
    return {
        "title": bool(case.title),
        "situation": bool(case.situation),
        "points": bool(case.points),
        "contact_details": bool(case.lead.phone),
    }


MAIN = (A.REGISTER.value, A.ENDORSE.value)


def _next(steps: list[dict[str, Any]]) -> dict[str, Any]:
    """The bar: the good ending is the primary button, all others are buttons beside it."""
    main = next((step for step in steps if step["value"] in MAIN), None)
    buttons = [
        {"label": step["label"], "value": step["value"], "kind": "primary" if step is main else ""}
        for step in sorted(steps, key=lambda step: step is main)
    ]
    return {"verb": main["label"] if main else "", "after": main["after"] if main else "", "buttons": buttons}


@doors.only(*CONGRESS)
def notice(request: HttpRequest, number: int) -> HttpResponse:
    """The letter that tells the deputy why it is not handled as a suggestion."""
    kept = letter_of(doors.found(request, number), number, "declined")
    if kept is None:
        raise Http404
    there = f"/letters/{kept.id}/letter"
    return letters.shown(request, on_screen(kept), letter=kept, there=there, back=f"/review/{number}/")
