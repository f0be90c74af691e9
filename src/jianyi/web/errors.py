"""Pages for what went wrong: what happened, and what to do now."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(
        request,
        "errors/403.html",
        {"reason": "页面停留太久，安全校验已过期：请返回刷新后再提交，浏览器会保留您填写的内容。"},
        status=403,
    )


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return render(request, "errors/400.html", status=400)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return render(request, "errors/404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Without the request: whatever broke must not break this page too."""
    return HttpResponse(render_to_string("errors/500.html"), status=500)
