"""Outcomes and what the press wrote, over the interface: the register, one of them, and the figures of a year."""

from datetime import date

from django.http import Http404, HttpRequest
from ninja import Router, Schema

from jianyi.kit import clock
from jianyi.outcomes.models import Link, Outcome, Publicity, Quantity, plain
from jianyi.outcomes.queries import lists, publicity as press
from jianyi.outcomes.queries.figures import figures as counted, may_count
from jianyi.outcomes.queries.files import OutcomeFile, file as opened
from jianyi.outcomes.sight import stage_for
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import CONVERSIONS

from . import shapes
from .doors import who
from .inputs import Number, Paged, Word, Year
from .refusing import READS
from .telling import attached


router = Router(tags=["outcomes"])


class Amount(Schema):
    """`number` as written, without needless noughts."""

    what: str
    number: str
    unit: str


class Paper(Schema):
    title: str
    number: str
    day: date | None


class Listed(Schema):
    """An outcome in the register. `counts`: some edition of it is checked and counts."""

    id: str
    kind: shapes.Word
    name: str
    stage: shapes.Word
    unit: shapes.Named
    year: int
    systemic: bool
    counts: bool
    registered_on: date | None
    quantities: list[Amount]


class Outcomes(Schema):
    rows: list[Listed]
    after: str
    before: str


class Edition(Schema):
    """What it said at one time; `counts`: this is the one that counts."""

    number: int
    counts: bool
    kind: shapes.Word
    name: str
    day: date
    text: str
    systemic: bool
    documents: list[Paper]
    quantities: list[Amount]
    reason: str
    written_by: str
    written_on: date
    certified_by: str
    certified_on: date | None


class Linked(Schema):
    """What it came of: one of a suggestion, a golden idea noted there, or a past reply."""

    id: str
    stage: shapes.Word
    suggestion: str
    idea: str
    past: str
    reason: str


class Whole(Schema):
    """What this reader may see; `public`: strangers read what counts of it; `editions`: the latest first."""

    id: str
    stage: shapes.Word
    unit: shapes.Named
    version: int
    registered_on: date | None
    public: bool
    sent_back: str
    withdrawn: str
    editions: list[Edition]
    links: list[Linked]
    attachments: list[shapes.Attachment]


class Sum(Amount):
    """Out of so many outcomes."""

    of: int


class OfKind(Schema):
    kind: shapes.Word
    count: int
    quantities: list[Sum]


class OfUnit(Schema):
    """`counts`: of each kind, in the order of `kinds`."""

    unit: shapes.Named
    counts: list[int]
    all: int


class Figures(Schema):
    """Of what counts in a year. Quantities are added only where thing and unit of measure are the same; `capped`: only of the first."""

    year: int
    all: int
    systemic: int
    kinds: list[OfKind]
    units: list[OfUnit]
    capped: bool


class Report(Schema):
    """A report of the press; `suggestions`: those this reader may see."""

    id: str
    title: str
    medium: str
    day: date
    address: str
    stage: shapes.Word
    unit: shapes.Named | None


class WholeReport(Report):
    version: int
    removed: str
    suggestions: list[str]
    attachments: list[shapes.Attachment]


class Reports(Schema):
    rows: list[Report]
    after: str
    before: str


@router.get("/outcomes", response={200: Outcomes, **READS})
def every(
    request: HttpRequest, page: Paged, kind: Word | None = None, year: Year | None = None, unit: Number | None = None,
    suggestion: Number | None = None, show: Word | None = None,
) -> Outcomes:  # fmt: skip
    """成果登记, newest first. `kind`: decision, key_work, response, conduct; `show`: counted, open, systemic, withdrawn."""
    by = who(request)
    found = lists.register(
        by=by, kind=kind or "", year=year or 0, unit=int(unit or 0), suggestion=int(suggestion or 0), show=show or "",
        **page.cursor,
    )  # fmt: skip
    quantities = lists.quantities_of(found.rows, by=by)
    rows = [_listed(row, quantities[row.id], by) for row in found.rows]
    return Outcomes(rows=rows, after=found.after, before=found.before)


@router.get("/outcomes/figures", response={200: Figures, **READS})
def figures(request: HttpRequest, year: Year | None = None, unit: Number | None = None) -> Figures:
    """How many of each kind in a year, by unit, with their quantities."""
    by = who(request)
    if not may_count(by):
        raise Http404
    told = counted(year or clock.today().year, by=by, unit=int(unit or 0))
    kinds = [
        OfKind(
            kind=_kind(row.kind), count=row.count,
            quantities=[Sum(what=s.what, number=plain(s.number), unit=s.unit, of=s.of) for s in row.sums],
        )
        for row in told.kinds
    ]  # fmt: skip
    units = [
        OfUnit(unit=shapes.Named(id=str(row.unit), name=row.name), counts=row.counts, all=row.all)
        for row in told.units
    ]
    return Figures(
        year=told.year, all=told.all, systemic=told.systemic, kinds=kinds, units=units, capped=told.capped
    )


@router.get("/outcomes/{number}", response={200: Whole, **READS})
def one(request: HttpRequest, number: Number) -> Whole:
    """One of them."""
    file = opened(int(number), by=who(request))
    if file is None:
        raise Http404
    row = file.outcome
    return Whole(
        id=str(row.id), stage=shapes.word(file.stage), unit=_unit(row), version=row.version, registered_on=row.registered_on,
        public=row.public > 0 and row.public == row.standing, sent_back=row.sent_back if file.is_house else "", withdrawn=row.withdrawn, editions=_editions(file),
        links=[_link(link) for link in file.links], attachments=attached(file.attachments),
    )  # fmt: skip


def _listed(row: Outcome, quantities: list[Quantity], by: Actor) -> Listed:
    return Listed(
        id=str(row.id), kind=_kind(row.kind), name=row.name, stage=shapes.word(stage_for(by, row)), unit=_unit(row), year=row.year,
        systemic=row.systemic, counts=row.standing > 0, registered_on=row.registered_on, quantities=_amounts(quantities),
    )  # fmt: skip


def _kind(kind: str) -> shapes.Word:
    return shapes.Word(code=kind, label=CONVERSIONS.get(kind, kind))


def _unit(row: Outcome) -> shapes.Named:
    return shapes.Named(id=str(row.unit_id), name=row.unit.name)


def _amounts(rows: list[Quantity]) -> list[Amount]:
    return [Amount(what=row.what, number=plain(row.number), unit=row.unit) for row in rows]


def _editions(file: OutcomeFile) -> list[Edition]:
    return [
        Edition(
            number=row.edition, counts=row.edition == file.outcome.standing, kind=_kind(row.kind), name=row.name, day=row.on, text=row.text,
            systemic=row.systemic, documents=[Paper(title=d.title, number=d.number, day=d.day) for d in file.documents(row.edition)],
            quantities=_amounts(file.quantities(row.edition)), reason=row.reason, written_by=row.written_by, written_on=row.written_on,
            certified_by=row.certified_by, certified_on=row.certified_on,
        )
        for row in file.editions
    ]  # fmt: skip


def _link(row: Link) -> Linked:
    return Linked(
        id=str(row.id), stage=shapes.word(row.stage), suggestion=shapes.number(row.suggestion_id), idea=shapes.number(row.idea_id),
        past=shapes.number(row.past_id), reason=row.reason,
    )  # fmt: skip


# What the press wrote


@router.get("/publicity", response={200: Reports, **READS})
def reports(
    request: HttpRequest, page: Paged, year: Year | None = None, unit: Number | None = None, suggestion: Number | None = None
) -> Reports:  # fmt: skip
    """宣传报道, the latest first."""
    found = press.publicity(
        by=who(request), year=year or 0, unit=int(unit or 0), suggestion=int(suggestion or 0), **page.cursor
    )
    return Reports(
        rows=[Report(**_report(row)) for row in found.rows], after=found.after, before=found.before
    )


@router.get("/publicity/{number}", response={200: WholeReport, **READS})
def report(request: HttpRequest, number: Number) -> WholeReport:
    """One of them."""
    file = press.publicity_file(int(number), by=who(request))
    if file is None:
        raise Http404
    row = file.publicity
    return WholeReport(
        **_report(row), version=row.version, removed=row.removed, suggestions=[str(case.id) for case in file.cases],
        attachments=attached(file.attachments),
    )  # fmt: skip


def _report(row: Publicity) -> dict[str, object]:
    unit = shapes.Named(id=str(row.unit_id), name=row.unit.name) if row.unit else None
    return {
        "id": str(row.id), "title": row.title, "medium": row.medium, "day": row.on, "address": row.address,
        "stage": shapes.word(row.stage), "unit": unit,
    }  # fmt: skip
