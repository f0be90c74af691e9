"""The list of what lies in an archived file (F29)."""

from __future__ import annotations

from dataclasses import dataclass
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
)

from .values import About, days


@dataclass(frozen=True)
class Filed:
    """One paper; `digest` is the SM3 of its file."""

    number: str
    author: str
    title: str
    day: date | None
    pages: str = ""
    secrecy: str = ""
    note: str = ""
    digest: str = ""


@dataclass(frozen=True)
class Archive:
    """In the order of the work: suggestion, review, hand-over … publication; the caller gives them in this order."""

    about: About
    archive_no: str
    retention: str
    rows: tuple[Filed, ...]
    filed_by: str = ""
    checked_by: str = ""
    filed_on: date | None = None
    footer: Footer | None = None
    check: Check | None = None


COLUMNS = (
    Column("顺序号", 1.2, "center"), Column("文号", 2.6), Column("责任者", 2.2), Column("题名", 4), Column("日期", 1.8, "center"),
    Column("页号", 0.9, "center"), Column("密级", 0.9, "center"), Column("备注", 1.9),
)  # fmt: skip
# For whoever files it to tick, where it is not known.
TERMS = ("永久", "30年", "10年")
# Enough to find a paper again and to see that it is another; the whole digest stands in the record.
SHOWN = 8


def archive_list(told: Archive) -> Sheet:
    rows = tuple(_row(no, each) for no, each in enumerate(told.rows, 1))
    heads = (
        Pair("档号", told.archive_no), Pair("保管期限", told.retention or choices(TERMS)),
        Pair("卷题名", f"关于{told.about.called}办理材料", wide=True),
        Pair("建议标题", told.about.title, wide=True), Pair("件数", f"{len(rows)}件"), Pair("立卷日期", days(told.filed_on, "")),
    )  # fmt: skip
    return Sheet(
        "卷内文件目录", (Grid(heads), Table(COLUMNS, rows)), footer=told.footer, check=told.check,
        signatures=(Signature("立卷人", told.filed_by), Signature("检查人", told.checked_by)),
        note="说明：备注栏为公文数据 SM3 校验码的前八位，与办理记录中的一致。",
    )  # fmt: skip


def _row(number: int, told: Filed) -> tuple[str, ...]:
    day = told.day.strftime("%Y%m%d") if told.day else ""
    note = "\n".join(filter(None, (told.note, told.digest[:SHOWN])))
    return (str(number), told.number, told.author, told.title, day, told.pages, told.secrecy, note)
