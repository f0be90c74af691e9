"""What the lead deputy asks for: that the units be urged."""

from jianyi.kit import clock
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Because, Nothing, Pleading
from jianyi.turn.case import Turn
from jianyi.turn.door import command, own

from ..models import Plea


@command(Plea, A.ASK)
def ask(turn: Turn, plea: Plea, said: Pleading) -> None:
    plea.reason, plea.asked_at, plea.asked_by_id = said.reason, clock.now(), turn.by.person


@command(Plea, A.REFUSE)
def refuse(turn: Turn, plea: Plea, said: Because) -> None:
    plea.answer, plea.answered_on = said.reason, clock.today()


@own(Plea, A.GRANT)
def grant(turn: Turn, plea: Plea, said: Nothing) -> None:
    """A letter went out; the deputy is told that it did, and reads no inner paper."""
    plea.answer, plea.answered_on = "已向承办单位发出催办函。", clock.today()


@own(Plea, A.LAPSE)
def lapse(turn: Turn, plea: Plea, said: Nothing) -> None:
    plea.answered_on = clock.today()
