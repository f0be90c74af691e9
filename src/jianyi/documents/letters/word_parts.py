"""Pieces of a .docx that letters and forms share: runs in the official fonts, paragraphs, tables, page numbers."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import segno
from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt, RGBColor

from .document import Check, Flow, Table
from .fonts import BODY, HEI, OFFICIAL, SONG
from .wording import width


RED = RGBColor(0xD7, 0x00, 0x0F)
PITCH, BODY_SIZE = 29.6, 16.0
ALIGNED = {"left": ALIGN.LEFT, "center": ALIGN.CENTER, "right": ALIGN.RIGHT}


def run(
    paragraph: Any,
    text: str,
    role: str = BODY,
    size: float = BODY_SIZE,
    *,
    red: bool = False,
    bold: bool = False,
) -> Any:
    """Text in an official font, named for Chinese and for Latin characters alike."""
    made = paragraph.add_run(text)
    made.font.size, made.font.bold = Pt(size), bold
    if red:
        made.font.color.rgb = RED
    fonts = made._element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), OFFICIAL[role])
    return made


def line(
    place: Any,
    text: str = "",
    role: str = BODY,
    size: float = BODY_SIZE,
    *,
    align: str = "left",
    indent: float = 0,
    pitch: float = PITCH,
    bold: bool = False,
    red: bool = False,
) -> Any:
    """One paragraph; `indent` in characters of its first line."""
    made = place.add_paragraph()
    shape(made, align=align, indent=indent, size=size, pitch=pitch)
    if text:
        run(made, text, role, size, bold=bold, red=red)
    return made


def shape(
    paragraph: Any, *, align: str = "left", indent: float = 0, size: float = BODY_SIZE, pitch: float = PITCH
) -> None:
    """No space before or after, lines exactly so far apart, both edges flush where text runs on."""
    told = paragraph.paragraph_format
    told.space_before = told.space_after = Pt(0)
    if pitch:
        told.line_spacing_rule, told.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(pitch)
    told.widow_control = False
    paragraph.alignment = ALIGN.JUSTIFY if align == "left" else ALIGNED[align]
    if indent:
        told.first_line_indent = Pt(indent * size)


def tighten(made: Any) -> None:
    """28 characters of 16 points are a little wider than 156 mm: each a fifth of a point closer."""
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), "-4")
    made._element.get_or_add_rPr().append(spacing)


def border(paragraph: Any, edge: str, kind: str, *, eighths: int, red: bool) -> None:
    """A rule at an edge of a paragraph; `kind` as Word calls it (thickThinSmallGap = 上粗下细)."""
    borders = OxmlElement("w:pBdr")
    rule = OxmlElement(f"w:{edge}")
    told = {"val": kind, "sz": str(eighths), "space": "0", "color": "D7000F" if red else "000000"}
    for name, value in told.items():
        rule.set(qn(f"w:{name}"), value)
    borders.append(rule)
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr"
    )


def field(paragraph: Any, code: str, role: str = SONG, size: float = 14) -> None:
    """A field that Word fills in: PAGE, NUMPAGES."""
    for kind, text in (("begin", ""), ("", code), ("end", "")):
        made = run(paragraph, "", role, size)
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        part.text = text or None
        made._element.append(part)


def table(place: Any, told: Table, wide: int, size: float) -> None:
    """The header row stands again on every page; no row is torn apart."""
    if told.caption:
        line(place, told.caption, HEI, size, align="center", pitch=0)
    size = min(size, size_of(len(told.columns)))
    rows = [[column.title for column in told.columns], *map(list, told.rows)]
    if told.foot:
        rows.append(list(told.foot))
    shares = [column.weight for column in told.columns]
    made = framed(place, rows, shares, wide, size)
    first = made.rows[0]._tr.get_or_add_trPr()
    first.append(OxmlElement("w:tblHeader"))
    for number, row in enumerate(made.rows):
        edge = number == 0 or bool(told.foot) and number == len(rows) - 1
        for cell, column in zip(row.cells, told.columns, strict=True):
            cell.paragraphs[0].alignment = ALIGN.CENTER if edge else ALIGNED[column.align]


def size_of(columns: int) -> float:
    """Many columns, small type; as in the template of the PDF."""
    return 9 if columns > 10 else 10.5 if columns > 6 else 12


def framed(place: Any, rows: Sequence[Sequence[str]], shares: Sequence[float], wide: int, size: float) -> Any:
    """A table with thin lines whose columns share the width in these proportions."""
    made = place.add_table(rows=len(rows), cols=len(shares))
    made.style, made.autofit, made.alignment = "Table Grid", False, WD_TABLE_ALIGNMENT.CENTER
    _close_edges(made)
    widths = [Emu(int(wide * share / sum(shares))) for share in shares]
    for column, size_of in zip(made.columns, widths, strict=True):
        column.width = size_of
    for row, texts in zip(made.rows, rows, strict=True):
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, text, size_of in zip(row.cells, texts, widths, strict=True):
            cell.width = size_of
            fill(cell, text, size)
    return made


def _close_edges(made: Any) -> None:
    """A millimetre between text and line, where Word would take two."""
    margins = OxmlElement("w:tblCellMar")
    for edge in ("left", "right"):
        margin = OxmlElement(f"w:{edge}")
        margin.set(qn("w:w"), "57")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    made._tbl.tblPr.append(margins)


def fill(cell: Any, text: str, size: float, role: str = BODY) -> None:
    """The text of a cell, a paragraph for each line."""
    cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    for number, told in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        shape(paragraph, size=size, pitch=size * 1.45)
        paragraph.alignment = ALIGN.LEFT
        run(paragraph, told, role, size)


def grid(place: Any, pairs: Sequence[dict[str, Any]], wide: int, size: float) -> None:
    """Labelled values, two in a row; a wide one alone."""
    rows: list[list[dict[str, Any]]] = []
    for pair in pairs:
        if pair["whole"] or not rows or rows[-1][0]["whole"] or len(rows[-1]) == 2:
            rows.append([])
        rows[-1].append(pair)
    made = framed(place, [[""] * 4 for _ in rows], (2.4, 4, 2.4, 4), wide, size)
    for row, told in zip(made.rows, rows, strict=True):
        cells = list(row.cells)
        if told[0]["whole"]:
            cells = [cells[0], cells[1].merge(cells[3])]
            row.height, row.height_rule = (
                Pt(size * 1.5 * max(told[0]["lines"], 1) + 4),
                WD_ROW_HEIGHT_RULE.AT_LEAST,
            )
        for number, pair in enumerate(told):
            _only(cells[2 * number], pair["label"], size, HEI)
            _only(cells[2 * number + 1], pair["text"], size)


def _only(cell: Any, text: str, size: float, role: str = BODY) -> None:
    """The text as all that a cell holds; merging leaves empty paragraphs behind."""
    for extra in cell.paragraphs[1:]:
        extra._p.getparent().remove(extra._p)
    fill(cell, text, size, role)
    if role == HEI:
        cell.paragraphs[0].alignment = ALIGN.CENTER


def flow(place: Any, told: Flow, wide: int, size: float) -> None:
    """Boxes and arrows as rows of a table: it stays editable everywhere."""
    rows: list[tuple[str, str]] = []
    for number, node in enumerate(told.nodes, 1):
        here = "（当前）" if number == told.current else ""
        rows.append((f"{number} {node.title}{here}", "\n".join(node.told)))
        if number < len(told.nodes):
            rows.append(("↓", node.onward))
    made = framed(place, rows, (1, 2.2), wide, size)
    for row in made.rows:
        row.cells[0].paragraphs[0].alignment = ALIGN.CENTER


def check_row(place: Any, check: Check, side: float) -> None:
    """The QR code with its short code and line of text behind it."""
    drawn = segno.make(check.payload, error="m").png_data_uri(scale=8, border=0)
    picture = BytesIO(b64decode(drawn.partition(",")[2]))
    paragraph = line(place, pitch=0)
    paragraph.add_run().add_picture(picture, width=Mm(side))
    run(paragraph, f"　核验码　{check.code}　{check.line}", size=9)


def wide_as(text: str, size: float = BODY_SIZE) -> float:
    """About how wide the text is, in points."""
    return width(text) * size
