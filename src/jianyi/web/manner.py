"""How I want to be told: my own settings."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.notices.channels import CHANNELS
from jianyi.notices.manner import manner_of
from jianyi.parties.commands import set_manner
from jianyi.procedure.facts.said import Manner

from .acting import Outcome, new_key, take
from .wording import Field, fields_of


HINTS = {
    "email": "填单位或者本人常用的邮箱；留空就不发邮件，消息仍在平台内。",
    "quiet_from": "时段之内不发，结束后补发；平台内的消息不受影响。",
}


def manner(request: HttpRequest) -> HttpResponse:
    """The address, the pace and the quiet hours; a refusal keeps what was typed."""
    person = request.person  # type: ignore[attr-defined]
    outcome = take(request, set_manner, person) if request.method == "POST" else Outcome()
    if outcome.done:
        messages.success(request, "已保存，从下一条消息起生效。")
        return redirect("/me/notices/")
    shown = {
        "fields": _fields(request, outcome, manner_of(person)), "reasons": outcome.reasons, "key": new_key(),
        "seen": person.version, "mails": CHANNELS["email"].is_wanted(), "hints": HINTS,
    }  # fmt: skip
    status = 409 if outcome.reasons else 200
    return render(request, "desk/manner.html", shown, status=status)


def _fields(request: HttpRequest, outcome: Outcome, now: Manner) -> list[Field]:
    found: list[Any] = fields_of(Manner, request, outcome, None)
    if request.method != "POST":
        for field in found:
            field.value = getattr(now, field.name)
    return found
