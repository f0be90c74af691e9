"""What a paper says to each point, promises there, and rests on."""

from datetime import date

from ninja import Schema


class Answer(Schema):
    """What is said to one point; `division` is the number of the one responsible, empty where none is named."""

    no: int
    text: str
    adoption: str
    measure: str
    shared: str
    division: str


class Promise(Schema):
    no: int
    item: str
    due: date | None
    division: str


class Basis(Schema):
    title: str
    number: str


class Candidate(Schema):
    """A sentence of the reply that seems to promise: `no`: of which point; without `due` no day is named."""

    no: int
    item: str
    due: date | None


class Struck(Schema):
    """A candidate that somebody has said to promise nothing, and why."""

    no: int
    item: str
    reason: str
    by: str
    on: date
