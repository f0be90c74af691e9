"""What is added to a group on its own page: problems, meetings, shared paragraphs; a problem that becomes a promise."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.cases.queries.acts import Act
from jianyi.procedure.actions import Action as A
from jianyi.themes.commands import problems as of_problems, themes as commands
from jianyi.themes.models import Problem
from jianyi.themes.queries import themes as queries
from jianyi.themes.queries.themes import ThemeFile
from jianyi.web import acting
from jianyi.web.acting import Outcome, take

from .themes import found, page


def problems(request: HttpRequest, number: int) -> HttpResponse:
    """Problems, one a line."""
    file = _sent(request, number, A.FIND)
    outcome = take(request, of_problems.find, file.theme)
    if outcome.done:
        messages.success(request, "已挂牌，责任人会收到待办。")
        return redirect(f"/themes/{number}/#problems-t")
    said = {name: request.POST.get(name, "") for name in ("findings", "owner", "due", "meeting")}
    said["cases"] = request.POST.getlist("cases")
    return page(request, file, said=said, reasons=outcome.reasons, code=outcome.code)


def meetings(request: HttpRequest, number: int) -> HttpResponse:
    """A meeting is linked, or no longer."""
    file = _sent(request, number, A.LINK)
    off = request.POST.get("act") == "unlink"
    outcome = take(request, commands.unlink if off else commands.link, file.theme)
    if outcome.done:
        messages.success(request, "已取消关联。" if off else "已关联：组内各件的页面都会显示。")
        return redirect(f"/themes/{number}/#gatherings-t")
    return page(request, file, reasons=outcome.reasons, code=outcome.code)


def shared(request: HttpRequest, number: int) -> HttpResponse:
    """The paragraphs that the replies share."""
    file = _sent(request, number, A.SHARE)
    outcome = take(request, commands.share, file.theme)
    if outcome.done:
        messages.success(request, f"共享段落已存为第 {outcome.subject.edition} 稿，各件经办人会收到消息。")
        return redirect(f"/themes/{number}/#shared-t")
    said = {"text": request.POST.get("text", "")}
    return page(request, file, said=said, reasons=outcome.reasons, code=outcome.code)


def _sent(request: HttpRequest, number: int, action: A) -> ThemeFile:
    file = found(request, number)
    if request.method != "POST" or not any(act.action is action for act in file.acts):
        raise Http404
    return file


def pledge(request: HttpRequest, number: int) -> HttpResponse:
    """GET: in which reply, in what words, until when; POST: it is to be promised there."""
    shown = queries.subject("problem", number, by=request.actor)  # type: ignore[attr-defined]
    act = _act(*shown) if shown else None
    if shown is None or act is None or not isinstance(shown[0], Problem):
        raise Http404
    row, file = shown[0], shown[1]
    outcome = take(request, of_problems.pledge, row) if request.method == "POST" else Outcome()
    if outcome.done:
        messages.success(request, "已转为答复承诺：写这件答复时会自动带入，没有写入的不能送审。")
        return redirect(f"/themes/{file.theme.id}/#problem-{row.id}")
    start = {"case": "", "item": row.text, "due": ""}
    now = {name: request.POST.get(name, start[name]) for name in start}
    told = {
        "row": row, "theme": file.theme, "cases": file.concerns.get(row.id, []), "now": now, "reasons": outcome.reasons, "code": outcome.code,
        "problems": outcome.problems, **acting.marks(request, outcome, row.version),
    }  # fmt: skip
    return render(request, "themes/pledge.html", told, status=409 if outcome.reasons else 200)


def _act(row: object, file: ThemeFile) -> Act | None:
    return next((act for act in file.acts if act.action is A.PLEDGE and act.subject is row), None)
