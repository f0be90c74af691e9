"""Turning the lines of a file into a suggestion or a reply, and the rows of a list into entries.

`recognise` never raises: what it cannot find stays empty and gets a sentence in `warnings`, because a
person looks over every import before it is kept.
"""

from __future__ import annotations

from jianyi.documents.reading.content import Text
from jianyi.documents.recognition import reply, suggestion
from jianyi.documents.recognition.letter import Letter
from jianyi.documents.recognition.lines import letter_lines
from jianyi.documents.recognition.table import Row, rows


__all__ = ["Letter", "Row", "recognise", "rows"]


def recognise(text: Text) -> Letter:
    """The suggestion or the reply that `text` holds. Fields that are not printed stay empty."""
    lines = letter_lines(text.lines)
    if reply.looks_like(lines, text.title):
        return reply.parse(lines, text.title, text.warnings)
    return suggestion.parse(lines, text.title, text.warnings)
