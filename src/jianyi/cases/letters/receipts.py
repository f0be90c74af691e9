"""The receipt of what was handed over (F06): what the unit's office counted and found, and whether it was in time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jianyi.documents.letters.document import Check, Footer, Grid, Pair, Sheet, Signature, choices
from jianyi.procedure.facts.said import MATERIALS, OBJECTIONS

from .values import About, Handling, days


@dataclass(frozen=True)
class Receipt:
    """`batch`: the name of the batch, where it came in one; `due`: nothing where the place lays down no limit; `late_days`:
    how many days after it."""

    about: About
    part: Handling
    received_at: str
    received_by: str
    materials: str
    objection: str
    counted: bool = True
    note: str = ""
    batch: str = ""
    due: date | None = None
    late_days: int = 0
    number: str = ""
    footer: Footer | None = None
    check: Check | None = None


def receipt(told: Receipt) -> Sheet:
    return Sheet(
        "代表建议签收单", (Grid(tuple(_rows(told))),), number=told.number, lead=_lead(told), landscape=True,
        note="说明：签收期限只作提醒，没有签收的，退回、沟通、会办和答复期限照常计算；认为不属于本单位职责的，须在退回期限内另行申请退回，不得自行转办。",
        signatures=(Signature("签收人", told.received_by), Signature("承办单位（盖章）"), Signature("交办机构经办人"), Signature("日期")),
        footer=told.footer, check=told.check,
    )  # fmt: skip


def _lead(told: Receipt) -> str:
    """今收到{批次}交办建议 1 件，经核对{无误}。"""
    found = "无误" if told.counted and told.materials == MATERIALS["complete"] else "有出入，见说明"
    return f"今收到{told.batch or '单独交办的'}代表建议1件，经核对{found}。"


def _rows(told: Receipt) -> Iterator[Pair]:
    about, part = told.about, told.part
    yield Pair("建议编号", f"第{about.number}号")
    yield Pair("领衔代表", about.proposer)
    yield Pair("建议标题", about.title, wide=True)
    yield Pair("承办单位", part.unit)
    yield Pair("承办方式", part.role)
    if part.scope:
        yield Pair("承办内容", part.scope, wide=True)
    yield Pair("交办日", days(part.handed_over_on, ""))
    yield Pair("签收期限", days(told.due, "未规定"))
    yield Pair("签收时间", told.received_at)
    yield Pair("是否超期", _in_time(told))
    yield Pair("件数核对", choices(("核对无误", "有出入"), "核对无误" if told.counted else "有出入"))
    yield Pair("材料核对", choices(tuple(MATERIALS.values()), told.materials))
    yield Pair("异议", choices(tuple(OBJECTIONS.values()), told.objection), wide=True)
    yield Pair("说明", told.note, wide=True, lines=2)


def _in_time(told: Receipt) -> str:
    if told.due is None:
        return "未规定期限"
    return f"超期{told.late_days}日" if told.late_days else "未超期"
