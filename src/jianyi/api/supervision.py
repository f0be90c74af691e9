"""Urging, the ladder and help over the interface: lists, one letter or document as this reader may see it, how handlings stand."""

from django.http import Http404, HttpRequest
from ninja import Router

from jianyi.cadence.queries.slow import Slow, slow
from jianyi.cases.models import Letter as Sent
from jianyi.fieldwork.fresh import home_of
from jianyi.supervision.lagging import key_of
from jianyi.supervision.models import Addressed, Help, Line, Measure, Urging
from jianyi.supervision.queries import helps, measures, urgings
from jianyi.supervision.queries.standing import standing

from . import shapes
from .doors import who
from .inputs import Number, Paged, Word
from .parts import Letter
from .refusing import READS
from .supervision_shapes import (
    HelpListed,
    Helps,
    HelpWhole,
    Lagging,
    Lags,
    LineOf,
    MeasureListed,
    Measures,
    MeasureWhole,
    Rung,
    Standing,
    UrgingListed,
    Urgings,
    UrgingWhole,
)
from .telling import attached, letter


router = Router(tags=["supervision"])


@router.get("/lags", response={200: Lags, **READS})
def lags(request: HttpRequest, unit: Number | None = None, division: Number | None = None) -> Lags:
    """滞后事项: what lags now as far as I may see it, the longest first; an urging letter is drafted from these keys."""
    by = who(request)
    rows = slow(by=by, unit=int(unit or 0), division=int(division or 0))
    owing = urgings.owing(by=by, house=home_of(by)) if home_of(by) else []
    return Lags(rows=[_lag(row) for row in rows], owing=[_lag(row) for row in owing])


@router.get("/urgings", response={200: Urgings, **READS})
def every(
    request: HttpRequest,
    page: Paged,
    part: Word | None = None,
    way: Word | None = None,
    unit: Number | None = None,
) -> Urgings:
    """催办函: those I may see, the latest first. `part`: draft, open, late, answered, uncorrected, closed; `way`: inner, government,
    congress, co; `unit`: to this one."""
    found = urgings.listed(
        by=who(request), part=part or "", way=way or "", unit=int(unit or 0), **page.cursor
    )
    rows = [_urging(row, row.told) for row in found.rows]
    return Urgings(rows=rows, after=found.after, before=found.before)


@router.get("/urgings/{number}", response={200: UrgingWhole, **READS})
def one(request: HttpRequest, number: Number) -> UrgingWhole:
    """One of them."""
    file = urgings.file(int(number), by=who(request))
    if file is None:
        raise Http404
    row = file.urging
    same = ("issued_by", "received_on", "received_by", "answer", "done_by", "answered_on", "answered_by")
    return UrgingWhole(
        **_urging(row, file.lines).dict(), **{name: getattr(row, name) for name in same}, demands=row.demands, **_ended(row),
        reason=row.reason, attachments=attached(file.evidence.get(row.id, [])), letters=_letters(file.letters),
    )  # fmt: skip


@router.get("/measures", response={200: Measures, **READS})
def documents(
    request: HttpRequest, page: Paged, part: Word | None = None, rung: Word | None = None
) -> Measures:
    """督办: 通报、挂牌、约谈、责任追究、督办通知 that I may see, the latest first. `part`: draft, open, ended; `rung`: notice, circular, listing, interview,
    accountability."""
    found = measures.listed(by=who(request), part=part or "", rung=rung or "", **page.cursor)
    return Measures(rows=[_measure(row) for row in found.rows], after=found.after, before=found.before)


@router.get("/measures/{number}", response={200: MeasureWhole, **READS})
def document(request: HttpRequest, number: Number) -> MeasureWhole:
    """One of them."""
    file = measures.file(int(number), by=who(request))
    if file is None:
        raise Http404
    row, known = file.measure, file.known
    same = (
        "facts", "demands", "previous", "skip_reason", "conditions", "evidence", "at", "where", "materials", "statement", "pledges",
        "visible_to", "cause", "signed_by", "article", "manner", "decider", "statement_by", "defence", "decision", "decided_on",
    )  # fmt: skip
    return MeasureWhole(
        **_measure(row).dict(), **{name: getattr(row, name) for name in same}, **_ended(row),
        supervised_by=row.supervised_by.name if row.supervised_by else "",
        interviewer=known.get(row.interviewer_id or 0, ""), skip_by=known.get(row.skip_by_id or 0, ""),
        attachments=attached(file.evidence.get(row.id, [])), letters=_letters(file.letters),
    )  # fmt: skip


@router.get("/ladder", response={200: list[Rung], **READS})
def ladder(request: HttpRequest) -> list[Rung]:
    """督办阶梯: what stands on which rung, as far as I may see it."""
    return [
        Rung(rung=shapes.Word(code=step.rung, label=step.label), level=step.level, issued=step.issued, open=step.open)
        for step in measures.ladder(by=who(request))
    ]  # fmt: skip


@router.get("/standing", response={200: list[Standing], **READS})
def stands(request: HttpRequest, handlings: str) -> list[Standing]:
    """How handlings stand, by their numbers with commas between; those that were never urged are not in the answer."""
    numbers = [int(part) for part in handlings.split(",")[:500] if part.isdecimal() and len(part) < 19]
    found = standing(numbers, by=who(request))
    return [
        Standing(handling=str(number), urged=row.urged, on=row.on, rung=row.rung, label=row.label)
        for number, row in found.items()
    ]


@router.get("/help-measures", response={200: Helps, **READS})
def help_measures(
    request: HttpRequest, page: Paged, part: Word | None = None, kind: Word | None = None
) -> Helps:
    """攻坚和帮扶: those I may see, the latest first. `part`: open, late, check, done, all; `kind`: hard, help."""
    found = helps.listed(by=who(request), part=part or "open", kind=kind or "", **page.cursor)
    return Helps(rows=[_help(row) for row in found.rows], after=found.after, before=found.before)


@router.get("/help-measures/{number}", response={200: HelpWhole, **READS})
def help_measure(request: HttpRequest, number: Number) -> HelpWhole:
    """One of them."""
    file = helps.file(int(number), by=who(request))
    if file is None:
        raise Http404
    return HelpWhole(**_help(file.row).dict(), attachments=attached(file.evidence.get(file.row.id, [])))


def _lag(row: Slow) -> Lagging:
    return Lagging(
        key=key_of(row), suggestion=str(row.case), number=row.no, title=row.title, handling=str(row.handling),
        unit=shapes.Named(id=str(row.unit), name=row.unit_name), division=row.division_name,
        criterion=shapes.Word(code=row.criterion, label=row.label), due=row.due, days=row.days, working_days=row.working_days,
        fact=row.fact, responsible=row.responsible_name,
    )  # fmt: skip


def _paper(row: Addressed) -> dict[str, object]:
    return {
        "id": str(row.id), "stage": shapes.word(row.stage), "version": row.version, "way": shapes.Word(code=row.way, label=row.way_told),
        "house": shapes.Named(id=str(row.house_id), name=row.house.name), "unit": shapes.Named(id=str(row.unit_id), name=row.unit.name),
        "division": row.division.name if row.division else "", "number": row.number, "issued_on": row.issued_on, "due": row.due,
        "late": row.is_late, "prolonged": row.prolonged,
    }  # fmt: skip


def _ended(row: Addressed) -> dict[str, object]:
    return {"outcome": row.outcome, "closed_on": row.closed_on, "closed_by": row.closed_by}


def _urging(row: Urging, lines: list[Line]) -> UrgingListed:
    return UrgingListed(**_paper(row), nth=row.nth, lines=[_line(line) for line in lines])


def _line(row: Line) -> LineOf:
    return LineOf(
        suggestion=str(row.suggestion_id), number=row.suggestion.no, title=row.suggestion.title, handling=str(row.handling_id),
        criterion=shapes.Word(code=row.criterion, label=row.label), due=row.due, days=row.days, working_days=row.working_days,
        fact=row.fact, responsible=row.responsible,
    )  # fmt: skip


def _measure(row: Measure) -> MeasureListed:
    return MeasureListed(
        **_paper(row), rung=shapes.Word(code=row.rung, label=row.label), level=row.level, board=row.board, suggestion=str(row.suggestion_id),
        suggestion_number=row.suggestion.no, handling=str(row.handling_id), owner=row.owner.name if row.owner else "",
    )  # fmt: skip


def _help(row: Help) -> HelpListed:
    return HelpListed(
        id=str(row.id), kind=shapes.Word(code=row.kind, label=row.label), stage=shapes.word(row.stage), version=row.version,
        unit=shapes.Named(id=str(row.unit_id), name=row.unit.name), suggestion=str(row.suggestion_id), promise=shapes.number(row.promise_id),
        what=row.what, place=row.where, programme=row.programme, leads=row.leads.name if row.leads else "", since=row.since,
        until=row.until, late=row.is_late, result=row.result, checked_by=row.checked_by,
    )  # fmt: skip


def _letters(rows: list[Sent]) -> list[Letter]:
    return [letter(row) for row in rows]
