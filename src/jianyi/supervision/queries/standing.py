"""How far each handling has come: how often it was urged, which rung it stands on; for one page or for a whole ledger."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from jianyi.cases.models import Handling
from jianyi.cases.queries.files import CaseFile
from jianyi.cases.sight import may_see_handling
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import RUNGS

from ..ladder import Rung, rungs
from ..models import Measure, Plea, Urging
from ..sight import may_see_measure, may_see_urging


CIRCULAR = list(RUNGS).index("circular") + 1


@dataclass(frozen=True)
class Standing:
    """Of one handling: `urged` times, the last `on` a day; `rung` from 0 to 5, and what it is called; `documents`: lowest first."""

    handling: int
    urged: int = 0
    on: date | None = None
    rung: int = 0
    documents: tuple[Rung, ...] = ()

    @property
    def label(self) -> str:
        return list(RUNGS.values())[self.rung - 1] if self.rung else ""


def standing(handlings: Collection[int], *, by: Actor) -> dict[int, Standing]:
    """handling → how it stands, as far as this actor may know: four questions, however many handlings are asked for. What is not in
    the answer was never urged."""
    letters = Urging.objects.filter(may_see_urging(by)).values("id")
    drawn = Q(id__in=Measure.objects.filter(may_see_measure(by)).values("id"))
    found = rungs(by.congress, handlings, clock.today(), urged=Q(root_id__in=letters), drawn=drawn)
    inside, named = {0, *by.houses}, _named(found, by)
    return _summed(
        {
            number: [row for row in rows if row.unit in inside and (row.level != CIRCULAR or number in named)]
            for number, rows in found.items()
        }
    )


def _named(found: dict[int, list[Rung]], by: Actor) -> set[int]:
    """Of what circulars name, the handlings that this actor may see: a circular itself is not asked who reads it."""
    numbers = [number for number, rows in found.items() if any(row.level == CIRCULAR for row in rows)]
    if not numbers:
        return set()
    rows = Handling.objects.filter(may_see_handling(by), congress_id=by.congress, id__in=numbers)
    return set(rows.values_list("id", flat=True))


def _summed(found: dict[int, list[Rung]]) -> dict[int, Standing]:
    told = {}
    for number, rows in found.items():
        urged = [row for row in rows if row.level == 1]
        if rows:
            last = max((row.day for row in urged), default=None)
            told[number] = Standing(number, len(urged), last, max(row.level for row in rows), tuple(rows))
    return told


@dataclass(frozen=True)
class OfUnit:
    """One unit's part of a suggestion, and how it stands."""

    unit: str
    standing: Standing


@dataclass(frozen=True)
class Supervised:
    """On the page of one suggestion. `pleas`: what the deputies asked for."""

    units: list[OfUnit]
    pleas: list[Plea]


def of_case(file: CaseFile) -> Supervised:
    """For its proposers that a unit was urged, and how often; papers of it nobody reads here."""
    rows = {row.id: row for row in file.handlings if row.stage is not w.Handling.NAMED}
    found = _told_deputies(rows) if file.is_proposer and not file.by.posts else standing(rows, by=file.by)
    units = [OfUnit(rows[number].unit.known_as, each) for number, each in found.items() if number in rows]
    return Supervised(units, pleas(file))


def _told_deputies(rows: dict[int, Handling]) -> dict[int, Standing]:
    """What went between houses; what concerns a person alone is not told."""
    congress = next((row.congress_id for row in rows.values()), 0)
    outer = rungs(
        congress, rows, clock.today(), urged=~Q(root__way="inner"), drawn=~Q(way="inner") & ~Q(rung="accountability")
    )  # fmt: skip
    kept = {number: [row for row in each if not row.unit] for number, each in outer.items()}
    return {
        number: Standing(number, each.urged, each.on, each.rung) for number, each in _summed(kept).items()
    }


def pleas(file: CaseFile) -> list[Plea]:
    """What its deputies asked for: for the proposers and the congress's own bodies."""
    if not (file.is_proposer or file.office):
        return []
    rows = Plea.objects.filter(congress_id=file.case.congress_id, root_id=file.case.id)
    return list(rows.exclude(stage=w.Plea.NEW).order_by("id"))
