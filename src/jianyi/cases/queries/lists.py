"""Lists: the work list, all suggestions, a unit's handlings. Keyset pages; a constant number of queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from jianyi.kit import clock
from jianyi.kit.pages import Page, page
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.limits import Due
from jianyi.procedure.words import Duty
from jianyi.turn.items import NEVER
from jianyi.turn.models import WorkItem

from ..models import Batch, Handling, Suggestion
from ..sight import may_see, may_see_handling, own_handling
from .rows import Row, case_row, cases_of, clocks_of, task_row, tasks_of


SIZE = 20
MOST = 2_000


@dataclass(frozen=True)
class Counters:
    """Of the first MOST items, due first: a list that long is not worked off by counting."""

    overdue: int
    today: int
    upcoming: int
    open_ended: int

    @property
    def capped(self) -> bool:
        return self.all >= MOST

    @property
    def all(self) -> int:
        return self.overdue + self.today + self.upcoming + self.open_ended


# The work list


def mine(by: Actor) -> Q:
    """Items that are this person's turn: by name, by post, or for whom they stand in."""
    own = Q(person_id__in=by.people)
    for post in by.posts:
        own |= Q(organisation_id=post.organisation, duty=post.duty.value)
    return Q(congress_id=by.congress) & own


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
    """The actor's work items, due first, as Rows. `when`: overdue, today, upcoming, open_ended, or all."""
    items = WorkItem.objects.filter(mine(by))
    if track:
        items = items.filter(track=track)
    if action:
        items = items.filter(action=action)
    found = page(items.filter(_when(when)), ("due_at", "id"), size, after=after, before=before)
    return Page(_work_rows(by, found.rows), found.after, found.before)


def counters(*, by: Actor) -> Counters:
    """How many items are overdue, due today, upcoming and without a day: one query."""
    names = ("overdue", "today", "upcoming", "open_ended")
    counts = {name: Count("subject_id", filter=_when(name), distinct=True) for name in names}
    return Counters(**_first(by).aggregate(**counts))


def counts_by_action(*, by: Actor) -> dict[tuple[str, str], int]:
    """(track, action) → number of items: the filters of the work list."""
    rows = WorkItem.objects.filter(congress_id=by.congress, id__in=_first(by).values("id")).values_list(
        "track", "action"
    )
    return {(track, action): n for track, action, n in rows.annotate(n=Count("subject_id", distinct=True))}


def _first(by: Actor) -> QuerySet[WorkItem]:
    return WorkItem.objects.filter(mine(by)).order_by("due_at", "id")[:MOST]


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
    *, by: Actor, stage: str = "", unit: int = 0, sitting: int = 0, words_in_title: str = "", between: str = "",
    size: int = SIZE, after: str = "", before: str = "",
) -> Page:  # fmt: skip
    """Every suggestion the actor may see, newest first, as Rows."""
    found = page(
        seen(by=by, stage=stage, unit=unit, sitting=sitting, words_in_title=words_in_title, between=between),
        ("id",), size, after=after, before=before, newest=True,
    )  # fmt: skip
    return Page(rows_of([row.id for row in found.rows], by=by), found.after, found.before)


def rows_of(numbers: Sequence[int], *, by: Actor) -> list[Row]:
    """These suggestions as Rows, in this order, as far as the actor may see them."""
    cases = cases_of(by, numbers)
    tasks = tasks_of(by, cases)
    clocks = clocks_of(by, {*cases, *(h.id for rows in tasks.values() for h in rows)})
    return [case_row(cases[number], tasks.get(number, []), clocks) for number in numbers if number in cases]


def seen(
    *,
    by: Actor,
    stage: str = "",
    unit: int = 0,
    sitting: int = 0,
    words_in_title: str = "",
    between: str = "",
) -> QuerySet[Suggestion]:
    """The suggestions the actor may see, filtered."""
    rows = Suggestion.objects.filter(may_see(by))
    known = {word.value for word in w.Suggestion}
    if stage in known:
        rows = rows.filter(stage=w.Suggestion(stage))
    if sitting:
        rows = rows.filter(sitting_id=sitting)
    if unit:
        named = Handling.objects.filter(
            congress_id=OuterRef("congress_id"), root_id=OuterRef("id"), unit_id=unit
        )
        rows = rows.filter(Exists(named.filter(may_see_handling(by))))
    if between in ("yes", "no"):
        rows = rows.filter(between=between == "yes")
    if words_in_title:
        rows = rows.filter(_mentions(words_in_title.strip()[:50], by))
    return rows


def _mentions(told: str, by: Actor) -> Q:
    """In the title; as the number; as the lead's name, unless it is kept from the reader."""
    found = Q(title__contains=told)
    if (digits := told.removeprefix("闭")).isascii() and digits.isdigit() and len(digits) < 8:
        found |= Q(number=int(digits), between=True) if told != digits else Q(number=int(digits))
    named = Q(lead__name__contains=told)
    return found | (
        named if by.holds(*KNOW_NAMES) else named & (Q(confidential=False) | Q(lead_id=by.person))
    )


def stage_counts(*, by: Actor) -> dict[str, int]:
    """stage → number of suggestions the actor may see."""
    rows = Suggestion.objects.filter(may_see(by)).values_list("stage")
    return {stage.value: n for stage, n in rows.annotate(n=Count("id"))}


# A unit's handlings


def handlings(
    *, by: Actor, stage: str = "", role: str = "", size: int = SIZE, after: str = "", before: str = ""
) -> Page:
    """The handlings of the actor's house, newest first, as Rows."""
    rows = Handling.objects.filter(own_handling(by), congress_id=by.congress)
    if stage in {word.value for word in w.Handling}:
        rows = rows.filter(stage=w.Handling(stage))
    if role in {word.value for word in w.Role}:
        rows = rows.filter(role=w.Role(role))
    found = page(rows, ("id",), size, after=after, before=before, newest=True)
    cases = cases_of(by, {row.root_id for row in found.rows})
    tasks = tasks_of(by, cases)
    clocks = clocks_of(by, {row.id for row in found.rows})
    shown = [row for row in found.rows if row.root_id in cases]
    return Page([task_row(cases[h.root_id], h, tasks, clocks) for h in shown], found.after, found.before)


def handling_counts(*, by: Actor) -> dict[str, int]:
    rows = Handling.objects.filter(own_handling(by), congress_id=by.congress).values_list("stage")
    return {stage.value: n for stage, n in rows.annotate(n=Count("id"))}


# Names


KNOW_NAMES = (
    Duty.OFFICE_CLERK,
    Duty.OFFICE_HEAD,
    Duty.COMMITTEE_HEAD,
    Duty.DELEGATION_CLERK,
    Duty.DELEGATION_HEAD,
)


def named(numbers: set[int], *, by: Actor) -> dict[int, tuple[str, str, bool]]:
    """root → number, title, whether the actor may open it; batches are named by their name."""
    found = {row.id: (row.no, row.title, True) for row in cases_of(by, numbers).values()}
    batches = Batch.objects.filter(congress_id=by.congress, id__in=numbers)
    return found | {row.id: ("", row.name or "交办批次", False) for row in batches}
