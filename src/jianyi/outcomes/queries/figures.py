"""Outcomes in figures: how many of each kind in a year, of which unit, and their quantities, each by what it counts in
(源 W10; F25 四个转化). Things counted in different units, or different things, are never added up."""

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Count, F

from jianyi.cases.sight import is_office
from jianyi.kit import clock
from jianyi.parties.queries import organisation_names
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import CONVERSIONS
from jianyi.procedure.words import Duty

from ..models import Outcome, Quantity, plain
from ..sight import may_see


MOST = 2000


@dataclass(frozen=True)
class Sum:
    """「储备资源 1130 处」, out of `of` outcomes."""

    what: str
    number: Decimal
    unit: str
    of: int

    @property
    def told(self) -> str:
        return f"{self.what} {plain(self.number)} {self.unit}"


@dataclass(frozen=True)
class OfKind:
    kind: str
    count: int
    sums: list[Sum] = field(default_factory=list)

    @property
    def label(self) -> str:
        return CONVERSIONS[self.kind]


@dataclass(frozen=True)
class OfUnit:
    """`counts`: of each kind, in their order."""

    unit: int
    name: str
    counts: list[int]

    @property
    def all(self) -> int:
        return sum(self.counts)


@dataclass(frozen=True)
class Figures:
    """`capped`: of the quantities only the first MOST are summed."""

    year: int
    kinds: list[OfKind]
    units: list[OfUnit]
    systemic: int
    capped: bool = False

    @property
    def all(self) -> int:
        return sum(row.count for row in self.kinds)


def may_count(by: Actor) -> bool:
    """For the units, the congress's own bodies and the government's office: a deputy reads what came of their own."""
    return is_office(by) or by.holds(Duty.GOVERNMENT_CLERK) or bool(by.houses)


def figures(year: int, *, by: Actor, unit: int = 0) -> Figures:
    """Of what counts and the actor may see; of one unit where that is asked for. A constant number of questions."""
    rows = Outcome.objects.filter(may_see(by), year=year, standing__gt=0)
    rows = rows.filter(unit_id=unit) if unit else rows
    counted = list(rows.values_list("unit_id", "kind").annotate(n=Count("id")).order_by("unit_id"))
    found = Quantity.objects.filter(
        congress_id=by.congress, root_id__in=rows.values("id"), edition=F("root__standing")
    ).order_by("id")
    told = list(found.values_list("root__kind", "what", "unit", "number")[: MOST + 1])
    kinds: Counter[str] = Counter()
    for _, kind, n in counted:
        kinds[kind] += n
    return Figures(
        year, [OfKind(kind, kinds[kind], _sums(kind, told[:MOST])) for kind in CONVERSIONS], _units(counted, by),
        rows.filter(systemic=True).count(), len(told) > MOST,
    )  # fmt: skip


def _sums(kind: str, told: list[tuple[str, str, str, Decimal]]) -> list[Sum]:
    """The same thing in the same unit of measure, in the order in which it was first told."""
    found: dict[tuple[str, str], list[Decimal]] = {}
    for own, what, unit, number in told:
        if own == kind:
            found.setdefault((what, unit), []).append(number)
    return [
        Sum(what, sum(numbers, Decimal(0)), unit, len(numbers)) for (what, unit), numbers in found.items()
    ]


def _units(counted: list[tuple[int, str, int]], by: Actor) -> list[OfUnit]:
    """Those with the most first."""
    each: dict[int, dict[str, int]] = {}
    for unit, kind, n in counted:
        each.setdefault(unit, {})[kind] = n
    known = organisation_names(by.congress, set(each))
    rows = [
        OfUnit(unit, known[unit], [own.get(kind, 0) for kind in CONVERSIONS]) for unit, own in each.items()
    ]
    return sorted(rows, key=lambda row: (-row.all, row.unit))


def years(*, by: Actor) -> list[int]:
    """This year and the two before it, and every other year in which something is registered."""
    this = clock.today().year
    found = (
        Outcome.objects.filter(may_see(by), standing__gt=0).order_by("year").values_list("year", flat=True)
    )
    return sorted({this, this - 1, this - 2, *found.distinct()[:50]}, reverse=True)
