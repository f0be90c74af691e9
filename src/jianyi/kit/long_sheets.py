"""Spreadsheets of any length: written row by row into a file, so that memory does not grow with the rows.

As in `spreadsheets`, text can never run as a formula; the header stays in sight and repeats on every printed page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import IO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import to_excel

from . import text as texts
from .spreadsheets import Cell, neutral


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
# Styles by their place in the list: plain, day, header, title, wrapped text.
PLAIN, DAY, BOLD, TITLE, TEXT = range(5)
STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
    '<fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font>'
    '<font><b/><sz val="14"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/>'
    '<top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5">'
    '<xf borderId="1" applyBorder="1"/><xf numFmtId="164" borderId="1" applyNumberFormat="1" applyBorder="1"/>'
    '<xf fontId="1" borderId="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>'
    '<xf fontId="2" applyFont="1"/><xf borderId="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)  # fmt: skip


def write(
    target: IO[bytes], *, name: str, title: str, header: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[Cell]]
) -> int:  # fmt: skip
    """One sheet with its title over a header that is frozen; answers how many rows were written. Days are real days."""
    last = get_column_letter(max(len(header), 1))
    written = 0
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=3) as package:
        for path, content in _parts(name, last):
            package.writestr(path, content)
        with package.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(_top(widths).encode())
            sheet.write(_row(1, [title], TITLE).encode())
            sheet.write(_row(2, header, BOLD).encode())
            for written, row in enumerate(rows, start=1):
                sheet.write(_row(written + 2, row, PLAIN).encode())
            sheet.write(_foot(last, written + 2).encode())
    return written


def _parts(name: str, last: str) -> Iterator[tuple[str, str]]:
    """Everything around the one sheet."""
    kinds = "".join(
        f'<Override PartName="/xl/{part}.xml" ContentType="{SPREADSHEET}.{kind}+xml"/>'
        for part, kind in (
            ("workbook", "sheet.main"),
            ("worksheets/sheet1", "worksheet"),
            ("styles", "styles"),
        )
    )
    yield (
        "[Content_Types].xml",
        (
            f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{kinds}</Types>'
        ),
    )
    yield "_rels/.rels", _relations(("officeDocument", "xl/workbook.xml"))
    yield (
        "xl/_rels/workbook.xml.rels",
        _relations(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")),
    )
    called = quoteattr(texts.clean(name).text[:31])
    yield "xl/workbook.xml", (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name={called} sheetId="1" r:id="rId1"/></sheets>'
        f'<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">{escape(chr(39) + texts.clean(name).text[:31] + chr(39))}!$1:$2</definedName>'
        "</definedNames></workbook>"
    )  # fmt: skip
    yield "xl/styles.xml", STYLES


def _relations(*told: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{there}"/>' for n, (kind, there) in enumerate(told, start=1)
    )  # fmt: skip
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def _top(widths: Sequence[int]) -> str:
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
        for n, width in enumerate(widths, start=1)
    )
    return (
        f'{HEAD}<worksheet xmlns="{MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>"
    )  # fmt: skip


def _foot(last: str, rows: int) -> str:
    merged = f'<mergeCells count="1"><mergeCell ref="A1:{last}1"/></mergeCells>' if last != "A" else ""
    return (
        f'</sheetData><autoFilter ref="A2:{last}{rows}"/>{merged}'
        '<pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>'
    )


def _row(number: int, values: Sequence[Cell], style: int) -> str:
    return f'<row r="{number}">{"".join(_cell(value, style) for value in values)}</row>'


def _cell(value: Cell, style: int) -> str:
    if value is None or value == "":
        return f'<c s="{style}"/>'
    if isinstance(value, bool):
        value = "是" if value else "否"
    if isinstance(value, dt.date):
        return f'<c s="{DAY}"><v>{to_excel(value):g}</v></c>'
    if isinstance(value, int | float):
        return f'<c s="{style}"><v>{value}</v></c>'
    told = escape(neutral(texts.clean(str(value)).text))
    return f'<c t="inlineStr" s="{style if style in (BOLD, TITLE) else TEXT}"><is><t xml:space="preserve">{told}</t></is></c>'
