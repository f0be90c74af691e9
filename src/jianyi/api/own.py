"""What a unit alone reads of a case: the decision of its leadership and whom it charged, the plan and its milestones,
remarks on drafts."""

from datetime import date, datetime

from .shapes import Attachment, Part, Schema


class Collective(Part):
    handling: str
    paper: str
    edition: int
    name: str
    held_on: date | None
    hour: str
    where: str
    chair: str
    expected: int
    present: int
    observers: str
    reporter: str
    outcome: str
    note: str
    recorder: str
    signer: str


class Charge(Part):
    """`owner`: the person's number."""

    handling: str
    collective: str
    text: str
    owner: str
    due: date | None
    evidence: str
    attachments: list[Attachment]
    reached_on: date | None
    reason: str


class PlannedContact(Schema):
    """`state`: done, recorded, due, late, short (late, and what there was fell short of it), missed; `done`: the day."""

    phase: str
    level: str
    mode: str
    day: date | None
    state: str
    done: date | None


class PointView(Schema):
    """What is meant to be answered to one point."""

    no: int
    text: str


class Plan(Part):
    handling: str
    tasks: str
    safeguards: str
    views: list[PointView]
    contacts: list[PlannedContact]
    sent_back: str
    approved_by: str
    approved_on: date | None


class Milestone(Part):
    """`responsible`: the person's number; `evidence`: what shows that it was reached."""

    handling: str
    plan: str
    text: str
    day: date | None
    responsible: str
    evidence: str
    attachments: list[Attachment]
    reached_on: date | None
    reason: str


class Remark(Part):
    """`edition`: the one it was made on; `point`: 0 for the whole; `still_stands`: the words it quotes are in the newest
    edition; `maker`: the person's number."""

    handling: str
    paper: str
    edition: int
    point: int
    passage: str
    still_stands: bool
    note: str
    maker: str
    made_at: datetime | None
    answer: str
    reason: str
