"""What becomes of a golden idea."""

from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import Landing, SettingAside, Studying
from jianyi.turn.case import Turn
from jianyi.turn.door import command

from ..models import Idea


@command(Idea, A.STUDY)
def study(turn: Turn, idea: Idea, said: Studying) -> None:
    idea.explain(said.reason)


@command(Idea, A.TAKE_UP)
def take_up(turn: Turn, idea: Idea, said: Landing) -> None:
    idea.land(said)


@command(Idea, A.CHANGE)
def change(turn: Turn, idea: Idea, said: Landing) -> None:
    """It went somewhere else, or the document is out."""
    idea.land(said)


@command(Idea, A.SET_ASIDE)
def set_aside(turn: Turn, idea: Idea, said: SettingAside) -> None:
    idea.explain(said.reason)
