"""How a unit sets about it: the year's scheme and the plan of one handling (F09), the flow of work (F10)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jianyi.documents.letters.document import (
    Block,
    Check,
    Column,
    Flow,
    Footer,
    Grid,
    Heading,
    Letter,
    Node,
    Pair,
    Paragraph,
    Sheet,
    Signature,
    Table,
)  # fmt: skip

from .values import About, Chain, Handling, Issue, days, letter, short, stop


@dataclass(frozen=True)
class Phase:
    name: str
    begin: date | None
    end: date | None
    task: str


@dataclass(frozen=True)
class Allocated:
    """A handling and who answers for it, by number: not everybody who reads the scheme may read every suggestion."""

    number: str
    role: str
    chain: Chain
    reply_due: date | None = None


@dataclass(frozen=True)
class Scheme:
    """F09 办理工作方案; `total`: how many suggestions the unit has in the year so far; `mechanism`: duty and who has it."""

    issue: Issue
    year: int
    total: int
    aims: str
    mechanism: tuple[tuple[str, str], ...]
    phases: tuple[Phase, ...]
    allocation: tuple[Allocated, ...] = ()
    quality: tuple[str, ...] = ()
    safeguards: str = ""
    addressee: str = "机关各处室、直属各单位"


def scheme(told: Scheme) -> Letter:
    """公文式 unless the unit's issue says otherwise."""
    return letter(told.issue, f"{told.year}年代表建议办理工作方案", told.addressee, _scheme(told))


def _scheme(told: Scheme) -> Iterator[Block]:
    so_far = f"目前我单位已承办本年度代表建议{told.total}件。" if told.total else ""
    yield Paragraph(f"{so_far}为做好{told.year}年代表建议办理工作，制定本方案。")
    yield Heading("总体要求", 1)
    yield Paragraph(stop(told.aims))
    if told.mechanism:
        yield Heading("组织领导", 1)
        yield from (Heading(f"{duty}：{who}。", 3) for duty, who in told.mechanism)
    yield Heading("阶段安排", 1)
    for phase in told.phases:
        until = f"（{days(phase.begin)}至{days(phase.end)}）"
        yield Heading(f"{phase.name}{until}", 2, stop(phase.task))
    if told.quality:
        yield Heading("质量要求", 1)
        yield from (Heading(stop(text), 3) for text in told.quality)
    if told.allocation:
        yield Heading("任务分工", 1)
        yield _allocation(told.allocation)
    if told.safeguards:
        yield Heading("保障措施", 1)
        yield Paragraph(stop(told.safeguards))


def _allocation(rows: tuple[Allocated, ...]) -> Table:
    columns = (
        Column("编号", 1.2, "center"), Column("方式", 1.2, "center"), Column("责任厅领导", 1.6, "center"),
        Column("责任处领导", 1.6, "center"), Column("经办人", 1.4, "center"), Column("牵头处室", 2.4), Column("期限", 2, "center"),
    )  # fmt: skip
    told = tuple(
        (row.number, row.role, row.chain.leader_in_charge, row.chain.division_head,
         row.chain.case_officer, row.chain.lead_division, short(row.reply_due))
        for row in rows
    )  # fmt: skip
    return Table(columns, told)


@dataclass(frozen=True)
class Milestone:
    item: str
    planned: date | None
    owner: str = ""
    done: date | None = None
    evidence: str = ""


@dataclass(frozen=True)
class PlannedContact:
    phase: str
    level: str
    mode: str
    planned: date | None = None
    progress: str = ""


@dataclass(frozen=True)
class Plan:
    """F09 单件办理计划."""

    about: About
    handling: Handling
    chain: Chain
    milestones: tuple[Milestone, ...]
    points: tuple[tuple[str, str], ...] = ()
    contacts: tuple[PlannedContact, ...] = ()
    phase_tasks: str = ""
    safeguards: str = ""
    needs_collective: bool = False
    number: str = ""
    footer: Footer | None = None
    check: Check | None = None
    watermark: str = ""


def plan(told: Plan) -> Sheet:
    return Sheet(
        "代表建议办理计划", tuple(_plan(told)), number=told.number, landscape=True, footer=told.footer, check=told.check,
        watermark=told.watermark, signatures=(Signature("拟定人"), Signature("处室负责人"), Signature("分管领导")),
    )  # fmt: skip


def _plan(told: Plan) -> Iterator[Block]:
    yield Grid(tuple(_heads(told)))
    yield Table(
        (Column("序号", 0.85, "center"), Column("时间节点事项", 5), Column("计划完成", 1.6, "center"), Column("责任人", 1.6, "center"),
         Column("实际完成", 1.6, "center"), Column("佐证", 3)),
        tuple((str(no), each.item, short(each.planned), each.owner, short(each.done), each.evidence) for no, each in enumerate(told.milestones, 1)),
        caption="时间节点",
    )  # fmt: skip
    yield from _views(told)


def _views(told: Plan) -> Iterator[Block]:
    """What is meant to be answered to each point; when the deputy will be spoken to."""
    if told.points:
        columns = (Column("序号", 0.85, "center"), Column("具体建议", 4), Column("拟办意见", 6))
        points = tuple((str(no), point, view) for no, (point, view) in enumerate(told.points, 1))
        yield Table(columns, points, caption="逐条拟办意见")
    if told.contacts:
        heads = tuple(Column(name, 1.5, "center") for name in ("阶段", "层级", "方式", "计划日期", "进展"))
        rows = tuple(
            (each.phase, each.level, each.mode, short(each.planned), each.progress) for each in told.contacts
        )
        yield Table(heads, rows, caption="联系计划（分级见面）")


def _heads(told: Plan) -> Iterator[Pair]:
    yield Pair("建议", f"第{told.about.number}号　{told.about.title}", wide=True)
    yield Pair("承办方式", told.handling.role)
    yield Pair("答复期限", days(told.handling.reply_due or told.handling.co_due, ""))
    yield from (Pair(label, name) for label, name in told.chain.rows)
    yield Pair("集体研究", "需要党组会议研究" if told.needs_collective else "不需要")
    if told.phase_tasks:
        yield Pair("阶段任务", told.phase_tasks, wide=True)
    if told.safeguards:
        yield Pair("保障措施", told.safeguards, wide=True)


@dataclass(frozen=True)
class Step:
    """A node of the flow: who acts, until when, with which paper; where else it may lead."""

    name: str
    actor: str = ""
    limit: str = ""
    paper: str = ""
    otherwise: str = ""


@dataclass(frozen=True)
class FlowChart:
    """F10; `current` counts from 1; `law`: by what the steps are laid down."""

    unit: str
    steps: tuple[Step, ...]
    current: int = 0
    footer: Footer | None = None
    law: str = ""


def flow_chart(told: FlowChart) -> Sheet:
    title = f"{told.unit}代表建议办理工作流程图"
    basis = f"依据：{told.law}" if told.law else ""
    return Sheet(
        title,
        (Paragraph(basis, indent=False, align="center"), Flow(tuple(map(_node, told.steps)), told.current)),
        footer=told.footer,
    )


def _node(step: Step) -> Node:
    told = (("主体", step.actor), ("期限", step.limit), ("文书", step.paper))
    return Node(
        step.name,
        ("；".join(f"{label}：{value}" for label, value in told if value),)
        if any(v for _, v in told)
        else (),
        step.otherwise,
    )
