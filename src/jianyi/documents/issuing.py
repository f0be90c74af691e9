"""A paper drawn and stored, before any turn speaks of it: what is sent are these bytes, and a reprint is these bytes again."""

from __future__ import annotations

from dataclasses import dataclass

from . import store
from .letters.document import Document
from .letters.fonts import NoFonts
from .letters.laid import digest
from .letters.typesetting import pdf
from .letters.word import docx
from .models import File


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
    editable = store.keep(docx(document).content, name=f"{name}.docx", kind="docx", **owned)
    try:
        drawn = pdf(document)
    except NoFonts as none:
        return Issued(digest(document), editable, None, (str(none),))
    printed = store.keep(drawn.content, name=f"{name}.pdf", kind="pdf", **owned)
    return Issued(digest(document), editable, printed, drawn.warnings)
