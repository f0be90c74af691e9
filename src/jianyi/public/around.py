"""What stands around every list of the public site: what can be filtered by, and how much there is. It is the same whatever is asked for,
so it is counted once after something public has changed, not for each address."""

from dataclasses import dataclass
from threading import Lock
from typing import Any

from jianyi.kit import clock
from jianyi.publication.figures import Shares, shares

from . import reading
from .front import unsettled


@dataclass(frozen=True)
class Around:
    total: int
    choices: reading.Choices
    shares: Shares


# Congress and state of what is public → what was counted then; of so many states.
KEPT: dict[Any, Around] = {}
MOST = 32
_lock = Lock()


def around(congress: int) -> Around:
    """As fresh as the pages themselves: until anything public changes, or the day."""
    changed = reading.stamp(congress)
    state = congress, changed, clock.today(), unsettled(changed)
    known = KEPT.get(state)
    if known is None:
        known = Around(reading.total(congress), reading.choices(congress), shares(congress))
        with _lock:
            if len(KEPT) >= MOST:
                KEPT.clear()
            KEPT[state] = known
    return known
