"""What a turn about something else relies on: units that are in use, and stay so until it is over."""

from collections.abc import Iterable

from jianyi.procedure import words
from jianyi.procedure.refusals import Changed, Code

from .models import Organisation


def rely_on(congress: int, units: Iterable[int]) -> None:
    """A unit is abolished under the lock of its own row and asks then what is with it. Whoever gives it something takes the same
    lock first, so that of the two at one moment one sees the other. Raises Changed where a unit is in use no more."""
    rows = Organisation.objects.select_for_update(no_key=True).filter(congress_id=congress, id__in=set(units))
    gone = [row.name for row in rows.order_by("id") if row.stage is not words.Organisation.ACTIVE]
    if gone:
        raise Changed(Code.CHANGED_MEANWHILE, f"{'、'.join(gone)}刚刚撤销：请改选在用的承办单位。")
