"""The papers of urging and of the ladder as pure functions: plain values in, a document out (F20, F21)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from jianyi.cases.letters.values import Issue, days, letter, stop
from jianyi.documents.letters.document import Block, Column, Grid, Heading, Letter, Pair, Paragraph, Table
from jianyi.documents.letters.wording import long_day, long_moment


COLUMNS = (
    Column("序号", 0.5, "center"), Column("建议", 2.4), Column("滞后事项", 2.8), Column("应完成日", 1.5), Column("已超期", 1.3), Column("责任人", 1),
)  # fmt: skip


@dataclass(frozen=True)
class Lagging:
    """One thing that lags; `responsible`: who answers for it."""

    number: str
    title: str
    fact: str
    due: date
    days: int
    working_days: int
    responsible: str = ""


@dataclass(frozen=True)
class Urging:
    """F20. `you`: how the addressee is spoken to; `nth`: which letter about the same matter."""

    issue: Issue
    addressee: str
    you: str
    lags: tuple[Lagging, ...]
    demands: tuple[str, ...]
    due: date | None
    nth: int = 1


def urging(told: Urging) -> Letter:
    return letter(told.issue, "催办函", told.addressee, _urging(told))


def _urging(told: Urging) -> Iterator[Block]:
    again = f"这是第{told.nth}次就有关事项催办。" if told.nth > 1 else ""
    first = told.lags[0]
    what = (
        f"承办的第{first.number}号建议《{first.title}》{first.fact.rstrip('。')}"
        if len(told.lags) == 1
        else f"承办的代表建议有{len(told.lags)}项没有按期办理（见下表）"
    )
    yield Paragraph(f"截至{days(told.issue.day)}，{told.you}{what}。{again}")
    if len(told.lags) > 1:
        rows = tuple(_row(n, lag) for n, lag in enumerate(told.lags, 1))
        yield Table(COLUMNS, rows)
    yield Paragraph("请抓紧办理，并做到：")
    yield from (Heading(stop(text), 3) for text in told.demands)
    yield Paragraph(
        f"请于{days(told.due)}前书面回复进展情况和完成时间。逾期未回复或者到期未改正的，列入通报。"
    )


def _row(n: int, lag: Lagging) -> tuple[str, ...]:
    late = f"{lag.days}日（{lag.working_days}个工作日）" if lag.days > 0 else "临期"
    return (str(n), f"第{lag.number}号 {lag.title}", lag.fact, lag.due.isoformat(), late, lag.responsible)


@dataclass(frozen=True)
class Measure:
    """F21. `owner`: who answers for it, at an interview who is spoken with; `signatures`: (who, when) of a record."""

    issue: Issue
    addressee: str
    number: str
    title: str
    facts: str
    demands: tuple[str, ...]
    due: date | None
    owner: str
    previous: str = ""
    skip_reason: str = ""
    skip_by: str = ""
    board: str = ""
    conditions: tuple[str, ...] = ()
    interviewer: str = ""
    at: datetime | None = None
    where: str = ""
    materials: str = ""
    statement: str = ""
    pledges: tuple[str, ...] = ()
    signatures: tuple[tuple[str, ...], ...] = ()
    article: str = ""
    manner: str = ""
    decider: str = ""
    statement_by: date | None = None
    cause: str = ""
    supervisor: str = ""
    audience: str = ""

    @property
    def called(self) -> str:
        return f"第{self.number}号建议《{self.title}》"


def supervised(told: Measure) -> Letter:
    body = (
        Paragraph(
            f"现将{told.called}列为督办件（{told.cause}），由{told.supervisor}督办。{stop(told.facts)}"
        ),
        *_demands(told),
        Paragraph(f"请于{days(told.due)}前报送以下材料：{stop(told.materials)}责任人：{told.owner}。"),
    )
    return letter(told.issue, "督办通知", told.addressee, body)


def listed(told: Measure) -> Letter:
    pairs = (
        Pair("牌号", told.board), Pair("挂牌日", long_day(told.issue.day)), Pair("事项", told.called, wide=True),
        Pair("责任人", told.owner), Pair("摘牌期限", long_day(told.due)), Pair("摘牌条件", "；".join(told.conditions), wide=True), Pair("公示范围", told.audience, wide=True),
    )  # fmt: skip
    body = (
        *_grounds(told),
        Grid(pairs),
        *_demands(told),
        Paragraph("整改完成的，请附佐证材料申请摘牌；摘牌由责任人以外的人核验。"),
    )
    return letter(told.issue, "挂牌督办单", told.addressee, body)  # fmt: skip


def summons(told: Measure) -> Letter:
    bring = f"，请准备以下材料：{stop(told.materials)}" if told.materials.strip() else "。"
    body = (
        *_grounds(told),
        Paragraph(f"定于{long_moment(told.at)}在{told.where}，由{told.interviewer}约谈{told.owner}{bring}"),
        *_demands(told),
        Paragraph(f"请于{days(told.due)}前整改到位。"),
    )
    return letter(told.issue, "约谈通知", told.addressee, body)


def talk(told: Measure) -> Letter:
    pairs = (
        Pair("约谈人", told.interviewer), Pair("被约谈人", told.owner), Pair("时间", long_moment(told.at)), Pair("地点", told.where),
        Pair("事由", f"{told.called}：{told.facts}", wide=True), Pair("表态", told.statement, wide=True),
    )  # fmt: skip
    body: tuple[Block, ...] = (
        Grid(pairs),
        Heading("整改承诺"),
        *(Heading(stop(text), 3) for text in told.pledges),
        Heading("签字"),
        *(Paragraph(f"{'，'.join(pair)}（本人在平台签署）") for pair in told.signatures),
    )
    return letter(told.issue, "约谈记录", told.addressee, body)


def accountability(told: Measure) -> Letter:
    body = (
        *_grounds(told),
        Paragraph(f"依据：{stop(told.article)}建议{told.decider}对{told.owner}予以{told.manner}。"),
        *_demands(told),
        Paragraph(f"已请本人于{days(told.statement_by)}前陈述。本件只是建议，由有权机关决定；请于{days(told.due)}前反馈决定。"),
    )  # fmt: skip
    return letter(told.issue, "责任追究建议", told.decider, body)


DOCUMENTS: dict[str, Callable[[Measure], Letter]] = {
    "supervised": supervised, "listed": listed, "summons": summons, "talk": talk, "accountability": accountability,
}  # fmt: skip


def _grounds(told: Measure) -> Iterator[Block]:
    """Why, after what, and, where a rung was skipped, on whose word."""
    yield Paragraph(f"{told.called}由{told.addressee}承办。{stop(told.facts)}")
    if told.previous:
        yield Paragraph(f"前序文书：{told.previous}，到期未改正。")
    if told.skip_reason:
        yield Paragraph(f"越级理由：{stop(told.skip_reason)}批准人：{told.skip_by}。")


def _demands(told: Measure) -> Iterator[Block]:
    if told.demands:
        yield Paragraph("现要求：")
    yield from (Heading(stop(text), 3) for text in told.demands)
