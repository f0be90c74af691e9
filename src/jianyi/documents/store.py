"""The store: a file is written whole and under its digest before any row speaks of it."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from cryptography.hazmat.primitives.hashes import SM3, Hash
from django.conf import settings

from jianyi.kit import clock

from .models import File


def keep(content: bytes, *, name: str, kind: str, congress: int, owner: int) -> File:
    """Store the bytes and answer with their row; call it before the turn that attaches them."""
    digest = sm3(content)
    path = _place(digest)
    if not path.exists():
        _write(path, content)
    return File.objects.create(
        congress_id=congress,
        digest=digest,
        name=name[:200],
        size=len(content),
        kind=kind,
        owner_id=owner,
        at=clock.now(),
    )


def read(file: File) -> bytes:
    """The content; raises OSError when it is gone, ValueError when it is no longer what was stored."""
    return content(file.digest)


def content(digest: str) -> bytes:
    """Whatever is stored under this digest; raises OSError or ValueError as `read` does."""
    found = _place(digest).read_bytes()
    if sm3(found) != digest:
        raise ValueError(digest)
    return found


def sm3(content: bytes) -> str:
    digesting = Hash(SM3())
    digesting.update(content)
    return digesting.finalize().hex()


def _place(digest: str) -> Path:
    return Path(settings.JIANYI_FILES) / digest[:2] / digest


def _write(path: Path, content: bytes) -> None:
    """Temporary file, flush to disk, rename: a crash leaves either nothing or the whole file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, delete=False) as draft:
        draft.write(content)
        draft.flush()
        os.fsync(draft.fileno())
    os.replace(draft.name, path)
