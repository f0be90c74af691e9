"""A paper drawn and stored, before any turn speaks of it: what is sent are these bytes, and a reprint is these bytes again."""

from __future__ import annotations

from dataclasses import dataclass

from . import store
from .letters import fonts
from .letters.document import Document
from .letters.fonts import NoFonts
from .letters.laid import digest
from .letters.spelling import spelled, tidy
from .letters.typesetting import pdf
from .letters.word import docx
from .models import File


DRAWING = {"pdf": pdf, "docx": docx}


@dataclass(frozen=True)
class Issued:
    """`data`: SM3 of the data set; the files carry that of their bytes. Without a font there is no PDF yet, and `told` says so."""

    data: str
    docx: File
    pdf: File | None
    told: tuple[str, ...] = ()


def issued(document: Document, *, name: str, congress: int, owner: int) -> Issued:
    """Call it outside a turn: drawing takes tens of milliseconds, a long letter seconds."""
    owned = {"congress": congress, "owner": owner}
    editable = kept(document, "docx", name=name, **owned)
    try:
        printed = kept(document, "pdf", name=name, **owned)
    except NoFonts as none:
        return Issued(digest(document), editable, None, (str(none),))
    return Issued(digest(document), editable, printed, warnings(document))


def kept(document: Document, kind: str, *, name: str, congress: int, owner: int) -> File:
    """One file of it, drawn and stored. Raises NoFonts for a PDF."""
    content = DRAWING[kind](document).content
    return store.keep(content, name=f"{name}.{kind}", kind=kind, congress=congress, owner=owner)


def warnings(document: Document) -> tuple[str, ...]:
    """What a reader is told before printing: characters that no font has, or that there is no font."""
    try:
        return spelled(tidy(document), fonts.fonts().has).warnings
    except NoFonts as none:
        return (str(none),)
