"""A notice as its reader may read it: one sentence, and where it leads. Pages, interface and every channel say the same."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from jianyi.kit import clock
from jianyi.procedure.actions import Action
from jianyi.procedure.facts.acting import Actor
from jianyi.turn.models import Notice
from jianyi.turn.tracks import by_name

from . import occasions
from .wording import called, sentence


GONE = ("", "（您已不再参与的事项）", False)
Seen = tuple[str, str, bool]
# root → number, title, may it be opened
Named = Callable[..., dict[int, Seen]]
Where = Callable[[Notice, Actor, bool], str]
_laid: dict[str, Any] = {}


def lay(named: Named, where: Where) -> None:
    """Who names the matters of every area for a reader, and where a notice leads: both know areas that stand above this one."""
    _laid.update(named=named, where=where)


@dataclass(frozen=True)
class Line:
    notice: Notice
    text: str
    href: str


def lines(rows: Iterable[Notice], *, by: Actor) -> list[Line]:
    """Each with its sentence; of what the reader may not see neither number nor title."""
    told = list(rows)
    seen = _laid["named"]({row.root_id for row in told}, by=by)
    return [Line(row, text(row, seen), _href(row, seen, by)) for row in told]


def text(row: Notice, seen: dict[int, Seen]) -> str:
    no, title, _ = seen.get(row.root_id, GONE)
    if not row.occasion:
        return sentence(by_name()[row.track].stages, Action(row.action), no, title)
    reminder = occasions.reminder(row.occasion)
    if reminder is None:
        return occasions.unsent(row.occasion)
    return occasions.in_time(reminder, row.at.astimezone(clock.HOME).date(), called(no, title))


def _href(row: Notice, seen: dict[int, Seen], by: Actor) -> str:
    if row.occasion.startswith(occasions.UNSENT):
        return "/clockwork/"
    found: str = _laid["where"](row, by, seen.get(row.root_id, GONE)[2])
    return found
