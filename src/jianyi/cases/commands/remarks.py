"""Remarks on a draft, inside the unit."""

from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Answering, Because, Remarking
from jianyi.turn.case import Turn
from jianyi.turn.door import bare, command

from ..models import Remark


@command(Remark, A.REMARK)
def remark(turn: Turn, remark: Remark, said: Remarking) -> None:
    """Bound to the edition as it stands under the lock."""
    remark.make(said, turn.by.person)


@command(Remark, A.ANSWER)
def answer(turn: Turn, remark: Remark, said: Answering) -> None:
    remark.answer = said.answer.strip()


accept = bare(Remark, A.ACCEPT)


@command(Remark, A.INSIST)
def insist(turn: Turn, remark: Remark, said: Because) -> None:
    """The answer stays where it was said, until there is another."""
    remark.reason = said.reason


take_off = bare(Remark, A.TAKE_OFF)
