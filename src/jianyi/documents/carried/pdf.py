"""PDF files: who made them, remarks on their pages, files and scripts inside, forms, layers, invisible text.

The library tells what it knows; what it does not tell is looked for in the bytes and in the unpacked streams, up to a limit.
"""

from __future__ import annotations

import ctypes
import re
import zlib
from collections import Counter
from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from jianyi.documents.carried.thing import Carried, short
from jianyi.kit.unreadable import Unreadable


MAX_PAGES = 300
_MAX_UNPACKED = 60 * 1024 * 1024
_MAX_SAID = 20
_MAX_OBJECTS = 50_000
_PROPERTIES = {
    "Author": "作者",
    "Title": "标题",
    "Subject": "主题",
    "Keywords": "关键词",
    "Creator": "制作程序",
}
_MARKS = {
    b"/OCProperties": ("hidden", "文件分有图层，其中可能有不显示的图层。"),
    b"/EmbeddedFile": ("inside", "文件里嵌有其他文件。"),
    b"/JavaScript": ("inside", "文件里有脚本。"),
    b"/PieceInfo": ("property", "文件里留有编辑程序的私有数据。"),
    b"<x:xmpmeta": ("property", "文件里有 XMP 信息（可能含作者、时间、处理经过）。"),
    b"/ByteRange": ("author", "文件里有电子签名，含签名人的证书。"),
    b"Exif\x00\x00": ("property", "文件里的图片带有拍摄信息。"),
}
_STREAM = re.compile(rb"stream\r?\n")
# Annotations that are how a page looks: links have no look of their own, fields and seals belong to the paper.
SEEN = {raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_STAMP}
_INVISIBLE = 3


def read(content: bytes) -> Iterator[Carried]:
    """What a PDF file carries. Raises Unreadable: encrypted, broken or pages."""
    document = opened(content)
    try:
        yield from _properties(document)
        yield from _whole(document, content)
        for number in range(len(document)):
            yield from _page(document[number], number + 1)
    except pdfium.PdfiumError as damage:
        raise Unreadable("broken") from damage
    finally:
        document.close()


def opened(content: bytes) -> pdfium.PdfDocument:
    """The document, to be closed by whoever asks. Raises Unreadable: encrypted, broken or pages."""
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as damage:
        raise Unreadable("encrypted" if "password" in str(damage).lower() else "broken") from damage
    if len(document) > MAX_PAGES:
        document.close()
        raise Unreadable("pages")
    return document


def _properties(document: pdfium.PdfDocument) -> Iterator[Carried]:
    for key, label in _PROPERTIES.items():
        if told := short(document.get_metadata_value(key)):
            yield Carried("author" if key == "Author" else "property", f"文件属性“{label}”：{told}。")


def _whole(document: pdfium.PdfDocument, content: bytes) -> Iterator[Carried]:
    for number in range(min(document.count_attachments(), _MAX_SAID)):
        yield Carried("inside", f"文件里附有文件：{short(document.get_attachment(number).get_name())}。")
    if document.get_formtype():
        yield Carried("inside", "文件是可填写的表单，字段里可能有看不见的数据。")
    yield from _bytes(content)


def _bytes(content: bytes) -> Iterator[Carried]:
    if content.count(b"%%EOF") > 1 and b"/Linearized" not in content[:2048]:
        yield Carried("revision", "文件经过增量保存，改动前的内容仍在文件里。")
    unpacked, is_whole = _unpacked(content)
    for mark, (kind, sentence) in _MARKS.items():
        if mark in content or mark in unpacked:
            yield Carried(kind, sentence)
    if not is_whole:
        yield Carried("unclear", "文件内部的数据过多，没有全部看完。")


def _unpacked(content: bytes) -> tuple[bytes, bool]:
    """The streams of the file, unpacked one after the other, and whether that is all of them."""
    parts, room = [], _MAX_UNPACKED
    for match in _STREAM.finditer(content):
        if room <= 0:
            return b"\n".join(parts), False
        try:
            part = zlib.decompressobj().decompress(
                content[match.end() : match.end() + 20 * 1024 * 1024], room
            )
        except zlib.error:
            continue
        room -= len(part) + 1024
        parts.append(part)
    return b"\n".join(parts), True


def _page(page: pdfium.PdfPage, number: int) -> Iterator[Carried]:
    for kind, told in _remarks(page):
        yield Carried("comment", f"第 {number} 页有{kind}{'：' + told if told else ''}。")
    unseen = Counter(_unseen(page))
    if unseen["invisible"]:
        yield Carried("hidden", f"第 {number} 页有看不见的文字（如扫描件后面的识别文字）。")
    if unseen["outside"]:
        yield Carried("hidden", f"第 {number} 页的版面之外还有内容。")
    page.close()


def _remarks(page: pdfium.PdfPage) -> Iterator[tuple[str, str]]:
    for number in range(min(raw.FPDFPage_GetAnnotCount(page), _MAX_SAID)):
        annotation = raw.FPDFPage_GetAnnot(page, number)
        sort = raw.FPDFAnnot_GetSubtype(annotation)
        author, told = _string(annotation, b"T"), _string(annotation, b"Contents")
        raw.FPDFPage_CloseAnnot(annotation)
        if sort == raw.FPDF_ANNOT_LINK:
            yield "链接", ""
        elif sort not in (raw.FPDF_ANNOT_POPUP, raw.FPDF_ANNOT_WIDGET):
            yield (f"批注（{author}）" if author else "批注或印章"), told


def _string(annotation: object, key: bytes) -> str:
    size = raw.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if not 2 < size < 100_000:
        return ""
    held = ctypes.create_string_buffer(size)
    raw.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(held, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return short(held.raw[: size - 2].decode("utf-16-le", "replace"))


def _unseen(page: pdfium.PdfPage) -> Iterator[str]:
    left, bottom, right, top = page.get_cropbox()
    for count, thing in enumerate(page.get_objects(max_depth=6)):
        if count > _MAX_OBJECTS:
            return
        if thing.type == raw.FPDF_PAGEOBJ_TEXT and raw.FPDFTextObj_GetTextRenderMode(thing.raw) == _INVISIBLE:
            yield "invisible"
        elif not thing.level:
            box = thing.get_bounds()
            if box[2] < left or box[0] > right or box[3] < bottom or box[1] > top:
                yield "outside"
