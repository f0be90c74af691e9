"""Plain text: .txt files, and what was pasted into a form."""

from __future__ import annotations

from jianyi.documents.reading.content import Text, text_of
from jianyi.kit.encoding import decode


def read(_name: str, content: bytes) -> Text:
    """The text of a .txt file in any usual Chinese charset."""
    decoded = decode(content)
    return text_of("txt", [decoded.text], warnings=decoded.warnings)


def pasted(text: str) -> Text:
    """Text that somebody typed or pasted, as if it had been read from a file."""
    return text_of("txt", [text])
