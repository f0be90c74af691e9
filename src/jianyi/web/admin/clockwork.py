"""The clock and the channels: how each job fares, what waits, what did not go; and sending it again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.clockwork.health import alarm, healths
from jianyi.notices.commands import send_again
from jianyi.notices.outbox import fares, stuck, without_address
from jianyi.parties.queries import congress_of
from jianyi.procedure.refusals import as_text
from jianyi.procedure.words import Duty
from jianyi.procedure.words.duties import CLERKS

from ..acting import new_key, take
from .access import actor, acts, for_duties


@for_duties(Duty.ADMINISTRATOR, *CLERKS)
def clockwork(request: HttpRequest) -> HttpResponse:
    """The congress's office reads it; administrators have what waits sent again."""
    by = actor(request)
    congress = congress_of(by=by)
    if request.method == "POST":
        outcome = take(request, send_again, congress)
        if outcome.done:
            messages.success(request, "已安排立即重发：一分钟之内再试。")
            return redirect("/clockwork/")
        messages.warning(request, as_text(outcome.reasons))
        return redirect("/clockwork/")
    shown = {
        "jobs": healths(), "stopped": alarm(), "channels": fares(by=by), "stuck": stuck(by=by),
        "without": without_address(by=by), "acts": acts(congress, congress, by=by), "key": new_key(),
    }  # fmt: skip
    return render(request, "admin/clockwork.html", shown)
