"""What many papers share (domain blocks D, S, A, R): who issues, which suggestion, which handling, who is responsible."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from jianyi.documents.letters.document import Block, Check, Closing, Imprint, Letter, Picture
from jianyi.documents.letters.wording import long_day


HIDDEN = "（代表要求保密）"


@dataclass(frozen=True)
class Issue:
    """Block D: who issues a paper, under which number, signed by whom on which day. A preview has a watermark."""

    unit: str
    number: str = ""
    day: date | None = None
    signer: str = ""
    contact: str = ""
    phone: str = ""
    copies: tuple[str, ...] = ()
    style: Literal["letter", "official", "minutes"] = "letter"
    seal: bool = True
    letterhead: str = ""
    picture: Picture | None = None
    imprint: Imprint | None = None
    check: Check | None = None
    watermark: str = ""


@dataclass(frozen=True)
class About:
    """Block S: the suggestion as a paper names it; `sitting` empty = between sittings."""

    number: str
    title: str
    lead: str
    sitting: str = ""
    co_signers: int = 0
    delegation: str = ""
    category: str = ""
    kind: str = "建议"
    key: bool = False
    confidential: bool = False

    @property
    def called(self) -> str:
        """省十四届人大四次会议第0217号建议."""
        return f"{self.sitting or '闭会期间'}第{self.number}号建议"

    @property
    def proposer(self) -> str:
        return HIDDEN if self.confidential else self.lead

    @property
    def deputies(self) -> str:
        """沈若溪代表, or 沈若溪等4名代表; nobody is named where the deputy asked for it."""
        if self.confidential:
            return "提出建议的代表"
        return f"{self.lead}等{self.co_signers + 1}名代表" if self.co_signers else f"{self.lead}代表"

    @property
    def you(self) -> str:
        return "你们" if self.co_signers else "您"

    @property
    def marks(self) -> str:
        return "重点督办" if self.key else ""


@dataclass(frozen=True)
class Handling:
    """Block A: one unit's part in it and its days."""

    unit: str
    role: str
    scope: str = ""
    handed_over_on: date | None = None
    first_contact_due: date | None = None
    co_due: date | None = None
    reply_due: date | None = None


@dataclass(frozen=True)
class Chain:
    """Block R: the four ones and the divisions."""

    leader_in_charge: str
    division_head: str
    case_officer: str
    lead_division: str
    principal: str = ""
    office_leader: str = ""
    assisting_divisions: tuple[str, ...] = ()
    leading_leader: str = ""

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """Label and name, as far as they are known."""
        told = (
            ("主要负责人（总责）", self.principal),
            ("分管办公室领导（牵头）", self.office_leader),
            ("责任厅领导", self.leader_in_charge),
            ("领衔领导", self.leading_leader),
            ("责任处领导（第一责任人）", self.division_head),
            ("具体经办人", self.case_officer),
            ("牵头处室", self.lead_division),
            ("配合处室", "、".join(self.assisting_divisions)),
        )
        return tuple((label, name) for label, name in told if name)


def letter(
    issue: Issue,
    title: str,
    addressee: str,
    body: Iterable[Block],
    *,
    mark: str = "",
    attachments: tuple[str, ...] = (),
) -> Letter:
    """A letter of this unit; a missing day is that of a draft."""
    return Letter(
        letterhead=issue.letterhead or issue.unit, letterhead_image=issue.picture, number=issue.number, title=title,
        addressee=addressee, body=tuple(body), closing=Closing((issue.unit,), issue.day, issue.seal),
        style=issue.style, mark=mark, signer=issue.signer, attachments=attachments, contact=_contact(issue),
        copies=issue.copies, imprint=issue.imprint, check=issue.check, watermark=issue.watermark,
    )  # fmt: skip


def _contact(issue: Issue) -> str:
    told = (("联系人", issue.contact), ("联系电话", issue.phone))
    return "，".join(f"{label}：{value}" for label, value in told if value)


def days(day: date | None, otherwise: str = "＿＿＿＿") -> str:
    """A day in words; where it is not known yet, room for it."""
    return long_day(day) or otherwise


def short(day: date | None) -> str:
    """For narrow columns: 2026-05-26."""
    return day.isoformat() if day else ""


def stop(text: str) -> str:
    """The text as a whole sentence."""
    told = text.rstrip()
    return told if not told or told[-1] in "。！？；…”）：" else f"{told}。"
