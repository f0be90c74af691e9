"""The page of a single-use link: the rater opens it on one device, rates one sheet, and can do nothing else.

Looking at the address opens nothing: programs that fetch a link for a preview would take it from the deputy. It is opened,
and bound to the device, by the button; and rated by another."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from jianyi.cases.commands import ratings
from jianyi.cases.models import Paper
from jianyi.cases.queries.linked import Linked, linked
from jianyi.parties import signing
from jianyi.procedure.words import Rating

from . import acting, asked, devices


TOO_MANY = "打不开的链接试得太多：请过 15 分钟再试，或者与议案建议处联系。"
NONE = "没有这个链接：请核对地址是否完整，或者与议案建议处联系，请其重新生成。"
CALL = "请与议案建议处联系，可以另发新的链接；能登录平台的，登录后也可以测评。"
OVER = "测评提交后不能修改；需要查看测评和办理进展的，请登录平台，或者与议案建议处联系。"


@require_http_methods(["GET", "HEAD", "POST"])
def rate(request: HttpRequest, number: int, token: str) -> HttpResponse:
    """What may be done by this link, or a sentence why nothing can."""
    response = _answered(request, number, token)
    response.headers["Cache-Control"] = "no-store"
    # Not stricter: with no referrer at all a browser sends no origin, and a form is taken for a forged one.
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _answered(request: HttpRequest, number: int, token: str) -> HttpResponse:
    where = f"rate:{request.META.get('REMOTE_ADDR', '')}"
    try:
        signing.refuse_locked(where)
    except signing.Locked:
        return _told(request, TOO_MANY, 429)
    found = linked(number, token[:200], device=devices.known(request))
    if found is None:
        signing.missed(where)
        return _told(request, NONE, 404)
    if found.ended:
        more = CALL if found.sheet.stage is Rating.AWAITED else OVER
        return _told(request, f"{found.ended}{more}", 410, found)
    if found.is_elsewhere:
        told = "这个链接已在另一台设备上打开，只能在那台设备上填写。请回到那台设备；不便使用的，请与议案建议处联系，可以另发新的链接。"
        return _told(request, told, 403, found)
    return _open(request, found)


def _open(request: HttpRequest, found: Linked) -> HttpResponse:
    """Not yet opened: the button; opened here: the sheet."""
    if found.is_open:
        return _taken(request, found) if "rate" in request.POST else _page(request, found, acting.Outcome())
    if request.method != "POST":
        return render(
            request,
            "rate/door.html",
            {"sheet": found.sheet, "until": found.link.last_moment, "key": acting.new_key()},
        )
    device, known = devices.made() if not found.by.device else ("", found.by.device)
    request.actor = replace(found.by, device=known)  # type: ignore[attr-defined]
    outcome = acting.take(request, ratings.open_link, found.sheet, {})
    if not outcome.done:
        return _told(request, "".join(outcome.reasons), 409, found)
    opened = replace(found, by=request.actor, sheet=outcome.subject)  # type: ignore[attr-defined]
    response = _page(request, opened, acting.Outcome())
    return devices.give(response, device) if device else response


def _taken(request: HttpRequest, found: Linked) -> HttpResponse:
    request.actor = found.by  # type: ignore[attr-defined]
    outcome = acting.take(request, ratings.rate, found.sheet)
    if outcome.done:
        return render(request, "rate/done.html", {"sheet": outcome.subject})
    return _page(request, found, outcome)


def _page(request: HttpRequest, found: Linked, outcome: acting.Outcome) -> HttpResponse:
    """The number and, unless the deputy asked for secrecy, the title; unit, number and class of the reply; the questions."""
    case, paper, where = found.under.root, found.sheet.paper, found.under.place
    typed = request.POST.dict() if "rate" in request.POST else {}
    told: dict[str, Any] = {
        "sheet": found.sheet, "case": case, "paper": paper, "unit": paper.handling.unit.name, "class": _class(found, paper),
        "questions": asked.questions(where, typed), "also": asked.also(found.under, found.sheet, typed),
        "opinion": typed.get("opinion", ""), "least": where.number("opinion_length"), "until": found.link.last_moment,
        "reasons": outcome.reasons, "code": outcome.code, "key": request.POST.get("key") if outcome.reasons else acting.new_key(),
    }  # fmt: skip
    return render(request, "rate/sheet.html", told, status=409 if outcome.reasons else 200)


def _class(found: Linked, paper: Paper) -> str:
    mark = found.under.place.classes.get(paper.reply_class)
    return f"{mark.key}：{mark.label}" if mark else ""


def _told(request: HttpRequest, sentence: str, status: int, found: Linked | None = None) -> HttpResponse:
    return render(
        request,
        "rate/told.html",
        {"sentence": sentence, "sheet": found.sheet if found else None},
        status=status,
    )
