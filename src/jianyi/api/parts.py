"""The parts of a case file: one shape for each kind of thing that hangs on a suggestion."""

from datetime import date, datetime
from typing import Any

from ninja import Schema

from .answers import Answer, Basis, Candidate, Promise, Struck
from .contacts import Contact
from .dealings import Escalation, Negotiation, OralReply, Waiver
from .ideas import Idea
from .offers import Offer
from .own import Charge, Collective, Milestone, Plan, Remark
from .promises import Ledger, PromiseTracked
from .shapes import Attachment, Clock, Named, Part, Word
from .supervised import Supervised
from .together import HandledTogether
from .topics import OfTopic


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
    """`principal`, `office_leader`: who holds these posts today; `assisting`: divisions beside the one in the lead;
    `given_back`: why a division handed it back, `proposal`: which division the unit's rules proposed and why; both are
    told inside the unit only."""

    unit: Named
    role: Word
    scope: str
    round: int
    previous: str
    division: str
    leader: str
    head: str
    officer: str
    principal: str
    office_leader: str
    leading_leader: str
    assisting: list[str]
    given_back: str
    proposal: str
    handed_over_at: datetime | None
    received_at: datetime | None
    delivered_at: datetime | None
    received_by: str
    receipt_number: str
    late_days: int
    counted: bool | None
    materials: str
    objection: str
    objection_note: str
    requirement: str
    min_level: str


class Checked(Schema):
    """One line of the internal-control sheet: `result` in words, when and by whom."""

    label: str
    met: bool
    result: str
    at: datetime | None
    who: str


class Paper(Part):
    """`quotable`: the lead unit may write this opinion into its reply; `desk`, `desks_left`, `sent_back`, `digest`, `checks`,
    `control`, `candidates` and `struck` are told inside the unit only; `checks`: what the unit checks
    before it signs, and whether it is met."""

    handling: str
    reply: bool
    edition: int
    answers: list[Answer]
    reply_class: str
    opening: str
    closing: str
    promises: list[Promise]
    bases: list[Basis]
    publication: str
    publication_reason: str
    quotable: bool
    document_no: str
    signed_by: str
    signed_at: datetime | None
    sent_at: datetime | None
    desk: str
    desks_left: list[str]
    sent_back: str
    digest: str
    checks: dict[str, bool]
    control: list[Checked]
    candidates: list[Candidate]
    struck: list[Struck]


class Sheet(Part):
    paper: str
    round: int
    rater: str
    attitude: str
    result: str
    opinion: str
    contact_ok: str
    class_agree: str
    publication_view: str
    co_signers_view: str
    communication: str
    timeliness: str
    via: str
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


class Extension(Part):
    """`until`: the day asked for; `granted`: the day it became. What the unit told with it is for it and the office."""

    handling: str
    until: date | None
    due_before: date | None
    granted: date | None
    grounds: list[str]
    reason: str
    progress: str
    plan: str
    told_on: date | None
    told_by: str
    deputies_told: str
    decision: str


class Consultation(Part):
    """`text`: the draft as it was shown; `reason`: what came of the comment, or why nobody was asked."""

    handling: str
    paper: str
    edition: int
    text: dict[str, Any]
    opinion: str
    reason: str
    attachments: list[Attachment]


class Withdrawal(Part):
    reason: str
    agreed: list[str]


class View(Part):
    paper: str
    person: str
    opinion: str


class Delivery(Schema):
    paper: str
    person: str
    channel: str
    mail_no: str
    at: datetime


class Letter(Schema):
    """What was sent about the case, by itself or with its batch: `sm3` of its data, `code` for checking it."""

    id: str
    kind: str
    label: str
    number: str
    issuer: str
    day: date
    code: str
    sm3: str


class Form(Schema):
    """What may be drawn of the case as things stand; its page, and with .pdf and .docx its files."""

    kind: str
    label: str
    address: str


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
    ideas: list[Idea]
    papers: list[Paper]
    ledgers: list[Ledger]
    promises: list[PromiseTracked]
    sheets: list[Sheet]
    escalations: list[Escalation]
    invitations: list[Invitation]
    claims: list[Claim]
    returns: list[Return]
    extensions: list[Extension]
    consultations: list[Consultation]
    collectives: list[Collective]
    charges: list[Charge]
    remarks: list[Remark]
    waivers: list[Waiver]
    negotiations: list[Negotiation]
    oral_replies: list[OralReply]
    plans: list[Plan]
    milestones: list[Milestone]
    withdrawals: list[Withdrawal]
    views: list[View]
    together: list[HandledTogether]
    supervised: Supervised
    key_topic: OfTopic | None
    attachments: list[Attachment]
    deliveries: list[Delivery]
    letters: list[Letter]
    forms: list[Form]
    clocks: list[Clock]
    actions: list[Offer]
    timeline: list[Happened]
