"""What lags and what is about to be due, each with its reason (源 G4; stories S10.2): one and the same for dispatch lists, urging
letters, circulars and agendas. How many questions it asks does not depend on how much lags."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from jianyi.cases.models import Handling, Ledger, Milestone, Paper, Promise
from jianyi.cases.models.handlings import ENDED
from jianyi.cases.sight import may_see_handling, own_handling
from jianyi.kit import clock
from jianyi.parties.models import Congress
from jianyi.parties.queries import names, organisation_names
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.lagging import DRAFT, DRAFT_DAYS, LATE, Criterion, Lag, lag
from jianyi.procedure.limits import end_of
from jianyi.procedure.places import place
from jianyi.procedure.words import Limit, Role
from jianyi.turn.clocks import ran_out
from jianyi.turn.days import days_of
from jianyi.turn.models import Deadline


# Whose clock it is, where it is not the handling's own: each row names its handling.
OWN_CLOCKS = {Limit.MILESTONE: Milestone, Limit.PROMISE: Promise, Limit.PROGRESS: Ledger}


@dataclass(frozen=True, slots=True)
class Slow:
    """One thing of one handling that lags, or is about to be due. `case`: the suggestion; `criterion` and `label`: by which
    criterion; `due`: the last day that is in time; `days` and `working_days`: how long past it, negative before it;
    `fact`: one sentence that says why; `responsible`: who answers for it, 0 where nobody is named."""

    case: int
    no: str
    title: str
    handling: int
    unit: int
    division: int
    responsible: int
    criterion: str
    label: str
    due: date
    days: int
    working_days: int
    fact: str
    unit_name: str
    division_name: str
    responsible_name: str


@dataclass(frozen=True, slots=True)
class _Found:
    handling: Handling
    lag: Lag
    responsible: int


def slow(*, by: Actor, unit: int = 0, division: int = 0, at: datetime | None = None) -> list[Slow]:
    """What lags at a moment among the handlings that the actor may see, the longest first. `unit`, `division`: of these
    alone; `at`: now, or a moment before (a clock that was set anew since then is told as it runs now)."""
    now = at or clock.now()
    tasks = _tasks(by, unit, division)
    found = [
        *_of_clocks(tasks, ran_out(now), now, by),
        *_without_draft(tasks.filter(own_handling(by)), by.congress, now),
    ]
    return _told(by.congress, sorted(found, key=lambda each: (-each.lag.working_days, each.lag.due)))


def coming(*, by: Actor, until: date, unit: int = 0, division: int = 0) -> list[Slow]:
    """What is to be done from now until the end of a day, the nearest first."""
    now = clock.now()
    soon = Q(due_at__gt=now, due_at__lte=end_of(until, clock.midnight(until)), ended_at=None)
    found = _of_clocks(_tasks(by, unit, division), soon, now, by)
    return _told(by.congress, sorted(found, key=lambda each: each.lag.due))


def _tasks(by: Actor, unit: int, division: int) -> QuerySet[Handling]:
    rows = Handling.objects.filter(may_see_handling(by)).exclude(stage__in=[w.Handling.NAMED, *ENDED])
    if unit:
        rows = rows.filter(unit_id=unit)
    return rows.filter(division_id=division) if division else rows


def _of_clocks(tasks: QuerySet[Handling], running: Q, now: datetime, by: Actor) -> list[_Found]:
    """The clocks of the handlings themselves, and those of the milestones, promises and ledgers that hang on them. The days of a plan
    are the unit's own: who only watches over it is not told of them."""
    found = _clocks(tasks.values("id"), running, set(LATE) - set(OWN_CLOCKS))
    rows = {row.id: row for row in tasks.filter(id__in={each.holder_id for each in found})}
    told = [
        _Found(rows[c.holder_id], _lag(LATE[c.limit], c, now), _answers(rows[c.holder_id])) for c in found
    ]
    for limit, model in OWN_CLOCKS.items():
        known = tasks.filter(own_handling(by)) if limit is Limit.MILESTONE else tasks
        told += _of_parts(known, running, limit, model, now)
    return told


def _of_parts(
    tasks: QuerySet[Handling], running: Q, limit: Limit, model: type, now: datetime
) -> list[_Found]:
    parts = model._default_manager.filter(handling_id__in=tasks.values("id"))  # type: ignore[attr-defined]
    found = _clocks(parts.values("id"), running, {limit})
    if not found:
        return []  # as nearly always: then there is nothing to put together for the next two questions
    held = {row.id: row for row in parts.filter(id__in={each.holder_id for each in found})}
    rows = {row.id: row for row in tasks.filter(id__in={part.handling_id for part in held.values()})}
    return [
        _Found(rows[part.handling_id], _lag(LATE[limit], each, now), _of_part(part, rows[part.handling_id]))
        for each in found
        for part in [held[each.holder_id]]
    ]


def _clocks(holders: QuerySet, running: Q, limits: Iterable[Limit]) -> list[Deadline]:  # type: ignore[type-arg]
    return list(Deadline.objects.filter(running, holder_id__in=holders, limit__in=list(limits)))


def _without_draft(tasks: QuerySet[Handling], congress: int, now: datetime) -> list[_Found]:
    """The reply is near, and nobody has kept a draft of it; told inside the unit alone, since nobody else knows of its drafts."""
    days = place(Congress.objects.get(id=congress).place).number(DRAFT_DAYS)
    if days is None:
        return []
    near = Q(due_at__gt=now, due_at__lte=now + timedelta(days=days + 1), started_at__lte=now, ended_at=None)
    written = Paper.objects.filter(
        congress_id=OuterRef("congress_id"), handling_id=OuterRef("id"), edition__gt=0
    )
    bare = tasks.exclude(role=Role.CO).exclude(Exists(written))
    found = _clocks(bare.values("id"), near, {Limit.REPLY, Limit.REHANDLE})
    rows = {row.id: row for row in bare.filter(id__in={each.holder_id for each in found})}
    told = [
        _Found(rows[each.holder_id], _lag(DRAFT, each, now), _answers(rows[each.holder_id])) for each in found
    ]
    return [each for each in told if -each.lag.days <= days]


def _lag(criterion: Criterion, row: Deadline, now: datetime) -> Lag:
    return lag(criterion, row.due_on, clock.last_day(now), days_of(row.congress_id))


def _answers(handling: Handling) -> int:
    return handling.officer_id or handling.head_id or handling.leader_id or 0


def _of_part(part: object, handling: Handling) -> int:
    return getattr(part, "responsible_id", None) or _answers(handling)


def _told(congress: int, found: list[_Found]) -> list[Slow]:
    """With numbers, titles and names."""
    tasks = {each.handling.id: each.handling for each in found}
    cases = _cases(tasks)
    houses = {n for task in tasks.values() for n in (task.unit_id, task.division_id) if n}
    called, people = (
        organisation_names(congress, houses),
        names(congress, {each.responsible for each in found}),
    )
    return [
        Slow(
            task.root_id, *cases[task.root_id], task.id, task.unit_id, task.division_id or 0, each.responsible,
            each.lag.criterion.code, each.lag.criterion.label, each.lag.due, each.lag.days, each.lag.working_days,
            each.lag.fact, called.get(task.unit_id, ""), called.get(task.division_id or 0, ""),
            people.get(each.responsible, ""),
        )
        for each in found
        for task in [each.handling]
    ]  # fmt: skip


def _cases(tasks: dict[int, Handling]) -> dict[int, tuple[str, str]]:
    """suggestion → number and title."""
    rows = Handling.objects.filter(id__in=tasks).select_related("root", "root__sitting")
    return {row.root_id: (row.root.no, row.root.title) for row in rows}
