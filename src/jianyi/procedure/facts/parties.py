"""How people, organisations and posts stand."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Founded:
    congresses: int = 0


@dataclass(frozen=True, slots=True)
class Terms:
    """`running`: the number of the term that runs, 0 where none does yet; `nth`: that of the term, sitting or seat itself;
    `first`: no term was ever opened."""

    running: int = 0
    nth: int = 0
    first: bool = False

    @property
    def next(self) -> int:
        return self.running + 1


@dataclass(frozen=True, slots=True)
class Holding:
    """A post about to be held, or held. `twice`: the same person holds the same post already."""

    twice: bool = False
    others: int = 0


@dataclass(frozen=True, slots=True)
class Register:
    """Is the sign-in name free? `administers_alone`: nobody else who can sign in is an administrator; `alone_at`: the units in whose
    office there is nobody else, while something waits for it."""

    taken: bool = False
    open_tasks: int = 0
    administers_alone: bool = False
    alone_at: tuple[str, ...] = ()

    @property
    def alone_told(self) -> str:
        return "、".join(self.alone_at)


@dataclass(frozen=True, slots=True)
class Link:
    """The one-time link: the digest of its token, and until when it is good."""

    digest: str = ""
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Inner:
    """What a unit consists of: its divisions by name, and everybody who works in it."""

    divisions: tuple[str, ...] = ()
    people: frozenset[int] = frozenset()

    @property
    def told(self) -> str:
        return "、".join(self.divisions) or "（还没有处室）"


@dataclass(frozen=True, slots=True)
class Ending:
    """What is still open with an organisation, by kind: a few words each."""

    open: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        return "；".join(self.open)


@dataclass(frozen=True, slots=True)
class Pictures:
    """Letterheads that were looked at and stored, by their digests."""

    digests: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Powers:
    """What is handed on for a time: until when, and whether by its holder."""

    until: datetime | None = None
    own_post: bool = False
    to_oneself: bool = False


@dataclass(frozen=True, slots=True)
class InUse:
    """The units that may be given a suggestion today."""

    units: frozenset[int] = frozenset()
