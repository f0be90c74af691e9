"""The registers over the interface: the same rows, conditions, columns and layouts as on the pages."""

from typing import Annotated

from django.http import Http404, HttpRequest
from ninja import Query, Router, Schema

from jianyi.procedure.facts.acting import Actor
from jianyi.registers import layouts as kept
from jianyi.registers.asked import Asked
from jianyi.registers.columns import chosen, groups
from jianyi.registers.models import Layout
from jianyi.registers.queries import work as queries
from jianyi.registers.sight import has_one

from . import shapes
from .doors import who
from .inputs import Number, Paged, Word
from .refusing import READS


router = Router(tags=["registers"])


class Conditions(Schema):
    """What is asked; empty asks nothing. `layout`: use what is kept there instead."""

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
    within: str = ""
    year: str = ""
    words: str = ""


class ColumnOf(Schema):
    code: str
    label: str
    group: str


class Line(Schema):
    """`cells`: in the order of the columns; days as 2026-05-26, nothing for what is not known or not told to this reader."""

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
    """How many handlings have this in common, and how many of them are late."""

    label: str
    value: str
    tasks: int
    late: int


class LayoutOf(Schema):
    id: str
    name: str
    shared: bool
    mine: bool
    conditions: dict[str, str]
    columns: list[str]
    order: str


Told = Annotated[Conditions, Query()]


def _reader(request: HttpRequest) -> Actor:
    by = who(request)
    if not has_one(by):
        raise Http404
    return by


@router.get("/registers/columns", response={200: list[ColumnOf], **READS})
def columns(request: HttpRequest) -> list[ColumnOf]:
    """可选的列。"""
    _reader(request)
    return [
        ColumnOf(code=each.key, label=each.label, group=group.label)
        for group in groups()
        for each in group.columns
    ]


@router.get("/registers/work", response={200: Register, **READS})
def work(
    request: HttpRequest, page: Paged, asked: Told, columns: str = "no,title,unit,stage,due,late", order: Word | None = None,
    layout: Number | None = None,
) -> Register:  # fmt: skip
    """工作台账: the handlings I may see. `columns`: in their order, separated by commas; `order`: new, old, due."""
    by = _reader(request)
    saved = kept.layout(int(layout), by=by) if layout else None
    conditions = Asked.read(saved.conditions if saved else asked.dict())
    wanted = chosen(saved.columns if saved else columns.split(","))
    told = saved.order if saved else order or "new"
    ordered = told if told in queries.ORDERS else "new"
    found = queries.register(conditions, wanted, by=by, order=ordered, **page.cursor)
    counted = queries.count(conditions, by=by, order=ordered)
    return Register(
        columns=[shapes.Word(code=each.key, label=each.label) for each in wanted], rows=[_line(row) for row in found.rows],
        total=counted.number, more=counted.more, after=found.after, before=found.before,
    )  # fmt: skip


def _line(row: queries.Line) -> Line:
    cells = ["" if cell is None else str(cell) for cell in row.cells]
    return Line(handling=str(row.task.id), suggestion=str(row.task.root_id), cells=cells)


@router.get("/registers/work/parts/{by_what}", response={200: list[PartOf], **READS})
def parts(request: HttpRequest, by_what: Word, asked: Told) -> list[PartOf]:
    """分组计数。`by_what`: unit, division, mark, delegation, stage, role."""
    by = _reader(request)
    if by_what not in queries.PARTS:
        raise Http404
    return [PartOf(**vars(each)) for each in queries.parts(Asked.read(asked.dict()), by_what, by=by)]


@router.get("/registers/layouts", response={200: list[LayoutOf], **READS})
def layouts(request: HttpRequest) -> list[LayoutOf]:
    """台账视图: mine, then those shared in my house."""
    by = _reader(request)
    return [_layout(row, by) for row in kept.layouts("work", by=by)]


def _layout(row: Layout, by: Actor) -> LayoutOf:
    conditions = {name: str(value) for name, value in row.conditions.items()}
    return LayoutOf(
        id=str(row.id), name=row.name, shared=row.shared, mine=row.owner_id == by.person, conditions=conditions, columns=row.columns,
        order=row.order,
    )  # fmt: skip
