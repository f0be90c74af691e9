"""How things stand between the units of one case: an opinion that one of them waits for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Awaited:
    """One co-unit's opinion, as the unit that answers waits for it. `missing`: it does not lie on the table; `late`: its
    time has run out, `until`: when it does; `settled`: nobody waits for it any more; `asked`: a request to go on without
    it is open or granted; `signed`: the reply it was for is signed; `owed`: it is the opinion of a co-unit of this round,
    and the case is handed over to both."""

    unit: str = ""
    owed: bool = False
    missing: bool = True
    late: bool = False
    until: str = ""
    settled: bool = False
    asked: bool = False
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Talks:
    """A talk between two units. `own`: who raised it; `helping`: with whom it shares an opinion in this round; `open_with`:
    with whom it talks already; `answered`: the other side has told its own view; `may_swap`: it is about who leads, one of
    them leads and the other helps, and neither has begun what it writes or asked for more time or for leave."""

    own: int = 0
    helping: frozenset[int] = frozenset()
    open_with: frozenset[int] = frozenset()
    answered: bool = False
    may_swap: bool = False
