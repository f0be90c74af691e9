"""The list of circulars, the page of one, its drawing and its words."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.cases.queries.acts import Act
from jianyi.cases.queries.waiting import ToDo
from jianyi.circulars.commands import circulars as commands
from jianyi.circulars.fresh import fresh
from jianyi.circulars.issued.paper import COLUMNS, drawn, progress, told_rate
from jianyi.circulars.models import SCOPES, Circular, Push
from jianyi.circulars.pushing import called
from jianyi.circulars.queries import files as queries, work as waiting
from jianyi.circulars.queries.files import CircularFile
from jianyi.kit import clock
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import Phrasing
from jianyi.turn.models import Subject
from jianyi.turn.tracks import track_of
from jianyi.web import acting, letters, show
from jianyi.web.acting import Outcome, take
from jianyi.web.cases.inside import verb
from jianyi.web.seen import seen


# Steps that have a page of their own.
OWN = {A.DRAW: "draw", A.WRITE: "write"}


def every(request: HttpRequest) -> HttpResponse:
    """All the reader may see, the latest first."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    cursors = {name: request.GET.get(name, "") for name in ("after", "before")}
    page = queries.circulars(by=by, **cursors)
    told = {
        "rows": [{"row": each, "scope": SCOPES[each.circular.scope]} for each in page.rows], "page": show.pager(page, request),
        "draws": fresh("circular", {}, by=by) is not None,
    }  # fmt: skip
    return render(request, "circulars/circulars.html", told)


def found(request: HttpRequest, number: int) -> CircularFile:
    return seen(queries.file, request, number)


def one(request: HttpRequest, number: int) -> HttpResponse:
    file = found(request, number)
    row, facts = file.circular, file.circular.facts
    told = {
        "file": file, "row": row, "scope": SCOPES[row.scope], "totals": [(label, told_rate(n, of)) for label, n, of in facts["totals"]],
        "columns": [column.title for column in COLUMNS], "rows": [progress(each, facts["least"]) for each in facts["rows"]], "least": facts["least"],
        "late": [each | {"there": file.titles.get(int(each["case"]))} for each in facts["late"]], "before": facts["before"], "month": [(each["name"], [(label, told_rate(n, of)) for label, n, of in each["measures"]]) for each in facts["month"]],
        "pushes": [_push(file, each) for each in file.pushes], "lines": Phrasing(push=row.push).rows, "buttons": _buttons(file, row),
        "addressees": [{"row": each, "buttons": _buttons(file, each)} for each in file.addressees], "letter": file.letter,
    }  # fmt: skip
    return render(request, "circulars/circular.html", told)


def _push(file: CircularFile, row: Push) -> dict[str, Any]:
    return {
        "row": row, "there": file.titles.get(row.suggestion_id), "buttons": _buttons(file, row), "files": file.evidence.get(row.id, []),
    }  # fmt: skip


def _buttons(file: CircularFile, subject: Subject) -> list[dict[str, Any]]:
    """What may be done here; what is lacking is said beside it."""
    return [_button(file, act) for act in file.acts if act.subject.id == subject.id]


ASKS = (A.WITHDRAW, A.SEND_BACK, A.REACH, A.DRAW, A.WRITE)


def _button(file: CircularFile, act: Act) -> dict[str, Any]:
    here = f"/circulars/{file.circular.id}/"
    there = f"/act/{track_of(act.subject).name}/{act.subject.id}/{act.action.value}/?next={here}"
    own = f"{here}{OWN[act.action]}/" if act.action in OWN and isinstance(act.subject, Circular) else there
    return {
        "label": verb(act.subject, act.action), "href": own, "ready": act.ready or act.action in ASKS, "missing": act.missing,
        "kind": "" if act.row.at_will else "primary",
    }  # fmt: skip


def new(request: HttpRequest) -> HttpResponse:
    """As of which day its facts are drawn."""
    on = fresh("circular", {}, by=request.actor)  # type: ignore[attr-defined]
    if not isinstance(on, Circular):
        raise Http404
    return _draw(request, on)


def draw(request: HttpRequest, number: int) -> HttpResponse:
    """Anew, while it is being drafted."""
    return _draw(request, _may(request, number, A.DRAW).circular)


def _draw(request: HttpRequest, on: Circular) -> HttpResponse:
    outcome = take(request, commands.draw, on) if request.method == "POST" else Outcome()
    if outcome.done:
        messages.success(request, f"已按截至{outcome.subject.as_of_told}的记录取数并冻结。")
        return redirect(f"/circulars/{outcome.subject.id}/")
    typed = request.POST if request.method == "POST" else {}
    start = {"day": (on.day or clock.today()).isoformat(), "meeting": str(on.meeting_id or "")}
    told = {
        "row": on, "now": {name: typed.get(name, value) for name, value in start.items()}, "is_new": on._state.adding,
        "meetings": queries.meetings_to_link(on, by=request.actor), **_shared(request, on, outcome),  # type: ignore[attr-defined]
    }  # fmt: skip
    return render(request, "circulars/draw.html", told, status=409 if outcome.reasons else 200)


def write(request: HttpRequest, number: int) -> HttpResponse:
    """Praise, push list and requirements; what was typed stays when it is refused."""
    row = _may(request, number, A.WRITE).circular
    outcome = take(request, commands.write, row) if request.method == "POST" else Outcome()
    if outcome.done:
        messages.success(request, "已保存。")
        return redirect(f"/circulars/{number}/")
    typed = request.POST if request.method == "POST" else {}
    start = {"praise": row.praise, "requirements": row.requirements, "push": row.push or _proposed(row)}
    told = {
        "row": row, "now": {name: typed.get(name, value) for name, value in start.items()}, **_shared(request, row, outcome),
    }  # fmt: skip
    return render(request, "circulars/write.html", told, status=409 if outcome.reasons else 200)


def _proposed(row: Circular) -> str:
    """What is late, as lines to be finished: the next step and the day are for people to say."""
    late: dict[tuple[str, str], list[str]] = {}
    for each in row.facts["late"]:
        late.setdefault((called(row, int(each["case"])), each["name"]), []).append(
            f"{each['limit']}超期 {each['days']} 天"
        )
    return "\n".join(f"{no} = {'，'.join(told)} =  = {name} = " for (no, name), told in late.items())


def _shared(request: HttpRequest, on: Circular, outcome: Outcome) -> dict[str, Any]:
    return {
        "reasons": outcome.reasons, "problems": outcome.problems, "code": outcome.code, **acting.marks(request, outcome, on.version),
    }  # fmt: skip


def _may(request: HttpRequest, number: int, action: A) -> CircularFile:
    file = found(request, number)
    if not any(act.action is action and act.subject is file.circular for act in file.acts):
        raise Http404
    return file


# On paper


def paper(request: HttpRequest, number: int) -> HttpResponse:
    """As it stands; once it is issued, as it was issued."""
    file = found(request, number)
    if file.letter:
        return redirect(f"/letters/{file.letter.id}/")
    return letters.shown(
        request, drawn(file.circular), there=f"/circulars/{number}/paper", back=f"/circulars/{number}/"
    )


def download(request: HttpRequest, number: int, kind: str) -> HttpResponse:
    file = found(request, number)
    if file.letter:
        return letters.reprinted(request, file.letter, kind, f"/circulars/{number}/")
    return letters.drawn(
        request, drawn(file.circular), kind, f"{file.circular.title}（未签发）", f"/circulars/{number}/"
    )


# For the first page


def todo(by: Actor, when: str = "") -> list[dict[str, str]]:
    """What waits for this person on circulars. `when`: as in the work list."""
    return [
        {"verb": verb(each.row, each.action), "title": _called(each), "kind": each.root.house.known_as, "href": f"/circulars/{each.root.id}/"}
        for each in waiting.work(by=by)
        if not when or each.when == when
    ]  # fmt: skip


def _called(each: ToDo) -> str:
    row = each.row
    return f"推进清单：第{row.no}号，{row.next}" if isinstance(row, Push) else each.root.title
