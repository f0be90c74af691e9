"""Promises of a reply and their ledger."""

from datetime import date, datetime

from ninja import Schema

from .shapes import Attachment, Part


class Report(Schema):
    """What the unit told of the ledger, or a proposer said to it; `counts`: {stage: how many}, as it was then; `person` is
    empty where the name is kept from the reader; `letter` and `number`: of the report as it was issued, empty for what a proposer
    said and for what was told before reports were issued."""

    by_deputy: bool
    person: str
    text: str
    counts: dict[str, int]
    at: datetime
    letter: str
    number: str


class Ledger(Part):
    """`reply_class`: the class as it stands now; `text`: of the second reply, for the unit alone until it is signed."""

    handling: str
    paper: str
    promised: int
    reply_class: str
    text: str
    sent_back: str
    number: str
    signed_by: str
    signed_at: datetime | None
    result: str
    opinion: str
    rated_at: datetime | None
    reports: list[Report]


class Before(Schema):
    """What was promised until the day `until`, and why it had to change."""

    item: str
    due: str
    reason: str
    signed_by: str
    until: str


class EndOfTerm(Schema):
    """What was told at the end of the term `term` of a promise that was still open."""

    term: int
    text: str
    name: str
    on: date


class PromiseTracked(Part):
    """`no`: of the point it belongs to; `nth`: of the promises of the suggestion; `called`: 0006-2."""

    handling: str
    paper: str
    called: str
    no: int
    nth: int
    item: str
    due: date | None
    first_due: date | None
    late: bool
    division: str
    made_on: date | None
    carried_from: int | None
    was: list[Before]
    evidence: str
    reported_on: date | None
    verified_by: str
    verified_on: date | None
    reason: str
    ended_on: date | None
    attachments: list[Attachment]
    explained: list[EndOfTerm]
