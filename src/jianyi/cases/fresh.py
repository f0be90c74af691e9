"""New subjects, not yet kept: what a step that makes something is taken on. One place for pages and interface."""

from collections.abc import Callable, Mapping
from typing import Any

from jianyi.kit.ids import read_number
from jianyi.parties.models import Congress, Person
from jianyi.parties.queries import seat_of, sitting_now
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty
from jianyi.turn.models import Subject

from .facts.between import answers_beside
from .models import (
    Batch,
    Charge,
    Claim,
    Collective,
    Consultation,
    Contact,
    Extension,
    Handling,
    Invitation,
    Milestone,
    Negotiation,
    OralReply,
    Paper,
    Past,
    Plan,
    Remark,
    Return,
    Suggestion,
    View,
    Waiver,
    Withdrawal,
)
from .queries.files import case


About = Mapping[str, Any]


def fresh(track: str, about: About, *, by: Actor) -> Subject | None:
    """An unsaved subject of the track about the case, handling, person … named; nothing where the actor may not see
    them or they do not exist."""
    make = MAKERS.get(track)
    return make(about, by) if make else None


def suggestion(about: About, by: Actor) -> Subject | None:
    """The actor's own, or, for the office, the deputy's named as `lead`; `delegation`: in the delegation's name."""
    lead = Person.objects.filter(congress_id=by.congress, id=number(about, "lead") or by.person).first()
    sitting = sitting_now(by.congress)
    if lead is None or sitting is None:
        return None
    seat = seat_of(by.congress, lead.id)
    row = Suggestion.draft(
        lead=lead, sitting=sitting, delegation=seat.delegation_id if seat else None,
        place=Congress.objects.get(id=by.congress).place,
    )  # fmt: skip
    row.by_delegation = bool(about.get("delegation")) and bool(row.delegation_id)
    return row


def _of_case(about: About, by: Actor) -> Suggestion | None:
    found = case(number(about, "suggestion"), by=by)
    return found.case if found else None


def invitation(about: About, by: Actor) -> Subject | None:
    """`suggestion`, and the deputy invited as `person`."""
    root, person = _of_case(about, by), number(about, "person")
    return Invitation.of(root, person_id=person) if root and seat_of(by.congress, person) else None


def claim(about: About, by: Actor) -> Subject | None:
    root, units = _of_case(about, by), by.where(Duty.UNIT_OFFICE)
    unit = number(about, "unit") or (units[0] if units else 0)
    return Claim.of(root, unit_id=unit) if root and unit in units else None


def withdrawal(about: About, by: Actor) -> Subject | None:
    root = _of_case(about, by)
    return Withdrawal.of(root) if root else None


def _handling(about: About, by: Actor) -> Handling | None:
    row = Handling.objects.filter(congress_id=by.congress, id=number(about, "handling")).first()
    return row if row and case(row.root_id, by=by) else None


def contact(about: About, by: Actor) -> Subject | None:
    row = _handling(about, by)
    return Contact.of(row) if row else None


def return_(about: About, by: Actor) -> Subject | None:
    row = _handling(about, by)
    return Return.of(row) if row else None


def extension(about: About, by: Actor) -> Subject | None:
    row = _handling(about, by)
    return Extension.of(row) if row else None


def waiver(about: About, by: Actor) -> Subject | None:
    """`handling` answers, `helping` owes its opinion: two of one case and one round."""
    row = _handling(about, by)
    rows = Handling.objects.filter(congress_id=by.congress, id=number(about, "helping"))
    helping = rows.filter(root_id=row.root_id, round=row.round).first() if row else None
    return Waiver.between(row, helping) if row and helping and answers_beside(row, helping) else None


def negotiation(about: About, by: Actor) -> Subject | None:
    row = _handling(about, by)
    return Negotiation.of(row) if row else None


def oral_reply(about: About, by: Actor) -> Subject | None:
    row = _handling(about, by)
    return OralReply.of(row) if row else None


def plan(about: About, by: Actor) -> Subject | None:
    row = _handling(about, by)
    return Plan.of(row) if row else None


def milestone(about: About, by: Actor) -> Subject | None:
    """In the plan named as `plan`, for those who may read it."""
    row = Plan.objects.filter(congress_id=by.congress, id=number(about, "plan")).first()
    found = case(row.root_id, by=by) if row else None
    mine = next((p for p in found.plans if p.id == row.id), None) if found and row else None
    return Milestone.in_plan(mine) if mine else None


def consultation(about: About, by: Actor) -> Subject | None:
    row = _own_paper(about, by)
    return Consultation.about(row) if row else None


def collective(about: About, by: Actor) -> Subject | None:
    row = _own_paper(about, by)
    return Collective.about(row) if row else None


def charge(about: About, by: Actor) -> Subject | None:
    """By the decision named as `collective`, for those who may read it."""
    row = Collective.objects.filter(congress_id=by.congress, id=number(about, "collective")).first()
    found = case(row.root_id, by=by) if row else None
    mine = next((each for each in found.collectives if each.id == row.id), None) if found and row else None
    return Charge.by(mine) if mine else None


def remark(about: About, by: Actor) -> Subject | None:
    row = _own_paper(about, by)
    return Remark.about(row) if row else None


def _own_paper(about: About, by: Actor) -> Paper | None:
    """A paper of the actor's own house, named as `paper`."""
    row = Paper.objects.filter(congress_id=by.congress, id=number(about, "paper")).first()
    found = case(row.root_id, by=by) if row else None
    return next((p for p in found.papers if p.id == row.id), None) if found and row else None


def view(about: About, by: Actor) -> Subject | None:
    paper = Paper.objects.filter(congress_id=by.congress, id=number(about, "paper")).first()
    found = case(paper.root_id, by=by) if paper else None
    return View.of(found.case, paper_id=paper.id, person_id=by.person) if found and paper else None


def batch(about: About, by: Actor) -> Subject | None:
    sitting = sitting_now(by.congress)
    return Batch(congress_id=by.congress, sitting_id=sitting.id) if sitting else None


def past(about: About, by: Actor) -> Subject | None:
    return Past(congress_id=by.congress, place=Congress.objects.get(id=by.congress).place)


def number(about: About, name: str) -> int:
    """A number from a form or an address; 0 for what is none."""
    return read_number(str(about.get(name) or "")) or 0


MAKERS: dict[str, Callable[[About, Actor], Subject | None]] = {
    "suggestion": suggestion, "invitation": invitation, "claim": claim, "contact": contact, "return": return_,
    "extension": extension, "consultation": consultation, "collective": collective, "waiver": waiver, "negotiation": negotiation,
    "plan": plan, "milestone": milestone, "charge": charge, "remark": remark, "oralreply": oral_reply,
    "withdrawal": withdrawal, "view": view, "batch": batch, "past": past,
}  # fmt: skip
