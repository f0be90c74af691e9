"""What is due, one after another: one that cannot be done holds up no other, and is told when the others are done."""

import logging
from collections.abc import Callable, Iterable
from typing import TypeVar


T = TypeVar("T")
SHOWN = 3
log = logging.getLogger(__name__)


class Stuck(Exception):
    """Some were not done; all the others were."""


def in_turn(what: Iterable[T], take: Callable[[T], int], called: Callable[[T], str] = str) -> int:
    """One after another whatever becomes of each; answers with their sum. Raises Stuck at the end, with the first few by name."""
    done, failed = 0, []
    for one in what:
        try:
            done += take(one)
        except Exception as error:
            log.exception("%s could not be taken", called(one))
            failed.append(f"{called(one)}: {error or type(error).__name__}")
    if failed:
        more = f" (+{len(failed) - SHOWN})" if len(failed) > SHOWN else ""
        raise Stuck("; ".join(failed[:SHOWN]) + more)
    return done
