"""Where a form wants to go on to: only ever an address of this house."""

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def onward(request: HttpRequest) -> str:
    """What the form or the address says in `next`; empty for what leads elsewhere or nowhere."""
    there = request.POST.get("next") or request.GET.get("next") or ""
    return there if there.startswith("/") and url_has_allowed_host_and_scheme(there, None) else ""


def came_from(request: HttpRequest) -> str:
    """The page that a button was pressed on; the first page where that is not known."""
    came = urlsplit(request.headers.get("Referer", ""))
    if came.netloc != request.get_host():
        return "/"
    there = f"{came.path}?{came.query}" if came.query else came.path
    return there if url_has_allowed_host_and_scheme(there, None) else "/"
