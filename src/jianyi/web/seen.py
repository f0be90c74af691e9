"""What a page shows one reader: found, or not there for them."""

from collections.abc import Callable
from typing import TypeVar

from django.http import Http404, HttpRequest


F = TypeVar("F")


def seen(read: Callable[..., F | None], request: HttpRequest, number: int) -> F:
    """What `read(number, by=…)` gives whoever signed in. Raises Http404 where it gives nothing: not there and not to be seen look
    the same."""
    file = read(number, by=request.actor)  # type: ignore[attr-defined]
    if file is None:
        raise Http404
    return file
