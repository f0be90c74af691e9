"""Reading spreadsheets that strangers send, and writing ones that are safe to open.

Reading accepts .xlsx, .xls and .csv, decided by content. Writing makes .xlsx files whose text can never
run as a formula: cells that begin with = + - @ (either width) get a leading apostrophe.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineError, CalamineWorkbook

from jianyi.kit import cells, compound, text as texts
from jianyi.kit.archives import Archive
from jianyi.kit.encoding import decode
from jianyi.kit.unreadable import Unreadable


MAX_BYTES = 20 * 1024 * 1024
MAX_COLUMNS = 200
_RISKY = tuple("=+-@\t\r\n＝＋－＠")
_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")
_WIDEST, _NARROWEST = 60, 8
Cell = Any  # str, int, float, bool, date, time, datetime; Decimal and None as well when writing


@dataclass(frozen=True)
class Sheet:
    """One sheet as read: its name, its rows (text cleaned, empty cells ""), and sentences about it."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """One sheet to write: an optional title over all columns, a header, rows and an optional totals row."""

    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    title: str = ""
    totals: Sequence[Cell] | None = None
    name: str = ""


def read_rows(name: str, content: bytes) -> list[Sheet]:
    """The sheets of an .xlsx, .xls or .csv file. `name` is only used to name the sheet of a .csv.

    Raises Unreadable (empty, oversized, encrypted, macros, broken, bomb, cells…).
    """
    if not content.strip():
        raise Unreadable("empty")
    if len(content) > MAX_BYTES:
        raise Unreadable("oversized")
    if content.startswith(b"PK\x03\x04"):
        return _read_xlsx(content)
    if content.startswith(compound.MAGIC):
        return _read_xls(content)
    return [_read_csv(name, content)]


def write(tables: Sequence[Table]) -> bytes:
    """An .xlsx file with one sheet for each table: frozen header, fitted widths, real dates and numbers.

    Times with a zone are written as they read on the clock: give them in local time.
    """
    book = Workbook()
    book.remove(book.active)
    for number, table in enumerate(tables, start=1):
        _write_table(book.create_sheet(_sheet_name(table, number, book.sheetnames)), table)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def template(columns: Sequence[str], example: Sequence[Cell]) -> bytes:
    """An empty form to fill in: a header and one example row. Its columns are text, so 01 stays 01."""
    book = Workbook()
    sheet = book.active
    sheet.title = "填写"
    _write_table(sheet, Table(columns, [example]))
    for column in range(1, len(columns) + 1):
        sheet.column_dimensions[get_column_letter(column)].number_format = "@"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def neutral(value: str) -> str:
    """The text with a leading apostrophe when a spreadsheet program could take it for a formula."""
    return "'" + value if value.startswith(_RISKY) else value


def sheet_name(told: str) -> str:
    """As spreadsheet programs accept it; empty where nothing of it is left."""
    return _SHEET_NAME.sub("", texts.clean(told).text).strip("' ")[:31]


# Reading


def _read_xlsx(content: bytes) -> list[Sheet]:
    archive = Archive(content)
    if "[Content_Types].xml" not in archive.names:
        raise Unreadable("broken")
    if b"macroEnabled" in archive.read("[Content_Types].xml", 1_000_000):
        raise Unreadable("macros")
    cells.check_xlsx(archive)
    archive.check_sizes()
    return _parse(content)


def _read_xls(content: bytes) -> list[Sheet]:
    container = compound.Compound(content)
    if "EncryptedPackage" in container.names:
        raise Unreadable("encrypted")
    if "_VBA_PROJECT_CUR" in container.names:
        raise Unreadable("macros")
    workbook = container.stream("Workbook", "Book")
    if not workbook:
        raise Unreadable("broken")
    cells.check_xls(workbook)
    return _parse(content)


def _parse(content: bytes) -> list[Sheet]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return [_sheet(name, book.get_sheet_by_name(name).to_python()) for name in book.sheet_names]
    except (CalamineError, ValueError, OSError) as damage:
        raise Unreadable("broken") from damage


def _read_csv(name: str, content: bytes) -> Sheet:
    decoded = decode(content)
    lines = texts.BREAKS.sub("\n", decoded.text)
    delimiter = max(",\t;，", key=lines.partition("\n")[0].count)
    rows: list[list[str]] = []
    amount = 0
    try:
        for row in csv.reader(io.StringIO(lines), delimiter=delimiter):
            amount += len(row)
            if amount > cells.MAX_CELLS:
                raise Unreadable("cells")
            rows.append(row)
    except csv.Error as damage:
        raise Unreadable("broken") from damage
    sheet = _sheet(name.rpartition(".")[0] or name, rows)
    return Sheet(sheet.name, sheet.rows, decoded.warnings + sheet.warnings)


def _sheet(name: str, rows: Sequence[Sequence[Cell]]) -> Sheet:
    warnings: dict[str, None] = {}
    kept = tuple(tuple(_tidy(cell, warnings) for cell in row[:MAX_COLUMNS]) for row in rows)
    return Sheet(name, kept, tuple(warnings))


def _tidy(cell: Cell, warnings: dict[str, None]) -> Cell:
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if not isinstance(cell, str):
        return "" if cell is None else cell
    cleaned = texts.clean(cell)
    warnings.update(dict.fromkeys(cleaned.warnings))
    value = cleaned.text.strip()
    # The apostrophe that `write` put there goes again, so that an exported list can be imported.
    return value[1:] if value.startswith("'") and value[1:].startswith(_RISKY) else value


# Writing


def _write_table(sheet: Worksheet, table: Table) -> None:
    row = 1
    if table.title:
        _write_title(sheet, table)
        row = 2
    _write_row(sheet, row, table.header, bold=True)
    sheet.freeze_panes = sheet.cell(row + 1, 1)
    for values in table.rows:
        row += 1
        _write_row(sheet, row, values)
    if table.totals is not None:
        _write_row(sheet, row + 1, table.totals, bold=True)
    _fit(sheet, table)


def _write_title(sheet: Worksheet, table: Table) -> None:
    _write_row(sheet, 1, [table.title], bold=True)
    sheet.cell(1, 1).font = Font(bold=True, size=14)
    sheet.cell(1, 1).alignment = Alignment(horizontal="center")
    if len(table.header) > 1:
        sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(table.header))


def _write_row(sheet: Worksheet, row: int, values: Sequence[Cell], bold: bool = False) -> None:
    for column, value in enumerate(values, start=1):
        if value is not None and value != "":
            _write_cell(sheet, row, column, value, bold)


def _write_cell(sheet: Worksheet, row: int, column: int, value: Cell, bold: bool) -> None:
    cell = sheet.cell(row, column)
    if isinstance(value, bool):
        value = "是" if value else "否"
    if isinstance(value, dt.datetime):
        cell.value = value.replace(tzinfo=None)
        cell.number_format = "yyyy-mm-dd hh:mm"
    elif isinstance(value, dt.date):
        cell.value = value
        cell.number_format = "yyyy-mm-dd"
    elif isinstance(value, int | float | Decimal | dt.time):
        cell.value = value
    else:
        cell.value = neutral(texts.clean(str(value)).text)
        cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    if bold:
        cell.font = Font(bold=True)


def _fit(sheet: Worksheet, table: Table) -> None:
    body = [table.header, *table.rows, table.totals or ()]
    for column in range(len(table.header)):
        widths = [_width(row[column]) for row in body if column < len(row)]
        letter = get_column_letter(column + 1)
        sheet.column_dimensions[letter].width = min(max(max(widths) + 2, _NARROWEST), _WIDEST)


def _width(value: Cell) -> int:
    if isinstance(value, dt.date):
        return 16 if isinstance(value, dt.datetime) else 10
    longest = max(str("" if value is None else value).split("\n"), key=len)
    return sum(2 if ord(letter) > 0x2E7F else 1 for letter in longest)


def _sheet_name(table: Table, number: int, taken: list[str]) -> str:
    name = sheet_name(table.name or table.title) or f"表{number}"
    return f"{name[:27]}（{number}）" if name in taken else name
