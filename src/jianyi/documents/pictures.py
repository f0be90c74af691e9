"""Photographs without what a camera adds: a picture that is kept tells nobody where a deputy lives or whose telephone took
it. The pixels stay as they are, byte by byte, and the way up; place, time, owner and thumbnails go.
"""

from __future__ import annotations

from collections.abc import Iterator

from jianyi.kit.unreadable import Unreadable


EXIF, ORIENTATION = b"Exif\x00\x00", 0x0112
SCAN, END, FIRST_RESTART, LAST_RESTART = 0xDA, 0xD9, 0xD0, 0xD7
# Of the parts that applications add, those without which the colours would be others.
COLOURS = {0xE0: b"JFIF", 0xE2: b"ICC_PROFILE", 0xEE: b"Adobe"}
APPLICATIONS, COMMENT = range(0xE0, 0xF0), 0xFE
PNG = b"\x89PNG\r\n\x1a\n"
# PNG: the picture itself and its colours; whatever else is in a file is said about it.
PAINTED = {
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs",
}  # fmt: skip


def bare(content: bytes, kind: str) -> bytes:
    """The picture alone. Raises Unreadable: broken."""
    try:
        return _bare_jpeg(content) if kind == "jpeg" else _bare_png(content)
    except (IndexError, ValueError) as broken:
        raise Unreadable("broken") from broken


def _bare_jpeg(content: bytes) -> bytes:
    """What follows the end of the picture goes too: some telephones hang a film on it."""
    kept, turned = [b"\xff\xd8"], 1
    for marker, part in segments(content):
        if marker == 0xE1 and part[4:].startswith(EXIF):
            turned = _orientation(part[10:])
        elif not _is_added(marker, part):
            kept.append(part)
    kept.insert(1, _upright(turned))
    return b"".join(kept)


def _is_added(marker: int, part: bytes) -> bool:
    if marker == COMMENT:
        return True
    return marker in APPLICATIONS and not (marker in COLOURS and part[4:].startswith(COLOURS[marker]))


def segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Of a JPEG: marker and bytes of each part; a scan with all that is drawn after it. Raises ValueError where they do not join."""
    at, marker = 2, 0
    while marker != END:
        if content[at] != 0xFF:
            raise ValueError(at)
        marker = content[at + 1]
        until = at + 2 if marker in (END, 0x01) else at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if marker == SCAN:
            until = _drawn(content, until)
        if marker not in (END, 0xFF) and (until < at + 4 or until > len(content)):
            raise ValueError(at)
        if marker == 0xFF:
            at += 1
            continue
        yield marker, content[at:until]
        at = until


def _drawn(content: bytes, at: int) -> int:
    """Where the drawing after a scan's head ends: at the next marker that is none of its own."""
    while True:
        at = content.index(b"\xff", at)
        following = content[at + 1]
        if following and not FIRST_RESTART <= following <= LAST_RESTART:
            return at
        at += 2


def _orientation(tiff: bytes) -> int:
    """Which way up; 1 where nothing sensible is said."""
    order: dict[bytes, str] = {b"II": "little", b"MM": "big"}
    if tiff[:2] not in order:
        return 1

    def number(at: int, size: int) -> int:
        return int.from_bytes(tiff[at : at + size], order[tiff[:2]])  # type: ignore[arg-type]

    first = number(4, 4)
    for at in range(first + 2, first + 2 + 12 * number(first, 2), 12):
        if number(at, 2) == ORIENTATION:
            return number(at + 8, 2) if 1 <= number(at + 8, 2) <= 8 else 1
    return 1


def _upright(turned: int) -> bytes:
    """A part that says only which way up; none for a picture that stands."""
    if turned == 1:
        return b""
    entry = (
        ORIENTATION.to_bytes(2, "big") + b"\x00\x03\x00\x00\x00\x01" + turned.to_bytes(2, "big") + b"\x00\x00"
    )
    tiff = b"MM\x00\x2a\x00\x00\x00\x08\x00\x01" + entry + b"\x00\x00\x00\x00"
    return b"\xff\xe1" + (2 + len(EXIF) + len(tiff)).to_bytes(2, "big") + EXIF + tiff


def _bare_png(content: bytes) -> bytes:
    kept, at, kind = [PNG], len(PNG), b""
    while kind != b"IEND":
        length, kind = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        until = at + 12 + length
        if len(kind) < 4 or until > len(content):
            raise ValueError(at)
        if kind in PAINTED:
            kept.append(content[at:until])
        at = until
    return b"".join(kept)
