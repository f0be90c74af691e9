"""How suggestions that are handled together stand, and what a reply owes the group that its suggestion is in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grouped:
    """`free`: the suggestions that may be in this group: in the unit's hands, and in no other group that is open; `inside`:
    those that are in it, `out`: that were; `gatherings`: the meetings of the unit; `staff`: who works there; `left`: problems nobody has
    heard the end of."""

    free: frozenset[int] = frozenset()
    inside: frozenset[int] = frozenset()
    out: frozenset[int] = frozenset()
    gatherings: frozenset[int] = frozenset()
    staff: frozenset[int] = frozenset()
    left: int = 0


@dataclass(frozen=True, slots=True)
class Belonging:
    """A suggestion in a group. `handled`: it is still in the unit's hands; `elsewhere`: in another group that is open;
    `closed`: the group is no longer open; `owed`: problems promised in its reply that is still to come."""

    handled: bool = True
    elsewhere: bool = False
    closed: bool = False
    owed: int = 0


@dataclass(frozen=True, slots=True)
class Troubled:
    """A problem. `owner`: who answers for it, `reporters`: who reported it as solved; `concerns`: the suggestions in the group
    that it is about; `unsigned`: those of them whose reply is still being written; `orphaned`: that in whose
    reply it was to be promised has left the unit's hands."""

    owner: int = 0
    reporters: frozenset[int] = frozenset()
    concerns: frozenset[int] = frozenset()
    unsigned: frozenset[int] = frozenset()
    orphaned: bool = False


@dataclass(frozen=True, slots=True)
class Shared:
    """A reply, seen from the group. `bare`: points to which nothing is said but what the whole group says; `stale`: paragraphs
    were taken in as they no longer stand; `unpledged`: what was to be promised here and is not."""

    bare: tuple[int, ...] = ()
    stale: bool = False
    unpledged: tuple[str, ...] = ()

    @property
    def bare_told(self) -> str:
        return "、".join(map(str, self.bare))

    @property
    def unpledged_told(self) -> str:
        return "；".join(self.unpledged)
