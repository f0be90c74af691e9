"""The list of what lies in an archived file (F29)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jianyi.documents.letters.document import Check, Column, Footer, Grid, Pair, Sheet, Signature, Table

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
    """In the order of the work: suggestion, review, hand-over … publication; the caller gives them in this order.
    `missing`: what belongs in the file and is not on record; `basis`: where number and term are laid down."""

    about: About
    archive_no: str
    retention: str
    rows: tuple[Filed, ...]
    missing: tuple[str, ...] = ()
    basis: str = ""
    closed_on: date | None = None
    filed_by: str = ""
    checked_by: str = ""
    footer: Footer | None = None
    check: Check | None = None


COLUMNS = (
    Column("顺序号", 1.2, "center"), Column("文号", 2.6), Column("责任者", 2.2), Column("题名", 4), Column("日期", 1.8, "center"),
    Column("页号", 0.9, "center"), Column("密级", 0.9, "center"), Column("备注", 1.9),
)  # fmt: skip
# What is true where the place has laid down nothing.
NO_NUMBER, NO_TERM = "本地规定未作要求，由立卷单位编", "本地规定未作要求，由立卷单位定"
# Enough to find a paper again and to see that it is another; the whole digest stands in the record.
SHOWN = 8


def archive_list(told: Archive) -> Sheet:
    rows = tuple(_row(no, each) for no, each in enumerate(told.rows, 1))
    heads = (
        Pair("档号", told.archive_no or NO_NUMBER), Pair("保管期限", told.retention or NO_TERM),
        Pair("卷题名", f"关于{told.about.called}办理材料", wide=True),
        Pair("建议标题", told.about.title, wide=True), Pair("办结日期", days(told.closed_on, "")), Pair("件数", f"{len(rows)}件"),
        Pair("齐全情况", counted(len(rows), told.missing), wide=True),
    )  # fmt: skip
    basis = f"；档号、保管期限依据{told.basis}" if told.basis else ""
    return Sheet(
        "卷内文件目录", (Grid(heads), Table(COLUMNS, rows)), footer=told.footer, check=told.check,
        signatures=(Signature("立卷人", told.filed_by), Signature("检查人", told.checked_by)),
        note=f"说明：备注栏为公文数据 SM3 校验码的前八位，与办理记录中的一致{basis}。",
    )  # fmt: skip


def counted(found: int, missing: tuple[str, ...]) -> str:
    """「应归12件，已归11件，缺1件：省财政厅会办意见函」"""
    which = f"：{'、'.join(missing)}" if missing else ""
    return f"应归{found + len(missing)}件，已归{found}件，缺{len(missing)}件{which}"


def _row(number: int, told: Filed) -> tuple[str, ...]:
    day = told.day.strftime("%Y%m%d") if told.day else ""
    note = "\n".join(filter(None, (told.note, told.digest[:SHOWN])))
    return (str(number), told.number, told.author, told.title, day, told.pages, told.secrecy, note)
