"""Which characters a font file has: its `cmap` tables read as ranges, in a few milliseconds even for 20 MB."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path
from struct import error, unpack, unpack_from


@dataclass(frozen=True)
class Coverage:
    """Sorted ranges of code points, first and last."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __contains__(self, char: str) -> bool:
        place = bisect_right(self.starts, ord(char)) - 1
        return place >= 0 and ord(char) <= self.ends[place]


def coverage(path: Path, face: int = 0) -> Coverage:
    """What this face of the file draws; nothing when the file cannot be understood."""
    try:
        with path.open("rb") as file:
            return _merged(_ranges(_table(file, face)))
    except (OSError, error, IndexError):
        return Coverage((), ())


def _table(file: object, face: int) -> bytes:
    """The bytes of `cmap` in this face; a collection lists where its faces begin."""

    def at(place: int, size: int) -> bytes:
        file.seek(place)  # type: ignore[attr-defined]
        read: bytes = file.read(size)  # type: ignore[attr-defined]
        return read

    start = unpack(">I", at(12 + 4 * face, 4))[0] if at(0, 4) == b"ttcf" else 0
    count = unpack(">H", at(start + 4, 2))[0]
    for number in range(count):
        tag, _, place, size = unpack(">4sIII", at(start + 12 + 16 * number, 16))
        if tag == b"cmap":
            return at(place, size)
    return b""


def _ranges(table: bytes) -> list[tuple[int, int]]:
    """Of the Unicode subtable that reaches farthest: format 12, else format 4."""
    found: dict[int, int] = {}
    for number in range(unpack_from(">H", table, 2)[0] if table else 0):
        platform, _, place = unpack_from(">HHI", table, 4 + 8 * number)
        if platform in (0, 3):
            found[unpack_from(">H", table, place)[0]] = place
    return next((READERS[form](table, found[form]) for form in (12, 4) if form in found), [])


def _groups(table: bytes, place: int) -> list[tuple[int, int]]:
    """Format 12: groups of first, last, glyph."""
    count = unpack_from(">I", table, place + 12)[0]
    groups = [unpack_from(">III", table, place + 16 + 12 * number) for number in range(count)]
    return [(first + (glyph == 0), last) for first, last, glyph in groups if last >= first + (glyph == 0)]


def _segments(table: bytes, place: int) -> list[tuple[int, int]]:
    """Format 4: segments up to U+FFFF; in some of them single characters have no glyph."""
    count = unpack_from(">H", table, place + 6)[0] // 2
    columns = [
        unpack_from(f">{count}H", table, place + 14 + 2 * count * row + (2 if row else 0)) for row in range(4)
    ]
    found = []
    for number, (last, first, shift, offset) in enumerate(zip(*columns, strict=True)):
        where = place + 16 + 6 * count + 2 * number + offset
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = unpack_from(">H", table, where + 2 * (code - first))[0] if offset else code + shift
            if glyph & 0xFFFF:
                found.append((code, code))
    return found


READERS = {4: _segments, 12: _groups}


def _merged(ranges: list[tuple[int, int]]) -> Coverage:
    starts: list[int] = []
    ends: list[int] = []
    for first, last in sorted(ranges):
        if ends and first <= ends[-1] + 1:
            ends[-1] = max(ends[-1], last)
        else:
            starts.append(first)
            ends.append(last)
    return Coverage(tuple(starts), tuple(ends))
