"""The office's side of the rating: a single-use link, shown once and printed on the form; and hints about what came in."""

from typing import Any

import segno
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from jianyi.cases.commands import ratings
from jianyi.cases.facts import links_of
from jianyi.cases.issued.links import address_of
from jianyi.cases.models import Sheet
from jianyi.cases.queries import forms, hints as found_hints
from jianyi.cases.queries.files import CaseFile, subject
from jianyi.parties import signing
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import VIAS
from jianyi.procedure.words.duties import CLERKS, CONGRESS

from .. import letters
from ..acting import Outcome, new_key, take
from . import doors


TOLD_ONCE = "这次提交已经生成过链接，链接只显示一次：没有记下来的，请另发新链接，旧的即作废。"


def _found(request: HttpRequest, number: int) -> tuple[Sheet, CaseFile]:
    row = subject("rating", number, by=request.actor)  # type: ignore[attr-defined]
    if row is None:
        raise Http404
    file = doors.found(request, row.root_id)
    return file.under.get(Sheet, number), file


@doors.only(*CLERKS)
def link(request: HttpRequest, number: int) -> HttpResponse:
    """A new link for one sheet; it is shown this once, the ones before are good no more."""
    on, file = _found(request, number)
    if request.method != "POST":
        return _page(request, on, file, Outcome())
    outcome = take(request, ratings.issue_link, on)
    if outcome.done and not outcome.subject.link_token:
        outcome = Outcome(reasons=[TOLD_ONCE])
    if not outcome.done:
        return _page(request, *_found(request, number), outcome, 409)
    return _page(request, *_found(request, number), Outcome(), token=outcome.subject.link_token)


def _page(
    request: HttpRequest, on: Sheet, file: CaseFile, outcome: Outcome, status: int = 200, token: str = ""
) -> HttpResponse:
    rows = links_of(on, file.under)
    known = {row.id: row for row in file.under.all(Sheet)}
    address = address_of(on.id, token) if token else ""
    told: dict[str, Any] = {
        "on": on, "file": file, "case": file.case, "rows": rows[::-1], "last": rows[-1] if rows else None, "stage": known[on.id].stage,
        "rater": on.rater.name, "unit": on.paper.handling.unit.name, "outcome": outcome, "key": new_key(),
        "may": any(act.action is A.ISSUE_LINK for act in file.acts_on(on)), "days": file.under.place.number("rating_link_days"),
        "address": address, "token": token, "picture": segno.make(address, error="m").png_data_uri(scale=5, border=2) if token else "",
    }  # fmt: skip
    return render(request, "congress/rating_link.html", told, status=status)


@require_POST
@doors.only(*CLERKS)
def printed(request: HttpRequest, number: int, kind: str) -> HttpResponse:
    """The form with the link's code on it, while the page that made the link is open: the token is kept nowhere."""
    on, _ = _found(request, number)
    token = request.POST.get("token", "")[:200]
    found = forms.with_link(number, address_of(number, token), signing.digest(token), by=request.actor)  # type: ignore[attr-defined]
    if found is None:
        return render(
            request,
            "errors/409.html",
            {
                "reasons": ["这个链接已经作废或者用过：请重新生成链接，再打印。"],
                "back": f"/ratings/{number}/link/",
            },
            status=409,
        )
    return letters.drawn(
        request, found, kind, f"征询意见表（{on.number}，附测评二维码）", f"/ratings/{number}/link/"
    )


@doors.only(*CONGRESS)
def hints(request: HttpRequest) -> HttpResponse:
    """What may be worth a look; nothing is concluded from it, and nothing kept."""
    found = found_hints.hints(by=request.actor)  # type: ignore[attr-defined]
    if found is None:
        raise Http404
    told = {
        "bounds": found.bounds, "days": found_hints.DAYS, "most": found_hints.MOST,
        "shared": [{"raters": raters, "rows": [_row(sheet, found) for sheet in sheets]} for raters, sheets in found.shared],
        "soon": [_row(sheet, found) for sheet in found.soon], "close": [_row(sheet, found) for sheet in found.close],
    }  # fmt: skip
    return render(request, "congress/hints.html", told)


def _soon(sheet: Sheet, bound: int) -> str:
    """How soon after the delivery; of a link how soon after it was opened is told by the list it stands in."""
    sent = sheet.paper.sent_at
    seconds = int((sheet.rated_at - sent).total_seconds()) if sheet.rated_at and sent else bound
    return f"送达后 {seconds} 秒" if seconds < bound else ""


def _row(sheet: Sheet, found: found_hints.Hints) -> dict[str, Any]:
    return {
        "row": sheet, "case": sheet.root, "rater": found.raters[sheet.rater_id], "unit": sheet.paper.handling.unit.known_as,
        "via": VIAS.get(sheet.via, ""), "soon": _soon(sheet, found.bounds.soon),
    }  # fmt: skip
