"""The house door: who is signed in, what they may be told, and how a refusal becomes a page."""

from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from jianyi.kit import clock
from jianyi.kit.statements import read
from jianyi.parties.models import Congress, Person
from jianyi.parties.queries import actor
from jianyi.procedure.refusals import Refused

from . import errors
from .onward import came_from


OPEN = (
    "/sign-in/",
    "/check/",
    "/set-up/",
    "/first-password/",
    "/rate/",
    "/static/",
    "/healthz",
    "/api/",
    "/favicon.ico",
)
NUL = "\x00"
SHIFT = settings.HOME / "demo-clock"


class Door:
    """Puts `person` and `actor` on the request; sends strangers to the sign-in page, an empty house to set-up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.DEMO:
            clock.shift(shifted())
        request.person = _person(request)  # type: ignore[attr-defined]
        request.actor = actor(request.person) if request.person else None  # type: ignore[attr-defined]
        if request.person is None and not request.path.startswith(OPEN):  # type: ignore[attr-defined]
            return _turned_away(request)
        _without_nul(request)
        response = self.get_response(request)
        if response.status_code == 405 and not response.content:
            response = errors.not_this_way(request, response)
        if not request.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A refusal that no page has shown itself."""
        if not isinstance(error, Refused):
            return None
        return render(request, "errors/409.html", {"reasons": error.reasons, "code": error.code}, status=409)


def _without_nul(request: HttpRequest) -> None:
    """No row of PostgreSQL holds a NUL, and none is looked for with one: they fall out before any page reads what came."""
    if NUL in request.path:
        raise Http404
    request.GET = _plain(request.GET)  # type: ignore[assignment]
    if request.method == "POST":
        request.POST = _plain(request.POST)  # type: ignore[assignment]


def _plain(told: QueryDict) -> QueryDict:
    if not any(NUL in part for name, parts in told.lists() for part in (name, *parts)):
        return told
    plain = QueryDict(mutable=True)
    for name, parts in told.lists():
        plain.setlist(name.replace(NUL, ""), [part.replace(NUL, "") for part in parts])
    return plain


def _person(request: HttpRequest) -> Person | None:
    number = request.session.get("person")
    found = next(iter(read(Person, id=number)), None) if number else None
    if found is None or not found.may_sign_in or request.session.get("since") != stamp(found):
        return None
    return found


def stamp(person: Person) -> str:
    """Sessions of an old password or a disabled account are void at the next request."""
    return person.password[-16:]


def _turned_away(request: HttpRequest) -> HttpResponse:
    if not Congress.objects.exists():
        return redirect("/set-up/")
    wanted = request.get_full_path() if request.method == "GET" else came_from(request)
    there = f"?{urlencode({'next': wanted})}" if wanted != "/" else ""
    response = redirect(f"/sign-in/{there}")
    if request.headers.get("HX-Request"):
        response = HttpResponse(status=401, headers={"HX-Redirect": f"/sign-in/{there}"})
    return response


def shifted() -> timedelta:
    """How far the demo's clock runs ahead: kept in a file, so that every process sees it."""
    return clock.kept_shift(SHIFT)
