"""Personal data in what is to be published: found and marked for a person, who decides, and taken out where they say so.

Pure Python, no database: a text in, spans out.
"""

from jianyi.publication.personal.finding import find
from jianyi.publication.personal.redacting import redact
from jianyi.publication.personal.spans import KINDS, Known, Span


__all__ = ["KINDS", "Known", "Span", "find", "redact"]
