"""What the interface answers with. Numbers of rows are strings: they are larger than JavaScript can count."""

from datetime import date, datetime
from typing import Any

from ninja import Field, Schema

from jianyi.procedure import words
from jianyi.procedure.limits import Due


class Word(Schema):
    """A word of the procedure: `code` for programs, `label` for people."""

    code: str
    label: str


class Named(Schema):
    id: str
    name: str


class Attachment(Schema):
    id: str
    name: str


class Part(Schema):
    """What hangs on a suggestion."""

    id: str
    stage: Word
    version: int


class Clock(Schema):
    """A deadline; `why`: how the day was computed, step by step."""

    limit: Word
    due_on: date
    due_at: datetime
    late: bool
    article: str
    why: list[str]
    holder: str = ""


class Event(Schema):
    """What happened above the cases, when and by whom; `about`: which suggestion, unit, problem or meeting; `note`: the reason, for those who read it."""

    at: datetime
    who: str
    what: str
    about: str
    note: str
    action: str


class Taken(Schema):
    """The subject as it stands after a step. `link`: the address that the step has made, told this once and kept nowhere."""

    id: str
    track: str
    stage: str
    stage_label: str
    version: int
    suggestion: str = ""
    link: str = ""


class Case(Schema):
    """A suggestion in a list."""

    id: str
    number: str
    title: str
    stage: Word
    between: bool
    proposer: str
    units: list[str]
    clock: Clock | None


class Item(Schema):
    """Something to do. `path`: where its actions are asked for."""

    track: str
    subject: str
    stage: str
    action: Word
    path: str
    late: bool
    due_at: datetime | None
    suggestion: Case


class Task(Schema):
    """One unit's part in a list of handlings."""

    id: str
    unit: Named
    role: Word
    round: int
    stage: Word
    clock: Clock | None
    suggestion: Case


class Idea(Schema):
    """A golden idea in the list of a house; `outcome`: what becomes of it, in words."""

    id: str
    stage: Word
    text: str
    outcome: str
    landing: str
    title: str
    document: str
    reason: str
    decided_on: date | None
    suggestion: str


class PromiseListed(Schema):
    """A promise in a list; `first_due`: the day that was promised first, `carried_from`: the year in which it was made,
    where that is over."""

    id: str
    number: str
    stage: Word
    item: str
    due: date | None
    first_due: date | None
    late: bool
    carried_from: int | None
    unit: Named
    suggestion: str


class PromisesKept(Schema):
    """落实率 = `done` ÷ `due`: of the promises whose day lies in the year. `capped`: counted only so far."""

    year: int
    due: int
    done: int
    late: int
    unkept: int
    capped: bool


class TurnedOf(Schema):
    """B→A 率 of a unit, of all of them where `unit` is empty: `turned` ÷ `due`."""

    unit: str
    turned: int
    due: int


class SentBy(Schema):
    """How a notice left the platform: `state` waiting, sent, refused, no_address or dropped; `receipt`: what the other side said
    when it took it."""

    channel: str
    state: str
    sent_at: datetime | None
    receipt: str


class Notice(Schema):
    """`sent`: to this reader, by channels beside the platform."""

    id: str
    at: datetime
    text: str
    suggestion: str
    meeting: str
    theme: str
    topic: str
    outcome: str
    publicity: str
    tally: str
    circular: str
    urging: str
    measure: str
    help: str
    new: bool
    sent: list[SentBy]


class Counters(Schema):
    overdue: int
    today: int
    upcoming: int
    open_ended: int
    capped: bool = Field(description="计数只到先到期的 2000 项；为 true 时实际可能更多")


class Cases(Schema):
    rows: list[Case]
    after: str
    before: str


class Items(Schema):
    rows: list[Item]
    after: str
    before: str
    counters: Counters


class Tasks(Schema):
    rows: list[Task]
    after: str
    before: str


class Ideas(Schema):
    rows: list[Idea]
    after: str
    before: str


class Promises(Schema):
    rows: list[PromiseListed]
    after: str
    before: str
    kept: PromisesKept
    turned: list[TurnedOf]


class Notices(Schema):
    rows: list[Notice]
    after: str
    before: str


def word(told: words.Word) -> Word:
    return Word(code=told.value, label=told.label)


def clock(due: Due | None, *, late: bool = False, holder: int | None = None) -> Clock | None:
    if due is None:
        return None
    return Clock(
        limit=word(due.limit), due_on=due.on, due_at=due.at, late=late, article=due.article, why=list(due.steps),
        holder=str(holder or ""),
    )  # fmt: skip


def number(told: int | None) -> str:
    return str(told) if told else ""


def plain(told: Any) -> Any:
    """Numbers inside stored lists, as strings."""
    return [str(part) for part in told]
