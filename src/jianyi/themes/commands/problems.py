"""The list of problems of a group: put up, solved, struck off by somebody else, or promised in a reply (F30)."""

from jianyi.cases.commands.attachments import prove
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Because, Finding, Kept, Nothing, Passing, Pledging
from jianyi.procedure.words import Limit
from jianyi.turn import clocks
from jianyi.turn.case import Turn
from jianyi.turn.door import command, own

from ..facts import inside
from ..models import Concern, Linked, Problem, Theme


@command(Theme, A.FIND)
def find(turn: Turn, theme: Theme, said: Finding) -> None:
    """One row for every line; the procedure puts them up."""
    under, cases = turn.under(theme), sorted(set(said.cases) or inside(turn.under(theme)))
    there = len(under.all(Problem))
    for nth, (text, measures) in enumerate(said.rows, there + 1):
        row = under.add(
            Problem.of(
                theme, unit_id=theme.unit_id, nth=nth, text=text, measures=measures, owner_id=said.owner, due=said.due,
                meeting_id=said.meeting or None,
            )
        )  # fmt: skip
        Concern.objects.bulk_create(
            Concern(congress_id=theme.congress_id, root_id=theme.id, problem_id=row.id, suggestion_id=case)
            for case in cases
        )
    if said.meeting:
        Linked.objects.get_or_create(congress_id=theme.congress_id, root_id=theme.id, meeting_id=said.meeting)


@own(Problem, A.LIST)
def put_up(turn: Turn, problem: Problem, said: Nothing) -> None:
    """Its clock runs until the day that was set."""
    problem.stand_again()
    if problem.due:
        clocks.run_until(
            turn.under(problem), problem.id, Limit.PROBLEM, problem.due, "定日", "问题清单的销号时限"
        )


@command(Problem, A.REACH)
def reach(turn: Turn, problem: Problem, said: Kept) -> None:
    """It counts for nothing until somebody else has struck it off."""
    problem.reach(said, sorted(turn.by.people))
    prove(turn, problem, said.files)


@command(Problem, A.VERIFY)
def strike_off(turn: Turn, problem: Problem, said: Nothing) -> None:
    problem.strike_off(turn.by.name, sorted(turn.by.people))


@command(Problem, A.SEND_BACK)
def send_back(turn: Turn, problem: Problem, said: Because) -> None:
    problem.reason = said.reason


@command(Problem, A.PLEDGE)
def pledge(turn: Turn, problem: Problem, said: Pledging) -> None:
    """The reply that is named cannot be presented without it."""
    problem.pledge(said)


@command(Problem, A.HAND_ON)
def hand_on(turn: Turn, problem: Problem, said: Passing) -> None:
    problem.pass_on(said)


@command(Problem, A.DROP)
def drop(turn: Turn, problem: Problem, said: Because) -> None:
    problem.reason = said.reason
