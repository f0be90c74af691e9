"""What deputies fill in or sign: rating sheet (F16) and record of an oral reply (F15)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from jianyi.documents.letters.document import (
    Check,
    Column,
    Footer,
    Grid,
    Pair,
    Sheet,
    Signature,
    Table,
    choices,
)  # fmt: skip
from jianyi.procedure.facts.said import CLASS_VIEWS, CONTACTED, GRADES, PUBLIC_VIEWS

from .values import About, days


@dataclass(frozen=True)
class Rating:
    """F16, empty to be filled in by hand, or with what the deputy has said; `to`: who is asked, where not all are; `asks`: what
    the place asks beside the grades, of ALSO_ASKED."""

    about: About
    footer: Footer
    units: tuple[str, ...]
    reply_number: str
    due: date | None
    asks: frozenset[str] = frozenset()
    number: str = ""
    round: int = 1
    received: str = ""
    received_on: date | None = None
    contact_ok: str = ""
    reply_class: str = ""
    class_agree: str = ""
    comment: str = ""
    co_signers_view: str = ""
    publication_view: str = ""
    rated_by: str = ""
    rated_on: date | None = None
    check: Check | None = None
    return_to: str = ""
    to: str = ""
    axes: Mapping[str, str] = field(default_factory=lambda: {"attitude": "办理态度", "result": "办理结果"})
    grades: Mapping[str, str] = field(default_factory=dict)
    via: str = ""


def rating_sheet(told: Rating) -> Sheet:
    about, where = told.about, told.return_to or told.footer.unit
    due = f"（请于{days(told.due)}前填写）" if told.due else ""
    return Sheet(
        "代表建议办理情况征询意见表", (Grid(tuple(_rated(told))),), number=told.number,
        lead=f"{told.to or about.deputies}：请您对{about.called}的办理情况作出评价{due}。",
        note=f"说明：1.在相应的方框内打“√”。2.任何一项选“不满意”的，请写明具体意见，以便研究重新办理。3.本表请直接交{where}，不经承办单位转交。",
        signatures=(Signature("代表签名", told.rated_by), Signature("日期", days(told.rated_on, ""))),
        footer=told.footer, check=told.check,
    )  # fmt: skip


def _rated(told: Rating) -> Iterator[Pair]:
    about = told.about
    yield Pair("建议编号", f"第{about.number}号")
    yield Pair("轮次", f"第{told.round}轮")
    yield Pair("建议标题", about.title, wide=True)
    yield Pair("领衔代表", about.proposer)
    yield Pair("代表团", about.delegation)
    yield Pair("承办单位", "、".join(told.units), wide=True)
    yield Pair("答复文号", told.reply_number)
    yield Pair("结果类别", told.reply_class)
    received = f"　收到日期：{days(told.received_on)}"
    yield Pair("收到答复", choices(("已收到", "未收到"), told.received) + received, wide=True)
    if "contact_ok" in told.asks:
        yield Pair("沟通情况", _boxes(CONTACTED, told.contact_ok), wide=True)
    for name, label in told.axes.items():
        yield Pair(label, choices(tuple(GRADES.values()), told.grades.get(name, "")), wide=True)
    yield from _also(told)


def _also(told: Rating) -> Iterator[Pair]:
    if "class_agree" in told.asks and told.reply_class:
        yield Pair("类别是否属实", _boxes(CLASS_VIEWS, told.class_agree), wide=True)
    yield Pair("具体意见", told.comment, wide=True, lines=6)
    if "co_signers_view" in told.asks and told.about.co_signers:
        yield Pair("综合附议意见", told.co_signers_view, wide=True, lines=3)
    if "publication_view" in told.asks:
        yield Pair("公开答复", _boxes(PUBLIC_VIEWS, told.publication_view), wide=True)
    if told.via:
        yield Pair("填写凭据", told.via, wide=True)


def _boxes(options: Mapping[str, str], chosen: str) -> str:
    return choices(tuple(options.values()), chosen)


@dataclass(frozen=True)
class OralReply:
    """F15: point and what was said to it; the deputy's opinion, and whether a letter is still wanted."""

    about: About
    unit: str
    occurred_at: str
    place: str
    replied_by: str
    post: str
    deputies: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]
    footer: Footer | None = None
    number: str = ""
    opinion: str = ""
    opinion_text: str = ""
    written_needed: bool | None = None
    promises: tuple[tuple[str, str], ...] = ()
    recorder: str = ""
    check: Check | None = None
    signed_by: str = ""
    signed_on: str = ""
    watermark: str = ""


OPINIONS = ("同意", "部分同意", "不同意")


def oral_reply(told: OralReply) -> Sheet:
    points = Table(
        (Column("序号", 0.85, "center"), Column("代表的具体建议", 3), Column("答复要点", 5)),
        tuple((str(no), point, said) for no, (point, said) in enumerate(told.answers, 1)),
    )
    return Sheet(
        "代表建议当面答复记录", (Grid(tuple(_met(told))), points, *_promised(told), Grid(tuple(_said(told)))),
        number=told.number, footer=told.footer, check=told.check, watermark=told.watermark,
        signatures=(
            Signature("代表签名", told.signed_by), Signature("面复人签名"), Signature("记录人", told.recorder), Signature("日期", told.signed_on),
        ),
    )  # fmt: skip


def _met(told: OralReply) -> Iterator[Pair]:
    about = told.about
    yield Pair("建议编号", f"第{about.number}号")
    yield Pair("领衔代表", about.proposer)
    yield Pair("建议标题", about.title, wide=True)
    yield Pair("时间", told.occurred_at)
    yield Pair("地点", told.place)
    yield Pair("承办单位", told.unit)
    yield Pair("面复人", f"{told.replied_by}（{told.post}）" if told.post else told.replied_by)
    yield Pair("在场代表", "、".join(told.deputies), wide=True)


def _promised(told: OralReply) -> Iterator[Table]:
    if told.promises:
        columns = (Column("序号", 0.85, "center"), Column("承诺事项", 6), Column("完成时限", 2, "center"))
        rows = tuple((str(no), item, due) for no, (item, due) in enumerate(told.promises, 1))
        yield Table(columns, rows)


def _said(told: OralReply) -> Iterator[Pair]:
    yield Pair("代表意见", choices(OPINIONS, told.opinion), wide=True)
    yield Pair("意见说明", told.opinion_text, wide=True, lines=3)
    needed = {None: "", True: "需要", False: "不需要"}[told.written_needed]
    yield Pair("书面答复", choices(("需要", "不需要"), needed), wide=True)
