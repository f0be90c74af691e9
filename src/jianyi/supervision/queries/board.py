"""The board: what is listed now, as far as it may be shown to somebody; on A4 across, to be put up (F21)."""

from jianyi.cases.issued.records import made
from jianyi.cases.queries.files import CaseFile
from jianyi.documents.letters.document import Column, Sheet, Table
from jianyi.documents.letters.wording import long_day
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor

from ..models import Measure
from ..sight import may_read_listing


TITLE = "挂牌督办清单"
HEADER = ("牌号", "挂牌日", "事项", "承办单位", "责任人", "摘牌期限", "摘牌条件", "现状", "公示范围")
COLUMNS = tuple(
    Column(title, weight) for title, weight in zip(HEADER, (1, 1.1, 2.8, 1.2, 0.8, 1.1, 2.6, 1, 1.1), strict=True)
)  # fmt: skip
ON_IT = (w.Measure.LISTED, w.Measure.REPORTED)
MOST = 500


def board(*, by: Actor, audience: str = "") -> list[Measure]:
    """What hangs there now, the oldest first, the first MOST. `audience`: only what may be shown to "deputies", to the "public"."""
    rows = Measure.objects.filter(
        may_read_listing(by, audience), stage__in=ON_IT, suggestion__confidential=False
    )
    return list(
        rows.select_related("unit", "division", "house", "suggestion", "owner").order_by("issued_on", "id")[
            :MOST
        ]
    )


def of_case(file: CaseFile) -> list[Measure]:
    """For its proposers, who read no paper: what is listed about their suggestion and shown to them."""
    if not file.is_proposer or file.by.posts:
        return []
    rows = Measure.objects.filter(
        may_read_listing(file.by, "deputies"), suggestion_id=file.case.id, stage__in=ON_IT
    )
    return list(rows.select_related("unit", "division").order_by("id"))


def cells(row: Measure) -> tuple[str, ...]:
    return (
        row.board, long_day(row.issued_on), f"第{row.suggestion.no}号 {row.suggestion.title}", row.addressee, row.owner.name if row.owner else "",
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
