"""The door of the public site: before sessions, cookies and whoever is signed in. It answers, or lets the house answer."""

import gzip
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from threading import Lock
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve
from django.utils.cache import patch_vary_headers
from django.utils.http import http_date, parse_etags

from jianyi.kit import clock
from jianyi.kit.text import clean

from .houses import House, house_of
from .reading import Asked, stamp


ROOTS = ("/open/", "/robots.txt")
# What a page may be asked for; everything else in an address is not read.
NAMES = ("q", "year", "unit", "class", "category", "region", "after", "before", "house")
FRESH, LONGEST = 300, 300
KEPT, ROOM, SMALL = 512, 64 * 2**20, 500
FILE = "application/octet-stream"
# Longer than any turn takes from its clock to its commit.
SETTLED = timedelta(minutes=1)
SHIFT = settings.HOME / "demo-clock"


@dataclass(frozen=True)
class Told:
    """What a page says: `body` bytes, or parts of them that are made while they are sent."""

    body: bytes | Iterable[bytes]
    kind: str = "text/html; charset=utf-8"
    status: int = 200
    name: str = ""


@dataclass(frozen=True)
class Ready:
    told: Told
    zipped: bytes

    @property
    def size(self) -> int:
        return len(self.zipped) + (len(self.told.body) if isinstance(self.told.body, bytes) else 0)


class Kept:
    """Pages as they were made, until something public changes; the least asked for goes first. Never more than KEPT of them,
    nor more than ROOM bytes: one address can be written in many ways."""

    def __init__(self) -> None:
        self._rows: OrderedDict[str, Ready] = OrderedDict()
        self._lock = Lock()
        self.size = 0

    def get(self, key: str) -> Ready | None:
        with self._lock:
            if key in self._rows:
                self._rows.move_to_end(key)
            return self._rows.get(key)

    def put(self, key: str, ready: Ready) -> None:
        with self._lock:
            gone = self._rows.pop(key, None)
            self._rows[key] = ready
            self.size += ready.size - (gone.size if gone else 0)
            while len(self._rows) > KEPT or self.size > ROOM:
                self.size -= self._rows.popitem(last=False)[1].size


KEEP = Kept()


class Front:
    """Answers whatever is public; touches no session and sets no cookie."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not (request.path.startswith(ROOTS) or request.path == "/open"):
            return self.get_response(request)
        if request.method not in ("GET", "HEAD"):
            return HttpResponse(status=405, headers={"Allow": "GET, HEAD"})
        if settings.DEMO:
            clock.shift(clock.kept_shift(SHIFT))
        return _answer(request)


def _answer(request: HttpRequest) -> HttpResponseBase:
    asked = {name: clean(request.GET[name]).text[:LONGEST] for name in NAMES if request.GET.get(name)}
    house = house_of(asked)
    changed = stamp(house.id) if house else None
    tag = _tag(request.path, asked, house, changed)
    if tag in parse_etags(request.headers.get("If-None-Match", "")):
        return _headed(HttpResponse(status=304), tag, changed)
    ready = KEEP.get(tag) or _made(request.path, asked, house, tag)
    return _sent(request, ready, tag, changed)


def _tag(path: str, asked: Asked, house: House | None, changed: tuple[datetime, int] | None) -> str:
    """The same until anything public changes, or the day: a promise may be late tomorrow."""
    told = repr((path, sorted(asked.items()), house, changed, clock.today(), unsettled(changed)))
    return f'"{sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]}"'


def unsettled(changed: tuple[datetime, int] | None) -> datetime | None:
    """The minute, while a turn that looked at the clock before the last change may still commit: its change would not be the
    last one, and a page made before it would be taken for the present one until the next change."""
    now = clock.now()
    return now.replace(second=0, microsecond=0) if changed and now < changed[0] + SETTLED else None


def _made(path: str, asked: Asked, house: House | None, tag: str) -> Ready:
    told = _told(path, asked, house)
    if not isinstance(told.body, bytes) or told.kind == FILE:
        return Ready(told, b"")
    ready = Ready(told, gzip.compress(told.body, 6, mtime=0) if len(told.body) > SMALL else b"")
    if told.status == 200:
        KEEP.put(tag, ready)
    return ready


def _told(path: str, asked: Asked, house: House | None) -> Told:
    """What is not public, what was never there and what nobody has thought of are one and the same."""
    try:
        found = resolve(path, "jianyi.public.urls")
        return found.func(house, asked, **found.kwargs)  # type: ignore[no-any-return]
    except (Resolver404, Http404):
        page = render_to_string("open/404.html", {"house": house})
        return Told(page.encode(), status=404)


def _sent(
    request: HttpRequest, ready: Ready, tag: str, changed: tuple[datetime, int] | None
) -> HttpResponseBase:
    told = ready.told
    if not isinstance(told.body, bytes):
        return _headed(_streamed(told), tag, changed)
    zipped = ready.zipped and "gzip" in request.headers.get("Accept-Encoding", "")
    body = ready.zipped if zipped else told.body
    response = HttpResponse(
        b"" if request.method == "HEAD" else body, content_type=told.kind, status=told.status
    )
    response["Content-Length"] = str(len(body))
    if zipped:
        response["Content-Encoding"] = "gzip"
    _named(response, told)
    return _headed(response, tag if told.status == 200 else "", changed)


def _streamed(told: Told) -> StreamingHttpResponse:
    body: Any = told.body
    response = StreamingHttpResponse(body, status=told.status, content_type=told.kind)
    _named(response, told)
    return response


def _named(response: HttpResponseBase, told: Told) -> None:
    if told.name:
        response["Content-Disposition"] = f'attachment; filename="{told.name}"'


def _headed(response: HttpResponseBase, tag: str, changed: tuple[datetime, int] | None) -> HttpResponseBase:
    """What was taken down or is not there may be public the next minute."""
    response["Cache-Control"] = f"public, max-age={FRESH if tag else 60}"
    if tag:
        response["ETag"] = tag
    if tag and changed:
        response["Last-Modified"] = http_date(changed[0].timestamp())
    patch_vary_headers(response, ["Accept-Encoding"])
    return response
