"""What a column is, and the rows of one page as a group of columns sees them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, TypeVar

from jianyi.cases.models import Handling, Paper
from jianyi.cases.sight import own_handling
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.turn.models import Deadline

from ..sight import is_deputy, knows_names, watches


Cell = str | int | date | None
Told = Mapping[int, Mapping[str, Cell]]
HIDDEN = "（代表要求保密）"
# What a row of a paper shows; its text stays where it is.
OF_PAPER = (
    "congress_id", "root_id", "handling_id", "stage", "reply_class", "answers", "number", "signed_by", "sent_at", "desks", "passed",
)  # fmt: skip


@dataclass(frozen=True)
class Column:
    """`width`: in characters, on paper and in a spreadsheet."""

    key: str
    label: str
    width: int = 10


class Rows:
    """The handlings of one page with what several groups ask of them, each asked for once."""

    def __init__(self, tasks: Sequence[Handling], by: Actor) -> None:
        self.tasks, self.by = tasks, by
        self.numbers = [row.id for row in tasks]
        self.cases = {row.root_id: row.root for row in tasks}

    @cached_property
    def watched(self) -> bool:
        return watches(self.by)

    @cached_property
    def own(self) -> set[int]:
        """Handlings of the reader's own house: what stays inside a unit is shown of these alone."""
        rows = Handling.objects.filter(own_handling(self.by), congress_id=self.by.congress)
        return set(rows.filter(id__in=self.numbers).values_list("id", flat=True))

    @cached_property
    def read(self) -> set[int]:
        """Of which the reader is shown who is on it and how it goes about it."""
        return set(self.numbers) if self.watched else self.own

    @cached_property
    def heard(self) -> set[int]:
        """Of which the reader knows whom the unit spoke to: proposers know it of what they proposed."""
        return set(self.numbers) if is_deputy(self.by) else self.read

    def hides(self, task: Handling) -> bool:
        """Who proposed it is not told to this reader."""
        case = task.root
        return case.confidential and not (knows_names(self.by) or self.by.person == case.lead_id)

    @cached_property
    def clocks(self) -> dict[int, dict[w.Limit, Deadline]]:
        """handling → its clocks; how their days were computed stays where it is."""
        rows = Deadline.objects.filter(congress_id=self.by.congress, holder_id__in=self.numbers)
        found: dict[int, dict[w.Limit, Deadline]] = {number: {} for number in self.numbers}
        for row in rows.only(*OF_CLOCK):
            found[row.holder_id][row.limit] = row
        return found

    @cached_property
    def beside(self) -> dict[int, list[Handling]]:
        """root → every unit's part in the case, oldest first."""
        rows = Handling.objects.filter(
            congress_id=self.by.congress, root_id__in=list(self.cases), dropped=False
        )
        rows = rows.exclude(stage__in=[w.Handling.NAMED, w.Handling.LAPSED]).select_related("unit")
        return _by_root(rows.only(*BESIDE))

    @cached_property
    def papers(self) -> dict[int, list[Paper]]:
        """root → replies and opinions, oldest first."""
        rows = Paper.objects.filter(congress_id=self.by.congress, root_id__in=list(self.cases))
        return _by_root(rows.exclude(stage=w.Paper.VOID).only(*OF_PAPER))

    def paper(self, task: Handling) -> Paper | None:
        """The last one of this handling."""
        found = [row for row in self.papers.get(task.root_id, ()) if row.handling_id == task.id]
        return found[-1] if found else None


OF_CLOCK = ("congress_id", "holder_id", "limit", "due_at", "due_on", "ended_at")
BESIDE = (
    "congress_id",
    "root_id",
    "stage",
    "role",
    "round",
    "unit_id",
    "unit__congress_id",
    "unit__name",
    "unit__short",
)


R = TypeVar("R", Handling, Paper)


def _by_root(rows: Iterable[R]) -> dict[int, list[R]]:
    found: dict[int, list[R]] = {}
    for row in sorted(rows, key=lambda row: row.id):
        found.setdefault(row.root_id, []).append(row)
    return found


@dataclass(frozen=True)
class Group:
    """Columns that are told together, in a number of questions that does not grow with the rows. `inside`: no deputy is told any."""

    key: str
    label: str
    columns: tuple[Column, ...]
    tell: Callable[[Any], Told]
    inside: bool = False


_laid: dict[str, dict[str, Group]] = {}


def lay(register: str, *more: Group) -> None:
    """To a register, in the order in which they are offered."""
    _laid.setdefault(register, {}).update({group.key: group for group in more})


def groups(register: str) -> tuple[Group, ...]:
    return tuple(_laid.get(register, {}).values())


def of_tasks(*laid: Group) -> list[Group]:
    """The same columns for rows that hang on a handling."""
    return [Group(group.key, group.label, group.columns, _of_task(group), group.inside) for group in laid]


def _of_task(group: Group) -> Callable[[Any], Told]:
    def tell(rows: Any) -> Told:
        told = group.tell(rows.of_tasks)
        return {row.id: told.get(row.handling_id, {}) for row in rows.found}

    return tell


class Hanging:
    """Rows of one page that hang on handlings."""

    def __init__(self, found: Sequence[Any], by: Actor) -> None:
        self.found, self.by = found, by

    @cached_property
    def of_tasks(self) -> Rows:
        tasks = {row.handling_id: row.handling for row in self.found}
        return Rows(list(tasks.values()), self.by)


def day(moment: datetime | None) -> date | None:
    return moment.astimezone(clock.HOME).date() if moment else None
