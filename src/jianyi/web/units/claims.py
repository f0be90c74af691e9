"""Claims: before the hand-over a unit says what is its own to handle, and whether it would lead."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jianyi.cases.models import Suggestion
from jianyi.cases.queries.house import claimable, claims_until, own_claims
from jianyi.kit import clock
from jianyi.procedure.facts.acting import Actor
from jianyi.web import acting, show
from jianyi.web.templatetags.look import day


def claims(request: HttpRequest) -> HttpResponse:
    """What may still be claimed, and what the unit has claimed."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    page = claimable(by=by, after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    mine = list(own_claims(by=by))
    claimed = {row.root_id for row in mine}
    until = claims_until(by=by)
    told = {
        "rows": [_row(case, claimed) for case in page.rows], "page": show.pager(page, request),
        "mine": [{"row": row, "key": acting.new_key()} for row in mine],
        "until": until, "over": until is not None and clock.now() >= until, "until_day": day(until),
    }  # fmt: skip
    return render(request, "units/claims.html", told)


def _row(case: Suggestion, claimed: set[int]) -> dict[str, Any]:
    person = show.HIDDEN if case.confidential else case.lead.name
    return {"case": case, "person": person, "claimed": case.id in claimed, "key": acting.new_key()}
