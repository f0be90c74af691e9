"""Uploaded files: looked at by the guard, then stored, before any turn speaks of them."""

from collections.abc import Iterable
from typing import Any

from jianyi.procedure.facts.acting import Actor

from . import guard, pictures, reading, store
from .guard import Unreadable, kind_of
from .models import File


def stored(uploads: Iterable[Any], *, by: Actor) -> list[File]:
    """Keep what was uploaded. Raises Unreadable (documents.guard) for what may not come in."""
    kept = []
    for upload in uploads:
        content = upload.read()
        kind = _checked(upload.name, content)
        kept.append(
            store.keep(
                pictures.bare(content, kind) if kind in SHOWN else content,
                name=upload.name,
                kind=kind,
                congress=by.congress,
                owner=by.person,
            )
        )
    return kept


# What the name of a picture ends with.
ENDINGS = frozenset(ending for _, endings, _ in guard.PICTURES.values() for ending in endings)
# Kinds of files that are pictures, and may be shown as such.
SHOWN = frozenset({"png", "jpeg"})
# Nobody needs the text of an attachment: a scan, a long paper, an old one may come in.
WITHOUT_TEXT = {"scan", "no_text", "long", "pages", "old_word"}


def _checked(name: str, content: bytes) -> str:
    """Pictures by their first bytes, everything else by being opened once: what is encrypted, broken or a bomb would
    only show when its reader opens it."""
    if picture := guard.picture_kind(name, content):
        return picture
    kind = kind_of(name, content)
    try:
        reading.read(name, content)
    except Unreadable as unreadable:
        if unreadable.code not in WITHOUT_TEXT:
            raise
    return kind
