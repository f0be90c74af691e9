"""Notes on rows that are picked in a register: each is its own step; what cannot be done is listed with its reason."""

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
    """The same words on every row that is picked; or, where that is asked, none any more."""
    _, by = opened(request, key)
    picked = read_numbers(request.POST.getlist("picked"))[:MOST]
    if not picked:
        return redirect(f"/registers/{key}/")
    erases = "erase" in request.POST
    command, plain = (
        (commands.erase, {}) if erases else (commands.jot, {"text": request.POST.get("text", "")})
    )
    found = note_on(picked, by=by)
    tried = [(row, take(request, command, row, plain, part=str(number))) for number, row in found.items()]
    failed = [(row, outcome) for row, outcome in tried if not outcome.done]
    told = {
        "verb": "清除备注" if erases else "备注", "done": [_called(row) for row, outcome in tried if outcome.done], "key": acting.new_key(),
        "failed": [{"id": row.handling_id, "name": _called(row), "why": as_text(outcome.reasons)} for row, outcome in failed],
        "back": f"/registers/{key}/",
    }  # fmt: skip
    return render(request, "units/bulk.html", told, status=409 if failed and not told["done"] else 200)


def _called(row: Note) -> str:
    return f"{row.handling.root.no} {row.handling.root.title}".strip()
