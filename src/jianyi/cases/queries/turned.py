"""B→A: of what a unit promised and is all due, how much the deputy's word has made a matter that is solved (源 H6; S7.6)."""

from dataclasses import dataclass

from django.db.models import Count, F, Max, OuterRef, Q, QuerySet, Subquery

from jianyi.kit import clock
from jianyi.parties.queries import congress_of
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.places import Place, place

from ..models import Ledger, Promise
from .scope import of_units


@dataclass(frozen=True)
class Turned:
    """`turned` ÷ `due` of a unit, or of all of them where `unit` is empty."""

    unit: str
    turned: int
    due: int


def turned(year: int, *, by: Actor) -> list[Turned]:
    """B→A 率 of a year, all units first, then each by its name; empty where nothing counts, or the actor reads no figures.

    Denominator: ledgers of the classes that are followed whose last promise falls in the year, once its day has come or all
    promises are done with; a reply that was replaced counts nowhere. Numerator: of these, the ledgers that the deputy's own
    word has turned into a class that counts as solved.
    """
    rows = _counted(year, by)
    if rows is None:
        return []
    solved = Q(stage=w.Ledger.CONFIRMED, reply_class__in=_solved(_place(by))) & ~Q(
        reply_class=F("paper__reply_class")
    )
    each = rows.values(name=F("handling__unit__name")).annotate(
        due=Count("id"), turned=Count("id", filter=solved)
    )
    found = [Turned(row["name"], row["turned"], row["due"]) for row in each.order_by("name")]
    whole = Turned("", sum(row.turned for row in found), sum(row.due for row in found))
    return [whole, *found] if found else []


def _counted(year: int, by: Actor) -> QuerySet[Ledger] | None:
    scope = of_units(by, "handling__unit")
    if scope is None:
        return None
    promised = Promise.objects.filter(congress_id=OuterRef("congress_id"), paper_id=OuterRef("paper_id"))
    last = promised.values("paper_id").annotate(last=Max("due")).values("last")
    rows = Ledger.objects.filter(scope, congress_id=by.congress, paper__reply_class__in=_followed(_place(by)))
    rows = rows.exclude(stage__in=(w.Ledger.NEW, w.Ledger.LAPSED)).annotate(last=Subquery(last[:1]))
    return rows.filter(Q(last__lte=clock.today()) | ~Q(stage=w.Ledger.OPEN), last__year=year)


def _place(by: Actor) -> Place:
    return place(congress_of(by=by).place)


def _followed(where: Place) -> list[str]:
    return [key for key, kind in where.classes.items() if kind.needs_tracking]


def _solved(where: Place) -> list[str]:
    return [key for key, kind in where.classes.items() if kind.counts_as_solved]
