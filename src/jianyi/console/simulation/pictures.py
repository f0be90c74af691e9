"""Photographs of nothing real: hills and fields, drawn, so that a fictional province has something to show."""

import math
import struct
import zlib


WIDE, HIGH = 360, 270
SKY, FAR, NEAR, FIELD = (214, 229, 240), (134, 164, 158), (96, 137, 104), (196, 178, 112)


def landscape(n: int) -> bytes:
    """The nth view, as a PNG."""
    rows = b"".join(b"\0" + b"".join(bytes(_colour(x, y, n)) for x in range(WIDE)) for y in range(HIGH))
    head = struct.pack(">IIBBBBB", WIDE, HIGH, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", head)
        + _chunk(b"IDAT", zlib.compress(rows))
        + _chunk(b"IEND", b"")
    )


def _colour(x: int, y: int, n: int) -> tuple[int, ...]:
    """Lighter towards the horizon; the lines of the hills differ from view to view."""
    far = 95 + 22 * math.sin(x / 61 + n) + 9 * math.sin(x / 17 + 2 * n)
    near = 150 + 18 * math.sin(x / 83 + 3 * n)
    if y < far:
        return tuple(part + (255 - part) * y // 200 for part in SKY)
    if y < near:
        return FAR if y < far + 26 else NEAR
    return FIELD if (x + 2 * y + 40 * n) // 24 % 2 else NEAR


def _chunk(kind: bytes, told: bytes) -> bytes:
    return struct.pack(">I", len(told)) + kind + told + struct.pack(">I", zlib.crc32(kind + told))
