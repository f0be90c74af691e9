"""Lists of suggestions in a spreadsheet: finding the header, naming the columns, taking the rows one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from jianyi.documents.reading.sheets import printed
from jianyi.documents.recognition.dates import iso_date
from jianyi.documents.recognition.marks import reply_class
from jianyi.documents.recognition.names import people
from jianyi.kit.spreadsheets import Sheet
from jianyi.kit.text import fold


_HEADER_WITHIN = 10
LONGEST_TITLE = 200
COLUMNS: dict[str, list[str]] = {
    key: words.split()
    for key, words in {
        "number": "建议编号 提案编号 编号 建议号 案号 序号 建议序号 号",
        "title": "建议标题 建议题目 建议名称 标题 题目 案由 名称 建议案由 事由 提案标题 议案标题",
        "proposer": "领衔代表 领衔代表姓名 领衔人 代表姓名 提出人 提出代表 建议人 提案人 代表 姓名 建议代表 第一提案人 提案者 建议提出人",
        "cosigners": "附议代表 附议人 联名代表 联名人 附议 联名 附议代表姓名 共同提案人 附名代表",
        "delegation": "代表团 所属代表团 所在代表团 代表团名称",
        "unit": "主办单位 承办单位 主办 承办 主办部门 承办部门 办理单位 答复单位",
        "joint_units": "会办单位 协办单位 会办 协办 会办部门 协办部门",
        "problem": "情况与问题 情况及问题 建议内容 内容 正文 主要内容 问题 情况 具体内容 提案内容 基本情况",
        "request": "具体建议 建议 建议措施 意见建议 解决办法 建议和措施",
        "reply": "答复 答复内容 办理答复 回复 回复内容 答复意见 办理情况 答复情况",
        "reply_class": "类别 办理结果 答复类别 办复类别 结果类别 办理类别 答复结果 办理结果类别",
        "date": "日期 提出日期 提出时间 提交日期 提交时间 时间 交办日期 交办时间",
        "category": "分类 建议分类 建议类别 所属类别 内容分类",
    }.items()
}
_NAMES = {name: key for key, names in COLUMNS.items() for name in names}
_MANY = re.compile(r"[、,;/\n]+|\s{2,}")
_TOTALS = re.compile(r"^(?:合\s*计|总\s*计|小\s*计|共\s*计|说明|备注|填表说明|注)\s*:?")


@dataclass(frozen=True)
class Row:
    """One suggestion of a list. `line` is its row number as a spreadsheet program shows it."""

    line: int
    title: str
    number: str = ""
    proposers: tuple[str, ...] = ()
    delegation: str = ""
    unit: str = ""
    joint_units: tuple[str, ...] = ()
    problem: str = ""
    request: str = ""
    reply: str = ""
    reply_class: str = ""
    date: str = ""
    category: str = ""


def rows(table: Sheet | Sequence[Sequence[Any]]) -> tuple[list[Row], list[str]]:
    """The suggestions listed in a sheet, and a sentence for each row or column that could not be taken.

    Never raises: one bad row is reported and left out, the others go on.
    """
    cells = table.rows if isinstance(table, Sheet) else table
    at, columns = _header(cells)
    if not columns:
        return [], ["前 10 行里没有找到表头。请保留“标题”“领衔代表”等列名，或使用系统提供的模板。"]
    taken: list[Row] = []
    warnings: list[str] = _unknown(cells[at], columns)
    for line, row in enumerate(cells[at + 1 :], start=at + 2):
        values = {key: _cell(row, column) for key, column in columns.items()}
        if _is_blank(row, values) or _header([row])[1]:
            continue
        _take(line, values, taken, warnings)
    return taken, warnings


def _header(cells: Sequence[Sequence[Any]]) -> tuple[int, dict[str, int]]:
    """The row that names the most columns, and where each of them is; it must name a title and one more."""
    best: tuple[int, dict[str, int]] = (0, {})
    for at, row in enumerate(cells[:_HEADER_WITHIN]):
        columns: dict[str, int] = {}
        for column, cell in enumerate(row):
            key = _column_key(cell)
            if key:
                columns.setdefault(key, column)
        if "title" in columns and len(columns) > max(1, len(best[1])):
            best = (at, columns)
    return best


def _column_key(cell: Any) -> str:
    name = re.sub(r"[\s*:]+|\([^()]*\)|（[^（）]*）", "", fold(str(cell)))
    return _NAMES.get(name, "")


def _unknown(header: Sequence[Any], columns: dict[str, int]) -> list[str]:
    names = [
        str(cell).strip()
        for at, cell in enumerate(header)
        if at not in columns.values() and str(cell).strip()
    ]
    return [f"这几列没有用到：{'、'.join(names)}。"] if names else []


def _cell(row: Sequence[Any], column: int) -> str:
    return printed(row[column]) if column < len(row) else ""


def _is_blank(row: Sequence[Any], values: dict[str, str]) -> bool:
    first = next((printed(cell) for cell in row if printed(cell)), "")
    filled = sum(bool(value) for value in values.values())
    # A number alone is a row that was prepared and never filled in.
    return (
        not first
        or (bool(_TOTALS.match(fold(first))) and not values.get("proposer"))
        or (filled == 1 and bool(values.get("number")))
    )


def _take(line: int, values: dict[str, str], taken: list[Row], warnings: list[str]) -> None:
    title = re.sub(r"\s+", " ", values.get("title", ""))
    if not title:
        warnings.append(f"第 {line} 行没有标题，没有导入。请补上标题后再导入这一行。")
        return
    if len(title) > LONGEST_TITLE:
        warnings.append(f"第 {line} 行的标题超过 {LONGEST_TITLE} 字，没有导入。请缩短标题后再导入这一行。")
        return
    row = _row(line, title, values)
    warnings += _doubts(row, values)
    taken.append(row)


def _row(line: int, title: str, values: dict[str, str]) -> Row:
    names = people(values.get("proposer", "")) + people(values.get("cosigners", ""))
    text = {
        key: values.get(key, "") for key in ("delegation", "unit", "problem", "request", "reply", "category")
    }
    return Row(
        line,
        title,
        number=re.sub(r"^[第自编号\s]+|[号\s]+$", "", fold(values.get("number", ""))).strip("〔〕[]()"),
        proposers=tuple(dict.fromkeys(names)),
        joint_units=tuple(
            filter(None, (unit.strip() for unit in _MANY.split(fold(values.get("joint_units", "")))))
        ),
        reply_class=reply_class([values.get("reply_class", "")]),
        date=iso_date(values.get("date", "")),
        **text,
    )


def _doubts(row: Row, values: dict[str, str]) -> list[str]:
    checks = (
        (not row.proposers, values.get("proposer"), "领衔代表“{0}”不像姓名，请核对"),
        (not row.proposers, not values.get("proposer"), "没有领衔代表，请补上"),
        (not row.reply_class, values.get("reply_class"), "类别“{0}”认不出，应为 A、B、C 或 D"),
        (not row.date, values.get("date"), "日期“{0}”认不出，请写成 2026-01-31 的样子"),
    )
    return [
        f"第 {row.line} 行{sentence.format(str(value)[:20])}。"
        for empty, value, sentence in checks
        if empty and value
    ]
