"""Minutes (F28) and the record of a leading party group's decision on a major matter (F27)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jianyi.documents.letters.document import (
    Block,
    Check,
    Column,
    Footer,
    Grid,
    Heading,
    Letter,
    Pair,
    Paragraph,
    Sheet,
    Signature,
    Table,
    choices,
)  # fmt: skip
from jianyi.procedure.facts.said import OUTCOMES

from .values import About, Issue, days, letter, short, stop


@dataclass(frozen=True)
class Resolved:
    """What was decided, who does it, until when."""

    item: str
    owner: str = ""
    due: date | None = None


@dataclass(frozen=True)
class Minutes:
    """F28; `kind`: 交办会, 进展调度会, 月调度会, 专题会."""

    issue: Issue
    kind: str
    nth: int
    held_on: date | None
    place: str
    convener: str
    topics: tuple[str, ...]
    decisions: tuple[Resolved, ...]
    present: tuple[str, ...] = ()
    absent: tuple[tuple[str, str], ...] = ()
    carried: tuple[tuple[str, str], ...] = ()
    recorder: str = ""
    year: int = 0


def minutes(told: Minutes) -> Letter:
    nth = f"第{told.nth}次" if told.nth else ""
    year = f"{told.year}年" if told.year else ""
    return letter(told.issue, f"{year}代表建议办理{nth}{told.kind}纪要", "", _minutes(told))


def _minutes(told: Minutes) -> Iterator[Block]:
    yield Paragraph(
        f"{days(told.held_on)}，{told.convener}在{told.place}主持召开代表建议办理{told.kind}。现将会议议定事项纪要如下："
    )
    if told.carried:
        yield Heading("上次会议议定事项落实情况", 1)
        yield from (Heading(f"{item.rstrip('。')}：{stop(state)}", 3) for item, state in told.carried)
    yield Heading("会议议题", 1)
    yield from (Heading(stop(topic), 3) for topic in told.topics)
    yield Heading("议定事项", 1)
    yield from map(_resolved, told.decisions)
    yield from _attendance(told)


def _resolved(told: Resolved) -> Heading:
    owner = f"由{told.owner}" if told.owner else ""
    due = f"于{days(told.due)}前完成" if told.due else "负责落实" if owner else ""
    return Heading(stop("，".join(filter(None, (told.item.rstrip("。"), owner + due)))), 3)


def _attendance(told: Minutes) -> Iterator[Block]:
    if told.present:
        yield Paragraph(f"出席：{'、'.join(told.present)}。")
    if told.absent:
        names = (f"{name}（{reason}）" if reason else name for name, reason in told.absent)
        yield Paragraph(f"缺席：{'、'.join(names)}。")
    if told.recorder:
        yield Paragraph(f"记录：{told.recorder}。")


@dataclass(frozen=True)
class CollectiveDecision:
    """F27: bound to the edition of the reply that was decided on."""

    unit: str
    meeting: str
    held_at: str
    place: str
    chair: str
    expected: int
    present: int
    about: About
    topic: str
    reporter: str
    edition: str
    decision: str
    resolutions: tuple[Resolved, ...]
    recorder: str
    signer: str
    observers: tuple[str, ...] = ()
    opinions: str = ""
    number: str = ""
    footer: Footer | None = None
    check: Check | None = None


# Lines that are kept free where nothing was put down yet.
FREE = 3


def collective_decision(told: CollectiveDecision) -> Sheet:
    columns = (
        Column("序号", 0.85, "center"),
        Column("决定要点", 6),
        Column("责任", 2),
        Column("时限", 1.8, "center"),
    )
    rows = tuple(
        (str(no), each.item, each.owner, short(each.due))
        for no, each in enumerate(told.resolutions or (Resolved(""),) * FREE, 1)
    )
    return Sheet(
        f"{told.unit}党组会议研究记录", (Grid(tuple(_decided(told))), Table(columns, rows)), number=told.number,
        signatures=(Signature("记录人", told.recorder), Signature("签发人", told.signer)), footer=told.footer, check=told.check,
        note="说明：本记录与所研究的答复稿版本对应；答复稿修改后，应当重新研究。涉密内容不记入本表。",
    )  # fmt: skip


def _decided(told: CollectiveDecision) -> Iterator[Pair]:
    yield Pair("会议名称", told.meeting, wide=True)
    yield Pair("时间", told.held_at)
    yield Pair("地点", told.place)
    yield Pair("主持人", told.chair)
    yield Pair("到会情况", f"应到{told.expected}人，实到{told.present}人")
    if told.observers:
        yield Pair("列席", "、".join(told.observers), wide=True)
    yield Pair("建议", f"第{told.about.number}号　{told.about.title}", wide=True)
    yield Pair("议题", told.topic, wide=True)
    yield Pair("汇报人", told.reporter)
    yield Pair("答复稿版本", told.edition)
    yield Pair("意见摘要", told.opinions, wide=True, lines=3)
    yield Pair("会议决定", choices(tuple(OUTCOMES.values()), told.decision), wide=True)
