"""What units ask of each other and of the body that handed over, about a case they share."""

from jianyi.kit import clock
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Arguing, Because, Leave, Raising, Verdict, Waiving
from jianyi.turn.case import Turn
from jianyi.turn.door import bare, command
from jianyi.turn.models import Participation

from ..facts.between import due_day
from ..holders import NEGOTIATING
from ..models import Handling, Negotiation, Waiver
from ..models.handlings import OVER


# A reply that leaves without a co-unit's opinion


@command(Waiver, A.ASK)
def ask_waiver(turn: Turn, waiver: Waiver, said: Waiving) -> None:
    waiver.ask(said)
    waiver.due_on = due_day(waiver.helping, turn.under(waiver))


recall_waiver = bare(Waiver, A.RECALL)


@command(Waiver, A.GRANT)
def grant_waiver(turn: Turn, waiver: Waiver, said: Leave) -> None:
    """The reply may leave; what comes after all is still used until it is signed."""
    waiver.decide(said.reason, turn.by.name)


@command(Waiver, A.REFUSE)
def refuse_waiver(turn: Turn, waiver: Waiver, said: Because) -> None:
    waiver.decide(said.reason, turn.by.name)


# What they do not agree on


@command(Negotiation, A.NEGOTIATE)
def negotiate(turn: Turn, talk: Negotiation, said: Raising) -> None:
    """The other unit reads the suggestion from now on, where it has no part in it yet."""
    talk.raise_(said)
    under = turn.under(talk)
    at_work = {h.unit_id for h in under.all(Handling) if h.stage not in OVER and not h.dropped}
    joined = {row.organisation_id for row in under.participations}
    if said.other not in at_work | joined:
        row = Participation(
            congress_id=talk.congress_id, root_id=talk.root_id, organisation_id=said.other,
            capacity=NEGOTIATING, since=clock.today(),
        )  # fmt: skip
        row.save(force_insert=True)
        under.participations.append(row)


@command(Negotiation, A.ARGUE)
def argue(turn: Turn, talk: Negotiation, said: Arguing) -> None:
    talk.reply(said)


concede = bare(Negotiation, A.CONCEDE)
put_up = bare(Negotiation, A.PUT_UP)
recall_talk = bare(Negotiation, A.RECALL)


@command(Negotiation, A.MEDIATE)
def mediate(turn: Turn, talk: Negotiation, said: Verdict) -> None:
    """Where it means another unit, that one takes over by a granted return request, and not by this."""
    talk.decide(said, turn.by.name)
