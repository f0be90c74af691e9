"""A data set as it is kept and read again: what was issued is drawn from these values, whatever the rows say later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, cast

from . import document
from .document import Document, Picture
from .laid import facts


KINDS = {
    kind.__name__.lower(): kind
    for kind in vars(document).values()
    if isinstance(kind, type) and is_dataclass(kind)
}
DAY, CONTENT = "day", "content"


def frozen(told: Document) -> dict[str, Any]:
    """Plain values for a JSON field; of a picture the digest, its bytes are in the store."""
    return cast(dict[str, Any], facts(told))


def thawed(told: dict[str, Any], stored: Callable[[str], bytes]) -> Document:
    """The document again; its digest is that of the one which was frozen. `stored`: the bytes of a picture by their
    digest; what it raises is passed on."""
    return cast(Document, _part("", told, stored))


def _part(name: str, told: Any, stored: Callable[[str], bytes]) -> Any:
    if isinstance(told, dict):
        kind = KINDS[told["is"]]
        parts = {field.name: _part(field.name, told[field.name], stored) for field in fields(kind)}
        return kind(**parts | ({CONTENT: stored(told[CONTENT])} if kind is Picture else {}))
    if isinstance(told, list):
        return tuple(_part("", part, stored) for part in told)
    return date.fromisoformat(told) if name == DAY and told else told
