"""The parts of a case file: one shape and one function for each kind of thing that hangs on a suggestion."""

from datetime import datetime
from typing import Any

from ninja import Schema

from jianyi.cases import models as m
from jianyi.cases.models.papers import CHANNELS
from jianyi.cases.queries.files import CaseFile
from jianyi.parties.queries import names

from .offers import Offer
from .shapes import Clock, Named, Word, number, plain, word


class Part(Schema):
    id: str
    stage: Word
    version: int


class Proposer(Schema):
    """`id` is empty where the name is kept from the reader."""

    name: str
    id: str = ""


class Happened(Schema):
    """One line of the record, in words."""

    at: datetime
    who: str
    what: str
    note: str
    track: str
    action: str
    stage: str


class Handling(Part):
    unit: Named
    role: Word
    scope: str
    round: int
    previous: str
    division: str
    leader: str
    head: str
    officer: str
    handed_over_at: datetime | None
    received_at: datetime | None
    delivered_at: datetime | None
    objection: str
    objection_note: str
    requirement: str


class Contact(Part):
    handling: str
    phase: str
    mode: str
    occurred_at: datetime | None
    where: str
    deputies: list[str]
    staff: str
    summary: str
    deputy_view: str
    golden_idea: str
    addition: str
    relayed: bool


class Paper(Part):
    """`desk`, `desks_left`, `sent_back` and `digest` are told inside the unit only."""

    handling: str
    reply: bool
    edition: int
    answers: list[dict[str, Any]]
    reply_class: str
    opening: str
    closing: str
    document_no: str
    signed_by: str
    signed_at: datetime | None
    sent_at: datetime | None
    desk: str
    desks_left: list[str]
    sent_back: str
    digest: str


class Sheet(Part):
    paper: str
    round: int
    rater: str
    attitude: str
    result: str
    opinion: str
    rated_at: datetime | None
    decision: str


class Invitation(Part):
    person: str
    name: str
    explanation: str
    note: str
    answered_at: datetime | None


class Claim(Part):
    unit: Named
    leads: bool
    reason: str


class Return(Part):
    handling: str
    proposed: str
    reason: str
    basis: str
    talks: str
    decision: str


class Withdrawal(Part):
    reason: str
    agreed: list[str]


class View(Part):
    paper: str
    person: str
    opinion: str


class Attachment(Schema):
    id: str
    name: str


class Delivery(Schema):
    paper: str
    person: str
    channel: str
    mail_no: str
    at: datetime


class File(Schema):
    """Everything of a case that this reader may see."""

    id: str
    number: str
    title: str
    stage: Word
    version: int
    sitting: str
    between: bool
    place: str
    key: bool
    entered: bool
    situation: str
    points: list[str]
    kind: str
    basis: list[str]
    repeated_years: str
    wished_units: list[str]
    publication_wish: str
    contact_wish: str
    confidential: bool
    merged_into: str
    submitted_at: datetime | None
    handed_over_at: datetime | None
    proposers: list[Proposer]
    delegation: str
    waits_for: list[Word]
    handlings: list[Handling]
    contacts: list[Contact]
    papers: list[Paper]
    sheets: list[Sheet]
    invitations: list[Invitation]
    claims: list[Claim]
    returns: list[Return]
    withdrawals: list[Withdrawal]
    views: list[View]
    attachments: list[Attachment]
    deliveries: list[Delivery]
    clocks: list[Clock]
    actions: list[Offer]
    timeline: list[Happened]


def everything(file: CaseFile) -> dict[str, Any]:
    """The lists of a File."""
    return {
        "handlings": [handling(row, file) for row in file.handlings],
        "contacts": [contact(row, file) for row in file.contacts],
        "papers": [paper(row, file) for row in file.papers],
        "sheets": [sheet(row, file) for row in file.sheets],
        "invitations": _invitations(file),
        "claims": [_part(Claim, row, unit=_unit(row.unit)) for row in file.claims],
        "returns": [
            _part(Return, row, handling=str(row.handling_id), proposed=number(row.proposed_id))
            for row in file.returns
        ],
        "withdrawals": [_part(Withdrawal, row, agreed=plain(row.agreed)) for row in file.withdrawals],
        "views": [_part(View, row, paper=str(row.paper_id), person=str(row.person_id)) for row in file.views],
        "attachments": [Attachment(id=str(row.id), name=row.name) for row in file.attachments],
        "deliveries": [delivery(row) for row in file.deliveries],
    }


def shown(file: CaseFile) -> set[int]:
    """The numbers of all that the reader is shown: whose deadlines may be told."""
    rows = (
        file.handlings,
        file.contacts,
        file.papers,
        file.sheets,
        file.invitations,
        file.returns,
        file.withdrawals,
    )
    return {file.case.id, *(row.id for kind in rows for row in kind)}


def _part(shape: type[Part], row: Any, **told: Any) -> Any:
    """The fields that are called alike, and those told."""
    same = {
        name: getattr(row, name)
        for name in shape.model_fields
        if name not in told and name not in ("id", "stage")
    }
    return shape(id=str(row.id), stage=word(row.stage), **same, **told)


def _unit(row: Any) -> Named:
    return Named(id=str(row.id), name=row.name)


def handling(row: m.Handling, file: CaseFile) -> Handling:
    """What the unit said about its receipt is for itself and the congress's bodies."""
    inner = file.office or row in file.own_handlings
    return _part(  # type: ignore[no-any-return]
        Handling, row, unit=_unit(row.unit), role=word(row.role), previous=number(row.previous_id),
        **{name: getattr(getattr(row, name), "name", "") for name in ("division", "leader", "head", "officer")},
        objection=row.objection if inner else "", objection_note=row.objection_note if inner else "",
    )  # fmt: skip


def contact(row: m.Contact, file: CaseFile) -> Contact:
    people = [] if file.hides_names else plain(row.deputies)
    return _part(Contact, row, handling=str(row.handling_id), deputies=people)  # type: ignore[no-any-return]


def paper(row: m.Paper, file: CaseFile) -> Paper:
    inner = row.handling in file.own_handlings
    return _part(  # type: ignore[no-any-return]
        Paper, row, handling=str(row.handling_id), reply=row.is_reply, document_no=row.number,
        desk=(row.desk or "") if inner else "", desks_left=row.desks_left if inner else [],
        sent_back=row.sent_back if inner else "", digest=row.digest if inner else "",
    )  # fmt: skip


def sheet(row: m.Sheet, file: CaseFile) -> Sheet:
    rater = "" if file.hides_names else str(row.rater_id)
    return _part(Sheet, row, paper=str(row.paper_id), rater=rater)  # type: ignore[no-any-return]


def _invitations(file: CaseFile) -> list[Invitation]:
    rows = file.invitations
    known = names(file.case.congress_id, {row.person_id for row in rows}) if rows else {}
    return [_part(Invitation, row, person=str(row.person_id), name=known[row.person_id]) for row in rows]


def delivery(row: m.Delivery) -> Delivery:
    return Delivery(
        paper=str(row.paper_id),
        person=str(row.person_id),
        channel=CHANNELS[row.channel],
        mail_no=row.mail_no,
        at=row.at,
    )
