"""Many handlings given out on one page, each to the division its proposal names: a human looks, changes, and decides.

What cannot be done stays on the page with its reason and all that was chosen; the rest goes on.
"""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from jianyi.cases.commands import handlings as commands
from jianyi.cases.models import Handling
from jianyi.cases.queries.dividing import last_teams, to_give_out
from jianyi.cases.routing import proposals
from jianyi.procedure.dividing import Proposed
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import Team
from jianyi.web import acting
from jianyi.web.acting import Outcome, plain_of, take

from .bulk import picked_in
from .register import unit_of
from .seats import Choices, choices, seats_of


MOST = 50


@require_POST
def give_out(request: HttpRequest) -> HttpResponse:
    """A card for each of the handlings that were ticked, as far as they wait to be given out; first to be looked at
    (`look`), then as chosen."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    rows = to_give_out(picked_in(request.POST)[:MOST], by=by)
    tried = {} if "look" in request.POST else {row.id: _one(request, row) for row in rows}
    left = [row for row in rows if not (row.id in tried and tried[row.id].done)]
    if done := len(rows) - len(left):
        messages.success(request, f"已分办 {done} 件，并告知经办人。")
    if not left:
        return redirect("/unit/")
    shown = {
        "cards": _cards(request, left, tried, by),
        "key": acting.new_key(),
        "done": done,
        "tried": bool(tried),
    }
    return render(request, "units/give_out.html", shown, status=409 if tried and not done else 200)


def _one(request: HttpRequest, row: Handling) -> Outcome:
    return take(request, commands.route, row, plain_of(Team, _own(request.POST, row.id)), part=str(row.id))


def _own(told: QueryDict, number: int) -> QueryDict:
    """The fields of one card under the names that the step knows."""
    mine, suffix = QueryDict(mutable=True), f"-{number}"
    for name in told:
        if name.endswith(suffix):
            mine.setlist(name.removesuffix(suffix), told.getlist(name))
    return mine


def _cards(
    request: HttpRequest, rows: list[Handling], tried: dict[int, Outcome], by: Actor
) -> list[dict[str, Any]]:
    found, proposed = choices(unit_of(by), by=by), proposals([row.id for row in rows], by=by)
    teams = last_teams({each.division for each in proposed.values()}, by=by)
    return [
        {
            "row": row, "proposal": proposed.get(row.id), "why": tried[row.id].reasons if row.id in tried else [],
            "seats": seats_of(request.POST if tried else None, found, _begins(proposed.get(row.id), teams, found), f"-{row.id}"),
        }
        for row in rows
    ]  # fmt: skip


def _begins(proposal: Proposed | None, teams: dict[int, tuple[int, int]], found: Choices) -> dict[str, Any]:
    """The proposed divisions, with the leader and the head who had that division's last task, if they still are of the
    house. The case officer is left to be named: who has how much in hand is not seen from the subject."""
    if proposal is None:
        return {}
    seats = dict(zip(("leader", "head"), teams.get(proposal.division, ()), strict=False))
    there = {name: person for name, person in seats.items() if str(person) in dict(found[name])}
    return {"division": proposal.division, "assisting": proposal.assisting, **there}
