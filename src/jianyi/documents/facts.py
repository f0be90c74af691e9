"""What the procedure asks about stored files, answered."""

from typing import Any

from jianyi.procedure.facts.parties import Pictures
from jianyi.turn.under import Under

from .models import File


LETTERHEAD = "letterhead"


def pictures(organisation: Any, under: Under) -> Pictures:
    """Only what letterheads.checked() let in is stored under this kind."""
    rows = File.objects.filter(congress_id=organisation.congress_id, kind=LETTERHEAD)
    return Pictures(frozenset(rows.values_list("digest", flat=True)))
