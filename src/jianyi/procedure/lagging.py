"""Which tasks lag, by stated criteria (源 G4: 对办理进度较慢的…): a clock that ran out, or no draft when the reply is near."""

from dataclasses import dataclass
from datetime import date

from .calendar import Calendar, in_words
from .words import Limit


@dataclass(frozen=True, slots=True)
class Criterion:
    """`label`: as a list names it; `what`: what should have been there by the day."""

    code: str
    label: str
    what: str


# A clock that ran out, by its limit; what a place has not laid down never runs, so it is never late.
LATE: dict[Limit, Criterion] = {
    Limit.ACKNOWLEDGE: Criterion("acknowledge", "签收逾期", "签收"),
    Limit.CONTACT: Criterion("contact", "首次沟通逾期", "与代表首次沟通"),
    Limit.MILESTONE: Criterion("milestone", "计划节点逾期", "完成计划节点"),
    Limit.CO_OPINION: Criterion("co_opinion", "会办意见逾期", "送出会办意见"),
    Limit.CO_AGAIN: Criterion("co_again", "会办意见重提逾期", "重提会办意见"),
    Limit.REPLY: Criterion("reply", "答复逾期", "答复代表"),
    Limit.REHANDLE: Criterion("rehandle", "重新办理逾期", "重新办理并答复代表"),
    Limit.PROMISE: Criterion("promise", "承诺到期未落实", "落实承诺"),
    Limit.PROGRESS: Criterion("progress", "进展报告逾期", "报告承诺落实进展"),
}
DRAFT = Criterion("draft", "临期无答复稿", "形成答复稿")
# How many days before the reply is due there must be a draft; a number of the place, absent where it lays down none.
DRAFT_DAYS = "draft_days_before_reply"
LABELS = {criterion.code: criterion.label for criterion in (*LATE.values(), DRAFT)}
# What is still to be done: of something that is only about to be due nobody says that it is late.
WHATS = {criterion.code: criterion.what for criterion in (*LATE.values(), DRAFT)}


@dataclass(frozen=True, slots=True)
class Lag:
    """By how much: `days` natural days, `working_days` worked days after `due`, up to and including the day looked at."""

    criterion: Criterion
    due: date
    days: int
    working_days: int
    provisional: bool = False

    @property
    def fact(self) -> str:
        """One sentence that says why."""
        if self.criterion is DRAFT:
            return f"答复期限 {in_words(self.due)}，还剩 {-self.days} 日，仍无答复稿。"
        beyond = (
            f"已超过 {self.days} 日（{self.working_days} 个工作日{'，暂推算' if self.provisional else ''}）"
        )
        return f"应于 {in_words(self.due)}前{self.criterion.what}，{beyond}。"


@dataclass(frozen=True, slots=True)
class Past:
    """How long a day lies back: natural days and worked days, negative before it."""

    days: int
    working_days: int


def past(due: date, today: date, days: Calendar) -> Past:
    """Everybody who tells how late something is counts it here."""
    return Past((today - due).days, days.worked_days_between(due, today))


def lag(criterion: Criterion, due: date, today: date, days: Calendar) -> Lag:
    """How late something is on a day; for a missing draft the days are negative: it is not late yet, only near."""
    found = past(due, today, days)
    return Lag(criterion, due, found.days, found.working_days, days.is_provisional(today))
