"""How a meeting or an activity stands, seen from anything that hangs on it."""

from dataclasses import dataclass
from datetime import datetime

from ..words import Meeting


@dataclass(frozen=True, slots=True)
class Gathering:
    """`starts_at` and `begins` (the same, in words): of the meeting; `trains`: it is a training; `pictured`: the unit's rule
    asks for a photograph of it; `photographs`: how many are attached."""

    stage: Meeting = Meeting.NEW
    starts_at: datetime | None = None
    begins: str = "未定"
    trains: bool = False
    pictured: bool = False
    photographs: int = 0


@dataclass(frozen=True, slots=True)
class Hosts:
    """`staff`: who works in the houses that hold it, `own`: in the one that calls it; `chair`: who chairs it; `company`: who was
    invited or came; `uninvited`: who no longer is."""

    staff: frozenset[int] = frozenset()
    own: frozenset[int] = frozenset()
    chair: int = 0
    company: frozenset[int] = frozenset()
    uninvited: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Piles:
    """`free`: the batches that this meeting may hand over, none where a unit holds it; `hands_over`: it is a hand-over
    meeting as it was called."""

    free: frozenset[int] = frozenset()
    hands_over: bool = False


@dataclass(frozen=True, slots=True)
class Matters:
    """Second dissatisfactions: `free`, (number, suggestion) of those that this meeting may treat, none where a unit holds
    it; `kind` and `label`: what a meeting about one is by the place's rule."""

    free: frozenset[tuple[int, int]] = frozenset()
    kind: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Schemed:
    """A unit's scheme of one year. `another`: the unit has one for this year already."""

    year: int = 0
    another: bool = False
