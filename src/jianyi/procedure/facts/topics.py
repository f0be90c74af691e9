"""How a key topic stands, and what hangs on it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Topical:
    """`body`: what decides at this level; `free`: suggestions that may be in it; `inside`, `out`: that are in it, or were; `waiting`:
    units that have not answered while they still may; `units`: units that handle something in it; `committees`: the special
    committees of the congress; `meetings`: activities that a visit may be linked with; `proposed_on`, `listed_on`: since when; `leader`: who supervises; `confidential`: how many in it hide their proposer;
    `personal`: what looks like personal data in its title; `people`: by name those who hold a post in the congress or the government's office, and who
    proposed what is in it; `hidden`: suggestions that may not be in what the public is told of; `public`: it is told to the public; `renamed`: there
    with a name that its committee has no more."""

    body: str = "主任会议"
    free: frozenset[int] = frozenset()
    inside: frozenset[int] = frozenset()
    out: frozenset[int] = frozenset()
    waiting: int = 0
    units: frozenset[int] = frozenset()
    committees: frozenset[int] = frozenset()
    meetings: frozenset[int] = frozenset()
    proposed_on: date | None = None
    listed_on: date | None = None
    leader: str = ""
    confidential: int = 0
    personal: tuple[str, ...] = ()
    people: frozenset[str] = frozenset()
    hidden: frozenset[int] = frozenset()
    public: bool = False
    renamed: bool = False
    numbers: Mapping[str, int] = field(default_factory=dict)

    @property
    def personal_told(self) -> str:
        return "、".join(self.personal)


@dataclass(frozen=True, slots=True)
class Covering:
    """A suggestion in a topic. `live`: neither withdrawn nor merged into another; `answerable`: on its way to a reply; `elsewhere`: in another topic that
    holds it; `open`: the topic still changes; `others`: how many stay when it goes; `hides`: its proposer hides, and the public is
    told of the topic."""

    live: bool = True
    answerable: bool = True
    elsewhere: bool = False
    open: bool = True
    others: int = 1
    hides: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What a unit is asked: `decided`: the topic is; `handled`: the unit still handles what it is about."""

    decided: bool = False
    handled: bool = True
