"""PDF by Typst: the template is ours, the data go in as JSON, so no text of a user is ever read as markup."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

import typst

from . import fonts, pages
from .document import Document, Letter, Paragraph
from .laid import day_of, laid, sm3
from .spelling import spelled, tidy
from .wording import long_day


TEMPLATES = Path(__file__).parent / "typst"
# Papers without a day of their own still need one fixed moment in the file.
NO_DAY = date(2026, 1, 1)
# As many characters of a last paragraph go with the signature from the start: three lines.
SHORT = 84
PAGE_NUMBER = re.compile(r"^—\d+—")
_compiling = Lock()


@dataclass(frozen=True)
class Drawn:
    """The file, its SM3, and sentences about characters that no font has."""

    content: bytes
    digest: str
    warnings: tuple[str, ...] = ()


def pdf(document: Document, having: fonts.Fonts | None = None) -> Drawn:
    """The same data and fonts give the same bytes. Raises fonts.NoFonts when there is no Chinese font."""
    having = having or fonts.fonts()
    written = spelled(tidy(document), having.has)
    content = _drawn(written.document, having, keep=False)
    if _has_long_end(written.document) and _signed_alone(content, written.document):
        content = _drawn(written.document, having, keep=True)
    return Drawn(content, sm3(content), written.warnings)


def _drawn(document: Document, having: fonts.Fonts, *, keep: bool) -> bytes:
    name = "letter.typ" if isinstance(document, Letter) else "sheet.typ"
    told: dict[str, Any] = {**laid(document), "faces": having.faces, "keep": keep, "short": SHORT}
    with _compiling:
        made = _compiler(having).compile(
            input=str(TEMPLATES / name),
            sys_inputs={"data": json.dumps(told, ensure_ascii=False)},
            timestamp=_moment(document),
        )
    return bytes(made)


@cache
def _compiler(having: fonts.Fonts) -> Any:
    return typst.Compiler(root=str(TEMPLATES), font_paths=having.typst)


def _moment(document: Document) -> datetime:
    day = day_of(document) or NO_DAY
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _signed_alone(content: bytes, letter: Letter) -> bool:
    """Whether nothing of the text stands on the page of the day, before the names and the day."""
    day = long_day(letter.closing.day)
    for text in pages.texts(content):
        before, found, _ = text.rpartition(day)
        if found:
            for unit in letter.closing.units:
                before = before.replace("".join(unit.split()), "")
            return bool(day) and not PAGE_NUMBER.sub("", before)
    return False


def _has_long_end(document: Document) -> bool:
    """The template itself keeps a short last paragraph with the signature."""
    last = document.body[-1] if isinstance(document, Letter) and document.body else None
    return isinstance(last, Paragraph) and (len(last.text) > SHORT or "\n" in last.text)
