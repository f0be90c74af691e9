"""Letters, documents of the ladder and help as the interface tells them."""

from datetime import date, datetime

from ninja import Schema

from . import shapes
from .parts import Letter


class Lagging(Schema):
    """What lags: `key` names it when a letter is drafted; `days` natural, `working_days` worked days past `due`."""

    key: str
    suggestion: str
    number: str
    title: str
    handling: str
    unit: shapes.Named
    division: str
    criterion: shapes.Word
    due: date
    days: int
    working_days: int
    fact: str
    responsible: str


class Lags(Schema):
    """`owing`: opinions that units owe to the one whose office asks."""

    rows: list[Lagging]
    owing: list[Lagging]


class Paper(Schema):
    """What letters and documents have in common. `issued_by`: who signed, `closed_by`: who judged; `prolonged`: the day it had,
    the day it got, why, by whom and when."""

    id: str
    stage: shapes.Word
    version: int
    way: shapes.Word
    house: shapes.Named
    unit: shapes.Named
    division: str
    number: str
    issued_on: date | None
    due: date | None
    late: bool
    prolonged: list[list[str]]


class LineOf(Schema):
    """As it was when the letter was issued."""

    suggestion: str
    number: str
    title: str
    handling: str
    criterion: shapes.Word
    due: date
    days: int
    working_days: int
    fact: str
    responsible: str


class UrgingListed(Paper):
    nth: int
    lines: list[LineOf]


class UrgingWhole(UrgingListed):
    demands: list[str]
    issued_by: str
    received_on: date | None
    received_by: str
    answer: str
    done_by: date | None
    answered_on: date | None
    answered_by: str
    outcome: str
    reason: str
    closed_on: date | None
    closed_by: str
    attachments: list[shapes.Attachment]
    letters: list[Letter]


class Urgings(Schema):
    rows: list[UrgingListed]
    after: str
    before: str


class MeasureListed(Paper):
    rung: shapes.Word
    level: int
    board: str
    suggestion: str
    suggestion_number: str
    handling: str
    owner: str


class MeasureWhole(MeasureListed):
    """`previous`: the document of the rung below; `skip_reason`, `skip_by`: where one was skipped."""

    facts: str
    demands: list[str]
    previous: str
    skip_reason: str
    skip_by: str
    conditions: list[str]
    visible_to: str
    cause: str
    supervised_by: str
    evidence: str
    interviewer: str
    at: datetime | None
    where: str
    materials: str
    statement: str
    pledges: list[str]
    signed_by: list[list[str]]
    article: str
    manner: str
    decider: str
    statement_by: date | None
    defence: str
    decision: str
    decided_on: date | None
    outcome: str
    closed_on: date | None
    closed_by: str
    attachments: list[shapes.Attachment]
    letters: list[Letter]


class Measures(Schema):
    rows: list[MeasureListed]
    after: str
    before: str


class Rung(Schema):
    """`issued`: how many documents that stand, `open`: how many of them wait for something."""

    rung: shapes.Word
    level: int
    issued: int
    open: int


class Standing(Schema):
    """`urged`: how often; `rung`: how far, 0 to 5."""

    handling: str
    urged: int
    on: date | None
    rung: int
    label: str


class HelpListed(Schema):
    id: str
    kind: shapes.Word
    stage: shapes.Word
    version: int
    unit: shapes.Named
    suggestion: str
    promise: str
    what: str
    place: str
    programme: str
    leads: str
    since: date | None
    until: date | None
    late: bool
    result: str
    checked_by: str


class HelpWhole(HelpListed):
    attachments: list[shapes.Attachment]


class Helps(Schema):
    rows: list[HelpListed]
    after: str
    before: str
