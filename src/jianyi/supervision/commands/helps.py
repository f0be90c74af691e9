"""Hard problems and help measures: listed, done, looked at by somebody else."""

from jianyi.cases.commands.attachments import prove
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Because, Helping, Kept, Nothing
from jianyi.procedure.words import Limit
from jianyi.turn import clocks
from jianyi.turn.case import Turn
from jianyi.turn.door import command

from ..models import Help


@command(Help, A.HELP)
def help_(turn: Turn, row: Help, said: Helping) -> None:
    """Listed, or changed; its clock runs until the day that was said."""
    row.describe(said)
    if row.until:
        clocks.run_until(turn.under(row), row.id, Limit.HELP, row.until, "定日", "攻坚和帮扶清单的完成期限")


@command(Help, A.REACH)
def reach(turn: Turn, row: Help, said: Kept) -> None:
    row.report(said, sorted(turn.by.people))
    prove(turn, row, said.files)


@command(Help, A.VERIFY)
def verify(turn: Turn, row: Help, said: Nothing) -> None:
    row.checked_by, row.checkers = turn.by.name, sorted(turn.by.people)


@command(Help, A.SEND_BACK)
def send_back(turn: Turn, row: Help, said: Because) -> None:
    row.reason, row.done_on = said.reason, None


@command(Help, A.DROP)
def drop(turn: Turn, row: Help, said: Because) -> None:
    row.reason = said.reason
