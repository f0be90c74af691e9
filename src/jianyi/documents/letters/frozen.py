"""A data set as it is kept and read again: what was issued is drawn from these values, whatever the rows say later."""

from __future__ import annotations

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
DAY = "day"


def frozen(told: Document) -> dict[str, Any]:
    """Plain values for a JSON field. Raises ValueError for a picture: its bytes belong into the store."""
    if getattr(told, "letterhead_image", None) is not None:
        raise ValueError(Picture)
    return cast(dict[str, Any], facts(told))


def thawed(told: dict[str, Any]) -> Document:
    """The document again; its digest is that of the one which was frozen."""
    return cast(Document, _part("", told))


def _part(name: str, told: Any) -> Any:
    if isinstance(told, dict):
        kind = KINDS[told["is"]]
        return kind(**{field.name: _part(field.name, told[field.name]) for field in fields(kind)})
    if isinstance(told, list):
        return tuple(_part("", part) for part in told)
    return date.fromisoformat(told) if name == DAY and told else told
