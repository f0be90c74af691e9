"""A form as a .docx: portrait or landscape, title, framed values, tables, places to sign, who made it and when."""

from __future__ import annotations

from typing import Any

from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from .document import Heading, Items, Paragraph, Sheet
from .fonts import BODY, HEI, KAI, SONG, TITLE
from .laid import footer_line
from .word_letter import put_framed
from .word_parts import check_row, field, line, run
from .wording import labelled, title_lines


LEVELS = (HEI, KAI, BODY, BODY)


def write_sheet(made: Any, told: Sheet) -> None:
    """From the number above the title down to the line that says who made it."""
    size = 10.5 if told.landscape else 12.0
    wide = _page(made, told)
    if told.number:
        line(made, told.number, size=size, align="right", pitch=0)
    for row in title_lines(told.title):
        line(made, row, TITLE, 20, align="center", pitch=30)
    if told.lead:
        line(made, told.lead, size=size, pitch=size * 1.6)
    _blocks(made, told, wide, size)
    if told.note:
        line(made, told.note, size=size * 0.875, pitch=size * 1.5)
    _end(made, told, size)


def _blocks(made: Any, told: Sheet, wide: int, size: float) -> None:
    for block in labelled(told.blocks):
        if isinstance(block, Paragraph | Heading | Items):
            _put(made, block, size)
        else:
            put_framed(made, block, wide, size)
            line(made, size=6, pitch=8)


def _page(made: Any, told: Sheet) -> int:
    """Sets the page up; answers with the width of the text."""
    section = made.sections[0]
    edges = (15, 15, 18, 18) if told.landscape else (25, 22, 25, 20)
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = map(Mm, edges)
    if told.landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)
    foot = line(section.footer, align="center", pitch=0)
    for text, code in (("第 ", "PAGE"), (" 页　共 ", "NUMPAGES")):
        run(foot, text, SONG, 9)
        field(foot, code, size=9)
    run(foot, " 页", SONG, 9)
    if told.watermark:
        line(section.header, f"（{told.watermark}）", HEI, 14, align="center", pitch=0, red=True)
    return int(section.page_width - section.left_margin - section.right_margin)


def _put(made: Any, block: Paragraph | Heading | Items, size: float) -> None:
    """Running text in the smaller type of forms."""
    pitch = size * 1.65
    if isinstance(block, Paragraph):
        for part in block.text.split("\n"):
            line(made, part, size=size, indent=2 if block.indent else 0, align=block.align, pitch=pitch)
    elif isinstance(block, Heading):
        paragraph = line(made, block.text, LEVELS[block.level - 1], size, indent=2, pitch=pitch)
        run(paragraph, block.rest, size=size)
    else:
        for number, text in enumerate(block.texts, 1):
            line(made, f"{number}.{text}", size=size, indent=2, pitch=pitch)


def _end(made: Any, told: Sheet, size: float) -> None:
    if told.signatures:
        texts = (f"{each.label}：{each.text or '＿＿＿＿＿＿＿＿'}" for each in told.signatures)
        line(made, "　　".join(texts), size=size, pitch=size * 2.6)
    if footer := footer_line(told):
        line(made, "　　".join(filter(None, footer)), size=size * 0.875, pitch=size * 2)
    if told.check:
        check_row(made, told.check, 14)
