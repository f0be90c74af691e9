"""What a register is: rows that somebody may see, found by conditions, told in columns, in one of its orders, counted by what they have
in common. One mechanism for all of them; each says only what is its own."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Value
from django.db.models.expressions import Combinable

from jianyi.cases.queries.counting import UP_TO, Count as Counted
from jianyi.kit.pages import Page, Way, page
from jianyi.parties.queries import organisation_names
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor

from .asked import Conditions
from .columns import HIDDEN, Cell, Column, Group, groups
from .sight import has_one, is_deputy


SIZE, BOOK = 50, 500
UNTOLD = "（未定）"
# A part of its own for what is not told to the reader.
KEPT = -1


@dataclass(frozen=True)
class Order:
    """`names`: columns without gaps whose last is unique; `down`: the largest first."""

    label: str
    names: tuple[str, ...]
    down: bool = False


@dataclass(frozen=True)
class Cut:
    """By what rows are counted. `part`: the expression that rows have in common, for one reader; `called`: how a part is named, without it
    parts are houses; `open_to`: who may count by it."""

    label: str
    part: Callable[[Actor], str | Combinable]
    called: Callable[[Any], str] | None = None
    open_to: Callable[[Actor], bool] = has_one


@dataclass(frozen=True)
class Part:
    """`value`: as the condition of that name asks for it; empty where none does; `late`: nothing where no row can be late."""

    label: str
    value: str
    rows: int
    late: int | None


@dataclass(frozen=True)
class Line:
    """A row with what the chosen columns say of it; `root` and `anchor`: where it stands on the page of its suggestion."""

    row: Any
    root: int
    anchor: str
    columns: tuple[Column, ...]
    cells: tuple[Cell, ...]

    @property
    def pairs(self) -> list[tuple[Column, Cell]]:
        return list(zip(self.columns, self.cells, strict=True))


@dataclass(frozen=True)
class Register:
    """`usually`: what it shows when nothing is asked; `laid`: whose columns it shows; `measure`: what one row is counted in; `read`: the conditions that an address asks for; `rows`: with all
    that a line needs; `ways`: what the reader may see of what is asked, each along an index in the order; `every`: the same in no order;
    `held`: the rows of a page as its columns see them; `late`: the condition on a late row, for one reader."""

    key: str
    label: str
    about: str
    usually: str
    laid: str
    measure: str
    usual: tuple[str, ...]
    read: Callable[[Mapping[str, Any]], Conditions]
    orders: Mapping[str, Order]
    cuts: Mapping[str, Cut]
    rows: Callable[[str, Actor], QuerySet[Any]]
    ways: Callable[[Conditions, str, Actor], list[Way]]
    every: Callable[[Conditions, str, Actor], QuerySet[Any]]
    held: Callable[[Sequence[Any], Actor], Any]
    late: Callable[[Actor], Q] | None = None
    anchor: str = ""
    open_to: Callable[[Actor], bool] = field(default=has_one)

    @property
    def groups(self) -> tuple[Group, ...]:
        return groups(self.laid)

    @cached_property
    def columns(self) -> dict[str, Column]:
        return {column.key: column for group in self.groups for column in group.columns}

    def offered(self, by: Actor) -> list[Group]:
        return [group for group in self.groups if not (group.inside and is_deputy(by))]

    def chosen(self, keys: Sequence[str], by: Actor) -> list[Column]:
        """These columns in this order; what is no column, or none for this reader, is left out, and with nothing left the usual ones
        stand."""
        known = {column.key: column for group in self.offered(by) for column in group.columns}
        found = [known[key] for key in dict.fromkeys(keys) if key in known]
        return found or [known[key] for key in self.usual if key in known]

    def order(self, told: str) -> str:
        """One of its orders; the first where there is none of that name."""
        return told if told in self.orders else next(iter(self.orders))

    def page(
        self, asked: Conditions, columns: Sequence[Column], *, by: Actor, order: str = "", size: int = SIZE, after: str = "", before: str = ""
    ) -> Page:  # fmt: skip
        """Lines of what the actor may see. As many questions for many rows as for one: they depend on the columns alone."""
        name = self.order(order)
        way = self.orders[name]
        found = page(
            self.rows(name, by), way.names, size, after=after, before=before, newest=way.down, ways=self.ways(asked, name, by)
        )  # fmt: skip
        return Page(self.lines(found.rows, columns, by=by), found.after, found.before)

    def lines(self, found: Sequence[Any], columns: Sequence[Column], *, by: Actor) -> list[Line]:
        """What the columns say of these rows; only the groups that have one of them are asked."""
        held, keys = self.held(found, by), {column.key for column in columns}
        told: dict[int, dict[str, Cell]] = {row.id: {} for row in found}
        for group in self.groups if found else ():
            if keys & {column.key for column in group.columns}:
                for number, cells in group.tell(held).items():
                    told[number].update(cells)
        return [
            Line(row, row.root_id, f"{self.anchor}-{row.id}", tuple(columns), tuple(told[row.id].get(column.key) for column in columns))
            for row in found
        ]  # fmt: skip

    def book(
        self, asked: Conditions, columns: Sequence[Column], *, by: Actor, order: str = ""
    ) -> Iterator[Line]:
        """All of them, page by page: never more than one page is held."""
        after, more = "", True
        while more:
            found = self.page(asked, columns, by=by, order=order, size=BOOK, after=after)
            yield from found.rows
            after, more = found.after, bool(found.after)

    def count(self, asked: Conditions, *, by: Actor, order: str = "", whole: bool = False) -> Counted:
        """How many there are; for a page only so far."""
        rows = self.every(asked, self.order(order), by).order_by()
        if whole:
            return Counted(rows.count())
        found = rows[: UP_TO + 1].count()
        return Counted(min(found, UP_TO), found > UP_TO)

    def parts(self, asked: Conditions, by_what: str, *, by: Actor) -> list[Part]:
        """How many rows, and how many of them late, in each part; the largest first. In one walk over the rows, and one for names."""
        cut = self.cuts.get(by_what)
        if cut is None or not cut.open_to(by):
            return []
        counted = {"n": Count(Value(1))} | (
            {"late": Count(Value(1), filter=self.late(by))} if self.late else {}
        )
        part = cut.part(by)
        rows = self.every(asked, "", by).annotate(part=F(part) if isinstance(part, str) else part)
        found = list(rows.values("part").annotate(**counted).order_by())
        label = _labels(cut, {row["part"] for row in found}, by)
        told = [Part(label(row["part"]), _value(row["part"]), row["n"], row.get("late")) for row in found]
        return sorted(told, key=lambda each: (-each.rows, each.label))


def _value(part: Any) -> str:
    """As the condition asks for it; nothing where no condition does."""
    if part in (None, "", KEPT):
        return ""
    return str(part.value if isinstance(part, w.Word) else part)


def _labels(cut: Cut, parts: set[Any], by: Actor) -> Callable[[Any], str]:
    called = cut.called
    houses = {} if called else organisation_names(by.congress, {part for part in parts if part} - {KEPT})

    def label(part: Any) -> str:
        if part == KEPT:
            return HIDDEN
        return called(part) if called else houses.get(part, UNTOLD)

    return label


def labelled(word: type[w.Word]) -> Callable[[Any], str]:
    """How parts are called that are stages, or other words."""
    return lambda part: str((part if isinstance(part, w.Word) else word(part)).label)


def seen_in(rows: QuerySet[Any], ways: Sequence[Q]) -> QuerySet[Any]:
    """Rows along any of these ways, in no order; where one leads to all of them, without a condition, which would only tempt the engine
    to another index."""
    if not all(ways):
        return rows
    met = Q(pk__in=[])
    for way in ways:
        met |= way
    return rows.filter(met)
