"""Promises: those of one case as its reader may see them; all of a house, or of the congress, by their days."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Exists, OuterRef, Q, QuerySet

from jianyi.kit import clock
from jianyi.kit.pages import Page, Way, page
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty
from jianyi.procedure.words.duties import WHOLE_UNIT
from jianyi.turn.under import Under

from ..models import Explained, Handling, Ledger, Paper, Promise, Told
from ..models.promises import AWAITED, COUNTED, DONE, OPEN
from ..sight import is_office, ways_to_own
from .counting import UP_TO, Count


class Promises:
    """Whoever reads a reply that was sent reads what became of its promises."""

    under: Under

    @cached_property
    def papers(self) -> list[Paper]:
        raise NotImplementedError

    @cached_property
    def ledgers(self) -> list[Ledger]:
        """Newest round first. What is written for the second reply is the unit's own until it is signed."""
        rows = [row for row in self.under.all(Ledger) if row.paper in self.papers]
        return [row for row in reversed(rows) if row.stage is not w.Ledger.NEW]

    @cached_property
    def promises(self) -> list[Promise]:
        shown = {row.paper_id for row in self.ledgers}
        return [row for row in self.under.all(Promise) if row.paper_id in shown]

    @cached_property
    def told(self) -> list[Told]:
        """What was told of the ledgers and said to it, newest first."""
        shown = {row.id for row in self.ledgers}
        if not shown:
            return []
        root = self.under.root
        rows = Told.objects.filter(congress_id=root.congress_id, root_id=root.id, ledger_id__in=shown)
        return list(rows.order_by("-id"))

    @cached_property
    def explained(self) -> dict[int, list[Explained]]:
        """promise → what was told of it at the end of a term, oldest first."""
        found: dict[int, list[Explained]] = defaultdict(list)
        if shown := {row.id for row in self.promises}:
            root = self.under.root
            rows = Explained.objects.filter(
                congress_id=root.congress_id, root_id=root.id, promise_id__in=shown
            )
            for row in rows.order_by("id"):
                found[row.promise_id].append(row)
        return found


SIZE = 20
# What a list may be of, in the order in which it is offered.
PARTS = {
    "open": "未了结",
    "late": "逾期",
    "soon": "三十日内到期",
    "verify": "待核验",
    "confirm": "待代表确认",
    "done": "已落实",
    "unkept": "不能落实",
    "all": "全部",
}
SOON = 30
FEW = 100


def listed(*, by: Actor, part: str = "open", after: str = "", before: str = "", size: int = SIZE) -> Page:
    """By their days: those of the handlings of the actor's house; of the congress all of them, of the government's office those
    of its units."""
    rows = Promise.objects.filter(congress_id=by.congress).select_related("root", "unit", "division")
    ways = [Way(way.filter(of_part(part))) for way in ways_to_promises(by)]
    return page(rows if ways else rows.none(), ("due", "id"), size, after=after, before=before, ways=ways)


def ways_to_promises(by: Actor) -> list[QuerySet[Promise]]:
    """Each walks an index by the day."""
    rows = Promise.objects.filter(congress_id=by.congress).exclude(stage=w.Promise.NEW)
    if is_office(by):
        return [rows]
    ways = [rows.filter(unit_id=unit) for unit in by.where(*WHOLE_UNIT)]
    if by.holds(Duty.GOVERNMENT_CLERK):
        ways.append(rows.filter(unit__of_government=True))
    if not by.where(*WHOLE_UNIT):
        tasks = [Handling.objects.filter(way, congress_id=by.congress) for way in ways_to_own(by)]
        ways += [_of_tasks(rows, found, by) for found in tasks]
    return ways


def _of_tasks(rows: QuerySet[Promise], tasks: QuerySet[Handling], by: Actor) -> QuerySet[Promise]:
    """Few tasks lead to their promises; who has many meets one of their own soon among those of the house, by the day."""
    found = list(tasks.order_by("id").values_list("id", flat=True)[: FEW + 1])
    if len(found) <= FEW:
        return rows.filter(handling_id__in=found)
    return rows.filter(Exists(tasks.filter(id=OuterRef("handling_id"))), unit_id__in=by.houses)


def of_part(part: str) -> Q:
    today = clock.today()
    late = Q(stage__in=(w.Promise.MADE, w.Promise.CHANGING), due__lt=today)
    return {
        "late": late,
        "soon": Q(stage__in=AWAITED, due__range=(today, _in_days(SOON))),
        "verify": Q(stage=w.Promise.REPORTED),
        "confirm": Q(stage=w.Promise.VERIFIED),
        "done": Q(stage__in=DONE),
        "unkept": Q(stage=w.Promise.UNKEPT),
        "all": Q(),
    }.get(part, Q(stage__in=OPEN))


def _in_days(count: int) -> date:
    return date.fromordinal(clock.today().toordinal() + count)


@dataclass(frozen=True)
class Kept:
    """Of the promises whose day was in a year: how many were kept. `due`: the denominator; one that was replaced by another
    reply is in neither."""

    year: int
    due: Count
    done: Count
    late: Count
    unkept: Count


def kept(year: int, *, by: Actor) -> Kept:
    """落实率 of a year: kept ÷ due in it, by the day that stands now; counted up to UP_TO, then shown as at least."""
    span = (date(year, 1, 1), date(year, 12, 31))
    ways = [way.filter(due__range=span) for way in ways_to_promises(by)]
    return Kept(
        year,
        _count(ways, Q(stage__in=COUNTED)),
        _count(ways, Q(stage__in=DONE)),
        _count(ways, of_part("late")),
        _count(ways, Q(stage=w.Promise.UNKEPT)),
    )


def _count(ways: list[QuerySet[Promise]], wanted: Q) -> Count:
    """In no order: by stage and day an index leads to them, however many others there are."""
    found: set[int] = set()
    for way in ways:
        found |= set(way.filter(wanted).values_list("id", flat=True)[: UP_TO + 1])
    return Count(min(len(found), UP_TO), len(found) > UP_TO)
