"""On a case: how often each unit was urged, which rung it stands on, what the deputies asked for."""

from datetime import date, datetime

from ninja import Schema

from jianyi.cases.queries.files import CaseFile
from jianyi.supervision.queries.board import of_case as of_board
from jianyi.supervision.queries.standing import of_case

from .shapes import Word, word


class Stands(Schema):
    """`urged`: how often, `on`: the last time; `rung`: from 1, urging, to 5; `documents`: their numbers, for those who may know them."""

    unit: str
    urged: int
    on: date | None
    rung: int
    label: str
    documents: list[str]


class Asked(Schema):
    id: str
    stage: Word
    version: int
    reason: str
    asked_at: datetime | None
    answer: str


class OnBoard(Schema):
    """A listing that is shown to the proposers."""

    board: str
    unit: str
    due: date | None
    stage: Word
    conditions: list[str]


class Supervised(Schema):
    units: list[Stands]
    pleas: list[Asked]
    boards: list[OnBoard]


def supervised(file: CaseFile) -> Supervised:
    found = of_case(file)
    units = [
        Stands(
            unit=each.unit, urged=each.standing.urged, on=each.standing.on, rung=each.standing.rung, label=each.standing.label,
            documents=[row.number for row in each.standing.documents],
        )
        for each in found.units
    ]  # fmt: skip
    pleas = [
        Asked(id=str(row.id), stage=word(row.stage), version=row.version, reason=row.reason, asked_at=row.asked_at, answer=row.answer)
        for row in found.pleas
    ]  # fmt: skip
    boards = [
        OnBoard(board=row.board, unit=row.unit.known_as, due=row.due, stage=word(row.stage), conditions=row.conditions) for row in of_board(file)
    ]  # fmt: skip
    return Supervised(units=units, pleas=pleas, boards=boards)
