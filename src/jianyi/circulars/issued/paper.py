"""The circular as a paper (F22), on A4 across: text, progress table, what is late, what is pushed forward, what is asked."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from jianyi.cases import issued
from jianyi.cases.letters.values import Issue
from jianyi.documents.letters.document import (
    Block,
    Check,
    Column,
    Footer,
    Heading,
    Paragraph,
    Sheet,
    Signature,
    Table,
)
from jianyi.documents.letters.wording import long_day
from jianyi.kit import clock
from jianyi.procedure.facts.said import Phrasing
from jianyi.turn.case import Turn

from ..models import Circular


SERIES = {"unit": "建通", "government": "政督", "congress": "建督"}
KIND, UNSIGNED = "circular", "未签发"
COLUMNS = (
    Column("名次", 0.6, "center"), Column("单位（处室）", 2.2), Column("承办", 0.6, "center"), Column("已签收", 0.7, "center"), Column("已沟通", 0.7, "center"),
    Column("见面", 0.6, "center"), Column("会办已出/应出", 1, "center"), Column("已答复/应答复", 1, "center"), Column("逾期", 0.6, "center"),
    Column("催办", 0.6, "center"), Column("平均用时（天）", 0.9, "center"), Column("按期率", 1.5, "center"),
)  # fmt: skip
LATE = (
    Column("建议编号", 0.8, "center"), Column("单位（处室）", 2), Column("滞后事项", 1.2), Column("应完成日", 1.2, "center"), Column("超自然日", 0.7, "center"),
    Column("超工作日", 0.7, "center"),
)  # fmt: skip
PUSHED = (
    Column("序号", 0.5, "center"), Column("建议编号", 0.8, "center"), Column("问题", 2.4), Column("下步", 2.4), Column("责任单位和责任人", 1.8),
    Column("时限", 1.2, "center"),
)  # fmt: skip
BEFORE = (*PUSHED[:-1], Column("时限", 1.2, "center"), Column("完成情况", 2))


def signed(turn: Turn, circular: Circular) -> str:
    """Issued under the next number of its series; answers with the number."""
    house = circular.house
    number = issued.numbered(house, SERIES[circular.scope])
    issue = Issue(
        house.name, number, clock.today(), circular.approved_by, check=issued.check(number, house.id)
    )
    issued.issue(turn, circular, KIND, drawn(circular, number, issue.check), issue, house.id)
    return number


def drawn(circular: Circular, number: str = "", check: Check | None = None) -> Sheet:
    """As it stands; before it is issued it says so on every page."""
    return Sheet(
        f"{circular.house.name}\n{circular.title}", tuple(_blocks(circular)), number=number, lead=_lead(circular), note=_note(circular),
        landscape=True, signatures=(Signature("签发", circular.approved_by),),
        footer=Footer(circular.house.name, long_day(circular.issued_on or clock.today()), circular.as_of_told), check=check,
        watermark="" if number else UNSIGNED,
    )  # fmt: skip


def _lead(circular: Circular) -> str:
    told = "；".join(f"{label} {told_rate(n, of)}" for label, n, of in circular.facts["totals"])
    return f"截至{circular.as_of_told}，应办{circular.facts['tasks']}件。{told}。"


def told_rate(n: int, of: int) -> str:
    """「20/21（95.24%）」; of nothing no rate."""
    return f"{n}/{of}（{n / of:.2%}）" if of else "没有到期的"


def _month(rows: list[dict[str, Any]]) -> Table:
    """The figures of the assessment day: numerator, denominator and rate for each division."""
    labels = [label for label, _, _ in rows[0]["measures"]]
    columns = (Column("处室", 2), *(Column(label, 2, "center") for label in labels))
    return Table(
        columns, tuple((row["name"], *(told_rate(n, of) for _, n, of in row["measures"])) for row in rows)
    )


def _note(circular: Circular) -> str:
    """What the table means, and who is not ranked."""
    least = circular.facts["least"]
    ranked = f"到期事项不足 {least} 项的样本不足，列示不排名。" if least else "没有到期事项的不排名。"
    return (
        "说明：按期率＝按期办妥的期限÷到期或者已办妥的期限（签收、首次沟通、会办意见、答复），名次按按期率排列，并列的名次相同、其后名次顺延。"
        f"{ranked}会办已出/应出按到期或者已出的计。"
    )


def _blocks(circular: Circular) -> Iterator[Block]:
    facts = circular.facts
    yield Heading("办理进度")
    yield Table(COLUMNS, tuple(progress(row, facts["least"]) for row in facts["rows"]))
    if facts["month"]:
        yield Heading("本月考评")
        yield _month(facts["month"])
    yield Heading("滞后事项")
    if facts["late"]:
        yield Paragraph(f"下列 {len(facts['late'])} 项滞后：")
        yield Table(LATE, tuple(_late(row) for row in facts["late"]))
    else:
        yield Paragraph("没有滞后事项。")
    if circular.praise:
        yield Heading("表扬")
        yield Paragraph(circular.praise)
    if facts["before"].get("pushed"):
        yield Heading(f"上期推进清单落实情况（{facts['before']['number']}）")
        yield Table(
            BEFORE, tuple(_before(nth, row) for nth, row in enumerate(facts["before"]["pushed"], start=1))
        )
    yield Heading("推进清单")
    rows = Phrasing(push=circular.push).rows
    yield Table(PUSHED, tuple(
        (str(nth), row.no, row.problem, row.next, row.who, long_day(row.due) if row.due else "") for nth, row in enumerate(rows, start=1)
    ))  # fmt: skip
    yield Heading("下月要求")
    yield Paragraph(circular.requirements)


def progress(row: dict[str, Any], least: int) -> tuple[str, ...]:
    """A line of the progress table as it is printed and shown."""
    few = "样本不足" if row["house"] and row["due"] and row["due"] < least else "—"
    return (
        str(row["rank"] or few), row["name"], str(row["tasks"]), str(row["received"]), str(row["contacted"]), str(row["met"]),
        f"{row['co_given']}/{row['co_owed']}", f"{row['replied']}/{row['to_reply']}", str(row["late"]), str(row.get("urged", 0)), row["used"] or "—",
        told_rate(row["kept"], row["due"]),
    )  # fmt: skip


def _late(row: dict[str, Any]) -> tuple[str, ...]:
    return (
        row["no"],
        row["name"],
        row["limit"],
        _day(row["due"]),
        str(row["days"]),
        str(row["working_days"]),
    )


def _before(nth: int, row: dict[str, Any]) -> tuple[str, ...]:
    state = f"已完成：{row['evidence']}" if row["done"] else "逾期未完成" if row["late"] else "推进中"
    return (str(nth), row["no"], row["problem"], row["next"], row["who"], _day(row["due"]), state)


def _day(told: str) -> str:
    return long_day(date.fromisoformat(told))
