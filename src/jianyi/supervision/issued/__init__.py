"""From a letter or a document of the ladder to the numbered paper that leaves the house."""

from jianyi.cases import issued
from jianyi.cases.issued import copied
from jianyi.cases.letters.values import Issue
from jianyi.kit import clock
from jianyi.parties.queries import names
from jianyi.procedure.words import Kind
from jianyi.turn.case import Turn
from jianyi.turn.models import Series

from ..models import Addressed, Line, Measure, Urging
from . import letters


# 澜发改内督, 澜政办督, 澜常代建督 (forms.md 0.2): the government's office has its own word in its code.
SERIES = {"inner": "内督", "government": "督", "congress": "建督", "co": "催告"}


def number_of(row: Addressed) -> str:
    """The next of its house, series and year."""
    return issued.numbered(row.house, SERIES[row.way])


def board_of(row: Measure) -> str:
    """GP-2026-1, of the house that lists it."""
    year = clock.today().year
    return f"GP-{year}-{Series.next(row.congress_id, f'boards {row.house_id} {year}')}"


def urged(turn: Turn, urging: Urging, rows: list[Line]) -> None:
    """When it is issued: the facts as they were that moment."""
    lags = tuple(
        letters.Lagging(row.suggestion.no, row.suggestion.title, row.fact, row.due, row.days, row.working_days, row.responsible)
        for row in rows
    )  # fmt: skip
    issue = _issue(turn, urging, "urging")
    told = letters.Urging(
        issue,
        urging.addressee,
        "你处" if urging.is_inner else "你单位",
        lags,
        tuple(urging.demands),
        urging.due,
        urging.nth,
    )
    issued.issue(turn, urging, "urging", letters.urging(told), issue, urging.house_id, urging.unit_id)


def drawn(turn: Turn, measure: Measure, kind: str) -> None:
    """The document of a rung, when it is issued; the record of an interview, when both have signed."""
    people = {measure.owner_id or 0, measure.interviewer_id or 0, measure.skip_by_id or 0}
    known = names(measure.congress_id, people)
    issue = _issue(turn, measure, kind)
    told = letters.Measure(
        issue, measure.addressee, measure.suggestion.no, measure.suggestion.title, measure.facts, tuple(measure.demands), measure.due,
        known.get(measure.owner_id or 0, ""), measure.previous, measure.skip_reason, known.get(measure.skip_by_id or 0, ""),
        measure.board, tuple(measure.conditions), known.get(measure.interviewer_id or 0, ""), measure.at, measure.where, measure.materials,
        measure.statement, tuple(measure.pledges), tuple(tuple(pair) for pair in measure.signed_by), measure.article, measure.manner_told,
        measure.decider, measure.statement_by, measure.cause_told, measure.supervised_by.name if measure.supervised_by else "", measure.audience_told,
    )  # fmt: skip
    document = letters.DOCUMENTS[kind](told)
    issued.issue(turn, measure, kind, document, issue, measure.house_id, measure.unit_id)


def _issue(turn: Turn, row: Addressed, kind: str) -> Issue:
    """Headed by the house; what goes between houses has copies for the offices that watch
    over it; what concerns a person alone has none."""
    silent = row.is_inner or (isinstance(row, Measure) and row.rung == "accountability")
    known = () if silent else _copies(row)
    check = issued.check(row.number, f"{row.house_id} {kind}")
    issue = Issue(
        row.house.name, row.number, row.issued_on or clock.today(), turn.by.name, check=check, copies=known
    )
    return issued.headed(issue, row.house)


def _copies(row: Addressed) -> tuple[str, ...]:
    return copied.others(
        (*copied.central(row.congress_id, Kind.COMMITTEE, Kind.PRESIDIUM), *copied.government(row.unit)), row.house.name
    )  # fmt: skip
