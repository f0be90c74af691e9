"""Uploaded files: looked at by the guard, then stored, before any turn speaks of them."""

from collections.abc import Iterable
from typing import Any

from jianyi.procedure.facts.acting import Actor

from . import pictures, reading, store
from .guard import MAX_BYTES, Unreadable, kind_of
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


# First bytes → kind, endings, and what every whole picture holds.
PICTURES = {
    b"\x89PNG\r\n\x1a\n": ("png", ("png",), b"IHDR"), b"\xff\xd8\xff": ("jpeg", ("jpg", "jpeg"), b"\xff\xda"),
}  # fmt: skip
# What the name of a picture ends with.
ENDINGS = frozenset(ending for _, endings, _ in PICTURES.values() for ending in endings)
# Kinds of files that are pictures, and may be shown as such.
SHOWN = frozenset({"png", "jpeg"})
# Nobody needs the text of an attachment: a scan, a long paper, an old one may come in.
WITHOUT_TEXT = {"scan", "no_text", "long", "pages", "old_word"}


def _checked(name: str, content: bytes) -> str:
    """Pictures by their first bytes, everything else by being opened once: what is encrypted, broken or a bomb would
    only show when its reader opens it."""
    for magic, (kind, endings, inside) in PICTURES.items():
        if content.startswith(magic):
            return _picture(name, content, kind, endings, inside)
    kind = kind_of(name, content)
    try:
        reading.read(name, content)
    except Unreadable as unreadable:
        if unreadable.code not in WITHOUT_TEXT:
            raise
    return kind


def _picture(name: str, content: bytes, kind: str, endings: tuple[str, ...], inside: bytes) -> str:
    ending = name.rpartition(".")[2].lower()
    if len(content) > MAX_BYTES:
        raise Unreadable("oversized")
    if ending not in endings:
        raise Unreadable("wrong_name", named=f".{ending}"[:20], found=f"{kind.upper()} 图片")
    if inside not in content:
        raise Unreadable("broken")
    return kind
