"""What a unit does with what it was handed, and what it asks for."""

from jianyi.kit import clock
from jianyi.parties.relying import rely_on
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import (
    AskedReturn,
    Because,
    Confirming,
    Met,
    Naming,
    Nothing,
    Reassigning,
    Receipt,
    Team,
)
from jianyi.turn.case import Turn
from jianyi.turn.door import bare, command, own

from .. import issued
from ..facts import as_they_stood
from ..issued import congress, handing, units
from ..models import Contact, Handling, Idea, Paper, Return
from ..routing import kept, proposed
from .attachments import attach
from .division import give_promises, note_assisting


forward = bare(Handling, A.FORWARD, Reassigning)


@own(Handling, A.ARRIVE)
def arrive(turn: Turn, handling: Handling, said: Nothing) -> None:
    """The unit has its notice; who takes it over from another unit is told so by the letter of that decision."""
    handling.handed_over_at = clock.now()
    returns = turn.under(handling).all(Return)
    request = next((row for row in returns if row.moved_to_id == handling.id), None)
    if request:
        congress.reassigned(turn, request, handling)
    else:
        handing.arrived(turn, handling)


@own(Handling, A.ARRIVE_AGAIN)
def arrive_again(turn: Turn, handling: Handling, said: Nothing) -> None:
    handling.handed_over_at = handling.received_at = clock.now()
    congress.again(turn, handling)


@command(Handling, A.ACKNOWLEDGE)
def acknowledge(turn: Turn, handling: Handling, said: Receipt) -> None:
    """Received (F06); an objection is noted, and stops no clock."""
    handling.received_at, handling.received_by = clock.now(), turn.by.name
    handling.materials, handling.objection, handling.objection_note = (
        said.materials,
        said.objection,
        said.note,
    )
    handling.counted = said.count_checked
    handling.receipt_number = issued.form_number(handling.congress_id, "QS", handling.unit_id)


@command(Handling, A.ROUTE)
def route(turn: Turn, handling: Handling, said: Team) -> None:
    """One suggestion, one leader, one head of division, one case officer (源 W4); what the rules proposed stands beside it."""
    handling.give_to(said)
    handling.proposal = kept(proposed(handling))
    note_assisting(handling)
    give_promises(turn.under(handling), handling)


@command(Handling, A.BEGIN)
def begin(turn: Turn, handling: Handling, said: Nothing) -> None:
    """The paper is laid out under the unit's rule as it stands today; one that an earlier division left goes on."""
    under = turn.under(handling)
    if not any(paper.handling_id == handling.id for paper in under.all(Paper)):
        under.add(Paper.blank(handling)).save()


@own(Handling, A.FINISH)
def finish(turn: Turn, handling: Handling, said: Nothing) -> None:
    handling.delivered_at = clock.now()


# Contacts


@command(Contact, A.RECORD)
def record_contact(turn: Turn, contact: Contact, said: Met) -> None:
    _write(contact, said)
    attach(turn, contact, (*said.photographs, *said.attachments))
    _note_idea(turn, contact)


@command(Contact, A.RELAY)
def relay_contact(turn: Turn, contact: Contact, said: Met) -> None:
    """The office speaks with a deputy whose name the unit must not know; it counts like any other."""
    _write(contact, said)
    contact.relayed = True
    attach(turn, contact, (*said.photographs, *said.attachments))
    _note_idea(turn, contact)


def _write(contact: Contact, said: Met) -> None:
    """When it was comes first: who was there is told as they then stood."""
    contact.occurred_at = said.occurred_at
    contact.write(said, as_they_stood(contact, said.present))


def _note_idea(turn: Turn, contact: Contact) -> None:
    """A golden idea becomes a subject of its own, so that it is followed."""
    if contact.golden_idea.strip():
        turn.under(contact).add(Idea.noted_in(contact)).save()


@command(Contact, A.CONFIRM)
def confirm_contact(turn: Turn, contact: Contact, said: Confirming) -> None:
    contact.addition = said.addition


@command(Contact, A.DISPUTE)
def dispute_contact(turn: Turn, contact: Contact, said: Confirming) -> None:
    contact.addition = said.addition


# Handing back


@command(Return, A.ASK)
def ask_return(turn: Turn, request: Return, said: AskedReturn) -> None:
    request.reason, request.basis, request.talks = said.reason, said.basis, said.talks
    request.proposed_id = said.proposed


@command(Return, A.APPROVE)
def approve_return(turn: Turn, request: Return, said: Nothing) -> None:
    """Out of the house, under a number of the unit (F07)."""
    units.return_asked(turn, request)


drop_return = bare(Return, A.DROP)


@command(Return, A.GRANT)
def grant_return(turn: Turn, request: Return, said: Reassigning) -> None:
    """Another unit takes it over with its own T0; the procedure moves the old handling away."""
    rely_on(request.congress_id, [said.unit])
    was, under = request.handling, turn.under(request)
    new = under.add(Handling.named(was.root, Naming(said.unit, was.role, was.scope)))
    new.save()
    request.decision, request.moved_to_id = said.reason, new.id


@command(Return, A.REFUSE)
def refuse_return(turn: Turn, request: Return, said: Because) -> None:
    request.decision = said.reason
    congress.kept_with(turn, request)
