"""Keyset pages: the position is the last row seen, so rows that leave the list neither skip nor repeat others."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from json import dumps, loads
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet


@dataclass(frozen=True)
class Page:
    """`after`/`before`: cursors for the neighbouring pages, or nothing at either end."""

    rows: list[Any]
    after: str
    before: str


def page(
    rows: QuerySet[Any],
    order: Sequence[str],
    size: int,
    *,
    after: str = "",
    before: str = "",
    newest: bool = False,
) -> Page:
    """`size` rows in ascending `order` (non-null columns whose last is unique), or descending where `newest` is
    asked for, beyond a cursor. A cursor that cannot be read is taken for none."""
    back = bool(before)
    at = _read(before or after, len(order))
    if at is not None:
        try:
            rows = rows.filter(_beyond(order, at, back != newest))
        except (TypeError, ValueError, ValidationError):
            at = None
    found = list(rows.order_by(*(f"-{name}" if back != newest else name for name in order))[: size + 1])
    more, found = len(found) > size, found[:size]
    if back:
        found.reverse()
    first, last = (at is not None if not back else more), (more if not back else True)
    return Page(
        found,
        _mark(found[-1], order) if found and last else "",
        _mark(found[0], order) if found and first else "",
    )


def _beyond(order: Sequence[str], at: list[Any], down: bool) -> Q:
    """(a, b) beyond (x, y) is: a beyond x, or a = x and b beyond y; with a leading bound for the index."""
    op = "lt" if down else "gt"
    condition, same = Q(), Q()
    for name, value in zip(order, at, strict=True):
        condition |= same & Q(**{f"{name}__{op}": value})
        same &= Q(**{name: value})
    return Q(**{f"{order[0]}__{op}e": at[0]}) & condition


def _mark(row: Model, order: Sequence[str]) -> str:
    told = dumps(
        [
            str(getattr(row, name)) if not isinstance(getattr(row, name), int) else getattr(row, name)
            for name in order
        ]
    )
    return urlsafe_b64encode(told.encode()).decode()


def _read(cursor: str, length: int) -> list[Any] | None:
    """A cursor that nobody here has written is no cursor."""
    try:
        told = loads(urlsafe_b64decode(cursor.encode())) if cursor else None
    except ValueError:
        return None
    good = (
        isinstance(told, list) and len(told) == length and all(isinstance(part, str | int) for part in told)
    )
    return told if good else None
