"""Papers that were taken back: areas above the cases have papers of their own, and each says of one whether it still stands."""

from collections.abc import Callable

from ..models import Letter


Ask = Callable[[Letter], bool]
ASKED: list[Ask] = []


def lay(*asks: Ask) -> None:
    """Called once, when everything is loaded."""
    ASKED[:] = asks


def is_taken_back(row: Letter) -> bool:
    return any(ask(row) for ask in ASKED)
