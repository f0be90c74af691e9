"""By what device something was sent: a random number that the browser keeps, signed; the rows have a digest of it."""

from hashlib import sha256
from secrets import token_urlsafe

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse


COOKIE, SALT = "jy-device", "jianyi.device"
YEAR = 365 * 24 * 3600


def known(request: HttpRequest) -> str:
    """A digest of the device; nothing where the browser brought no number, or one that is not ours."""
    try:
        number = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT)
    except signing.BadSignature:
        return ""
    return _digest(str(number))


def marked(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """A browser without a number is given one."""
    if not known(request):
        _give(response, token_urlsafe(18))
    return response


def made() -> tuple[str, str]:
    """A new number, and its digest."""
    number = token_urlsafe(18)
    return number, _digest(number)


def give(response: HttpResponse, number: str) -> HttpResponse:
    _give(response, number)
    return response


def _give(response: HttpResponse, number: str) -> None:
    response.set_cookie(
        COOKIE, signing.dumps(number, salt=SALT), max_age=YEAR, httponly=True, samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )  # fmt: skip


def _digest(number: str) -> str:
    return sha256(f"device {number}".encode()).hexdigest()
