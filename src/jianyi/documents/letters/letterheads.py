"""A unit's letterhead: really a picture, of a sane size, or a sentence that says what to bring instead."""

from __future__ import annotations

import json
from struct import error, unpack, unpack_from

import typst

from .document import Picture


MAX_BYTES = 1024 * 1024
SHORTEST, LONGEST = 16, 4000
DRAWING = b"#image(bytes(json(bytes(sys.inputs.data))), width: 10pt)"
BROKEN = "这张图片已损坏，读不出尺寸。请重新导出后再上传。"


class BadLetterhead(ValueError):
    """The sentence says what is wrong and what to do."""


def checked(content: bytes) -> Picture:
    """The picture with its size in pixels. Raises BadLetterhead."""
    known = looked_at(content)
    _draw(content)
    return known


def looked_at(content: bytes) -> Picture:
    """The same for one that was checked when it came in: it is not drawn once more. Raises BadLetterhead."""
    if len(content) > MAX_BYTES:
        raise BadLetterhead(f"信头图片有 {len(content) / 1024 / 1024:.1f} MB，超过 1 MB。请缩小后再上传。")
    kind = _kind(content)
    try:
        wide, high = _png_size(content) if kind == "png" else _jpeg_size(content)
    except (error, IndexError) as broken:
        raise BadLetterhead(BROKEN) from broken
    if not (SHORTEST <= wide <= LONGEST and SHORTEST <= high <= LONGEST):
        raise BadLetterhead(
            f"信头图片是 {wide}×{high} 像素，每边须在 {SHORTEST} 至 {LONGEST} 像素之间。请调整后再上传。"
        )
    if high > wide:
        raise BadLetterhead(
            f"信头图片是 {wide}×{high} 像素，高大于宽。信头应是一行横排的发文机关标志，请裁剪后再上传。"
        )
    return Picture(content, kind, wide, high)  # type: ignore[arg-type]


def _draw(content: bytes) -> None:
    """A header may be right and the rest broken: only drawing shows it."""
    told = json.dumps(list(content))
    try:
        typst.compile(DRAWING, ignore_system_fonts=True, sys_inputs={"data": told})
    except typst.TypstError as broken:
        raise BadLetterhead(BROKEN) from broken


def _kind(content: bytes) -> str:
    if content.startswith(b"\x89PNG\r\n\x1a\n") and content[12:16] == b"IHDR":
        return "png"
    if content.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    raise BadLetterhead("这不是图片。信头请用 PNG 或 JPEG 图片（按内容识别，不看文件名后缀）。")


def _png_size(content: bytes) -> tuple[int, int]:
    """From the header; a picture that was cut off has no end."""
    if b"IEND" not in content[-16:]:
        raise BadLetterhead(BROKEN)
    return unpack(">II", content[16:24])


def _jpeg_size(content: bytes) -> tuple[int, int]:
    """From the frame header: any SOFn but the tables that share its range."""
    place = 2
    while content[place] == 0xFF:
        mark, size = unpack_from(">BH", content, place + 1)
        if 0xC0 <= mark <= 0xCF and mark not in (0xC4, 0xC8, 0xCC):
            high, wide = unpack_from(">HH", content, place + 5)
            return wide, high
        place += 2 + size
    raise BadLetterhead(BROKEN)
