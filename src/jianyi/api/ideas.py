"""A golden idea of a case."""

from datetime import date

from .shapes import Part


class Idea(Part):
    """A golden idea: `reason`: how it is studied or why it is set aside; `landing`: plan, project or daily work, `title` of
    it, `document` in which it is found."""

    handling: str
    contact: str
    text: str
    reason: str
    landing: str
    title: str
    document: str
    decided_on: date | None
