"""How a paper stands."""

from dataclasses import dataclass

from ..calendar import in_words
from .said.reply import Promise


@dataclass(frozen=True, slots=True)
class Script:
    """The paper as it stands. `digest`: of the present text; `hands`: who wrote and who passed it; `kept_back`: less than
    the whole is to be made public, and no reason is given; `tracked`: its class is one that is followed until it is done;
    `overdue`: promises whose day is not after today; `untitled`: which of its bases have no title; `quoted`: (unit, passage) of
    each opinion that is not to be quoted and of which words stand in this reply."""

    unanswered: tuple[int, ...] = ()
    class_given: bool = False
    desks_left: tuple[str, ...] = ()
    awaited: tuple[str, ...] = ()
    digest: str = ""
    hands: frozenset[int] = frozenset()
    reply: bool = True
    kept_back: bool = False
    mark: str = ""
    tracked: bool = False
    promises: tuple[Promise, ...] = ()
    overdue: tuple[Promise, ...] = ()
    untitled: tuple[int, ...] = ()
    quoted: tuple[tuple[str, str], ...] = ()

    @property
    def quoted_told(self) -> str:
        return "；".join(f"{unit}：“{passage}”" for unit, passage in self.quoted)

    @property
    def unwhole(self) -> tuple[Promise, ...]:
        return tuple(each for each in self.promises if each.lacking)

    @property
    def unwhole_told(self) -> str:
        return "；".join(f"第 {p.no} 条建议的承诺缺{p.lacking}" for p in self.unwhole)

    @property
    def overdue_told(self) -> str:
        return "；".join(f"第 {p.no} 条建议的承诺，{in_words(p.due)}" for p in self.overdue if p.due)

    @property
    def untitled_told(self) -> str:
        return "、".join(map(str, self.untitled))

    @property
    def unanswered_told(self) -> str:
        return "、".join(map(str, self.unanswered))

    @property
    def awaited_told(self) -> str:
        return "、".join(map(str, self.awaited))

    @property
    def desks_left_told(self) -> str:
        return "、".join(map(str, self.desks_left))


@dataclass(frozen=True, slots=True)
class Seeming:
    """What the present text seems to promise and nobody has looked at: (number of the point, words)."""

    candidates: tuple[tuple[int, str], ...] = ()

    @property
    def told(self) -> str:
        return "；".join(f"第 {no} 条“{item[:40]}”" for no, item in self.candidates)
