"""How a case stands. One type is what one query answers, and only the types a row's needs read are asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from ..words import Handling, Role, Suggestion
from .said.said import CHECKS


@dataclass(frozen=True, slots=True)
class Draft:
    """The suggestion as written. `lacks`: Chinese labels of what is missing."""

    lacks: tuple[str, ...] = ()
    title_over: int = 0
    in_sitting: bool = True
    seat_held: bool = True
    sitting_open: bool = True

    @property
    def lacks_told(self) -> str:
        return "、".join(map(str, self.lacks))


@dataclass(frozen=True, slots=True)
class Proposal:
    """The units named and not yet handed to."""

    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Others:
    """The units at work on the case."""

    units: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Heirs:
    """The units in use that do not handle the case in this round: one may go on with the task. `open`: something may be left to do."""

    units: frozenset[int] = frozenset()
    open: bool = False


@dataclass(frozen=True, slots=True)
class Replies:
    """Of all rounds: a reply that is superseded was given all the same."""

    expected: int = 0
    given: int = 0
    beginning: int = 0


@dataclass(frozen=True, slots=True)
class Sheets:
    waiting: int = 0
    undecided: int = 0
    escalated: int = 0
    tracked: int = 0


@dataclass(frozen=True, slots=True)
class Case:
    """What other tracks ask about their suggestion."""

    stage: Suggestion = Suggestion.DRAFT
    points: int = 0
    confidential: bool = False
    key: bool = False
    claims_until: datetime | None = None
    withdrawal_granted: bool = False
    topic: int = 0


@dataclass(frozen=True, slots=True)
class Invited:
    text_changed: bool = False
    already: bool = False
    seat_held: bool = True


@dataclass(frozen=True, slots=True)
class Claimed:
    already: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """A handling, as it and what hangs on it see it."""

    stage: Handling = Handling.NAMED
    role: Role = Role.SOLE
    round: int = 1
    dropped: bool = False
    key: bool = False
    major: bool = False
    led: bool = False
    unit: int = 0

    @property
    def advises(self) -> bool:
        return self.role is Role.CO

    @property
    def is_over(self) -> bool:
        return self.stage in (Handling.WAIVED, Handling.MOVED, Handling.LAPSED)


@dataclass(frozen=True, slots=True)
class Progress:
    """`gone_without`: the reply is out, and the hand-over body let it leave without this unit's opinion."""

    contacts: int = 0
    delivered: bool = False
    return_granted: bool = False
    return_open: bool = False
    level: str = ""
    level_met: bool = True
    signed: bool = False
    gone_without: bool = False


@dataclass(frozen=True, slots=True)
class House:
    """Everybody who holds a post in the unit, its divisions and its subordinate bodies today; and these themselves."""

    leaders: frozenset[int] = frozenset()
    people: frozenset[int] = frozenset()
    divisions: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Seats:
    """Who was given a handling: leaders (in charge, leading), and all of the chain; `left`: how much is to be seen to after the reply."""

    leader: int = 0
    head: int = 0
    officer: int = 0
    leading: int = 0
    left: int = 0

    @property
    def leaders(self) -> frozenset[int]:
        return frozenset({self.leader, self.leading} - {0})

    @property
    def people(self) -> frozenset[int]:
        return frozenset({self.leader, self.head, self.officer, self.leading} - {0})

    def after(self, person: int, to: int) -> tuple[int, ...]:
        """The three ones once `to` stands where `person` stood."""
        return tuple(to if each == person else each for each in (self.leader, self.head, self.officer))


@dataclass(frozen=True, slots=True)
class Extensions:
    """The requests of one handling for more time: granted before, or still open."""

    granted: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class Consulted:
    """What the deputy was shown of the present text. `settled`: agreed, answered, let pass, or exempted;
    `open`: shown or asked for and not yet answered; `objected`: a comment that nobody has answered."""

    written: bool = False
    signed: bool = False
    settled: bool = False
    open: bool = False
    objected: bool = False
    asked_by: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the leadership decided on a major case. `agreed`: on exactly the present text; `last`: on which edition,
    and how, it decided last; `edition`: of the present text."""

    needed: bool = False
    agreed: bool = False
    last: int = 0
    outcome: str = ""
    edition: int = 0
    digest: str = ""

    @property
    def told(self) -> str:
        """What the leadership decided last, where it decided anything."""
        if not self.last:
            return ""
        return f"上次会议研究的是第 {self.last} 稿，决定：{self.outcome}。"


@dataclass(frozen=True, slots=True)
class Checklist:
    """What the unit checks before it signs: of each check whether it is met, in the order of the list."""

    checks: Mapping[str, bool] = field(default_factory=dict)
    blocks: bool = False

    @property
    def unmet_told(self) -> str:
        return "；".join(CHECKS[name] for name, met in self.checks.items() if not met)


@dataclass(frozen=True, slots=True)
class Leaders:
    """How many suggestions each leader of the house leads this year, this one left out."""

    counts: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Planned:
    """The plan of one handling. `another`: besides this one; `open`: its milestones may be set and dropped; `unforeseen`: the
    phases for which no contact is planned and none has been, in words; `foreseen`: phase and day of those that are; `least`:
    how many milestones the unit or the place asks for; `points`: of the suggestion; `unviewed`: those without a view, 「1、3」."""

    another: bool = False
    open: bool = False
    milestones: int = 0
    least: int = 1
    points: int = 0
    unviewed: str = ""
    unforeseen: str = ""
    foreseen: frozenset[tuple[str, date]] = frozenset()


@dataclass(frozen=True, slots=True)
class Crew:
    """Who works on the handling, and may therefore read what is planned for it."""

    people: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Owned:
    """Who answers for something that was decided. `proved`: the unit's rule asks for a file with what is done."""

    owner: int = 0
    proved: bool = False


@dataclass(frozen=True, slots=True)
class Consents:
    """Of the confirmed co-signers."""

    awaited: int = 0
    refused: int = 0
    already: bool = False


@dataclass(frozen=True, slots=True)
class Company:
    """Which deputies may be named in a contact: proposers of the case, and others of the same congress; `staff`: who of the
    unit may have been there; `pictured`: the unit's rule asks for a photograph of a meeting face to face."""

    deputies: frozenset[int] = frozenset()
    handed_over_at: datetime | None = None
    pictured: bool = False
    staff: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Score:
    delivered: bool = False
    dissatisfied: bool = False
    later_round: bool = False
    reminded: bool = False
    void: bool = False
    delivered_on: date | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """One link to a sheet. `until`: the first instant at which it is no longer good; `device`: where it was opened."""

    digest: str
    until: datetime
    device: str = ""


@dataclass(frozen=True, slots=True)
class Links:
    """The links made for a sheet; the last one alone is good."""

    last: Link | None = None


@dataclass(frozen=True, slots=True)
class Pile:
    """A batch: which suggestions are listed, and which of them are handed over by now."""

    listed: frozenset[int] = frozenset()
    out: frozenset[int] = frozenset()
