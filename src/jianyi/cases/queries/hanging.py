"""What hangs on a root above the cases, found by the file of that root: each area brings its own rule of sight."""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from jianyi.kit.statements import read
from jianyi.procedure.facts.acting import Actor
from jianyi.turn.models import Root, Subject
from jianyi.turn.tracks import by_name
from jianyi.turn.under import Under


class Shown(Protocol):
    """A root with everything under it, as one reader may see it."""

    @property
    def under(self) -> Under: ...

    def shows(self, subject: Subject) -> bool: ...


F = TypeVar("F", bound=Shown)


def hanging(
    root: type[Root], file: Callable[..., F | None], track: str, number: int, *, by: Actor
) -> tuple[Any, F] | None:
    """By track and number, with its file; nothing where it hangs elsewhere or is not shown."""
    known = by_name().get(track)
    if known is None or known.root is not root:
        return None
    row = next(iter(read(known.model, congress_id=by.congress, id=number)), None)
    found = file(row.root_number, by=by) if row else None
    if row is None or found is None or not found.shows(row):
        return None
    return found.under.get(type(row), row.id), found
