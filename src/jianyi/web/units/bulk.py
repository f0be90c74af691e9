"""Several handlings at once: each is its own step; what cannot be done is listed with its reason, the rest goes on."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from jianyi.cases.commands import handlings as commands
from jianyi.cases.models import Handling
from jianyi.cases.queries.files import case, subject as find
from jianyi.kit.ids import read_numbers
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.refusals import as_text
from jianyi.turn.door import Command
from jianyi.web import acting
from jianyi.web.acting import Outcome, plain_of, take

from .register import unit_of
from .seats import choices, seats_of, sent


MOST = 200


@require_POST
def receipt(request: HttpRequest) -> HttpResponse:
    """Sign for everything picked: counted, material complete, no objection."""
    plain = {"materials": "complete", "objection": "none", "note": "", "count_checked": True}
    return _done(request, commands.acknowledge, plain, "签收")


@require_POST
def route(request: HttpRequest) -> HttpResponse:
    """Give everything picked to one team."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    plain = plain_of(commands.route.says, request.POST)
    return _done(
        request, commands.route, plain, "分办", seats=seats_of(sent(request), choices(unit_of(by), by=by))
    )


def picked_in(told: QueryDict) -> list[int]:
    """The handlings that are ticked, each once."""
    return read_numbers(told.getlist("picked"))[:MOST]


def _done(
    request: HttpRequest, command: Command, plain: dict[str, Any], verb: str, **more: Any
) -> HttpResponse:
    picked = picked_in(request.POST)
    if not picked:
        messages.error(request, f"没有勾选任何一件：请先勾选要{verb}的建议。")
        return redirect("/unit/")
    tried = [(number, *_one(request, command, number, plain)) for number in picked]
    failed = [(number, name, outcome) for number, name, outcome in tried if not outcome.done]
    told = {
        "verb": verb, "done": [name for _, name, outcome in tried if outcome.done], "key": acting.new_key(),
        "failed": [{"id": number, "name": name, "why": as_text(outcome.reasons)} for number, name, outcome in failed],
        **more,
    }  # fmt: skip
    return render(request, "units/bulk.html", told, status=409 if failed and not told["done"] else 200)


def _one(request: HttpRequest, command: Command, number: int, plain: dict[str, Any]) -> tuple[str, Outcome]:
    by = request.actor  # type: ignore[attr-defined]
    row: Handling | None = find("handling", number, by=by)
    file = case(row.root_id, by=by) if row else None
    if row is None or file is None:
        return "（找不到的事项）", Outcome(reasons=["找不到这件事项：可能已经变动，请返回列表重新打开。"])
    return f"{file.case.no} {file.case.title}".strip(), take(request, command, row, plain, part=str(row.id))
