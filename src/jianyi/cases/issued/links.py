"""The address of a single-use link, as it is told once to whoever has made it."""

from django.conf import settings


def address_of(number: int, token: str) -> str:
    """`number`: of the sheet; `token`: what ISSUE_LINK has just made."""
    return f"{settings.ADDRESS}/rate/{number}/{token}/"
