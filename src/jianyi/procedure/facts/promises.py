"""How a promise stands, and the ledger of the promises of one reply."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Pledged:
    """`out`: the reply is with the deputy; `replaced`: a later round's is too, or it came to nothing; `reporters`: who reported the promise as
    kept, `askers`: who asked for another day or to give it up, `day`: by when it shall be done instead, none where it is given up."""

    out: bool = False
    replaced: bool = False
    reporters: frozenset[int] = frozenset()
    askers: frozenset[int] = frozenset()
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Booked:
    """`left`: promises of which nobody has heard the end; `writers`: who wrote the second reply."""

    left: int = 0
    writers: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Closing:
    """The end of the term that runs: its number, and the last day on which what is open can be explained in time; none where the
    end is not known, or the place has laid down nothing."""

    term: int = 0
    day: date | None = None
