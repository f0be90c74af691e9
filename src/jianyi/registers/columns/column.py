"""What a column is, and the rows of one page as a group of columns sees them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

from jianyi.cases.models import Handling, Paper
from jianyi.cases.sight import own_handling
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words.duties import KNOW_NAMES
from jianyi.turn.models import Deadline

from ..sight import watches


Cell = str | int | date | None
Told = Mapping[int, Mapping[str, Cell]]
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

    @property
    def read(self) -> set[int]:
        """Of which the reader is shown who is on it and whom it spoke to."""
        return set(self.numbers) if self.watched else self.own

    def hides(self, task: Handling) -> bool:
        """Who proposed it is not told to this reader."""
        case = task.root
        return case.confidential and not (self.by.holds(*KNOW_NAMES) or self.by.person == case.lead_id)

    @cached_property
    def clocks(self) -> dict[tuple[int, w.Limit], Deadline]:
        rows = Deadline.objects.filter(congress_id=self.by.congress, holder_id__in=self.numbers)
        return {(row.holder_id, row.limit): row for row in rows}

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
    """Columns that are told together, in a number of questions that does not grow with the rows."""

    key: str
    label: str
    columns: tuple[Column, ...]
    tell: Callable[[Rows], Told]


_laid: dict[str, Group] = {}


def lay(*more: Group) -> None:
    """In the order in which they are offered."""
    _laid.update({group.key: group for group in more})


def groups() -> tuple[Group, ...]:
    return tuple(_laid.values())


def chosen(keys: Sequence[str]) -> list[Column]:
    """These columns in this order; what is no column is left out."""
    known = {column.key: column for group in groups() for column in group.columns}
    return [known[key] for key in dict.fromkeys(keys) if key in known]


def day(moment: datetime | None) -> date | None:
    return moment.astimezone(clock.HOME).date() if moment else None
