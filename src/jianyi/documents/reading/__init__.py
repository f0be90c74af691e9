"""Reading the text of one file: `read(name, content)`, or `pasted(text)` for what was typed or pasted."""

from __future__ import annotations

from collections.abc import Callable

from jianyi.documents.guard import Unreadable, kind_of
from jianyi.documents.reading import doc, docx, html, pdf, plain, sheets
from jianyi.documents.reading.content import Text
from jianyi.documents.reading.plain import pasted


__all__ = ["Text", "pasted", "read"]

MAX_CHARACTERS = 500_000

_READERS: dict[str, Callable[[str, bytes], Text]] = {
    "docx": docx.read,
    "doc": doc.read,
    "html": html.read,
    "pdf": pdf.read,
    "txt": plain.read,
    "xlsx": sheets.read,
    "xls": sheets.read,
    "csv": sheets.read,
}


def read(name: str, content: bytes) -> Text:
    """The text of a file, as clean lines in reading order (tables: one line a row, cells parted by tabs).

    Raises Unreadable, whose `sentence` tells the user what is the matter and what to do.
    """
    text = _READERS[kind_of(name, content)](name, content)
    if not text.lines:
        raise Unreadable("no_text")
    if sum(map(len, text.lines)) > MAX_CHARACTERS:
        raise Unreadable("long")
    return text
