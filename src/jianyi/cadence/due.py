"""What the clock does for the rhythm: takes the lists whose day has come.

Of lists that were missed while the clock stood still only the latest is taken: it tells what has moved since the last one. The
figures of a month are told for every month, late if they must be, and say when they were taken.
"""

from collections.abc import Iterator
from datetime import date

from jianyi.kit import clock
from jianyi.parties.models import Organisation
from jianyi.procedure import words as w
from jianyi.procedure.calendar import ONE, calendar
from jianyi.procedure.words import Beat
from jianyi.turn.door import tick

from .facts import rhythm_of
from .models import Tally


def due_tallies() -> Iterator[Tally]:
    """Unsaved, in the order of their days."""
    units = (
        Organisation.objects.filter(stage=w.Organisation.ACTIVE, rule__rhythm__isnull=False)
        .exclude(rule__rhythm=None)
        .order_by("id")
    )
    for unit in units:
        there = set(
            Tally.objects.filter(congress_id=unit.congress_id, unit_id=unit.id).values_list("beat", "day")
        )
        for beat, day in _days(unit, there):
            if (beat, day) not in there:
                yield Tally.due(unit, beat, day)


def _days(unit: Organisation, there: set[tuple[Beat, date]]) -> Iterator[tuple[Beat, date]]:
    rhythm, today, days = rhythm_of(unit.rule), clock.today(), calendar()
    for beat in Beat:
        last = rhythm.last(beat, today, days)
        missed = [last] if last else []
        if beat is Beat.ASSESSMENT and last:
            missed = _months(unit, last, there)
        yield from ((beat, day) for day in missed)


def _months(unit: Organisation, last: date, there: set[tuple[Beat, date]]) -> list[date]:
    """Every assessment day since the last one that was taken, oldest first; the first time only the latest."""
    rhythm, days = rhythm_of(unit.rule), calendar()
    taken = [day for beat, day in there if beat is Beat.ASSESSMENT]
    found = [last]
    while taken and (before := rhythm.last(Beat.ASSESSMENT, found[0] - ONE, days)) and before > max(taken):
        found.insert(0, before)
    return found


def tick_all() -> int:
    """Take every list that is due; answers how many lines were written."""
    return sum(tick(tally) for tally in due_tallies())
