"""How an urging letter, a document of the ladder, a request of a deputy and a help measure stand."""

from dataclasses import dataclass
from datetime import date

from ..calendar import in_words
from .said.supervision import RUNGS, SHEETS


@dataclass(frozen=True, slots=True)
class Pressed:
    """A letter. `offered`: the keys of what lags now with its addressee; `chosen`: those that stand in it, each with how it is
    called; `demands`: how many; `gone`: nothing of it is in the addressee's hands any more; `answerers`: who answered it;
    `heir`: the unit that goes on with all of it, where that is another one now; `due`: by when it is to be answered."""

    offered: frozenset[str] = frozenset()
    chosen: tuple[tuple[str, str], ...] = ()
    demands: int = 0
    gone: bool = False
    answerers: frozenset[int] = frozenset()
    heir: int = 0
    due: date | None = None

    @property
    def due_told(self) -> str:
        return in_words(self.due) if self.due else "未定"

    @property
    def stale(self) -> str:
        return "；".join(told for key, told in self.chosen if key not in self.offered)


@dataclass(frozen=True, slots=True)
class Climbing:
    """A document of one rung. `rung`: from 1 to 5, 0 for a notice, which rests on none; `inner`: inside a house; `causes`: why the suggestion may be
    supervised as things stand, `bodies`: who may supervise it; `due`: its day; `passed`: the rungs whose document was issued and closed as not corrected, or
    has passed its day; `approvers`: who may approve that one is skipped; `skips`: a reason and an approver of today stand in it; `team`: who may
    answer for it, `hosts`: who may hold an interview; `handled`: the suggestion is still in the unit's hands; `owner`,
    `reporters`: who answers for it, who reported it as done; `begins`: the day of the interview; `since`: since when the unit has the
    suggestion; `cited`: the numbers of circulars that are on record about it already; `heir`: the unit that goes on with
    the suggestion, where that is another one now; `left`: it is in no hands any more that this document may reach."""

    rung: int = 2
    passed: frozenset[int] = frozenset()
    approvers: frozenset[int] = frozenset()
    skips: bool = False
    team: frozenset[int] = frozenset()
    hosts: frozenset[int] = frozenset()
    handled: bool = True
    owner: int = 0
    reporters: frozenset[int] = frozenset()
    begins: date | None = None
    since: date | None = None
    cited: frozenset[str] = frozenset()
    heir: int = 0
    left: bool = False
    inner: bool = False
    due: date | None = None
    causes: frozenset[str] = frozenset()
    bodies: frozenset[int] = frozenset()

    @property
    def called(self) -> str:
        return list(SHEETS.values())[self.rung]

    @property
    def before(self) -> str:
        return list(RUNGS.values())[self.rung - 2]

    @property
    def due_told(self) -> str:
        return in_words(self.due) if self.due else "未定"

    @property
    def since_told(self) -> str:
        return in_words(self.since) if self.since else "还没有交办"

    @property
    def climbs(self) -> bool:
        return not self.rung or self.rung - 1 in self.passed


@dataclass(frozen=True, slots=True)
class Pleaded:
    """A request of the deputy. `lags`: something is late, or nobody has spoken with the deputy; `waits`: another request waits;
    `urged`: a letter about it went out since; `running`: a unit still owes its answer."""

    lags: bool = False
    waits: bool = False
    urged: bool = False
    running: bool = False


@dataclass(frozen=True, slots=True)
class Helped:
    """`staff`: who works in the house; `leads`: who leads it, `reporters`: who reported it as done."""

    staff: frozenset[int] = frozenset()
    leads: int = 0
    reporters: frozenset[int] = frozenset()
