"""Uploaded files: looked at by the guard, then stored, before any turn speaks of them."""

from collections.abc import Iterable
from typing import Any

from jianyi.procedure.facts.acting import Actor

from . import store
from .guard import kind_of
from .models import File


def stored(uploads: Iterable[Any], *, by: Actor) -> list[File]:
    """Keep what was uploaded. Raises Unreadable (documents.guard) for what may not come in."""
    kept = []
    for upload in uploads:
        content = upload.read()
        kept.append(
            store.keep(
                content,
                name=upload.name,
                kind=_checked(upload.name, content),
                congress=by.congress,
                owner=by.person,
            )
        )
    return kept


PICTURES = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg"}


def _checked(name: str, content: bytes) -> str:
    """Pictures by their first bytes, everything else by the guard."""
    picture = next((kind for magic, kind in PICTURES.items() if content.startswith(magic)), "")
    return picture or kind_of(name, content)
