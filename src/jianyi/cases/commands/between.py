"""What units ask of each other and of the body that handed over, about a case they share."""

from jianyi.kit import clock
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Arguing, Because, Leave, Raising, Verdict, Waiving
from jianyi.procedure.words import Limit, Role
from jianyi.turn import clocks
from jianyi.turn.case import Turn
from jianyi.turn.door import bare, command
from jianyi.turn.models import Participation
from jianyi.turn.under import Under

from ..facts.between import due_day, roles_to_swap
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
    """Where it means a unit that has no part in the case, that one takes over by a granted return request, and not by
    this; of the two that have, the one that helped may lead from now on."""
    under = turn.under(talk)
    if said.swaps and (found := roles_to_swap(talk, under)):
        swap(*found, under)
        turn.keep(leads=str(found[1].unit_id), helps=str(found[0].unit_id))
    talk.decide(said, turn.by.name)


def swap(lead: Handling, helping: Handling, under: Under) -> None:
    """The reply stays due when it was, for whoever leads now; an opinion is due as if it had been asked for today."""
    for limit in (Limit.REPLY, Limit.EXTENSION):
        clocks.pass_on(under, limit, lead.id, helping.id)
    clocks.stop(under, helping.id, Limit.CO_OPINION)
    lead.role, helping.role = Role.CO, Role.LEAD
    clocks.start(under, lead, Limit.CO_OPINION)
    for row in (lead, helping):
        row.save(update_fields=["role"])
