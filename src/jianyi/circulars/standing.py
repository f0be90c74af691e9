"""How the handlings of a circular stood at one moment: from what was recorded before it, whatever happened since."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Q, QuerySet

from jianyi.cases.models import Contact, Handling
from jianyi.cases.models.handlings import ENDED, OVER, STANDING
from jianyi.kit import clock
from jianyi.parties.models import Organisation
from jianyi.procedure import words as w
from jianyi.procedure.calendar import Calendar
from jianyi.procedure.facts.said import FACE_TO_FACE
from jianyi.procedure.lagging import past
from jianyi.procedure.words import WATCHED, Limit
from jianyi.turn.clocks import was_kept
from jianyi.turn.models import Deadline

from .models import Circular
from .then import Had, Then, had, then


@dataclass(frozen=True)
class Late:
    """A clock that had run out and still ran. Days are counted to the last day of which the facts tell."""

    limit: str
    due: date
    days: int
    working_days: int


@dataclass
class Standing:
    """One handling. `kept`, `due`: of its clocks that had run out by then or were met before, how many were met in time, and how
    many there were; `contact`, `opinion`, `reply`: the same of one kind each."""

    task: Handling
    received: bool = False
    contacted: bool = False
    met: bool = False
    given: bool = False
    replied: bool = False
    used: int = 0
    kept: int = 0
    due: int = 0
    contact: tuple[int, int] = (0, 0)
    opinion: tuple[int, int] = (0, 0)
    reply: tuple[int, int] = (0, 0)
    late: list[Late] = field(default_factory=list)

    @property
    def answers(self) -> bool:
        return not self.task.advises


def tasks_of(circular: Circular, as_of: datetime, passed: Mapping[int, Had]) -> QuerySet[Handling]:
    """Handed over before the moment, in its year or earlier where the answer was still owed in that year."""
    first = clock.midnight(date(clock.last_day(as_of).year, 1, 1))
    carried = (Q(delivered_at=None) | Q(delivered_at__gte=first)) & ~Q(stage__in=ENDED)
    rows = Handling.objects.filter(
        Q(handed_over_at__gte=first) | carried, congress_id=circular.congress_id, handed_over_at__lt=as_of
    ).exclude(stage=w.Handling.NAMED)
    return rows.filter(_of_house(circular, passed)).select_related("root__sitting", "unit", "division")


def _of_house(circular: Circular, passed: Mapping[int, Had]) -> Q:
    """By the unit that has a task; where another has gone on with it since, by the one that had it. `passed`: those."""
    now = {"unit": Q(unit_id=circular.house_id), "government": Q(unit__of_government=True)}
    theirs = [number for number, each in passed.items() if _covers(circular, each.unit)]
    return now.get(circular.scope, Q()) & ~Q(id__in=list(passed)) | Q(id__in=theirs)


def _covers(circular: Circular, unit: Organisation) -> bool:
    if circular.scope == "unit":
        return bool(unit.id == circular.house_id)
    return circular.scope != "government" or unit.of_government


def standings(circular: Circular, as_of: datetime) -> list[Standing]:
    """Those that were anybody's task then, by number. A few questions for all of them."""
    passed = had(circular.congress_id, as_of)
    tasks = list(tasks_of(circular, as_of, passed).order_by("root__between", "root__number", "id"))
    for row in tasks:
        if row.id in passed:
            passed[row.id].put_back(row)
    was = then(circular.congress_id, [row.root_id for row in tasks], as_of)
    clocks = _clocks(circular.congress_id, [row.id for row in tasks], was)
    talks = _talks(circular.congress_id, [row.id for row in tasks], as_of, was)
    return [
        _standing(row, clocks.get(row.id, []), talks.get(row.id, []), as_of, was.days)
        for row in tasks
        if _was_valid(row, clocks.get(row.id, []), as_of)
    ]


def _was_valid(task: Handling, clocks: Iterable[Deadline], as_of: datetime) -> bool:
    """A task that went elsewhere or ended since was a task then: its clocks tell when it ended."""
    if task.stage not in OVER:
        return True
    ended = [row.ended_at for row in clocks if row.ended_at]
    return bool(ended) and max(ended) >= as_of


def _clocks(congress: int, numbers: list[int], was: Then) -> dict[int, list[Deadline]]:
    found: dict[int, list[Deadline]] = {}
    for row in Deadline.objects.filter(congress_id=congress, holder_id__in=numbers, limit__in=WATCHED):
        found.setdefault(row.holder_id, []).append(was.put_back(row))
    return found


def _talks(congress: int, numbers: list[int], as_of: datetime, was: Then) -> dict[int, list[Contact]]:
    """Those that stood then."""
    stood = Q(stage__in=STANDING) | Q(stage=w.Contact.DISPUTED, id__in=was.undisputed)
    rows = Contact.objects.filter(stood, congress_id=congress, handling_id__in=numbers, recorded_at__lt=as_of)
    found: dict[int, list[Contact]] = {}
    for row in rows.only("congress_id", "handling_id", "stage", "mode", "recorded_at"):
        found.setdefault(row.handling_id, []).append(row)
    return found


def _standing(
    task: Handling, clocks: list[Deadline], talks: list[Contact], as_of: datetime, days: Calendar
) -> Standing:
    told = Standing(
        task, received=_before(task.received_at, as_of), contacted=bool(talks), met=any(row.mode in FACE_TO_FACE for row in talks),
        given=task.advises and _before(task.delivered_at, as_of), replied=not task.advises and _before(task.delivered_at, as_of),
    )  # fmt: skip
    if told.replied and task.delivered_at and task.handed_over_at:
        told.used = (_date(task.delivered_at) - _date(task.handed_over_at)).days
    first = min((row.recorded_at for row in talks if row.recorded_at), default=None)
    for row in clocks:
        if row.limit is Limit.CONTACT and first and (row.ended_at is None or first < row.ended_at):
            row.ended_at = first
        _judge(told, row, as_of, days)
    return told


OF_KIND = {
    Limit.CONTACT: "contact", Limit.CO_OPINION: "opinion", Limit.REPLY: "reply", Limit.REHANDLE: "reply",
}  # fmt: skip


def _judge(told: Standing, row: Deadline, as_of: datetime, days: Calendar) -> None:
    """A clock counts once it has run out or was met; whatever was set after the moment had not begun."""
    met = _before(row.ended_at, as_of)
    if row.started_at >= as_of or not (met or row.due_at <= as_of):
        return
    kept = met and was_kept(row)
    told.kept, told.due = told.kept + kept, told.due + 1
    if row.limit in OF_KIND:
        setattr(told, OF_KIND[row.limit], (int(kept), 1))
    if not met:
        told.late.append(_late(row, as_of, days))


def _late(row: Deadline, as_of: datetime, days: Calendar) -> Late:
    found = past(row.due_on, clock.last_day(as_of), days)
    return Late(row.limit.label, row.due_on, found.days, found.working_days)


def _before(moment: datetime | None, as_of: datetime) -> bool:
    return moment is not None and moment < as_of


def _date(moment: datetime) -> date:
    return moment.astimezone(clock.HOME).date()
