"""What was called together about a second dissatisfaction: a case knows nothing of meetings, so who does is asked."""

from collections.abc import Callable

from jianyi.procedure.facts.escalation import Heard
from jianyi.turn.under import Under

from ..models import Escalation


ASKED: list[Callable[[Escalation], Heard]] = []


def lay(ask: Callable[[Escalation], Heard]) -> None:
    """Called once, when everything is loaded."""
    ASKED[:] = [ask]


def heard(row: Escalation, under: Under) -> Heard:
    """Nothing where no meeting is called for it."""
    return next((ask(row) for ask in ASKED), Heard())
