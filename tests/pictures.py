"""Pictures for tests, made byte by byte."""

import struct
import zlib


def png(wide=600, high=100, colour=b"\xd7\x00\x0f"):
    """A picture of one colour."""

    def chunk(kind, told):
        return struct.pack(">I", len(told)) + kind + told + struct.pack(">I", zlib.crc32(kind + told))

    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + colour * wide) * high)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(orientation=1, secret=b"", drawing=b"\x11\x22", after=b""):
    """The parts of a JPEG in their order, with what a camera adds; nothing that could be looked at."""

    def part(marker, told):
        return bytes([0xFF, marker]) + struct.pack(">H", len(told) + 2) + told

    entry = struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0)
    exif = b"Exif\0\0II*\0" + struct.pack("<IH", 8, 1) + entry + struct.pack("<I", 0) + secret
    return b"".join([
        b"\xff\xd8", part(0xE0, b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0"), part(0xE1, exif),
        part(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + secret), part(0xE2, b"ICC_PROFILE\0\x01\x01colours"),
        part(0xE2, b"MPF\0" + secret), part(0xFE, b"comment" + secret), part(0xDB, b"\0" + bytes(64)),
        part(0xC0, b"\x08\0\x01\0\x01\x01\x01\x11\0"), part(0xDA, b"\x01\x01\0\0\x3f\0"), drawing, b"\xff\xd9", after,
    ])  # fmt: skip
