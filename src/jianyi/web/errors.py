"""Pages for what went wrong: what happened, and what to do now; programs get the same as an answer of the interface."""

import logging
from secrets import token_hex
from typing import Any

from django.core.exceptions import DisallowedHost, RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from jianyi.kit import clock

from .templatetags.look import minute


log = logging.getLogger(__name__)
TOO_MUCH = "一次提交的内容太多，没有收下。请按浏览器的“后退”回到原页，您填的还在：删减一些，或者把全文放在附件里再提交。"
ELSEWHERE = "平台没有登记这个网址的主机名。请系统管理员把它写进环境变量 JIANYI_HOSTS，再重新启动平台。"
# What was asked for too freely, and what to do about it.
UNCLEAR: dict[type[Exception], tuple[int, str]] = {
    RequestDataTooBig: (413, TOO_MUCH), TooManyFieldsSent: (413, TOO_MUCH), TooManyFilesSent: (413, TOO_MUCH),
    DisallowedHost: (400, ELSEWHERE),
}  # fmt: skip
CUT_OFF = "网址或表单里有一部分不完整，可能是链接被截断了。请回到上一页，从页面里的按钮再进一次。"
PRESSED = "这个网址要从页面里的按钮进入，不能直接打开。请回到首页，从待办或者清单里再进一次。"
NOT_THERE = "网址可能不完整，或者这件建议不在您能看到的范围内。"
EXPIRED = "页面停留太久，安全校验已过期。请按浏览器的“后退”回到原页，把写好的内容复制下来，刷新后再提交。"


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "errors/403.html", {"title": "这次提交没有收下", "reason": EXPIRED}, status=403)


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    status, reason = UNCLEAR.get(type(exception), (400, CUT_OFF))
    return _told(request, "errors/400.html", status, "UNCLEAR", reason)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return _told(request, "errors/404.html", 404, "NOT_FOUND", NOT_THERE)


def not_this_way(request: HttpRequest, empty: HttpResponse) -> HttpResponse:
    """The address of a button, opened as a page."""
    page = render(request, "errors/400.html", {"reason": PRESSED, "status": 405}, status=405)
    page["Allow"] = empty.headers["Allow"]
    return page


def gone(request: HttpRequest, reason: str, back: str) -> HttpResponse:
    """A file whose row is there and whose content is not, or is no longer what was stored."""
    return render(request, "errors/410.html", {"reason": reason, "back": back}, status=410)


def broken(request: HttpRequest) -> HttpResponse:
    """Without the request: whatever broke must not break this page too. The number stands in the log before the trace."""
    number, at = token_hex(4), clock.now()
    log.error("incident %s: %s %s", number, request.method, request.path)
    if _of_interface(request):
        return _answer(500, "BROKEN", f"系统这边出了问题，这一步没有办。请把编号 {number} 告诉系统管理员。")
    told = {"number": number, "at": minute(at)}
    return HttpResponse(render_to_string("errors/500.html", told), status=500)


def _told(request: HttpRequest, page: str, status: int, code: str, reason: str) -> HttpResponse:
    if _of_interface(request):
        return _answer(status, code, reason)
    return render(request, page, {"reason": reason, "status": status}, status=status)


def _of_interface(request: HttpRequest) -> bool:
    return request.path.startswith("/api/")


def _answer(status: int, code: str, reason: str) -> HttpResponse:
    return JsonResponse({"code": code, "reasons": [reason], "fields": {}}, status=status)
