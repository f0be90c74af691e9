"""The agenda of a meeting, made from what is on record: looked at, edited as text, taken for the meeting, printed."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.agendas.parts import Agenda
from jianyi.agendas.queries import agendas as queries
from jianyi.fieldwork.commands import meetings as commands
from jianyi.fieldwork.queries.meetings import MeetingFile
from jianyi.kit.ids import read_number
from jianyi.web import acting, letters
from jianyi.web.acting import Outcome, take
from jianyi.web.fieldwork.meetings import found


def agenda(request: HttpRequest, number: int) -> HttpResponse:
    """GET: what the record gives, `soon`: how many days ahead; POST: the text as it was edited is the meeting's agenda."""
    file, made = _made(request, number)
    may = queries.may_use(file)
    if request.method == "POST" and not may:
        raise Http404
    outcome = _taken(request, file) if request.method == "POST" else Outcome()
    if outcome.done:
        messages.success(request, "议程已采用：会前还可以修改，纪要审定后不再改动。")
        return redirect(f"/meetings/{number}/")
    told = {
        "file": file, "meeting": file.meeting, "agenda": made, "may": may, "text": request.POST.get("agenda", made.text), "reasons": outcome.reasons or list(outcome.problems.values()),
        "code": outcome.code, **acting.marks(request, outcome, file.meeting.version),
        "query": f"?soon={made.soon}",
    }  # fmt: skip
    return render(
        request, "agendas/agenda.html", told, status=409 if outcome.reasons or outcome.problems else 200
    )


def _made(request: HttpRequest, number: int) -> tuple[MeetingFile, Agenda]:
    file = found(request, number)
    made = queries.agenda(file, soon=read_number(request.GET.get("soon", "")) or 0)
    if made is None:
        raise Http404
    return file, made


def _taken(request: HttpRequest, file: MeetingFile) -> Outcome:
    """The meeting is called as it was, with another agenda."""
    return take(
        request, commands.convene, file.meeting, queries.as_called(file, request.POST.get("agenda", ""))
    )


def on_paper(request: HttpRequest, number: int) -> HttpResponse:
    file, made = _made(request, number)
    there = f"/meetings/{number}/agenda"
    return letters.shown(request, queries.sheet(file, made), there=there, back=f"{there}/", as_of=True)


def download(request: HttpRequest, number: int, suffix: str) -> HttpResponse:
    file, made = _made(request, number)
    name = f"{file.meeting.title[:30]}议程"
    return letters.drawn(request, queries.sheet(file, made), suffix, name, f"/meetings/{number}/agenda/")
