"""PDF files with a text layer: visual lines are put together into paragraphs again.

A line goes on in the next one when it reaches the right edge of the text and the next one begins at the
left edge; an indented, centred or short line stands alone. Page numbers are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from jianyi.documents.guard import Unreadable
from jianyi.documents.reading.content import Text, text_of
from jianyi.kit.text import fold


MAX_PAGES = 300
_PAGE_NUMBER = re.compile(
    r"[-—–－―\s·]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[/共]\s*(?:共\s*)?\d{1,3}\s*页?)?[-—–－―\s·]*"
)
_HAN = "⺀-鿿，。；：、（）《》“”〔〕"
_WORD = re.compile(r"[\x21-\x7e]+")
_SALUTATION = re.compile(r"[^。,;]{2,80}(?:代表|委员|同志|组)[^。]{0,3}:\s*$")
_TITLE_END = re.compile(r"(?:答\s*复|复\s*函|回\s*复|答\s*复\s*函|建\s*议|提\s*案)$")
_TEXT_START = re.compile(r"您|你|贵|现将|尊敬|类\s*别|编\s*号")
# Typesetting spaces between Han characters and digits; before a long number (a telephone) they are kept.
_SET_APART = re.compile(f"(?<=[{_HAN}]) (?=[A-Za-z0-9])(?!\\d{{7}})|(?<=[A-Za-z0-9]) (?=[{_HAN}])")
_BETWEEN = re.compile(f"(?<=[{_HAN}]) +(?=[{_HAN}])")


@dataclass(frozen=True)
class _Line:
    text: str
    left: float
    right: float
    size: float  # height of the letters, about the width of one Han character
    page: float = 0  # width of the page


def read(_name: str, content: bytes) -> Text:
    """The text of a PDF file. Raises Unreadable: encrypted, broken, pages, or scan when it has no text."""
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as damage:
        raise Unreadable("encrypted" if "password" in str(damage).lower() else "broken") from damage
    try:
        if len(document) > MAX_PAGES:
            raise Unreadable("pages")
        paragraphs = _paragraphs(_all_lines(document))
    except pdfium.PdfiumError as damage:
        raise Unreadable("broken") from damage
    finally:
        document.close()
    if not any(re.search(r"\w", line) for line in paragraphs):
        raise Unreadable("scan")
    return text_of("pdf", paragraphs)


def _all_lines(document: pdfium.PdfDocument) -> list[_Line]:
    lines: list[_Line] = []
    for page in document:
        text_page = page.get_textpage()
        found = list(_lines(text_page, page.get_width()))
        # A page number is the first or the last thing on a page; a lone number elsewhere is text.
        for end in (0, -1):
            if found and _PAGE_NUMBER.fullmatch(fold(found[end].text)):
                found.pop(end)
        lines += found
        text_page.close()
        page.close()
    return lines


def _lines(text_page: pdfium.PdfTextPage, width: float) -> Iterator[_Line]:
    at = 0
    for text in re.split("(\r\n|\r|\n)", text_page.get_text_range()):
        if text.strip():
            boxes = [box for box in (_box(text_page, at + step) for step in _ends(text)) if box]
            yield _line(text, boxes, width)
        at += len(text)


def _ends(text: str) -> tuple[int, int]:
    return len(text) - len(text.lstrip()), len(text.rstrip()) - 1


def _box(text_page: pdfium.PdfTextPage, index: int) -> tuple[float, float, float] | None:
    if not 0 <= index < text_page.count_chars():
        return None
    left, _, right, _ = text_page.get_charbox(index, loose=True)
    size = raw.FPDFText_GetFontSize(text_page.raw, index)
    return left, right, size


def _line(text: str, boxes: list[tuple[float, float, float]], page: float) -> _Line:
    if not boxes:
        return _Line(text.strip(), 0, 0, 0)
    return _Line(text.strip(), boxes[0][0], boxes[-1][1], max(box[2] for box in boxes), page)


def _paragraphs(lines: list[_Line]) -> list[str]:
    if not lines:
        return []
    left, right = _margins(lines)
    paragraphs = [lines[0].text]
    for before, line in zip(lines, lines[1:], strict=False):
        if _goes_on(before, line, left, right):
            paragraphs[-1] = _join(paragraphs[-1], line.text)
        else:
            paragraphs.append(line.text)
    return [_SET_APART.sub("", _BETWEEN.sub(" ", paragraph)) for paragraph in paragraphs]


def _margins(lines: list[_Line]) -> tuple[float, float]:
    """Where the text begins and ends across the page. One longest line alone proves no right margin: then
    it is taken to be as wide as the left one."""
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    full = sum(line.right > right - 1.5 * line.size for line in lines)
    return left, right if full > 1 else max(right, lines[0].page - left)


def _goes_on(before: _Line, line: _Line, left: float, right: float) -> bool:
    size = max(before.size, line.size, 6)
    # A number or a word that did not fit any more leaves more room than one character.
    word = _WORD.match(fold(line.text))
    room = (2 + 0.55 * (word.end() if word else 0)) * size
    full = before.right > right - room
    flush = line.left < left + size
    alike = abs(before.size - line.size) < 0.2 * size
    return full and flush and alike and not _parted(before, line, left, right)


def _parted(before: _Line, line: _Line, left: float, right: float) -> bool:
    """Whether two lines are a title and what follows it, however full the title's line is."""
    margin = before.left - left
    centred = margin > 0.5 * before.size and abs(margin - (right - before.right)) < 0.6 * before.size
    titled = _TITLE_END.search(fold(before.text)) and _TEXT_START.match(fold(line.text))
    return centred or bool(titled) or bool(_SALUTATION.match(fold(line.text)))


def _join(start: str, rest: str) -> str:
    spaced = re.search(r"[A-Za-z0-9,.]$", start) and re.match(r"[A-Za-z]", rest)
    return f"{start} {rest}" if spaced else start + rest
