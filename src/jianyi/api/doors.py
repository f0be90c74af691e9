"""Who asks: a bearer token first, then the session of the pages (whose posts carry their CSRF token)."""

from django.conf import settings
from django.http import HttpRequest
from ninja.security import APIKeyCookie, HttpBearer

from jianyi.parties.queries import actor
from jianyi.parties.signing import by_key
from jianyi.procedure.facts.acting import Actor


class Token(HttpBearer):
    """The interface token that its owner has issued on the page 接口令牌."""

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        person = by_key(token)
        return actor(person) if person else None


class Session(APIKeyCookie):
    """The signed-in browser; a request that brings a token of its own is judged by that token alone."""

    param_name = settings.SESSION_COOKIE_NAME

    def __call__(self, request: HttpRequest) -> Actor | None:
        by: Actor | None = getattr(request, "actor", None)
        if by is None or "Authorization" in request.headers:
            return None
        self._get_key(request)
        return by

    def authenticate(self, request: HttpRequest, key: str | None) -> Actor | None:
        """Not asked: the middleware has told who it is."""
        return None


def who(request: HttpRequest) -> Actor:
    """Whom one of the doors has let in."""
    by: Actor = request.auth  # type: ignore[attr-defined]
    return by
