"""What units ask of each other and of the body that handed over, about a case they share."""

from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Because, Waiving
from jianyi.turn.case import Turn
from jianyi.turn.door import bare, command

from ..facts.between import due_day
from ..models import Waiver


# A reply that leaves without a co-unit's opinion


@command(Waiver, A.ASK)
def ask_waiver(turn: Turn, waiver: Waiver, said: Waiving) -> None:
    waiver.ask(said)
    waiver.due_on = due_day(waiver.helping, turn.under(waiver))


drop_waiver = bare(Waiver, A.DROP)


@command(Waiver, A.GRANT)
def grant_waiver(turn: Turn, waiver: Waiver, said: Because) -> None:
    """The reply may leave; what comes after all is still used until it is signed."""
    waiver.decide(said.reason, turn.by.name)


@command(Waiver, A.REFUSE)
def refuse_waiver(turn: Turn, waiver: Waiver, said: Because) -> None:
    waiver.decide(said.reason, turn.by.name)
