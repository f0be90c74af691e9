"""The lists of a unit, newest first; one of them as far as a reader may see it; on which days the next ones fall."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from jianyi.kit import clock
from jianyi.kit.pages import Page, page
from jianyi.parties.models import Organisation
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Beat
from jianyi.procedure.words.duties import IN_DIVISION
from jianyi.turn.days import days_of

from ..facts import rhythm_of
from ..models import MEASURES, Tally
from ..sight import is_whole, may_see, units


SIZE = 30


@dataclass(frozen=True)
class Share:
    """Of one measure: how many were in time, of how many."""

    label: str
    numerator: int
    denominator: int


class TallyFile:
    """A list through the eyes of one reader: a division reads what concerns it."""

    def __init__(self, tally: Tally, by: Actor) -> None:
        self.tally, self.by = tally, by

    @cached_property
    def is_whole(self) -> bool:
        return is_whole(self.by, self.tally)

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        return [row for row in self.tally.rows if self._concerns(row)]

    @cached_property
    def divisions(self) -> list[tuple[str, list[Share]]]:
        """Division → its share of each measure."""
        rows = [row for row in self.tally.divisions if self._concerns(row)]
        return [(row["name"], [Share(label, *row[name]) for name, label in MEASURES.items()]) for row in rows]

    @cached_property
    def lights(self) -> dict[str, int]:
        """How many lag, have something due, do neither."""
        found = dict.fromkeys(("red", "yellow", "green"), 0)
        for row in self.rows:
            found[row["light"]] += 1
        return found

    def _concerns(self, row: dict[str, Any]) -> bool:
        return self.is_whole or row["division"] in self.by.where(*IN_DIVISION)


def tallies(
    *, by: Actor, beat: Beat | None = None, after: str = "", before: str = "", size: int = SIZE
) -> Page:
    rows = Tally.objects.filter(may_see(by))
    rows = rows.filter(beat=beat) if beat else rows
    return page(rows.select_related("unit"), ("day", "id"), size, after=after, before=before, newest=True)


def file(number: int, *, by: Actor) -> TallyFile | None:
    found = Tally.objects.filter(may_see(by), id=number).select_related("unit").first()
    return TallyFile(found, by) if found else None


def ahead(*, by: Actor) -> list[tuple[str, Beat, date]]:
    """(unit, beat, day) of the next lists of the actor's units, the nearest first."""
    rows = Organisation.objects.filter(congress_id=by.congress, id__in=sorted(units(by)))
    today, days = clock.today(), days_of(by.congress)
    found = [
        (row.name, beat, day)
        for row in rows
        for beat in Beat
        if (day := rhythm_of(row.rule).next(beat, today, days))
    ]
    return sorted(found, key=lambda each: each[2])


def named(numbers: set[int], *, by: Actor) -> dict[int, tuple[str, str, bool]]:
    """root → number, title, whether the actor may open it: for notices."""
    rows = Tally.objects.filter(may_see(by), id__in=numbers).defer("facts")
    return {row.id: ("", row.title, True) for row in rows}
