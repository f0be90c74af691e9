"""Lists of deputies, units and staff as they come in a spreadsheet: columns, templates, and each row with its faults."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from jianyi.kit import spreadsheets
from jianyi.kit.text import comparable


HEADER_WITHIN, MOST_ROWS = 5, 5_000
LONGEST, EXAMPLE = 100, "示例："


class Unfit(Exception):
    """The sheet is no such list; says why."""


@dataclass(frozen=True)
class Roster:
    kind: str
    title: str
    columns: tuple[str, ...]
    required: tuple[str, ...]
    example: tuple[str, ...]
    told: str


@dataclass
class Row:
    """`faults`: why it stays out; `notes`: what will be made beside it."""

    line: int
    cells: dict[str, str]
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def several(self, column: str) -> list[str]:
        """Names in one cell, parted by 、 or ；."""
        told = self[column].replace("；", "、").replace(";", "、").replace("，", "、").replace("\n", "、")
        return list(dict.fromkeys(part.strip() for part in told.split("、") if part.strip()))


ROSTERS = {
    roster.kind: roster
    for roster in (
        Roster(
            "deputies", "代表名单", ("姓名", "代表证号", "代表团", "选举单位", "电话", "登录名"), ("姓名", "代表证号"),
            ("周知远", "140021", "云浦代表团", "云浦市", "", ""),
            "登录名不填就用代表证号；表里有而平台没有的代表团，一并设立。",
        ),
        Roster(
            "units", "单位名单", ("单位", "简称", "机关代字", "是否政府系统", "处室", "下属单位"), ("单位",),
            ("省农业农村厅", "农业农村厅", "澜农", "是", "办公室、科技教育处", "省农业科学院"),
            "处室、下属单位写在一格里，用“、”分开；“是否政府系统”不填按“是”；已有的单位只补处室和下属单位。",
        ),
        Roster(
            "staff", "人员与职务名单", ("姓名", "单位", "处室", "职务", "登录名", "电话"), ("姓名", "单位", "职务", "登录名"),
            ("方既白", "省农业农村厅", "科技教育处", "工作人员", "fangjibai", ""),
            "一人兼任几职的写几行，登录名相同；职务名称可以写在职务类别后的括号里，如“分管领导（副厅长）”。",
        ),
    )
}  # fmt: skip


def template(roster: Roster) -> bytes:
    return spreadsheets.template(roster.columns, (EXAMPLE + roster.example[0], *roster.example[1:]))


def rows(roster: Roster, name: str, content: bytes) -> list[Row]:
    """The filled rows of the first sheet that has the columns. Raises Unfit, and Unreadable for the file itself."""
    for sheet in spreadsheets.read_rows(name, content):
        for number, cells in enumerate(sheet.rows[:HEADER_WITHIN]):
            found = _columns(roster, cells)
            if set(roster.required) <= set(found):
                return _filled(roster, found, sheet.rows[number + 1 :], number + 2)
    raise Unfit(f"表头里没有找到{'、'.join(roster.required)}：请按模板的表头填写后再上传。")


def _columns(roster: Roster, cells: Sequence[Any]) -> dict[str, int]:
    known = {comparable(column): column for column in roster.columns}
    told = {comparable(str(cell)): at for at, cell in reversed(list(enumerate(cells)))}
    return {column: told[key] for key, column in known.items() if key in told}


def _filled(roster: Roster, columns: dict[str, int], cells: Sequence[Sequence[Any]], first: int) -> list[Row]:
    found = [Row(first + n, _told(columns, row)) for n, row in enumerate(cells)]
    found = [
        row for row in found if any(row.cells.values()) and not row[roster.columns[0]].startswith(EXAMPLE)
    ]
    if not found:
        raise Unfit("表里没有填写内容（示例行不算）：请填好后再上传。")
    if len(found) > MOST_ROWS:
        raise Unfit(f"一次最多导入 {MOST_ROWS} 行，请分成几个表格上传。")
    for row in found:
        row.faults += [f"缺{column}" for column in roster.required if not row[column]]
        row.faults += [
            f"{column}太长（最多 {LONGEST} 字）"
            for column in roster.columns[:4]
            if len(row[column]) > LONGEST
        ]
    return found


def _told(columns: dict[str, int], row: Sequence[Any]) -> dict[str, str]:
    return {column: _text(row[at]) if at < len(row) else "" for column, at in columns.items()}


def _text(cell: Any) -> str:
    """Numbers of cards and telephones that a spreadsheet took for figures are figures no more."""
    match cell:
        case bool():
            return "是" if cell else "否"
        case datetime() | date():
            return cell.isoformat()[:10]
    return str(cell).strip()
