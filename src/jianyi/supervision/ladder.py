"""How far up the ladder each handling has come: from the letters and documents about it, and from circulars that name it.

What a unit does inside and what others do to it are two ladders: neither rests on what the other must not know."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from jianyi.procedure import words as w

from . import circulated
from .models import COUNTED, OPEN, UNSEEN, VOID, Line, Measure


@dataclass(frozen=True)
class Rung:
    """One document: `level` from 1 to 5; `unit`: inside which unit, 0 between houses; `over`: closed as not corrected, or past its day."""

    handling: int
    level: int
    number: str
    day: date
    unit: int
    over: bool


def rungs(
    congress: int, handlings: Collection[int], today: date, *, urged: Q, drawn: Q
) -> dict[int, list[Rung]]:
    """handling → its documents that were issued and stand, the lowest first. `urged`, `drawn`: which letters and which measures count
    for whoever asks."""
    found: dict[int, list[Rung]] = defaultdict(list)
    rows = [
        *_letters(congress, handlings, today, urged),
        *(
            Rung(row.handling, 2, row.number, row.day, row.unit, (row.due or row.day) < today)
            for row in circulated.circulars(congress, handlings)
        ),
        *_documents(congress, handlings, today, drawn),
    ]
    for row in rows:
        found[row.handling].append(row)
    return {number: sorted(each, key=lambda row: (row.level, row.day)) for number, each in found.items()}


def _letters(congress: int, handlings: Collection[int], today: date, urged: Q) -> Iterator[Rung]:
    rows = Line.objects.filter(congress_id=congress, handling_id__in=list(handlings))
    seen = set()
    for row in rows.filter(urged).select_related("root").order_by("id"):
        letter = row.root
        if letter.stage not in COUNTED or (row.handling_id, letter.id) in seen:
            continue
        seen.add((row.handling_id, letter.id))
        late = letter.stage in OPEN and letter.due is not None and letter.due < today
        over = letter.stage is w.Urging.UNCORRECTED or late
        yield Rung(row.handling_id, 1, letter.number, letter.issued_on, letter.inside, over)


def _documents(congress: int, handlings: Collection[int], today: date, drawn: Q) -> Iterator[Rung]:
    rows = Measure.objects.filter(congress_id=congress, handling_id__in=list(handlings)).filter(drawn)
    rows = rows.exclude(rung="notice")
    for row in rows.exclude(stage__in=[*UNSEEN, *VOID]).order_by("id"):
        ended = row.stage in (w.Measure.CORRECTED, w.Measure.DECIDED)
        past = row.due is None or row.due < today
        over = row.stage is w.Measure.UNCORRECTED or (past and not ended)
        yield Rung(
            row.handling_id, row.level, row.board or row.number, row.issued_on or today, row.inside, over
        )


def below(measure: Measure, today: date) -> list[Rung]:
    """What a document of the ladder may rest on: of the same side, the unit's own or that between houses."""
    inner = measure.unit_id if measure.is_inner else 0
    urged = Q(root__way="inner") if inner else ~Q(root__way="inner")
    drawn = (Q(way="inner") if inner else ~Q(way="inner")) & ~Q(id=measure.id)
    found = rungs(measure.congress_id, [measure.handling_id], today, urged=urged, drawn=drawn)
    return [row for row in found.get(measure.handling_id, []) if row.unit == inner]
