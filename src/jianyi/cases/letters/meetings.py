"""Minutes (F28) and the record of a leading party group's decision on a major matter (F27)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
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
    Roll,
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
    """F28, of any meeting or activity. `called`: 「2026年第3次调度会」; `verb`: what the convener did; `told`: what was
    said, a paragraph a line; `absent`: who asked to be excused, with the reason where it may be told."""

    issue: Issue
    title: str
    called: str
    held_at: str
    place: str
    convener: str
    topics: tuple[str, ...]
    told: str
    decisions: tuple[Resolved, ...]
    verb: str = "主持召开"
    beside: tuple[str, ...] = ()
    cases: str = ""
    present: str = ""
    others: str = ""
    absent: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()
    recorder: str = ""


def minutes(told: Minutes) -> Letter:
    """纪要: who issues stands in its head, so it is neither signed below nor sealed."""
    name = f"{told.issue.unit}会议纪要"
    issue = replace(told.issue, style="minutes", letterhead=name, picture=None, seal=False, signer="")
    return letter(issue, f"{told.title.removesuffix('纪要')}纪要", "", _minutes(told))


def _minutes(told: Minutes) -> Iterator[Block]:
    beside = f"（{'、'.join(told.beside)}联合举办）" if told.beside else ""
    yield Paragraph(
        f"{told.held_at}，{told.convener}在{told.place}{told.verb}{told.called}{beside}。现将有关情况和议定事项纪要如下："
    )
    if told.topics:
        yield Heading("议题", 1)
        yield from (Heading(stop(topic), 3) for topic in told.topics)
    if told.cases:
        yield Paragraph(f"涉及建议：{told.cases}。")
    yield Heading("会议情况", 1)
    yield Paragraph(told.told)
    if told.decisions:
        yield Heading("议定事项", 1)
        yield from map(_resolved, told.decisions)
    yield from _rolls(told)


def _resolved(told: Resolved) -> Heading:
    owner = f"由{told.owner}" if told.owner else ""
    due = f"于{days(told.due)}前完成" if told.due else "负责落实" if owner else ""
    return Heading(stop("，".join(filter(None, (told.item.rstrip("。"), owner + due)))), 3)


def _rolls(told: Minutes) -> Iterator[Roll]:
    excused = "、".join(f"{name}（{reason}）" if reason else name for name, reason in told.absent)
    rolls = (
        ("主持", told.convener), ("出席", told.present), ("列席", told.others), ("请假", excused),
        ("缺席", "、".join(told.missing)), ("记录", told.recorder), ("签发", told.issue.signer),
    )  # fmt: skip
    yield from (Roll(label, " ".join(names.split())) for label, names in rolls if names.strip())


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
