"""Notes on rows that are picked in a register: each is its own step; what cannot be done is listed with its reason."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from jianyi.kit.ids import read_numbers
from jianyi.procedure.refusals import as_text
from jianyi.registers.commands import notes as commands
from jianyi.registers.models import Note
from jianyi.registers.queries.notes import note_on
from jianyi.web import acting
from jianyi.web.acting import take

from .pages import opened


MOST = 200


@require_POST
def note(request: HttpRequest, key: str) -> HttpResponse:
    """The same words on every row that is picked; or, where that is asked, none any more. The way back leads to the same rows."""
    _, by = opened(request, key)
    picked = read_numbers(request.POST.getlist("picked"))[:MOST]
    back = f"/registers/{key}/?{request.GET.urlencode()}"
    if not picked:
        messages.error(request, "没有勾选任何一件：请先在台账中勾选，再写备注或者清除备注。")
        return redirect(back)
    erases = "erase" in request.POST
    command, plain = (
        (commands.erase, {}) if erases else (commands.jot, {"text": request.POST.get("text", "")})
    )
    found = note_on(picked, by=by)
    tried = [(row, take(request, command, row, plain, part=str(number))) for number, row in found.items()]
    failed = [(row, outcome) for row, outcome in tried if not outcome.done]
    told = {
        "verb": "清除备注" if erases else "备注", "done": [_called(row) for row, outcome in tried if outcome.done], "key": acting.new_key(),
        "failed": [{"name": _called(row), "why": as_text(outcome.reasons)} for row, outcome in failed] + _lost(len(picked) - len(found)),
        "back": back,
    }  # fmt: skip
    return render(
        request, "units/bulk.html", told, status=409 if told["failed"] and not told["done"] else 200
    )


def _lost(count: int) -> list[dict[str, str]]:
    """Of rows that the reader has no more, or on which their house keeps no note."""
    why = "已不在您的台账内，或者本单位不在这一件上写备注：请返回台账，刷新后重新勾选。"
    return [{"name": f"{count} 件", "why": why}] if count else []


def _called(row: Note) -> str:
    return f"{row.handling.root.no} {row.handling.root.title}".strip()
