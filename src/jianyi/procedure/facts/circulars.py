"""How a circular stands: what was frozen, what is pushed forward, who has written it, and whether it was issued."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Drawn:
    """`tasks`: how many the frozen facts are of; `readers`: how many houses it will go to; `pushed`: items of the push list;
    `asks`: the requirements are written; `writers`: who drew it and wrote it; `houses`: names that a pushed item may name
    as the house that answers, `numbers`: how it may call the suggestions, `shared`: numbers that two of them have, and `longer`: how these are
    told apart; `stray`: lines of the push list that no longer fit what was drawn; `gatherings`: meetings it may be linked with; `other`: the number of
    the one that the house has issued for the same month."""

    tasks: int = 0
    readers: int = 0
    pushed: int = 0
    asks: bool = False
    writers: frozenset[int] = frozenset()
    houses: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    shared: frozenset[str] = frozenset()
    longer: tuple[str, ...] = ()
    stray: str = ""
    gatherings: frozenset[int] = frozenset()
    other: str = ""

    @property
    def longer_told(self) -> str:
        return "、".join(f"“{name}”" for name in self.longer)


@dataclass(frozen=True, slots=True)
class Sent:
    """What hangs on a circular, seen from it: it was issued, and it was withdrawn again."""

    issued: bool = False
    withdrawn: bool = False
