"""Groups of suggestions and their problems over the interface: lists, one group as this reader may see it, the board."""

from datetime import date, datetime

from django.http import Http404, HttpRequest
from ninja import Router, Schema

from jianyi.themes.models import Problem, Theme
from jianyi.themes.queries import board, themes as queries
from jianyi.themes.queries.record import timeline
from jianyi.themes.queries.themes import ThemeFile

from . import shapes
from .doors import who
from .inputs import Number, Paged, Word
from .refusing import READS
from .telling import attached


router = Router(tags=["themes"])


class Figures(Schema):
    """挂牌 (`listed`), of them 销号 (`struck`), 转承诺 (`pledged`), and open ones that are `late`."""

    listed: int
    struck: int
    pledged: int
    late: int


class Group(Schema):
    id: str
    title: str
    stage: shapes.Word
    version: int
    unit: shapes.Named
    made_on: date | None
    ended_on: date | None


class Listed(Group):
    """`members`: those that this reader may see."""

    members: int
    figures: Figures


class Groups(Schema):
    rows: list[Listed]
    after: str
    before: str


class MemberOf(Schema):
    """`deputy`: as far as it may be told; `handling`: the unit's part, where its stage stands."""

    id: str
    suggestion: str
    number: str
    title: str
    deputy: str
    stage: shapes.Word
    version: int
    reason: str
    handling: str
    handling_stage: shapes.Word | None


class Held(Schema):
    """`came`: how many were there, of them `deputies`."""

    id: str
    kind: shapes.Word
    title: str
    stage: shapes.Word
    starts_at: datetime | None
    came: int
    deputies: int


class Trouble(Schema):
    """F30. `promised_in`: the suggestion in whose reply it is promised."""

    id: str
    nth: int
    text: str
    measures: str
    owner: str
    due: date | None
    late: bool
    stage: shapes.Word
    version: int
    suggestions: list[str]
    meeting: str
    evidence: str
    attachments: list[shapes.Attachment]
    reported_on: date | None
    checked_by: str
    struck_on: date | None
    promised_in: str
    item: str
    promised_until: date | None


class Whole(Group):
    """`events`: oldest first, as far as this reader may read them; `shared`: the paragraphs that replies take in, for the unit alone; `edition`: which text of them it is."""

    basis: str
    reason: str
    members: list[MemberOf]
    meetings: list[Held]
    problems: list[Trouble]
    shared: list[str]
    edition: int
    events: list[shapes.Event]


class OnBoard(Schema):
    id: str
    theme: str
    theme_title: str
    unit: shapes.Named
    text: str
    owner: str
    due: date | None
    late: bool
    stage: shapes.Word


class OfUnit(Figures):
    unit: shapes.Named


class Board(Schema):
    rows: list[OnBoard]
    units: list[OfUnit]
    after: str
    before: str


@router.get("/themes", response={200: Groups, **READS})
def every(request: HttpRequest, page: Paged, show: Word | None = None) -> Groups:
    """类办组: all I may see, the latest first. `show`: open, ended."""
    found = queries.themes(by=who(request), show=show or "", **page.cursor)
    rows = [
        Listed(**_group(row.theme), members=row.members, figures=_figures(row.figures)) for row in found.rows
    ]
    return Groups(rows=rows, after=found.after, before=found.before)


@router.get("/themes/{number}", response={200: Whole, **READS})
def one(request: HttpRequest, number: Number) -> Whole:
    """One of them."""
    file = queries.file(int(number), by=who(request))
    if file is None:
        raise Http404
    return Whole(
        **_group(file.theme), basis=file.theme.basis, reason=file.theme.reason, members=_members(file), meetings=_meetings(file),
        problems=[_problem(file, row) for row in file.problems], shared=file.paragraphs.paragraphs if file.paragraphs else [],
        edition=file.paragraphs.edition if file.paragraphs else 0,
        events=[shapes.Event(**vars(each)) for each in timeline(file)],
    )  # fmt: skip


@router.get("/problems", response={200: Board, **READS})
def problems(
    request: HttpRequest, page: Paged, part: Word | None = None, unit: Number | None = None
) -> Board:
    """问题挂牌: what I may see, late ones first. `part`: open, late, check, struck, promised, all."""
    by = who(request)
    found = board.listed(by=by, part=part or "open", unit=int(unit or 0), **page.cursor)
    units = [
        OfUnit(unit=shapes.Named(id=str(number), name=name), **_told(told)) for number, name, told in board.by_unit(by=by)
    ]  # fmt: skip
    return Board(
        rows=[_on_board(row) for row in found.rows], units=units, after=found.after, before=found.before
    )


def _group(row: Theme) -> dict[str, object]:
    return {
        "id": str(row.id), "title": row.title, "stage": shapes.word(row.stage), "version": row.version,
        "unit": shapes.Named(id=str(row.unit_id), name=row.unit.name), "made_on": row.made_on, "ended_on": row.ended_on,
    }  # fmt: skip


def _told(row: board.Figures) -> dict[str, int]:
    return {"listed": row.listed, "struck": row.struck, "pledged": row.pledged, "late": row.late}


def _figures(row: board.Figures) -> Figures:
    return Figures(**_told(row))


def _members(file: ThemeFile) -> list[MemberOf]:
    return [
        MemberOf(
            id=str(each.row.id), suggestion=str(each.case.id), number=each.case.no, title=each.case.title, deputy=each.deputy,
            stage=shapes.word(each.row.stage), version=each.row.version, reason=each.row.reason, handling=str(each.handling.id) if each.handling else "",
            handling_stage=shapes.word(each.handling.stage) if each.handling else None,
        )
        for each in file.members
    ]  # fmt: skip


def _meetings(file: ThemeFile) -> list[Held]:
    return [
        Held(
            id=str(each.meeting.id), kind=shapes.Word(code=each.meeting.kind, label=each.meeting.label), title=each.meeting.title,
            stage=shapes.word(each.meeting.stage), starts_at=each.meeting.starts_at, came=each.came, deputies=each.deputies,
        )
        for each in file.gatherings
    ]  # fmt: skip


def _problem(file: ThemeFile, row: Problem) -> Trouble:
    files = file.evidence.get(row.id, [])
    return Trouble(
        id=str(row.id), nth=row.nth, text=row.text, measures=row.measures, owner=file.known.get(row.owner_id, ""), due=row.due, late=row.is_late,
        stage=shapes.word(row.stage), version=row.version, suggestions=[str(case.id) for case in file.concerns.get(row.id, [])],
        meeting=shapes.number(row.meeting_id), evidence=row.evidence if file.is_inside or row.struck_on else "", attachments=attached(files),
        reported_on=row.reported_on, checked_by=row.checked_by, struck_on=row.struck_on,
        promised_in=shapes.number(row.pledged_case) if row.pledged_case in file.cases else "", item=row.pledged_item, promised_until=row.pledged_due,
    )  # fmt: skip


def _on_board(row: Problem) -> OnBoard:
    return OnBoard(
        id=str(row.id), theme=str(row.root_id), theme_title=row.root.title, unit=shapes.Named(id=str(row.unit_id), name=row.unit.name),
        text=row.text, owner=row.owner.name, due=row.due, late=row.is_late, stage=shapes.word(row.stage),
    )  # fmt: skip
