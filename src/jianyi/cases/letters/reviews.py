"""Before a suggestion is one: the sheet it is written on (F01), and what its deputy is told when it is not registered (F03)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from jianyi.documents.letters.document import (
    Block,
    Check,
    Column,
    Grid,
    Heading,
    Items,
    Letter,
    NewPage,
    Pair,
    Paragraph,
    Sheet,
    Signature,
    Table,
    choices,
)  # fmt: skip
from jianyi.procedure.facts.said import BASES, CONTACT_WISHES, KINDS, REPEATED, WISHES

from .values import About, Issue, days, letter, stop


@dataclass(frozen=True)
class Declined:
    """F03 告知书: given back, passed on as a letter, or kept for reference; `passed_to`: to whom, where that was said."""

    issue: Issue
    deputy: str
    title: str
    submitted_on: date | None
    decision: Literal["returned", "letter", "reference"]
    article: str
    reason: str
    passed_to: str = ""
    salutation: str = ""
    law: str = ""


def declined(told: Declined) -> Letter:
    body = (
        Paragraph(f"您{days(told.submitted_on)}提交的《{told.title}》收悉。感谢您依法履职、建言献策。"),
        Paragraph(f"{_ground(told)}：{stop(told.reason)}"),
        Paragraph(_outcome(told)),
        Paragraph("如需补充修改后另行提出，或对审查意见有不同看法，请与我们联系，我们将提供服务。特此告知。"),
    )
    return letter(
        told.issue, f"关于《{told.title}》审查结果的告知书", told.salutation or f"{told.deputy}代表", body
    )


def _ground(told: Declined) -> str:
    return (
        f"经审查，该件属于{told.article}所列情形" if told.article else f"经依照《{told.law}》审查，具体理由"
    )


def _outcome(told: Declined) -> str:
    how = {"letter": "按", "reference": "作"}.get(told.decision, "")
    passed = f"已转{told.passed_to}{how}" if told.passed_to else ""
    return {
        "returned": "据此，该件不作为代表建议办理，现予退回。您所写的内容已完整保留，可以在平台上修改后重新提交。",
        "letter": f"据此，该件不作为代表建议办理，{passed or '转为'}来信处理。",
        "reference": f"据此，该件不作为代表建议办理，{passed or '留作'}工作参考。",
    }[told.decision]


@dataclass(frozen=True)
class CoSigner:
    name: str
    card: str = ""
    state: str = "已确认"
    at: str = ""


@dataclass(frozen=True)
class Written:
    """F01. Choices as they were offered, with what was chosen; contact only on the copy that may show it.
    `congress` with the sitting, or 闭会期间; `keeps_secret`: the wish, also on the copy of those who know who it is;
    `secret_reason`: on that copy alone."""

    about: About
    congress: str
    card: str = ""
    phone: str = ""
    situation: str = ""
    points: tuple[str, ...] = ()
    co_signers: tuple[CoSigner, ...] = ()
    basis: tuple[str, ...] = ()
    repeated: str = ""
    wished_units: tuple[str, ...] = ()
    publication: str = ""
    publication_reason: str = ""
    contact_wish: str = ""
    open_to_co_signers: bool | None = None
    keeps_secret: bool = False
    secret_reason: str = ""
    files: tuple[str, ...] = ()
    signed_on: date | None = None
    delegation_head: str = ""
    check: Check | None = None
    watermark: str = ""


# As many names fit into the frame; more go on a list behind the text.
IN_FRAME = 10


def suggestion_sheet(told: Written) -> Sheet:
    """The form, then the text in two parts, then the list of co-signers when it is long."""
    return Sheet(
        f"{told.congress}代表建议、批评和意见专用纸",
        (Grid(tuple(_frame(told))), NewPage(), *_text(told), *_more_names(told)),
        number=f"第{told.about.number}号" if told.about.number else "编号：＿＿＿＿",
        signatures=tuple(_signatures(told)), check=told.check, watermark=told.watermark,
    )  # fmt: skip


def _signatures(told: Written) -> Iterator[Signature]:
    yield Signature("领衔代表签名", told.about.proposer if told.signed_on else "")
    yield Signature("日期", days(told.signed_on, ""))
    if told.delegation_head:
        yield Signature("代表团团长", told.delegation_head)


def _frame(told: Written) -> Iterator[Pair]:
    about = told.about
    yield Pair("标题", about.title, wide=True)
    yield Pair("类别", _boxes(KINDS, about.kind))
    yield Pair("内容分类", about.category)
    yield Pair("领衔代表", about.proposer)
    yield Pair("代表团", "" if about.confidential else about.delegation)
    yield Pair("代表证号", "" if about.confidential else told.card)
    yield Pair("联系电话", "" if about.confidential else told.phone)
    yield Pair("附议代表", _names(told), wide=True)
    yield from _about_it(told)


def _about_it(told: Written) -> Iterator[Pair]:
    yield Pair("形成方式", _boxes(BASES, *told.basis), wide=True)
    yield Pair("连续提出", _boxes(REPEATED, told.repeated), wide=True)
    yield Pair("希望承办单位", "、".join(told.wished_units), wide=True)
    reason = f"（理由：{told.publication_reason}）" if told.publication_reason else ""
    yield Pair("公开意愿", _boxes(WISHES, told.publication) + reason, wide=True)
    yield Pair("沟通意愿", _boxes(CONTACT_WISHES, told.contact_wish), wide=True)
    opened = {None: "", True: "是", False: "否"}[told.open_to_co_signers]
    yield Pair("可否附议", choices(("是", "否"), opened))
    because = f"（理由：{told.secret_reason}）" if told.secret_reason else ""
    yield Pair("要求保密", choices(("是", "否"), "是" if told.keeps_secret else "否") + because)
    yield Pair("附件", "；".join(f"{no}. {name}" for no, name in enumerate(told.files, 1)) or "无", wide=True)


def _boxes(options: Mapping[str, str], *chosen: str) -> str:
    """What the form offered, with what was chosen in it."""
    return choices(tuple(options.values()), *chosen)


def _names(told: Written) -> str:
    count = len(told.co_signers)
    if told.about.confidential and count:
        return f"{count}名（代表要求保密）"
    if count > IN_FRAME:
        return f"{'、'.join(each.name for each in told.co_signers[:3])}等{count}名，名单附后"
    return "、".join(each.name for each in told.co_signers) or "无"


def _text(told: Written) -> Iterator[Block]:
    yield Heading("情况与问题", 1)
    yield Paragraph(told.situation)
    yield Heading("具体建议", 1)
    yield Items(told.points)


def _more_names(told: Written) -> Iterator[Block]:
    if told.about.confidential or len(told.co_signers) <= IN_FRAME:
        return
    columns = (
        Column("序号", 0.7, "center"),
        Column("姓名", 2),
        Column("代表证号", 2),
        Column("附议情况", 2),
        Column("时间", 2.4),
    )
    rows = tuple(
        (str(no), each.name, each.card, each.state, each.at) for no, each in enumerate(told.co_signers, 1)
    )
    yield Table(columns, rows, caption="附议代表名单")
