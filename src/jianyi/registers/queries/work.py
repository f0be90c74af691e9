"""The register of work (工作台账, F23): a page of it, how many there are, and the same counted by what they have in common."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    Count,
    Exists,
    F,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)

from jianyi.cases.models import Handling, Paper
from jianyi.cases.queries.counting import UP_TO, Count as Counted
from jianyi.kit.pages import Page, Way, page
from jianyi.parties.queries import organisation_names
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words.duties import KNOW_NAMES
from jianyi.turn.models import Deadline

from ..asked import SENT, WATCHED, Asked, is_late, running, tasks
from ..columns import Cell, Column, Rows, groups
from ..sight import knows_teams, ways as seen


SIZE, BOOK = 50, 500
ORDERS = {"new": "新交办在前", "old": "先交办在前", "due": "先到期在前（只列期限在走的）"}
AROUND = ("unit", "root", "root__lead", "root__delegation", "root__sitting")
# Long texts, and what no column shows.
NOT_SHOWN = frozenset({
    "proposal", "given_back", "requirement", "objection_note", "major_reason", "receipt_number", "received_by",
})  # fmt: skip
OF_CASE = (
    "id", "congress_id", "stage", "sitting_id", "between", "number", "lead_id", "delegation_id", "title", "points", "kind", "confidential", "key", "category",
)  # fmt: skip


def _shown() -> list[str]:
    found = [column.attname for column in Handling._meta.concrete_fields if column.attname not in NOT_SHOWN]
    found += [f"root__{name}" for name in OF_CASE]
    named = {
        "unit": ("name", "short"),
        "root__lead": ("name",),
        "root__delegation": ("name",),
        "root__sitting": ("label",),
    }
    return found + [
        f"{there}__{name}" for there, own in named.items() for name in ("id", "congress_id", *own)
    ]


@dataclass(frozen=True)
class Line:
    """A handling with what the chosen columns say of it."""

    task: Handling
    columns: tuple[Column, ...]
    cells: tuple[Cell, ...]

    @property
    def pairs(self) -> list[tuple[Column, Cell]]:
        return list(zip(self.columns, self.cells, strict=True))


def register(
    asked: Asked, columns: Sequence[Column], *, by: Actor, order: str = "new", size: int = SIZE, after: str = "", before: str = ""
) -> Page:  # fmt: skip
    """Lines of what the actor may see, in one of ORDERS. As many questions for many rows as for one: they depend on the columns
    alone."""
    rows = tasks().filter(congress_id=by.congress).select_related(*AROUND).only(*_shown())
    names = ("due_at", "id") if order == "due" else ("id",)
    found = page(
        _by_day(rows) if order == "due" else rows, names, size, after=after, before=before, newest=order not in ("old", "due"),
        ways=_ways(asked, order, by),
    )  # fmt: skip
    return Page(lines(found.rows, columns, by=by), found.after, found.before)


def lines(found: Sequence[Handling], columns: Sequence[Column], *, by: Actor) -> list[Line]:
    """What the columns say of these handlings; only the groups that have one of them are asked."""
    rows, keys = Rows(found, by), {column.key for column in columns}
    told: dict[int, dict[str, Cell]] = {row.id: {} for row in found}
    for group in groups() if found else ():
        if keys & {column.key for column in group.columns}:
            for number, cells in group.tell(rows).items():
                told[number].update(cells)
    return [
        Line(row, tuple(columns), tuple(told[row.id].get(column.key) for column in columns)) for row in found
    ]


def _ways(asked: Asked, order: str, by: Actor) -> list[Way]:
    """Along the handlings, or along the clocks that run, each looked up in the handlings."""
    rows = tasks().filter(asked.condition(by), congress_id=by.congress)
    ways = [rows.filter(way) for way in seen(by)] or [rows.none()]
    if order != "due":
        return [Way(way) for way in ways]
    clocks = Deadline.objects.filter(congress_id=by.congress, limit__in=WATCHED, ended_at=None)
    here = OuterRef("holder_id")
    return [
        Way(clocks.filter(_is_first(), Exists(way.filter(id=here))), ("due_at", "holder_id")) for way in ways
    ]


def _is_first() -> Q:
    """Of several clocks that run for one handling the one that runs out first speaks for it."""
    sooner = Deadline.objects.filter(
        congress_id=OuterRef("congress_id"), holder_id=OuterRef("holder_id"), limit__in=WATCHED, ended_at=None
    )
    earlier = Q(due_at__lt=OuterRef("due_at")) | Q(due_at=OuterRef("due_at"), id__lt=OuterRef("id"))
    return ~Q(Exists(sooner.filter(earlier)))


def _by_day(rows: QuerySet[Handling]) -> QuerySet[Handling]:
    first = running().order_by().values("holder_id").annotate(first=Min("due_at")).values("first")
    return rows.annotate(due_at=Subquery(first))


def book(asked: Asked, columns: Sequence[Column], *, by: Actor, order: str = "new") -> Iterator[Line]:
    """All of them, page by page: never more than one page is held."""
    after, more = "", True
    while more:
        found = register(asked, columns, by=by, order=order, size=BOOK, after=after)
        yield from found.rows
        after, more = found.after, bool(found.after)


def every(asked: Asked, *, by: Actor) -> QuerySet[Handling]:
    """The handlings of a register, in no order."""
    seen_by = Q(pk__in=[])
    for way in seen(by):
        seen_by |= way or Q(id__gt=0)
    return tasks().filter(asked.condition(by), seen_by, congress_id=by.congress)


def count(asked: Asked, *, by: Actor, order: str = "new", whole: bool = False) -> Counted:
    """How many there are; for a page only so far."""
    rows = every(asked, by=by)
    if order == "due":
        rows = rows.filter(Exists(running()))
    if whole:
        return Counted(rows.count())
    found = rows.order_by()[: UP_TO + 1].count()
    return Counted(min(found, UP_TO), found > UP_TO)


# Counted by what they have in common

PARTS = {
    "unit": "承办单位", "division": "牵头处室", "mark": "答复类别", "delegation": "代表团", "stage": "任务状态", "role": "承办方式",
}  # fmt: skip
UNTOLD = "（未定）"
HIDDEN = "（代表要求保密）"


@dataclass(frozen=True)
class Part:
    """`value`: as the condition of that name asks for it; empty where none does."""

    label: str
    value: str
    tasks: int
    late: int


def parts(asked: Asked, by_what: str, *, by: Actor) -> list[Part]:
    """How many handlings, and how many of them late, in each part; the largest first. In one walk over the rows, and one for names."""
    if by_what not in PARTS or (by_what == "division" and not knows_teams(by)):
        return []
    rows = every(asked, by=by)
    found = _column(rows, by_what, by).annotate(n=Count("id"), late=Count("id", filter=is_late(by)))
    counted = [(row["part"], row["n"], row["late"]) for row in found.order_by()]
    labels = _labels(by_what, {part for part, _, _ in counted}, by)
    told = [Part(labels(part), _value(by_what, part), n, late) for part, n, late in counted]
    return sorted(told, key=lambda part: (-part.tasks, part.label))


def _column(rows: QuerySet[Handling], by_what: str, by: Actor) -> QuerySet[Handling, Any]:
    """What a delegation proposed whose deputy is to stay unknown is in a part of its own."""
    if by_what == "mark":
        own = Paper.objects.filter(
            congress_id=OuterRef("congress_id"), handling_id=OuterRef("id"), stage__in=SENT
        )
        return rows.annotate(part=Subquery(own.order_by("-id").values("reply_class")[:1])).values("part")
    if by_what == "delegation":
        kept = [] if by.holds(*KNOW_NAMES) else [When(root__confidential=True, then=Value(KEPT))]
        return rows.annotate(
            part=Case(*kept, default=F("root__delegation_id"), output_field=BigIntegerField())
        ).values("part")
    return rows.annotate(part=F(COLUMNS[by_what])).values("part")


COLUMNS = {"unit": "unit_id", "division": "division_id", "stage": "stage", "role": "role"}
KEPT = -1
WORDS: dict[str, type[w.Word]] = {"stage": w.Handling, "role": w.Role}


def _value(by_what: str, part: Any) -> str:
    """As the condition asks for it; nothing where no condition does."""
    if part in (None, "", KEPT):
        return ""
    return str(part.value if isinstance(part, w.Word) else part)


def _labels(by_what: str, values: set[Any], by: Actor) -> Callable[[Any], str]:
    houses = {value for value in values if isinstance(value, int)} if by_what in HOUSES else set()
    known = organisation_names(by.congress, houses - {KEPT}) if houses else {}

    def label(part: Any) -> str:
        if part == KEPT:
            return HIDDEN
        if by_what in WORDS:
            return str((part if isinstance(part, w.Word) else WORDS[by_what](part)).label)
        return known.get(part, UNTOLD) if by_what in HOUSES else (f"{part} 类" if part else "尚未答复")

    return label


HOUSES = ("unit", "division", "delegation")
