"""How things stand for an oral reply: what the record of one handling may say."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Face:
    """`signed`: the written reply is; `another`: a record beside this one that is open or signed; `speakers`: who of the unit
    may reply in person, `rank`: what they are; `lead`: the deputy who signs; `since`: the hand-over; `closed`: the case is."""

    signed: bool = False
    another: bool = False
    speakers: frozenset[int] = frozenset()
    rank: str = ""
    lead: int = 0
    proposers: frozenset[int] = frozenset()
    points: int = 0
    since: datetime | None = None
    closed: bool = False
