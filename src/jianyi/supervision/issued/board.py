"""The board on A4 across, to be put up (F21): drawn as things stand from what somebody was given."""

from jianyi.cases.issued.records import made
from jianyi.documents.letters.document import Column, Sheet, Table
from jianyi.documents.letters.wording import long_day

from ..models import Measure


TITLE = "挂牌督办清单"
HEADER = (
    "牌号",
    "挂牌单位",
    "挂牌日",
    "事项",
    "承办单位",
    "责任人",
    "摘牌期限",
    "摘牌条件",
    "现状",
    "公示范围",
)
COLUMNS = tuple(
    Column(title, weight) for title, weight in zip(HEADER, (1, 1.1, 1.1, 2.6, 1.2, 0.8, 1.1, 2.3, 1, 1.1), strict=True)
)  # fmt: skip


def cells(row: Measure) -> tuple[str, ...]:
    return (
        row.board, row.house.known_as, long_day(row.issued_on), f"第{row.suggestion.no}号 {row.suggestion.title}", row.addressee, row.owner.name if row.owner else "",
        long_day(row.due), "；".join(row.conditions), "逾期未摘牌" if row.is_late else row.stage.label, row.audience_told,
    )  # fmt: skip


def sheet(rows: list[Measure]) -> Sheet:
    """Drawn by whoever listed what stands on it."""
    houses = "、".join(dict.fromkeys(row.house.name for row in rows))
    late = sum(row.is_late for row in rows)
    return Sheet(
        TITLE, (Table(COLUMNS, tuple(map(cells, rows))),), lead=f"现挂牌 {len(rows)} 件，其中逾期未摘牌 {late} 件。", landscape=True,
        footer=made(houses),
        note="说明：整改完成并附佐证，经责任人以外的人核验后摘牌；要求身份保密的建议不列入本表。",
    )  # fmt: skip
