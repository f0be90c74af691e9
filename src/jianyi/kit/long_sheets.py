"""Spreadsheets of any length: written row by row, so that memory does not grow with the rows.

As in `spreadsheets`, text can never run as a formula; the header stays in sight and repeats on every printed page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

from . import text as texts
from .spreadsheets import Cell, neutral, sheet_name


THIN = Side(style="thin")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
# A cell holds so many UTF-16 units; longer text is refused by the programs that open it.
LONGEST = 32_767
# Beyond this a spreadsheet rounds a whole number: it is a name, not a figure.
LARGEST = 10**15
A3 = 8


@dataclass
class Pens:
    """One cell for each manner of writing, used again for every value: a style is looked up once and not ten thousand times."""

    title: WriteOnlyCell
    header: WriteOnlyCell
    text: WriteOnlyCell
    number: WriteOnlyCell
    day: WriteOnlyCell


def write(
    target: IO[bytes], *, name: str, title: str, header: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[Cell]]
) -> int:  # fmt: skip
    """One sheet with its title over a header that is frozen; answers how many rows were written. Days are real days."""
    book = Workbook(write_only=True)
    sheet, last = book.create_sheet(sheet_name(name)), get_column_letter(max(len(header), 1))
    _lay_out(sheet, widths, last)
    pens, lines = _pens(sheet), 2
    sheet.append([_text(pens.title, title)])
    sheet.append(_text(pens.header, label) for label in header)
    for lines, row in enumerate(rows, start=3):  # noqa: B007 - how many there were is known at the end
        sheet.append(_cells(pens, row))
    sheet.auto_filter.ref = f"A2:{last}{lines}"
    book.save(target)
    return lines - 2


def _lay_out(sheet: Workbook, widths: Sequence[int], last: str) -> None:
    """All that has to be said before the first row."""
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes, sheet.print_title_rows = "A3", "1:2"
    sheet.page_setup.paperSize, sheet.page_setup.orientation = A3, "landscape"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    if last != "A":
        sheet.merged_cells.add(f"A1:{last}1")


def _pens(sheet: Workbook) -> Pens:
    title, header, text, number, day = (WriteOnlyCell(sheet) for _ in range(5))
    title.font = Font(name="宋体", bold=True, size=14)
    header.font = Font(name="宋体", bold=True)
    header.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    text.alignment, day.number_format = Alignment(vertical="top", wrap_text=True), "yyyy-mm-dd"
    for pen in (text, number, day):
        pen.font = Font(name="宋体")
    for pen in (header, text, number, day):
        pen.border = BOX
    return Pens(title, header, text, number, day)


def _cells(pens: Pens, row: Sequence[Cell]) -> Iterator[WriteOnlyCell]:
    for value in row:
        if isinstance(value, bool):
            yield _text(pens.text, "是" if value else "否")
        elif isinstance(value, dt.date):
            yield _written(pens.day, value)
        elif isinstance(value, int | float) and abs(value) < LARGEST:
            yield _written(pens.number, value)
        else:
            yield _text(pens.text, "" if value is None else str(value))


def _written(pen: WriteOnlyCell, value: Cell) -> WriteOnlyCell:
    pen.value = value
    return pen


def _text(pen: WriteOnlyCell, value: str) -> WriteOnlyCell:
    """As text whatever it looks like: neither a formula nor the name of an error. What was cut off is seen."""
    told = neutral(texts.clean(value).text)
    units = told.encode("utf-16-le")
    if len(units) > 2 * LONGEST:
        told = units[: 2 * LONGEST - 2].decode("utf-16-le", "ignore") + "…"
    pen.value = told
    pen.data_type = "s"
    return pen
