"""The parts of a case file that lie between units, and between a unit and the deputies."""

from datetime import date, datetime
from typing import Any

from .shapes import Attachment, Part


class Waiver(Part):
    """`helping`: the handling whose opinion is missing; `tried`: for the units and those who watch over them."""

    handling: str
    helping: str
    due_on: date | None
    tried: str
    reason: str
    decision: str
    decided_by: str


class Negotiation(Part):
    """`other`: the number of the unit; `answer` and `counter` are its side, `argument` and `proposal` that of the unit
    whose handling it is."""

    handling: str
    other: str
    topic: str
    argument: str
    proposal: str
    answer: str
    counter: str
    verdict: str
    decision: str
    decided_by: str
    swapped: bool


class OralReply(Part):
    """The record of an oral reply. `promises`: [[what, day]]; `deputies` is empty where their names are kept from the reader;
    `on_paper`: the deputy signed the paper."""

    handling: str
    number: str
    occurred_at: datetime | None
    where: str
    replied_by: str
    speaker: str
    post: str
    deputies: list[str]
    answers: list[dict[str, Any]]
    promises: list[list[str]]
    recorded_by: str
    relayed: bool
    deputy_opinion: str
    opinion: str
    written_needed: bool | None
    signed_at: datetime | None
    on_paper: bool
    entered_by: str
    confirmed_by: str
    reason: str


class Escalation(Part):
    """`meeting`: the one called for it, where this reader may see it; `minutes`: the number of its minutes."""

    handling: str
    paper: str
    held_on: date | None
    where: str
    participants: str
    note: str
    opinion: str
    outcome: str
    requirements: str
    due: date | None
    evidence: str
    reason: str
    verified_by: str
    meeting: str
    minutes: str
    attachments: list[Attachment]
