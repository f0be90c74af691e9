"""What stands where in a PDF, in points from the upper left corner: characters by lines, filled rectangles."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import c_double, c_int, c_uint, create_string_buffer
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw


MM = 72 / 25.4


@dataclass(frozen=True)
class Glyph:
    """A drawn character: its ink from `left` to `right`, `top` to `bottom`; `start` is where its cell begins."""

    char: str
    size: float
    font: str
    red: bool
    start: float
    baseline: float
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True)
class Bar:
    """A filled rectangle or a line."""

    left: float
    right: float
    top: float
    bottom: float
    red: bool

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True)
class Line:
    """Characters upon one baseline, from left to right."""

    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        return "".join(glyph.char for glyph in self.glyphs)

    @property
    def baseline(self) -> float:
        return self.glyphs[0].baseline

    @property
    def left(self) -> float:
        return min(glyph.left for glyph in self.glyphs)

    @property
    def right(self) -> float:
        return max(glyph.right for glyph in self.glyphs)

    @property
    def top(self) -> float:
        return min(glyph.top for glyph in self.glyphs)

    @property
    def bottom(self) -> float:
        return max(glyph.bottom for glyph in self.glyphs)

    @property
    def size(self) -> float:
        return self.glyphs[0].size


@dataclass(frozen=True)
class Page:
    """`lines` from top to bottom."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    bars: tuple[Bar, ...]


def read(content: bytes) -> list[Page]:
    """Every page of the file."""
    file = pdfium.PdfDocument(content)
    try:
        return [_page(file[place], place + 1) for place in range(len(file))]
    finally:
        file.close()


def _page(page: Any, number: int) -> Page:
    wide, high = page.get_size()
    return Page(number, wide, high, tuple(_lines(_glyphs(page, high))), tuple(_bars(page, high)))


def _lines(glyphs: Iterator[Glyph]) -> Iterator[Line]:
    """Grouped by baseline, half a point apart or less."""
    ordered = sorted(glyphs, key=lambda glyph: (round(glyph.baseline * 2), glyph.start))
    for _, told in groupby(ordered, key=lambda glyph: round(glyph.baseline * 2)):
        yield Line(tuple(told))


def _glyphs(page: Any, high: float) -> Iterator[Glyph]:
    text = page.get_textpage()
    for place in range(text.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(text, place))
        size = raw.FPDFText_GetFontSize(text, place)
        # Spaces and line ends that the reader makes up have no size of their own.
        if char.isspace() or size <= 1:
            continue
        x, y = c_double(), c_double()
        raw.FPDFText_GetCharOrigin(text, place, x, y)
        left, bottom, right, top = text.get_charbox(place)
        yield Glyph(
            char, round(size, 2), _font(text, place), _is_red(raw.FPDFText_GetFillColor, text, place),
            x.value, high - y.value, left, right, high - top, high - bottom,
        )  # fmt: skip


def _font(text: Any, place: int) -> str:
    """Without the six letters that mark a part of a font."""
    told = create_string_buffer(128)
    raw.FPDFText_GetFontInfo(text, place, told, 128, c_int())
    return told.value.decode("utf-8", "replace").rpartition("+")[2]


def _bars(page: Any, high: float) -> Iterator[Bar]:
    for thing in page.get_objects(max_depth=3):
        if thing.type == raw.FPDF_PAGEOBJ_PATH:
            left, bottom, right, top = thing.get_bounds()
            red = _is_red(raw.FPDFPageObj_GetFillColor, thing)
            yield Bar(left, right, high - top, high - bottom, red)


def _is_red(ask: Any, *of: Any) -> bool:
    colours = [c_uint() for _ in range(4)]
    ask(*of, *colours)
    red, green, blue, _ = (colour.value for colour in colours)
    return bool(red > 150 and green < 80 and blue < 80)


def texts(content: bytes) -> Iterator[str]:
    """The bare text of each page from the last to the first, white space left out; much quicker than `read`."""
    file = pdfium.PdfDocument(content)
    try:
        for place in reversed(range(len(file))):
            yield "".join(file[place].get_textpage().get_text_bounded().split())
    finally:
        file.close()
