"""What a unit asks for and settles while a reply takes shape."""

from jianyi.kit import clock
from jianyi.parties.queries import names
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import (
    AskedExtension,
    Because,
    Charging,
    Comment,
    Decision,
    Exempting,
    Granting,
    Leading,
    Nothing,
    PassingOn,
    Reaching,
)
from jianyi.procedure.words import Limit
from jianyi.turn import clocks
from jianyi.turn.case import Turn
from jianyi.turn.door import bare, command

from ..issued import congress, records, units
from ..models import Charge, Collective, Consultation, Extension, Handling
from .attachments import prove


pause = bare(Handling, A.PAUSE, Because)


# Key, major, leading


@command(Handling, A.MARK_MAJOR)
def mark_major(turn: Turn, handling: Handling, said: Because) -> None:
    """From now on the leadership decides on the text, and the principal signs (源 G3)."""
    handling.major, handling.major_reason = True, said.reason


@command(Handling, A.LIFT_MAJOR)
def lift_major(turn: Turn, handling: Handling, said: Because) -> None:
    handling.major, handling.major_reason = False, ""


@command(Handling, A.LEAD)
def lead(turn: Turn, handling: Handling, said: Nothing) -> None:
    """A leader picks it (源 W8)."""
    handling.led_by(turn.by.person, clock.today())


@command(Handling, A.NAME_LEADER)
def name_leader(turn: Turn, handling: Handling, said: Leading) -> None:
    handling.led_by(said.leader, clock.today())


@command(Collective, A.DECIDE)
def decide(turn: Turn, decision: Collective, said: Decision) -> None:
    """Bound to the text as it stands: a later edition needs a decision of its own."""
    decision.take(decision.paper)
    decision.record(said, names(decision.congress_id, set(said.people)))
    records.adopted(turn, decision)


@command(Charge, A.RESOLVE)
def charge(turn: Turn, charge: Charge, said: Charging) -> None:
    """Its clock runs until the day that was decided; the needs have seen to it that there is one."""
    charge.resolve(said)
    if said.due:
        clocks.run_until(turn.under(charge), charge.id, Limit.RESOLUTION, said.due, "定日", "党组会议决定")
    _again(turn, charge)


def _again(turn: Turn, charge: Charge) -> None:
    """The record as it now stands takes the place of the one before."""
    records.adopted(turn, turn.under(charge).get(Collective, charge.collective_id))


@command(Charge, A.REACH)
def reach_charge(turn: Turn, charge: Charge, said: Reaching) -> None:
    charge.reach(said)
    prove(turn, charge, said.files, inside=charge.handling.unit_id)


@command(Charge, A.HAND_ON)
def hand_on_charge(turn: Turn, charge: Charge, said: PassingOn) -> None:
    charge.pass_on(said)


@command(Charge, A.DROP)
def drop_charge(turn: Turn, charge: Charge, said: Because) -> None:
    charge.reason = said.reason
    _again(turn, charge)


# More time


@command(Extension, A.ASK)
def ask_extension(turn: Turn, request: Extension, said: AskedExtension) -> None:
    request.ask(said)


@command(Extension, A.APPROVE)
def approve_extension(turn: Turn, request: Extension, said: Nothing) -> None:
    request.approved_by = turn.by.name
    units.more_time_asked(turn, request)


drop_extension = bare(Extension, A.DROP)


@command(Extension, A.GRANT)
def grant_extension(turn: Turn, request: Extension, said: Granting) -> None:
    """The reply's clock moves to the day granted, and its explanation keeps the day it had."""
    under = turn.under(request)
    ceiling = under.place.period(Limit.CEILING, under.root.is_between)
    until = said.until or clock.today()
    request.decision = said.reason
    request.due_before, request.granted = clocks.extend(
        under,
        request.keeper(Limit.REPLY),
        Limit.REPLY,
        until,
        ceiling.article if ceiling else under.place.law,
    )
    congress.extension(turn, request)


@command(Extension, A.REFUSE)
def refuse_extension(turn: Turn, request: Extension, said: Because) -> None:
    request.decision = said.reason
    congress.extension(turn, request)


# The draft before the deputy


@command(Consultation, A.SHOW)
def show(turn: Turn, consultation: Consultation, said: Nothing) -> None:
    """The text as it stands under the lock, whatever the page was opened on."""
    consultation.take(consultation.paper)
    consultation.asked_by = sorted(turn.by.people)


relay = bare(Consultation, A.RELAY)


accept_draft = bare(Consultation, A.ACCEPT_DRAFT)


@command(Consultation, A.COMMENT)
def comment(turn: Turn, consultation: Consultation, said: Comment) -> None:
    consultation.opinion = said.opinion


@command(Consultation, A.ADDRESS)
def address(turn: Turn, consultation: Consultation, said: Because) -> None:
    """The deputy is told what came of the comment; it holds for the text as it now stands."""
    consultation.reason, consultation.answered = said.reason, consultation.paper.substance


@command(Consultation, A.EXEMPT)
def exempt(turn: Turn, consultation: Consultation, said: Exempting) -> None:
    consultation.reason, consultation.asked_by = said.reason, sorted(turn.by.people)
    prove(turn, consultation, said.attachments, inside=consultation.handling.unit_id)


@command(Consultation, A.APPROVE)
def approve_exemption(turn: Turn, consultation: Consultation, said: Nothing) -> None:
    consultation.decided_by = turn.by.name


@command(Consultation, A.REFUSE)
def refuse_exemption(turn: Turn, consultation: Consultation, said: Because) -> None:
    consultation.opinion, consultation.decided_by = said.reason, turn.by.name
