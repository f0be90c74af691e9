"""What the congress office sends when it hands over: notice (F04), letter to the deputy, list (F05)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from jianyi.documents.letters.document import (
    Block,
    Check,
    Column,
    Footer,
    Heading,
    Letter,
    Paragraph,
    Sheet,
    Signature,
    Table,
)  # fmt: skip
from jianyi.documents.letters.wording import long_moment
from jianyi.kit import clock

from .values import About, Handling, Issue, days, letter, short


@dataclass(frozen=True)
class Limits:
    """Days by which a unit must have done what."""

    receive: date | None = None
    give_back: date | None = None
    first_contact: date | None = None
    co_opinion: date | None = None
    reply: date | None = None


@dataclass(frozen=True)
class Totals:
    lead: int = 0
    co: int = 0
    separate: int = 0
    key: int = 0

    @property
    def all(self) -> int:
        return self.lead + self.co + self.separate

    @property
    def told(self) -> str:
        """主办6件、会办3件，其中重点1件; what there is none of is not said."""
        parts = (("主办", self.lead), ("会办", self.co), ("分别办理", self.separate))
        said = "、".join(f"{name}{count}件" for name, count in parts if count)
        return said + (f"，其中重点{self.key}件" if self.key else "")


@dataclass(frozen=True)
class HandOver:
    """`batch`: 省十四届人大四次会议. `about`, `role`: the one suggestion that is handed over by itself, without a list;
    `meeting`: at which hand-over meeting, as `at_meeting` says."""

    issue: Issue
    batch: str
    unit: str
    totals: Totals
    limits: Limits
    meeting: str = ""
    about: About | None = None
    role: str = ""


def at_meeting(title: str, at: datetime, where: str, today: date) -> str:
    """「并于2026年2月26日9时在人大常委会会议厅召开代表建议交办会」; of one that lies ahead 「并定于……」"""
    when = "并定于" if at.astimezone(clock.HOME).date() > today else "并于"
    return f"{when}{long_moment(at)}在{where}召开{title}"


USUAL = (
    "坚持先沟通后办理，办前、办中、办后都要与代表联系，逐条回应代表提出的具体建议。",
    "主办单位要主动与会办单位协商，统一答复代表；会办意见应当明确、具体、可写入答复。",
    "答复由单位负责人签发，注明办理结果类别；作出的承诺列入台账，逐项跟踪落实。",
)


def notice(told: HandOver) -> Letter:
    """One for each unit, with its list attached."""
    what = told.about.called if told.about else f"{told.batch}代表建议"
    listed = () if told.about else (list_title(told.batch),)
    return letter(told.issue, f"关于交办{what}的通知", told.unit, _notice_body(told), attachments=listed)


def _notice_body(told: HandOver) -> Iterator[Block]:
    yield Paragraph(f"{_handed(told)}有关事项通知如下：")
    yield Heading("办理期限", 1)
    yield from (Heading(text, 3) for text in _limits(told.limits, told.totals))
    yield Heading("办理要求", 1)
    yield from (Heading(text.rstrip("。") + "。", 3) for text in USUAL)
    yield Paragraph("特此通知。")


def _handed(told: HandOver) -> str:
    if told.about:
        return f"现将{told.about.called}《{told.about.title}》交你单位{told.role}。"
    meeting = f"，{told.meeting}" if told.meeting else ""
    count = f"{told.totals.all}件（{told.totals.told}）"
    return (
        f"{told.batch}代表建议已审查完毕{meeting}。现将由你单位承办的代表建议{count}交你单位办理，清单附后。"
    )


def _limits(limits: Limits, totals: Totals) -> Iterator[str]:
    if limits.receive:
        yield f"请于{days(limits.receive)}前逐件核对并签收。"
    if limits.give_back:
        yield f"认为不属本单位职责的，请于{days(limits.give_back)}前书面说明理由并提出改办意见，不得自行转送。"
    if limits.first_contact:
        yield f"请于{days(limits.first_contact)}前与领衔代表首次沟通。"
    if limits.co_opinion and totals.co:
        yield f"会办意见请于{days(limits.co_opinion)}前送主办单位。"
    if limits.reply and totals.lead + totals.separate:
        yield f"答复请于{days(limits.reply)}前送达代表，并按规定抄送。"


@dataclass(frozen=True)
class DeputyTold:
    """告知函: who handles the deputy's suggestion, until when."""

    issue: Issue
    about: About
    handed_over_on: date | None
    lead_units: tuple[str, ...]
    co_units: tuple[str, ...] = ()
    separate: bool = False
    reply_due: date | None = None
    salutation: str = ""


def deputy_told(told: DeputyTold) -> Letter:
    about, lead = told.about, "、".join(told.lead_units)
    how = f"{lead}分别办理" if told.separate else f"{lead}{'主办' if told.co_units else '办理'}"
    helped = f"，{'、'.join(told.co_units)}会办" if told.co_units else ""
    body = (
        Paragraph(
            f"{about.you}提出的《{about.title}》（第{about.number}号）已于{days(told.handed_over_on)}交{how}{helped}，"
            f"预计{days(told.reply_due)}前答复。"
        ),
        Paragraph(
            f"办理期间，承办单位会与{about.you}沟通。{about.you}可以随时登录平台查看办理进展，也可以与我们联系。"
        ),
        Paragraph("特此告知。"),
    )
    return letter(told.issue, f"关于{about.called}交办情况的告知函", told.salutation or about.deputies, body)


@dataclass(frozen=True)
class Listed:
    """One line of the list, the handling of one unit."""

    about: About
    handling: Handling
    lead_unit: str = ""
    other_units: tuple[str, ...] = ()
    supervisors: str = ""
    wished_units: tuple[str, ...] = ()
    contact_wish: str = ""
    note: str = ""


@dataclass(frozen=True)
class HandOverList:
    """`unit` empty: the whole list. A preview has a watermark."""

    batch: str
    rows: tuple[Listed, ...]
    totals: Totals
    handed_over_on: date | None
    footer: Footer
    unit: str = ""
    check: Check | None = None
    watermark: str = ""


def list_title(batch: str) -> str:
    return f"{batch}代表建议交办清单"


COLUMNS = (
    Column("序号", 0.8, "center"), Column("编号", 1.2, "center"), Column("标题", 4.2), Column("领衔代表", 1.5, "center"),
    Column("附议人数", 0.8, "center"), Column("代表团", 1.5, "center"), Column("承办方式", 1.2, "center"), Column("承办内容", 2),
    Column("交办日", 2.3, "center"), Column("会办期限", 2.3, "center"), Column("答复期限", 2.3, "center"), Column("主办单位", 1.9),
    Column("会办/分别办理单位", 2), Column("代表希望承办单位", 1.9), Column("沟通意愿", 1.6, "center"), Column("备注", 1.5),
)  # fmt: skip
# In the list of all units the one that is meant stands before its part.
UNIT, BEFORE = Column("承办单位", 1.9), 6


def handover_list(told: HandOverList) -> Sheet:
    """F05: lead first, then co, then by number; the header on every page; totals at the foot."""
    count = f"共{told.totals.all}件（{told.totals.told}）"
    day = f"{days(told.handed_over_on)}交办" if told.handed_over_on else "尚未交办"
    whose = f"承办单位：{told.unit}　　" if told.unit else ""
    columns = COLUMNS if told.unit else (*COLUMNS[:BEFORE], UNIT, *COLUMNS[BEFORE:])
    rows = tuple(_row(no, row, not told.unit) for no, row in enumerate(told.rows, 1))
    foot = ("合计", "", count, *[""] * (len(columns) - 3))
    return Sheet(
        list_title(told.batch), (Table(columns, rows, foot=foot),),
        lead=f"{whose}{day}　　{count}", landscape=True, footer=told.footer, check=told.check, watermark=told.watermark,
        signatures=(Signature("签收人"), Signature("签收日期")) if told.unit else (),
    )  # fmt: skip


def _row(number: int, told: Listed, whole: bool) -> tuple[str, ...]:
    about, handling = told.about, told.handling
    return (
        str(number), about.number, about.title, about.proposer, str(about.co_signers or ""), about.delegation,
        *((handling.unit,) if whole else ()), handling.role, handling.scope, short(handling.handed_over_on),
        short(handling.co_due), short(handling.reply_due), told.lead_unit, "、".join(told.other_units),
        "、".join(told.wished_units), told.contact_wish, "；".join(filter(None, (about.marks, told.supervisors, told.note))),
    )  # fmt: skip
