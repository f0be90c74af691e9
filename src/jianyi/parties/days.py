"""The arrangements of the days: entered, and told to whoever counts days."""

from collections.abc import Iterable

from jianyi.procedure import words
from jianyi.procedure.calendar import Year

from .models import Arrangement


def in_force(congress: int) -> Iterable[Year]:
    """Those of a congress that count now; of two editions of a year the later one."""
    rows = Arrangement.objects.filter(congress_id=congress, stage=words.Arrangement.IN_FORCE)
    return [row.as_year for row in rows.order_by("year", "id")]


def edition(name: str) -> Year | None:
    """One by its name, also where it is replaced since."""
    if not (name.startswith("r") and name[1:].isdigit()):
        return None
    found = Arrangement.objects.filter(id=int(name[1:])).first()
    return found.as_year if found else None
