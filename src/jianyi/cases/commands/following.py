"""What follows when a reply is sent: a case knows nothing of what other parts of the house make of it, so they are asked."""

from collections.abc import Callable

from jianyi.turn.case import Turn

from ..models import Paper


AFTER_SENDING: list[Callable[[Turn, Paper], None]] = []


def lay(*begin: Callable[[Turn, Paper], None]) -> None:
    """Called once, when everything is loaded."""
    AFTER_SENDING[:] = begin


def sent(turn: Turn, paper: Paper) -> None:
    """In the turn that sends it."""
    for begin in AFTER_SENDING:
        begin(turn, paper)
