"""The registers over the interface: the same rows, conditions, columns and layouts as on the pages."""

from typing import Annotated

from django.http import Http404, HttpRequest
from ninja import Query, Router, Schema

from jianyi.procedure.facts.acting import Actor
from jianyi.registers import layouts as kept
from jianyi.registers.models import Layout
from jianyi.registers.register import Line as Told, Register as Kind
from jianyi.registers.registers import REGISTERS

from . import shapes
from .doors import who
from .inputs import Number, Paged, Word
from .refusing import READS


router = Router(tags=["registers"])


class Conditions(Schema):
    """What is asked; empty asks nothing, and what a register does not know it does not ask. `layout`: use what is kept there instead."""

    unit: str = ""
    division: str = ""
    responsible: str = ""
    sitting: str = ""
    delegation: str = ""
    stage: str = ""
    role: str = ""
    key: str = ""
    between: str = ""
    late: str = ""
    mark: str = ""
    pressed: str = ""
    phase: str = ""
    mode: str = ""
    face: str = ""
    part: str = ""
    within: str = ""
    year: str = ""
    words: str = ""
    noted: str = ""
    note: str = ""


class ColumnOf(Schema):
    code: str
    label: str
    group: str


class Line(Schema):
    """`id`: of the row, a handling, a contact or a promise; `handling`: that it is of; `cells`: in the order of the columns; days as
    2026-05-26, nothing for what is not known or not told to this reader."""

    id: str
    handling: str
    suggestion: str
    cells: list[str]


class Register(Schema):
    columns: list[shapes.Word]
    rows: list[Line]
    total: int
    more: bool
    after: str
    before: str


class PartOf(Schema):
    """How many rows have this in common, and how many of them are late; nothing where none can be."""

    label: str
    value: str
    rows: int
    late: int | None


class LayoutOf(Schema):
    id: str
    name: str
    shared: bool
    mine: bool
    conditions: dict[str, str]
    columns: list[str]
    order: str
    parts: str


Sought = Annotated[Conditions, Query()]
Which = Annotated[Word, Query()]


def _opened(request: HttpRequest, key: str) -> tuple[Kind, Actor]:
    by, register = who(request), REGISTERS.get(key)
    if register is None or not register.open_to(by):
        raise Http404
    return register, by


@router.get("/registers/columns", response={200: list[ColumnOf], **READS})
def columns(request: HttpRequest, of: Which = "work") -> list[ColumnOf]:
    """可选的列。`of`: which register."""
    kind, by = _opened(request, of)
    return [
        ColumnOf(code=each.key, label=each.label, group=group.label)
        for group in kind.offered(by)
        for each in group.columns
    ]


@router.get("/registers/layouts", response={200: list[LayoutOf], **READS})
def layouts(request: HttpRequest, of: Which = "work") -> list[LayoutOf]:
    """台账视图: mine, then those shared in my house; `of`: which register."""
    kind, by = _opened(request, of)
    return [_layout(row, by) for row in kept.layouts(kind.key, by=by)]


def _layout(row: Layout, by: Actor) -> LayoutOf:
    conditions = {name: str(value) for name, value in row.conditions.items()}
    return LayoutOf(
        id=str(row.id), name=row.name, shared=row.shared, mine=row.owner_id == by.person, conditions=conditions, columns=row.columns,
        order=row.order, parts=row.parts,
    )  # fmt: skip


@router.get("/registers/{which}", response={200: Register, **READS})
def rows(
    request: HttpRequest, which: Word, page: Paged, asked: Sought, columns: str = "", order: Word | None = None,
    layout: Number | None = None,
) -> Register:  # fmt: skip
    """台账: the rows I may see. `which`: work, pressed, contacts, promises; `columns`: in their order, separated by commas; `order`: one of
    the register's own, else its first."""
    kind, by = _opened(request, which)
    saved = kept.layout(int(layout), kind.key, by=by) if layout else None
    conditions = kind.read(saved.conditions if saved else asked.dict())
    wanted = kind.chosen(saved.columns if saved else columns.split(","), by)
    ordered = kind.order(saved.order if saved else order or "")
    found = kind.page(conditions, wanted, by=by, order=ordered, **page.cursor)
    counted = kind.count(conditions, by=by, order=ordered)
    return Register(
        columns=[shapes.Word(code=each.key, label=each.label) for each in wanted], rows=[_line(row) for row in found.rows],
        total=counted.number, more=counted.more, after=found.after, before=found.before,
    )  # fmt: skip


def _line(line: Told) -> Line:
    cells = ["" if cell is None else str(cell) for cell in line.cells]
    task = getattr(line.row, "handling_id", line.row.id)
    return Line(id=str(line.row.id), handling=str(task), suggestion=str(line.root), cells=cells)


@router.get("/registers/{which}/parts/{by_what}", response={200: list[PartOf], **READS})
def parts(request: HttpRequest, which: Word, by_what: Word, asked: Sought) -> list[PartOf]:
    """分组计数。`by_what`: unit, division, stage and, where the register has them, mark, delegation, role, phase, mode."""
    kind, by = _opened(request, which)
    if by_what not in kind.cuts:
        raise Http404
    return [PartOf(**vars(each)) for each in kind.parts(kind.read(asked.dict()), by_what, by=by)]
