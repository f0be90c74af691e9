"""Lists: the work list, all suggestions, a unit's handlings. Keyset pages; a constant number of queries."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q, QuerySet

from jianyi.kit import clock
from jianyi.kit.columns import listed
from jianyi.kit.pages import Page, Way, first, page
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.limits import Due
from jianyi.turn.items import NEVER
from jianyi.turn.models import WorkItem
from jianyi.turn.tracks import by_name

from ..models import Batch, Handling, Suggestion
from .counting import Count as Counted
from .finding import asked_for, ways_to_items, ways_to_own_tasks
from .rows import AROUND_TASKS, NOT_SHOWN, Row, case_row, cases_of, clocks_of, task_row, tasks_of


SIZE = 20
MOST = 1_000


@dataclass(frozen=True)
class Counters:
    """Of the first MOST items, due first: a list that long is not worked off by counting. `capped`: there may be more."""

    overdue: int
    today: int
    upcoming: int
    open_ended: int
    capped: bool = False

    @property
    def all(self) -> int:
        return self.overdue + self.today + self.upcoming + self.open_ended


# The work list


def of_tracks(tracks: Sequence[str], most: int, *, by: Actor) -> QuerySet[WorkItem]:
    """The actor's work items on subjects of these tracks, due first: each track and each post walks an index alone, so
    that it costs nothing how much else waits for the actor. Of a track and post the first `most` by action and day."""
    items = WorkItem.objects.filter(congress_id=by.congress)
    ways = [way for track in tracks for way in ways_to_items(by, items.filter(track=track))]
    numbers = first(WorkItem, ways, ("track", "action", "due_at", "id"), most)
    return items.filter(id__in=numbers).order_by("due_at", "id")[:most]


def work(
    *,
    by: Actor,
    when: str = "",
    track: str = "",
    action: str = "",
    size: int = SIZE,
    after: str = "",
    before: str = "",
) -> Page:
    """The actor's work items on suggestions, due first, as Rows. `when`: overdue, today, upcoming, open_ended, or all."""
    items = WorkItem.objects.filter(congress_id=by.congress).exclude(track__in=_above())
    if track:
        items = items.filter(track=track)
    if action:
        items = items.filter(action=action)
    ways = ways_to_items(by, items.filter(_when(when)))
    every = WorkItem.objects.filter(congress_id=by.congress)
    found = page(every, ("due_at", "id"), size, after=after, before=before, ways=ways)
    return Page(_work_rows(by, found.rows), found.after, found.before)


def _above() -> list[str]:
    """What hangs on no suggestion is listed with its own area: here it would take the room of a row and leave it empty."""
    return [name for name, track in by_name().items() if track.root is not Suggestion]


def counters(*, by: Actor) -> Counters:
    """How many items are overdue, due today, upcoming and without a day: one query."""
    names = ("overdue", "today", "upcoming", "open_ended")
    counts = {name: Count("subject_id", filter=_when(name), distinct=True) for name in names}
    found = _first(by).aggregate(items=Count("id"), **counts)
    return Counters(**{name: found[name] for name in names}, capped=found["items"] == MOST)


def counts_by_action(*, by: Actor) -> dict[tuple[str, str], Counted]:
    """(track, action) → number of items: the filters of the work list. Of the first MOST, as the counters."""
    rows = list(_first(by).values_list("track", "action", "subject_id"))
    counted = Counter((track, action) for track, action, _ in set(rows))
    return {kind: Counted(n, len(rows) == MOST) for kind, n in counted.items()}


def _first(by: Actor) -> QuerySet[WorkItem]:
    items = WorkItem.objects.filter(congress_id=by.congress)
    numbers = first(WorkItem, ways_to_items(by, items), ("due_at", "id"), MOST)
    return items.filter(id__in=numbers).order_by("due_at", "id")[:MOST]


def _when(name: str) -> Q:
    now = clock.now()
    tonight = clock.midnight(clock.today() + timedelta(days=1))
    return {
        "overdue": Q(due_at__lte=now),
        "today": Q(due_at__gt=now, due_at__lte=tonight),
        "upcoming": Q(due_at__gt=tonight, due_at__lt=NEVER),
        "open_ended": Q(due_at__gte=NEVER),
    }.get(name, Q())


def _work_rows(by: Actor, items: list[WorkItem]) -> list[Row]:
    cases = cases_of(by, {item.root_id for item in items})
    tasks = tasks_of(by, cases)
    clocks = clocks_of(
        by, {item.subject_id for item in items} | {h.id for rows in tasks.values() for h in rows}
    )
    now = clock.now()
    return [
        Row(
            cases[item.root_id], tasks.get(item.root_id, []), item, item.subject_id, _due_of(item, clocks, tasks),
            item.due_at <= now,
        )
        for item in items
        if item.root_id in cases
    ]  # fmt: skip


def _due_of(
    item: WorkItem, clocks: dict[tuple[int, str], Due], tasks: dict[int, list[Handling]]
) -> Due | None:
    holders = [item.subject_id, *(h.id for h in tasks.get(item.root_id, []))]
    found = (clocks.get((holder, item.limit)) for holder in holders)
    return next((due for due in found if due and due.at == item.due_at), None)


# All suggestions


def suggestions(
    *, by: Actor, stage: str = "", unit: int = 0, sitting: int = 0, words_in_title: str = "", between: str = "", term: int = 0,
    size: int = SIZE, after: str = "", before: str = "",
) -> Page:  # fmt: skip
    """Every suggestion the actor may see, newest first, as Rows."""
    rows, ways = asked_for(
        by=by,
        stage=stage,
        unit=unit,
        sitting=sitting,
        words_in_title=words_in_title,
        between=between,
        term=term,
    )
    found = page(rows.only("id"), ("id",), size, after=after, before=before, newest=True, ways=ways)
    return Page(rows_of([row.id for row in found.rows], by=by), found.after, found.before)


def rows_of(numbers: Sequence[int], *, by: Actor) -> list[Row]:
    """These suggestions as Rows, in this order, as far as the actor may see them."""
    cases = cases_of(by, numbers)
    tasks = tasks_of(by, cases)
    clocks = clocks_of(by, {*cases, *(h.id for rows in tasks.values() for h in rows)})
    return [case_row(cases[number], tasks.get(number, []), clocks) for number in numbers if number in cases]


# A unit's handlings


def handlings(
    *, by: Actor, stage: str = "", role: str = "", size: int = SIZE, after: str = "", before: str = ""
) -> Page:
    """The handlings of the actor's house, newest first, as Rows."""
    only: dict[str, w.Word] = {}
    if stage in {word.value for word in w.Handling}:
        only["stage"] = w.Handling(stage)
    if role in {word.value for word in w.Role}:
        only["role"] = w.Role(role)
    ways = [Way(way.rows.filter(**only)) for way in ways_to_own_tasks(by)]
    rows = listed(Handling.objects.filter(congress_id=by.congress), AROUND_TASKS, NOT_SHOWN)
    found = page(rows, ("id",), size, after=after, before=before, newest=True, ways=ways)
    cases = cases_of(by, {row.root_id for row in found.rows})
    tasks = tasks_of(by, cases)
    clocks = clocks_of(by, {row.id for row in found.rows})
    shown = [row for row in found.rows if row.root_id in cases]
    return Page([task_row(cases[h.root_id], h, tasks, clocks) for h in shown], found.after, found.before)


# Names


def named(numbers: set[int], *, by: Actor) -> dict[int, tuple[str, str, bool]]:
    """root → number, title, whether the actor may open it; batches are named by their name."""
    found = {row.id: (row.no, row.title, True) for row in cases_of(by, numbers).values()}
    batches = Batch.objects.filter(congress_id=by.congress, id__in=numbers)
    return found | {row.id: ("", row.name or "交办批次", False) for row in batches}
