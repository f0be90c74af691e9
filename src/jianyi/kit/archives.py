"""Opening zip containers (.docx, .xlsx) that strangers send, without letting them grow or climb.

The central directory is checked before anything is unpacked, and every read is counted again while it
streams, because the sizes in the directory are only claims.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from jianyi.kit.unreadable import Unreadable


MAX_ENTRIES = 2000
MAX_TOTAL = 100 * 1024 * 1024
MAX_RATIO = 200
RATIO_FROM = 2 * 1024 * 1024  # small parts of honest files compress very well; only large ones are suspect
CHUNK = 64 * 1024

_CLIMBING = re.compile(r"^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)|\x00")
_PACKED = re.compile(r"\.(zip|rar|7z|gz|tgz|tar|xz|bz2|jar)$", re.IGNORECASE)
_MACROS = re.compile(r"(^|/)(vbaProject\.bin|vbaData\.xml)$", re.IGNORECASE)
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError)


class Archive:
    """A zip container whose directory has been checked; parts are read through a counting limit."""

    def __init__(self, content: bytes) -> None:
        """Raises Unreadable: broken, encrypted, bomb, traversal, nested or macros."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _DAMAGE as damage:
            raise Unreadable("broken") from damage
        self._entries = self._zip.infolist()
        self._check_entries()
        self._check_names()

    @property
    def names(self) -> list[str]:
        """The names of all parts."""
        return [entry.filename for entry in self._entries]

    def check_sizes(self) -> None:
        """Raise Unreadable("bomb") when the directory claims too much or too steep a compression."""
        if sum(entry.file_size for entry in self._entries) > MAX_TOTAL:
            raise Unreadable("bomb")
        for entry in self._entries:
            if entry.file_size > RATIO_FROM and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
                raise Unreadable("bomb")

    def stream(self, name: str, limit: int = MAX_TOTAL) -> Iterator[bytes]:
        """The part in chunks. Raises Unreadable: broken, or bomb once `limit` bytes have come out."""
        total = 0
        try:
            with self._zip.open(name) as part:
                while chunk := part.read(CHUNK):
                    total += len(chunk)
                    if total > limit:
                        raise Unreadable("bomb")
                    yield chunk
        except (*_DAMAGE, KeyError) as damage:
            raise Unreadable("broken") from damage

    def read(self, name: str, limit: int = MAX_TOTAL) -> bytes:
        """The whole part. Raises as `stream` does."""
        return b"".join(self.stream(name, limit))

    def _check_entries(self) -> None:
        if len(self._entries) > MAX_ENTRIES:
            raise Unreadable("bomb")
        if any(entry.flag_bits & 0x1 for entry in self._entries):
            raise Unreadable("encrypted")

    def _check_names(self) -> None:
        for code, pattern in (("traversal", _CLIMBING), ("macros", _MACROS), ("nested", _PACKED)):
            if any(pattern.search(name) for name in self.names):
                raise Unreadable(code)
        if len(set(self.names)) != len(self.names):
            # Two parts of one name: readers disagree on which counts, so what we check may not be what is shown.
            raise Unreadable("broken")
