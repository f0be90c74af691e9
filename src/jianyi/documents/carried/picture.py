"""Photographs: where, when, with what and by whom they were taken, remarks, and what hangs behind the picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from jianyi.documents.carried.thing import Carried, short
from jianyi.documents.pictures import (
    APPLICATIONS,
    COLOURS,
    COMMENT,
    EXIF,
    ORIENTATION,
    PAINTED,
    PNG,
    segments,
)
from jianyi.kit.unreadable import Unreadable


_TAGS = {
    0x010E: "图片说明", 0x010F: "相机或手机品牌", 0x0110: "相机或手机型号", 0x0131: "处理软件", 0x0132: "修改时间", 0x013B: "作者",
    0x8298: "版权人", 0x9003: "拍摄时间", 0x9C9D: "作者", 0x9C9C: "备注", 0xA430: "相机主人", 0xA431: "机身编号",
}  # fmt: skip
_PLACE, _FURTHER = 0x8825, 0x8769
_TEXT, _BYTES = 2, 1
_MAX_ENTRIES = 500
_BARE_JFIF = 18  # marker, length and fields of a JFIF head without a small picture
_SAID = {b"tEXt", b"zTXt", b"iTXt"}


def read(content: bytes, where: str) -> Iterator[Carried]:
    """What a JPEG or PNG carries; `where` names it in the sentences. Raises Unreadable: broken."""
    try:
        yield from _png(content, where) if content.startswith(PNG) else _jpeg(content, where)
    except (IndexError, ValueError) as broken:
        raise Unreadable("broken") from broken


def _jpeg(content: bytes, where: str) -> Iterator[Carried]:
    length = 2
    for marker, part in segments(content):
        length += len(part)
        yield from _jpeg_part(marker, part, where)
    if content[length:].strip(b"\x00\xff"):
        yield Carried(
            "picture", f"{where}在图像之后还附有其他数据（如动态照片），共 {len(content) - length} 字节。"
        )


def _jpeg_part(marker: int, part: bytes, where: str) -> Iterator[Carried]:
    told = part[4:]
    if marker == COMMENT:
        yield Carried("comment", f"{where}带有备注：{short(told.decode('utf-8', 'replace'))}。")
    elif marker == 0xE1 and told.startswith(EXIF):
        yield from exif(told[len(EXIF) :], where)
    elif marker == 0xE1:
        yield Carried("property", f"{where}带有 XMP 信息（可能含作者、地点、处理经过）。")
    elif marker in APPLICATIONS:
        yield from _of_an_application(marker, part, where)


def _of_an_application(marker: int, part: bytes, where: str) -> Iterator[Carried]:
    if not (marker in COLOURS and part[4:].startswith(COLOURS[marker])):
        yield Carried("property", f"{where}带有应用程序写入的附加信息。")
    elif marker == 0xE0 and len(part) > _BARE_JFIF:
        yield Carried("picture", f"{where}带有一张缩略图，可能是裁剪前的画面。")


def _png(content: bytes, where: str) -> Iterator[Carried]:
    at, kind = len(PNG), b""
    while kind != b"IEND":
        length, kind = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        if len(kind) < 4 or at + 12 + length > len(content):
            raise ValueError(at)
        yield from _png_part(kind, content[at + 8 : at + 8 + length], where)
        at += 12 + length
    if content[at:].strip(b"\x00"):
        yield Carried("picture", f"{where}在图像之后还附有其他数据，共 {len(content) - at} 字节。")


def _png_part(kind: bytes, told: bytes, where: str) -> Iterator[Carried]:
    if kind == b"eXIf":
        yield from exif(told, where)
    elif kind in _SAID:
        yield Carried("comment", f"{where}带有文字信息：{short(told.decode('utf-8', 'replace'))}。")
    elif kind not in PAINTED:
        yield Carried("property", f"{where}带有附加信息（{kind.decode('latin-1')}）。")


def exif(tiff: bytes, where: str) -> Iterator[Carried]:
    """What a camera wrote. Which way up alone is no news; what does not follow the form is said to be unclear."""
    if tiff[:2] not in (b"II", b"MM"):
        yield Carried("unclear", f"{where}带有读不出的拍摄信息。")
        return
    order: Literal["little", "big"] = "little" if tiff[:2] == b"II" else "big"
    first = int.from_bytes(tiff[4:8], order)
    tags = {tag for tag, _ in _entries(tiff, first, order)}
    if _PLACE in tags:
        yield Carried("place", f"{where}记有拍摄地点（GPS 定位）。")
    said = [line for line in _said(tiff, first, order)]
    if said:
        yield Carried("property", f"{where}记有拍摄信息：{'；'.join(said)}。")
    elif tags - {ORIENTATION, _PLACE}:
        yield Carried("property", f"{where}记有拍摄信息。")
    elif not tags or len(tiff) > _end(tiff, first, order):
        yield Carried("unclear", f"{where}带有读不出的拍摄信息。")


def _end(tiff: bytes, first: int, order: Literal["little", "big"]) -> int:
    return first + 2 + 12 * int.from_bytes(tiff[first : first + 2], order) + 4


def _entries(tiff: bytes, at: int, order: Literal["little", "big"]) -> Iterator[tuple[int, bytes]]:
    for number in range(min(int.from_bytes(tiff[at : at + 2], order), _MAX_ENTRIES)):
        entry = tiff[at + 2 + 12 * number : at + 14 + 12 * number]
        if len(entry) == 12:
            yield int.from_bytes(entry[:2], order), entry


def _said(tiff: bytes, first: int, order: Literal["little", "big"]) -> Iterator[str]:
    places = [first]
    for tag, entry in _entries(tiff, first, order):
        if tag == _FURTHER:
            places.append(int.from_bytes(entry[8:], order))
    for place in places:
        for tag, entry in _entries(tiff, place, order):
            if tag in _TAGS and (told := _words(tiff, entry, order)):
                yield f"{_TAGS[tag]} {told}"


def _words(tiff: bytes, entry: bytes, order: Literal["little", "big"]) -> str:
    form, amount = int.from_bytes(entry[2:4], order), int.from_bytes(entry[4:8], order)
    if form not in (_TEXT, _BYTES):
        return ""
    at = int.from_bytes(entry[8:], order)
    raw = entry[8 : 8 + amount] if amount <= 4 else tiff[at : at + min(amount, 400)]
    return short(raw.decode("utf-16-le" if form == _BYTES else "utf-8", "replace"))
