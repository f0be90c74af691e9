"""The plan of a handling."""

from jianyi.kit import clock
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Because, Nothing, PassingOn, Planning, Reaching, Setting
from jianyi.procedure.words import Limit
from jianyi.turn import clocks
from jianyi.turn.case import Turn
from jianyi.turn.door import bare, command

from .. import issued
from ..models import Milestone, Plan
from .attachments import prove


@command(Plan, A.PLAN)
def draw_up(turn: Turn, plan: Plan, said: Planning) -> None:
    """An approved plan that is changed needs approval anew."""
    plan.draw_up(said)


present = bare(Plan, A.PRESENT)


@command(Plan, A.APPROVE)
def approve(turn: Turn, plan: Plan, said: Nothing) -> None:
    """It keeps its number when it is changed and approved anew."""
    plan.number = plan.number or issued.form_number(plan.congress_id, "JH", plan.handling.unit_id)
    plan.approve(turn.by.name, clock.today())


@command(Plan, A.SEND_BACK)
def send_back(turn: Turn, plan: Plan, said: Because) -> None:
    plan.sent_back = said.reason


@command(Milestone, A.SET)
def set_milestone(turn: Turn, milestone: Milestone, said: Setting) -> None:
    """Its clock runs until the day said; the needs have seen to it that there is one."""
    milestone.set_to(said)
    if said.day:
        clocks.run_until(
            turn.under(milestone), milestone.id, Limit.MILESTONE, said.day, "定日", "本件办理计划"
        )


@command(Milestone, A.REACH)
def reach(turn: Turn, milestone: Milestone, said: Reaching) -> None:
    milestone.reach(said)
    prove(turn, milestone, said.files, inside=milestone.handling.unit_id)


@command(Milestone, A.HAND_ON)
def hand_on(turn: Turn, milestone: Milestone, said: PassingOn) -> None:
    """The day stays as it was approved; the line tells who answered for it before."""
    turn.keep(before=str(milestone.responsible_id))
    milestone.pass_on(said)


@command(Milestone, A.DROP)
def drop(turn: Turn, milestone: Milestone, said: Because) -> None:
    milestone.reason = said.reason
