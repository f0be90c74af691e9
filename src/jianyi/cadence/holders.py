"""Who is told of a list: the unit's office, and the heads of the divisions that it speaks of."""

from collections.abc import Iterable
from typing import Any

from jianyi.procedure.facts.acting import Holder, Post
from jianyi.procedure.words import Capacity as C, Duty
from jianyi.turn.under import Under

from .models import Tally


def at_tally(capacity: C, subject: Any, under: Under) -> Iterable[Holder]:
    tally: Tally = subject
    match capacity:
        case C.UNIT_OFFICE:
            return [Post(Duty.UNIT_OFFICE, tally.unit_id)]
        case C.DIVISION_HEAD:
            spoken_of = dict.fromkeys(row["division"] for row in (*tally.rows, *tally.divisions))
            return [Post(Duty.DIVISION_HEAD, division) for division in spoken_of if division]
    return []
