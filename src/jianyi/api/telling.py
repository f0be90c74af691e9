"""A case file told to one reader: each thing that hangs on a suggestion in the shape of its kind."""

from collections.abc import Iterable
from typing import Any

from jianyi.cases import models as m
from jianyi.cases.facts import candidates, checklist
from jianyi.cases.facts.foreseen import steps
from jianyi.cases.models.papers import CHANNELS
from jianyi.cases.queries.control import control
from jianyi.cases.queries.drawn.receipts import late_days
from jianyi.cases.queries.files import CaseFile
from jianyi.cases.queries.forms import forms
from jianyi.cases.queries.house import Known, introduce
from jianyi.cases.queries.letters import letters
from jianyi.fieldwork.queries.escalations import meetings_of
from jianyi.parties.queries import names
from jianyi.procedure.words import Duty

from .answers import Candidate, Struck
from .dealings import Escalation, Negotiation, OralReply, Waiver
from .ideas import Idea
from .own import Charge, Collective, Milestone, Plan, PlannedContact, Remark
from .parts import (
    Checked,
    Claim,
    Consultation,
    Contact,
    Delivery,
    Extension,
    Form,
    Handling,
    Invitation,
    Letter,
    Paper,
    Return,
    Sheet,
    View,
    Withdrawal,
)
from .promises import Before, EndOfTerm, Ledger, PromiseTracked, Report
from .shapes import Attachment, Named, Part, number, plain, word


def everything(file: CaseFile) -> dict[str, Any]:
    """The lists of a File."""
    known = introduce(file)
    return {
        "handlings": [handling(row, file, known) for row in file.handlings],
        "contacts": [contact(row, file) for row in file.contacts],
        "ideas": [
            _part(Idea, row, handling=str(row.handling_id), contact=str(row.contact_id)) for row in file.ideas
        ],
        **_replies(file),
        "sheets": [sheet(row, file) for row in file.sheets],
        "escalations": _escalations(file),
        "invitations": _invitations(file),
        "claims": [_part(Claim, row, unit=_unit(row.unit)) for row in file.claims],
        "returns": [
            _part(Return, row, handling=str(row.handling_id), proposed=number(row.proposed_id))
            for row in file.returns
        ],
        "extensions": [extension(row, file) for row in file.extensions],
        "consultations": [consultation(row, file) for row in file.consultations],
        "collectives": [_of_paper(Collective, row) for row in file.collectives],
        "charges": [charge(row, file) for row in file.charges],
        "remarks": [remark(row) for row in file.remarks],
        "waivers": [waiver(row, file) for row in file.waivers],
        "negotiations": [
            _part(Negotiation, row, handling=str(row.handling_id), other=number(row.other_id))
            for row in file.negotiations
        ],
        "oral_replies": [oral_reply(row, file) for row in file.oral_replies],
        "plans": [plan(row, file) for row in file.plans],
        "milestones": [milestone(row, file) for row in file.milestones],
        "withdrawals": [_part(Withdrawal, row, agreed=plain(row.agreed)) for row in file.withdrawals],
        "views": [_part(View, row, paper=str(row.paper_id), person=str(row.person_id)) for row in file.views],
        "attachments": attached(file.attachments),
        "deliveries": [delivery(row) for row in file.deliveries],
        **_on_paper(file),
    }


def _replies(file: CaseFile) -> dict[str, Any]:
    """What is answered, and what becomes of what was promised there."""
    return {
        "papers": [paper(row, file) for row in file.papers],
        "ledgers": [ledger(row, file) for row in file.ledgers],
        "promises": [promise(row, file) for row in file.promises],
    }


def _on_paper(file: CaseFile) -> dict[str, Any]:
    return {
        "letters": [letter(row) for row in letters(file)],
        "forms": [
            Form(kind=row.kind, label=row.label, address=f"/forms/{row.kind}/{row.number}")
            for row in forms(file)
        ],
    }


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


RECEIPT = ("receipt_number", "materials", "objection", "objection_note")


def handling(row: m.Handling, file: CaseFile, known: Known) -> Handling:
    """What the unit said about its receipt is for itself and the congress's bodies, how it divides for itself."""
    own = row in file.own_handlings
    inner = own or file.office
    return _part(  # type: ignore[no-any-return]
        Handling, row, unit=_unit(row.unit), role=word(row.role), previous=number(row.previous_id),
        **{name: getattr(getattr(row, name), "name", "") for name in ("division", "leader", "head", "officer", "leading_leader")},
        principal=known.held_by(row.unit_id, Duty.PRINCIPAL), office_leader=known.held_by(row.unit_id, Duty.OFFICE_LEADER),
        assisting=[known.organisations[n].name for n in row.assisting if n in known.organisations],
        proposal=row.proposal.get("reason", "") if own else "",
        given_back=row.given_back if own else "",
        **{name: getattr(row, name) if inner else "" for name in RECEIPT}, counted=row.counted if inner and row.received_by else None,
        late_days=late_days(file, row) if inner else 0,
    )  # fmt: skip


def extension(row: m.Extension, file: CaseFile) -> Extension:
    inner = file.office or row.handling in file.own_handlings
    told = {
        name: getattr(row, name) if inner else "" for name in ("progress", "plan", "told_by", "deputies_told")
    }
    told_on = row.told_on if inner else None
    return _part(Extension, row, handling=str(row.handling_id), told_on=told_on, **told)  # type: ignore[no-any-return]


def waiver(row: m.Waiver, file: CaseFile) -> Waiver:
    inner = file.watches or row.handling in file.own_handlings or row.helping in file.own_handlings
    told = {"helping": str(row.helping_id), "tried": row.tried if inner else ""}
    return _part(Waiver, row, handling=str(row.handling_id), **told)  # type: ignore[no-any-return]


def oral_reply(row: m.OralReply, file: CaseFile) -> OralReply:
    people = [] if file.hides_names else plain(row.deputies)
    told = {"handling": str(row.handling_id), "replied_by": number(row.replied_by_id), "deputies": people}
    return _part(OralReply, row, **told)  # type: ignore[no-any-return]


def plan(row: m.Plan, file: CaseFile) -> Plan:
    contacts = [
        PlannedContact(
            phase=s.planned.phase, level=s.planned.level, mode=s.planned.mode, day=s.planned.day, state=s.state, done=s.done
        )
        for s in steps(row, file.under.all(m.Contact))
    ]  # fmt: skip
    return _part(Plan, row, handling=str(row.handling_id), contacts=contacts)  # type: ignore[no-any-return]


def milestone(row: m.Milestone, file: CaseFile) -> Milestone:
    own = {name: number(getattr(row, f"{name}_id")) for name in ("handling", "plan", "responsible")}
    return _part(Milestone, row, attachments=_proofs(row, file), **own)  # type: ignore[no-any-return]


def charge(row: m.Charge, file: CaseFile) -> Charge:
    own = {name: number(getattr(row, f"{name}_id")) for name in ("handling", "collective", "owner")}
    return _part(Charge, row, attachments=_proofs(row, file), **own)  # type: ignore[no-any-return]


def remark(row: m.Remark) -> Remark:
    own = {name: number(getattr(row, f"{name}_id")) for name in ("handling", "paper", "maker")}
    return _part(Remark, row, **own)  # type: ignore[no-any-return]


def _of_paper(shape: type[Part], row: Any, **told: Any) -> Any:
    return _part(shape, row, handling=str(row.handling_id), paper=str(row.paper_id), **told)


def consultation(row: m.Consultation, file: CaseFile) -> Consultation:
    told = {"text": said(row.text), "attachments": _proofs(row, file)}
    return _of_paper(Consultation, row, **told)  # type: ignore[no-any-return]


def contact(row: m.Contact, file: CaseFile) -> Contact:
    people = [] if file.hides_names else plain(row.deputies)
    return _part(  # type: ignore[no-any-return]
        Contact, row, handling=str(row.handling_id), deputies=people,
        attachments=_proofs(row, file),
    )  # fmt: skip


def _proofs(row: Any, file: CaseFile) -> list[Attachment]:
    return attached(file.evidence.get(row.id, []))


def attached(rows: Iterable[m.Attachment]) -> list[Attachment]:
    return [Attachment(id=str(row.id), name=row.name) for row in rows]


def paper(row: m.Paper, file: CaseFile) -> Paper:
    inner = row.handling in file.own_handlings
    return _part(  # type: ignore[no-any-return]
        Paper, row, handling=str(row.handling_id), reply=row.is_reply, document_no=row.number, quotable=row.may_be_quoted,
        **{name: said(row.text)[name] for name in ("answers", "promises")},
        desk=(row.desk or "") if inner else "", desks_left=row.desks_left if inner else [],
        sent_back=row.sent_back if inner else "", digest=row.digest if inner else "",
        control=[Checked(label=c.label, met=c.met, result=c.result, at=c.at, who=c.who) for c in control(file, row)],
        checks=dict(checklist(row, file.under).checks) if inner else {}, struck=[Struck(**each) for each in row.struck] if inner else [],
        candidates=[Candidate(no=no, item=each.item, due=each.due) for no, each in candidates(row)] if inner else [],
    )  # fmt: skip


def said(text: dict[str, Any]) -> dict[str, Any]:
    """A text with its divisions as numbers that JavaScript can read."""
    answers = [
        {"measure": "", "shared": "", **each, "division": number(each.get("division"))}
        for each in text.get("answers", ())
    ]
    promises = [each | {"division": number(each["division"])} for each in text.get("promises", ())]
    return text | {"answers": answers, "promises": promises}


def ledger(row: m.Ledger, file: CaseFile) -> Ledger:
    """What is written for the second reply stays inside the unit until it is signed."""
    inner = row.handling in file.own_handlings or row.signed_at is not None
    sent = {each.subject_id: each for each in letters(file) if each.kind == "progress"}
    reports = [
        Report(
            by_deputy=each.by_deputy, person="" if each.by_deputy and file.hides_names else str(each.person_id),
            text=each.text, counts=each.counts, at=each.at,
            letter=str(sent[each.id].id) if each.id in sent else "", number=sent[each.id].number if each.id in sent else "",
        )
        for each in file.told
        if each.ledger_id == row.id
    ]  # fmt: skip
    told = {"text": row.text if inner else "", "sent_back": row.sent_back if inner else ""}
    return _of_paper(Ledger, row, reports=reports, **told)  # type: ignore[no-any-return]


def promise(row: m.Promise, file: CaseFile) -> PromiseTracked:
    own = row.handling in file.own_handlings
    was = [
        Before(item=item, due=due, reason=why, signed_by=who, until=until)
        for item, due, why, who, until in row.was
    ]
    return _of_paper(  # type: ignore[no-any-return]
        PromiseTracked, row, division=number(row.division_id), was=was, late=row.is_late, reason=row.reason if own else "",
        evidence=row.evidence if own or row.is_verified else "", reported_on=row.reported_on if own or row.is_verified else None,
        attachments=attached(file.evidence.get(row.id, [])),
        explained=[EndOfTerm(term=each.term, text=each.text, name=each.name, on=each.on) for each in file.explained.get(row.id, [])],
    )  # fmt: skip


def sheet(row: m.Sheet, file: CaseFile) -> Sheet:
    rater = "" if file.hides_names else str(row.rater_id)
    return _part(Sheet, row, paper=str(row.paper_id), rater=rater)  # type: ignore[no-any-return]


def _escalations(file: CaseFile) -> list[Escalation]:
    held = meetings_of(file.escalations, by=file.by)
    called = {number: str(each.meeting.id) for number, each in held.items()}
    return [escalation(row, file, called.get(row.id, "")) for row in file.escalations]


def escalation(row: m.Escalation, file: CaseFile, meeting: str) -> Escalation:
    present = "" if file.hides_names else row.participants
    files = attached(file.evidence.get(row.id, []))
    return _of_paper(Escalation, row, participants=present, meeting=meeting, attachments=files)  # type: ignore[no-any-return]


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


def letter(row: m.Letter) -> Letter:
    return Letter(
        id=str(row.id), kind=row.kind, label=row.label, number=row.number, issuer=row.issuer, day=row.day, code=row.code,
        sm3=row.digest,
    )  # fmt: skip
