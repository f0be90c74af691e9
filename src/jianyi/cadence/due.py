"""What the clock does for the rhythm: takes the lists whose day has come.

Of lists that were missed while the clock stood still only the latest is taken: it tells what has moved since the last one. The
figures of a month are told for every month, late if they must be, and say when they were taken.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery

from jianyi.kit import clock
from jianyi.parties.models import Organisation
from jianyi.procedure import words as w
from jianyi.procedure.calendar import ONE, Calendar
from jianyi.procedure.refusals import Changed
from jianyi.procedure.rhythm import Rhythm
from jianyi.procedure.words import Beat
from jianyi.turn.days import days_of
from jianyi.turn.door import tick
from jianyi.turn.ticking import in_turn

from .facts import rhythm_of
from .models import Tally


def due_tallies() -> Iterator[Tally]:
    """Unsaved, unit by unit in the order of their days. Two questions for all units together, both along the lists of each
    unit: what was taken in years is not looked through each minute."""
    own = Tally.objects.filter(congress_id=OuterRef("congress_id"), unit_id=OuterRef("id"))
    last = own.filter(beat=Beat.ASSESSMENT).order_by("-day").values("day")[:1]
    units = Organisation.objects.filter(stage=w.Organisation.ACTIVE, rule__rhythm__isnull=False)
    wanted = [
        (unit, beat, day)
        for unit in units.exclude(rule__rhythm=None).annotate(assessed=Subquery(last)).order_by("id")
        for beat, day in _days(rhythm_of(unit.rule), days_of(unit.congress_id), unit.assessed)
    ]
    there = {
        (row.unit_id, row.beat, row.day)
        for row in _taken_of(wanted).only("congress_id", "unit_id", "beat", "day")
    }
    yield from (Tally.due(unit, beat, day) for unit, beat, day in wanted if (unit.id, beat, day) not in there)


def _taken_of(wanted: Sequence[tuple[Organisation, Beat, date]]) -> QuerySet[Tally]:
    """Those of these units and days that there are."""
    return Tally.objects.filter(
        congress_id__in={unit.congress_id for unit, _, _ in wanted}, unit_id__in={unit.id for unit, _, _ in wanted},
        day__in={day for _, _, day in wanted},
    )  # fmt: skip


def _days(rhythm: Rhythm, days: Calendar, assessed: date | None) -> Iterator[tuple[Beat, date]]:
    today = clock.today()
    for beat in Beat:
        last = rhythm.last(beat, today, days)
        if last is None:
            continue
        found = _months(rhythm, days, last, assessed) if beat is Beat.ASSESSMENT else [last]
        yield from ((beat, day) for day in found)


def _months(rhythm: Rhythm, days: Calendar, last: date, assessed: date | None) -> list[date]:
    """Every assessment day since the last one that was taken, oldest first; the first time only the latest."""
    found = [last]
    while assessed and (before := rhythm.last(Beat.ASSESSMENT, found[0] - ONE, days)) and before > assessed:
        found.insert(0, before)
    return found


def _taken(tally: Tally) -> int:
    """Another clock that was quicker has taken it: there is one of a kind a day."""
    try:
        return tick(tally)
    except Changed:
        same = Tally.objects.filter(congress_id=tally.congress_id, unit_id=tally.unit_id, beat=tally.beat)
        if same.filter(day=tally.day).exists():
            return 0
        raise


def _called(tally: Tally) -> str:
    return f"{tally.beat.value} {tally.day} organisation/{tally.unit_id}"


def tick_all() -> int:
    """Take every list that is due; answers how many lines were written."""
    return in_turn(due_tallies(), _taken, _called)
