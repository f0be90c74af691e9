"""Editable .docx by python-docx: the official fonts by name, the page as GB/T 9704 sets it; the same data, the same bytes."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from io import BytesIO
from typing import Any

from docx import Document as new_document
from docx.shared import Mm, Pt

from .document import Document, Letter
from .laid import day_of, sm3
from .spelling import tidy
from .typesetting import NO_DAY, Drawn
from .word_letter import write_letter
from .word_sheet import write_sheet


# The oldest moment that a zip archive can hold.
LONG_AGO = (1980, 1, 1, 0, 0, 0)


def docx(document: Document) -> Drawn:
    """Needs no font here: Word and WPS have their own."""
    told = tidy(document)
    made = new_document()
    _plain(made)
    if isinstance(told, Letter):
        write_letter(made, told)
    else:
        write_sheet(made, told)
    _properties(made, told)
    content = _packed(made)
    return Drawn(content, sm3(content))


def _plain(made: Any) -> None:
    """The template's own type and spacing taken out of the way."""
    normal = made.styles["Normal"]
    normal.font.size = Pt(16)
    normal.paragraph_format.space_after = Pt(0)
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)


def _properties(made: Any, told: Document) -> None:
    """Nothing that differs from one run to the next."""
    day: date = day_of(told) or NO_DAY
    moment = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - the file format knows no zone
    known = made.core_properties
    known.title = "".join(told.title.split("\n"))[:255]
    known.author = (told.letterhead if isinstance(told, Letter) else told.footer.unit if told.footer else "")[
        :255
    ]
    known.created = known.modified = known.last_printed = moment
    known.last_modified_by, known.revision, known.comments = known.author, 1, ""
    known.version = told.template_version


def _packed(made: Any) -> bytes:
    """The archive once more, with one and the same moment at every part."""
    first, second = BytesIO(), BytesIO()
    made.save(first)
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(second, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            new.writestr(entry, old.read(name))
    return second.getvalue()
