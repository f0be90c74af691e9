"""How things were at a moment that has passed, where the rows now say something else: read from the lines that were written since.

A prolongation keeps the day that it moved, a new arrangement of the days lists every clock it moved and from which day, a disputed
contact keeps when it was disputed, and what another unit goes on with keeps who had it: whatever came after the moment is taken back,
the earliest change last."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from jianyi.cases.models import Extension, Handling
from jianyi.journal.models import Line
from jianyi.kit import clock
from jianyi.parties.models import Arrangement, Organisation
from jianyi.procedure import words as w
from jianyi.procedure.actions import Action as A
from jianyi.procedure.calendar import Calendar, of_years, shipped
from jianyi.procedure.limits import end_of
from jianyi.procedure.words import Limit
from jianyi.turn.days import days_of
from jianyi.turn.models import Deadline


Clock = tuple[int, Limit]


@dataclass
class Then:
    """`due`: the day that a clock had, of those that were moved since; `undisputed`: contacts that nobody disputed yet; `days`: the
    calendar as it was."""

    days: Calendar
    due: dict[Clock, date] = field(default_factory=dict)
    undisputed: set[int] = field(default_factory=set)

    def put_back(self, row: Deadline) -> Deadline:
        """The clock with the day that it had; nothing is saved."""
        if day := self.due.get((row.holder_id, row.limit)):
            row.due_on, row.due_at = day, end_of(day, clock.midnight(day))
        return row


def then(congress: int, roots: Iterable[int], moment: datetime) -> Then:
    """Of the suggestions `roots`, at the moment. A few questions for all of them."""
    told = Then(_days(congress, moment))
    since = _lines(congress, roots).filter(
        action__in=[A.GRANT.value, A.RECKON.value, A.DISPUTE.value], at__gte=_text(moment)
    )
    lines = list(since.order_by("at", "seq"))
    prolonged = _prolonged(congress, lines)
    for line in lines:
        kind, _, number = line.subject.partition("/")
        if kind == "extension" and int(number) in prolonged:
            told.due.setdefault(*prolonged[int(number)])
        elif kind == "contact":
            told.undisputed.add(int(number))
        for limit, holder, was, _ in line.said.get("moved", ()) if line.action == A.RECKON.value else ():
            told.due.setdefault((int(holder), Limit(limit)), date.fromisoformat(was))
    return told


@dataclass(frozen=True)
class Had:
    """Who had a task then."""

    unit: Organisation
    division: Organisation | None

    def put_back(self, task: Handling) -> None:
        """Nothing is saved."""
        task.unit, task.division = self.unit, self.division


def had(congress: int, moment: datetime) -> dict[int, Had]:
    """handling → who had it at the moment, of those that another unit has gone on with since."""
    passed = Handling.objects.filter(congress_id=congress, passed_at__gte=moment).values_list("root_id")
    lines = _lines(congress, [root for (root,) in passed]).filter(
        action=A.INHERIT.value, at__gte=_text(moment)
    )
    first: dict[int, tuple[int, int]] = {}
    for line in lines.order_by("at", "seq"):
        told = int(line.said["was"]), int(line.said.get("division", 0))
        first.setdefault(int(line.subject.partition("/")[2]), told)
    known = Organisation.objects.filter(congress_id=congress).in_bulk(
        {n for each in first.values() for n in each}
    )
    return {number: Had(known[unit], known.get(division)) for number, (unit, division) in first.items()}


def _lines(congress: int, roots: Iterable[int]):  # type: ignore[no-untyped-def]
    return Line.objects.filter(congress_id=congress, root_id__in=set(roots))


def _text(moment: datetime) -> str:
    """As lines have it."""
    return moment.astimezone(clock.HOME).isoformat()


def _prolonged(congress: int, lines: Iterable[Line]) -> dict[int, tuple[Clock, date]]:
    numbers = {int(line.subject.partition("/")[2]) for line in lines if line.subject.startswith("extension/")}
    rows = Extension.objects.filter(congress_id=congress, id__in=numbers).exclude(due_before=None)
    return {
        row.id: ((row.keeper(Limit.REPLY), Limit.REPLY), row.due_before) for row in rows if row.due_before
    }


def _days(congress: int, moment: datetime) -> Calendar:
    """The calendar by the arrangements that had been announced by then."""
    lines = _lines(congress, [congress]).filter(subject__startswith="arrangement/")
    if not lines.filter(at__gte=_text(moment)).exists():
        return days_of(congress)
    stages = dict(lines.filter(at__lt=_text(moment)).order_by("seq").values_list("subject", "stage"))
    known = [
        int(told.partition("/")[2]) for told, stage in stages.items() if stage == w.Arrangement.IN_FORCE.value
    ]
    rows = Arrangement.objects.filter(congress_id=congress, id__in=known).order_by("year", "id")
    return of_years((dict(shipped()) | {row.year: row.as_year for row in rows}).values())
