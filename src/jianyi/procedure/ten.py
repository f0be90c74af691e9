"""The ten links of handling a suggestion (源 W2), drawn from the rows that really run in a place; and at which of them something stands (stories S8.8)."""

from collections.abc import Iterable
from dataclasses import dataclass

from .actions import Action as A
from .places import Place
from .telling import Told, chapters
from .words import (
    Advice,
    Consultation,
    Contact,
    Escalation,
    Handling,
    KeyTopic,
    Ledger,
    Limit,
    Meeting,
    Outcome,
    Paper,
    Plan,
    Promise,
    Publication,
    Publicity,
    Rating,
    Return,
    Suggestion,
    Tally,
    Word,
)


# As telling says of a row that leads nowhere: beside one that does it is not drawn.
STAYS = "不变"


@dataclass(frozen=True, slots=True)
class Link:
    """`rows`: which steps belong to it; `limits`: where one of these runs, the link is not done yet."""

    key: str
    label: str
    rows: tuple[tuple[type[Word], A], ...]
    limits: tuple[Limit, ...] = ()


LINKS = (
    Link("undertake", "承办", ((Handling, A.ACKNOWLEDGE), (Handling, A.ROUTE), (Handling, A.BEGIN), (Plan, A.PLAN), (Plan, A.PRESENT), (Plan, A.APPROVE))),
    Link("hand_over", "交办", ((Suggestion, A.PROPOSE), (Suggestion, A.HAND_OVER), (Handling, A.ARRIVE))),
    Link("reassign", "改办", ((Return, A.ASK), (Return, A.APPROVE), (Return, A.GRANT), (Return, A.REFUSE), (Handling, A.MOVE_AWAY), (Handling, A.INHERIT))),
    Link("contact", "沟通", ((Contact, A.RECORD), (Contact, A.CONFIRM), (Consultation, A.SHOW), (Consultation, A.ACCEPT_DRAFT), (Consultation, A.ADDRESS)), (Limit.CONTACT,)),
    Link("research", "调研", ((Meeting, A.CONVENE), (Meeting, A.HOLD), (Meeting, A.MINUTE), (Meeting, A.SETTLE))),
    Link("inspect", "督查", ((Tally, A.TAKE_STOCK), (KeyTopic, A.VISIT), (Advice, A.REPLY), (Escalation, A.DETERMINE))),
    Link("reply", "答复", ((Paper, A.PRESENT), (Paper, A.PASS), (Paper, A.SIGN), (Paper, A.SEND))),
    Link("fulfil", "落实", ((Ledger, A.BIND), (Ledger, A.TELL), (Promise, A.REACH), (Promise, A.VERIFY), (Promise, A.CONFIRM))),
    Link("publicise", "宣传", ((Publication, A.PUBLISH), (Publicity, A.FEATURE), (Outcome, A.CERTIFY))),
    Link("assess", "考核", ((Rating, A.RATE), (Rating, A.HANDLE_AGAIN), (Rating, A.UPHOLD), (Suggestion, A.CLOSE))),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Drawn:
    """One link as it stands in a place; `steps`: its rows in words."""

    nth: int
    link: Link
    steps: tuple[Told, ...]

    @property
    def limits(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(told for step in self.steps for told in step.starts))

    @property
    def gates(self) -> tuple[str, ...]:
        """What is asked before a step; a need that only warns says so."""
        return tuple(dict.fromkeys(told for step in self.steps for told in step.needs))


def drawn(place: Place) -> list[Drawn]:
    """All ten, with the rows in force."""
    rows: dict[tuple[str, str], list[Told]] = {}
    for chapter in chapters(place):
        for told in chapter.rows:
            rows.setdefault((chapter.name, told.action), []).append(told)
    return [Drawn(n, link, tuple(_steps(link, rows))) for n, link in enumerate(LINKS, 1)]


def _steps(link: Link, rows: dict[tuple[str, str], list[Told]]) -> Iterable[Told]:
    for track, action in link.rows:
        found = rows.get((track.__name__.lower(), action.label), [])
        yield from [told for told in found if told.to != STAYS] or found


def stands_at(items: Iterable[tuple[str, str]], running: Iterable[Limit]) -> list[str]:
    """The links, in their order, at which something stands whose open duties are these (track, action) and whose clocks are these."""
    open_, limits = set(items), set(running)
    return [
        link.key
        for link in LINKS
        if limits & set(link.limits)
        or any((track.__name__.lower(), action.value) in open_ for track, action in link.rows)
    ]
