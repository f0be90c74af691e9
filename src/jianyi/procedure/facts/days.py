"""How the days stand: which arrangement is in force, and which clocks it moves."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Arranged:
    """`later`: another arrangement of the same year was entered since."""

    later: bool = False


@dataclass(frozen=True, slots=True)
class Reckoned:
    """How many running clocks of a case fall on another day by the arrangement in force."""

    moves: int = 0
