"""What the reader's own house noted on a row (F23: 备注)."""

from ..models import Note
from ..sight import may_see_note
from .column import Column, Group, Rows, Told


def _noted(rows: Rows) -> Told:
    """Of somebody who works in two houses both."""
    found = Note.objects.filter(
        may_see_note(rows.by), congress_id=rows.by.congress, handling_id__in=rows.numbers
    )
    told: dict[int, list[str]] = {}
    for row in found.exclude(text="").order_by("id").only("congress_id", "handling_id", "text", "stage"):
        told.setdefault(row.handling_id, []).append(row.text)
    return {number: {"note": "；".join(texts)} for number, texts in told.items()}


NOTED = Group("noted", "备注", (Column("note", "备注", 26),), _noted, inside=True)
