"""Reading the OLE compound file that holds old .doc and .xls files, and encrypted new ones.

Format: [MS-CFB], Microsoft Open Specifications. Only what is needed to list and read streams; every
chain is bounded by the number of sectors, so a loop in a hostile file ends.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from jianyi.kit.unreadable import Unreadable


MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA  # this and everything above is a marker, not a sector
_ENTRY = 128
MAX_STREAMS = 4096


@dataclass(frozen=True)
class Entry:
    """One directory entry: its name, kind (1 storage, 2 stream, 5 root), first sector and length."""

    name: str
    kind: int
    start: int
    size: int


class Compound:
    """The streams of one compound file, found by name without their folders."""

    def __init__(self, content: bytes) -> None:
        """Raises Unreadable("broken") when the container is damaged."""
        try:
            self._open(content)
        except (struct.error, IndexError, UnicodeDecodeError, OverflowError) as damage:
            raise Unreadable("broken") from damage

    @property
    def names(self) -> list[str]:
        """The names of all storages and streams."""
        return [entry.name for entry in self._entries]

    def stream(self, *names: str) -> bytes:
        """The content of the first stream that has one of these names, or b"". Raises Unreadable("broken")."""
        for entry in self._entries:
            if entry.kind == 2 and entry.name in names:
                return self._content(entry)
        return b""

    def _open(self, content: bytes) -> None:
        if not content.startswith(MAGIC) or len(content) < 512:
            raise Unreadable("broken")
        self._data = content
        shift, mini_shift = struct.unpack_from("<HH", content, 30)
        if shift not in (9, 12) or mini_shift != 6:
            raise Unreadable("broken")
        self._sector = 1 << shift
        self._count = len(content) // self._sector + 1
        directory, _, self._cutoff, mini_fat = struct.unpack_from("<IIII", content, 48)
        self._fat = self._read_fat()
        self._entries = self._read_entries(self._chain(directory))
        self._mini_fat = _numbers(self._chain(mini_fat))
        root = next((entry for entry in self._entries if entry.kind == 5), None)
        self._mini = self._chain(root.start)[: root.size] if root else b""

    def _at(self, number: int) -> bytes:
        start = (number + 1) * self._sector
        return self._data[start : start + self._sector]

    def _read_fat(self) -> list[int]:
        sectors = list(struct.unpack_from("<109I", self._data, 76))
        following, amount = struct.unpack_from("<II", self._data, 68)
        for _ in range(min(amount, self._count)):
            if following >= _END:
                break
            table = _numbers(self._at(following))
            sectors += table[:-1]
            following = table[-1]
        return [entry for number in sectors if number < _END for entry in _numbers(self._at(number))]

    def _chain(self, start: int) -> bytes:
        parts: list[bytes] = []
        while start < _END:
            if len(parts) > self._count:
                raise Unreadable("broken")
            parts.append(self._at(start))
            start = self._fat[start]
        return b"".join(parts)

    def _mini_chain(self, start: int) -> bytes:
        parts: list[bytes] = []
        while start < _END:
            if len(parts) > len(self._mini_fat):
                raise Unreadable("broken")
            parts.append(self._mini[start * 64 : start * 64 + 64])
            start = self._mini_fat[start]
        return b"".join(parts)

    def _content(self, entry: Entry) -> bytes:
        try:
            chain = self._mini_chain if entry.size < self._cutoff else self._chain
            return chain(entry.start)[: entry.size]
        except IndexError as damage:
            raise Unreadable("broken") from damage

    def _read_entries(self, directory: bytes) -> list[Entry]:
        amount = len(directory) // _ENTRY
        if amount > MAX_STREAMS:
            raise Unreadable("broken")
        entries = (_entry(directory[at * _ENTRY : (at + 1) * _ENTRY]) for at in range(amount))
        return [entry for entry in entries if entry.kind in (1, 2, 5)]


def _numbers(data: bytes) -> list[int]:
    amount = len(data) // 4
    return list(struct.unpack_from(f"<{amount}I", data))


def _entry(raw: bytes) -> Entry:
    length = struct.unpack_from("<H", raw, 64)[0]
    name = raw[: max(min(length, 64) - 2, 0)].decode("utf-16-le")
    start, size = struct.unpack_from("<II", raw, 116)
    return Entry(name, raw[66], start, size)
