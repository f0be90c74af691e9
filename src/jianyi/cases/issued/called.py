"""At which meeting a batch is handed over: a case knows nothing of meetings, so who does is asked."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from ..models import Batch


@dataclass(frozen=True)
class Called:
    """A meeting as a notice names it."""

    title: str
    at: datetime
    where: str


ASKED: list[Callable[[Batch], Called | None]] = []


def lay(ask: Callable[[Batch], Called | None]) -> None:
    """Called once, when everything is loaded."""
    ASKED[:] = [ask]


def meeting_of(batch: Batch) -> Called | None:
    """Nothing where there is none, or none was said."""
    return next((found for ask in ASKED if (found := ask(batch))), None)
