"""The letter as a .docx: head and red rules in the first page's header and footer, page numbers outside."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Emu, Mm, Pt

from .document import Block, Closing, Flow, Grid, Heading, Items, Letter, NewPage, Paragraph, Roll, Table
from .fonts import BODY, HEI, KAI, SONG, TITLE
from .laid import paired
from .word_parts import (
    PITCH,
    border,
    check_row,
    field,
    flow,
    grid,
    line,
    run,
    shape,
    table,
    tighten,
    wide_as,
)  # fmt: skip
from .wording import labelled, long_day, title_lines, width


WIDE = Mm(156)
LEVELS = (HEI, KAI, BODY, BODY)
BESIDE = Mm(7)


def write_letter(made: Any, told: Letter) -> None:
    """Everything in the order in which it is read."""
    _page(made, told)
    _head(made, told)
    title(made, told.title)
    line(made)
    if told.addressee:
        _text(made, told.addressee if told.addressee.endswith("：") else told.addressee + "：", indent=0)
    _body(made, told)
    _attachments(made, told.attachments)
    if told.style != "minutes":
        _closing(made, told.closing)
    if told.contact:
        _text(made, f"（{told.contact}）")
    _annexes(made, told)
    _foot(made, told)


def _body(made: Any, told: Letter) -> None:
    """A free line before the names of those who were there."""
    before: Block | None = None
    for block in labelled(told.body):
        if isinstance(block, Roll):
            _roll(made, block, first=not isinstance(before, Roll))
        else:
            put(made, block)
        before = block


def _page(made: Any, told: Letter) -> None:
    """Margins of the type area; first page apart, odd and even page numbers at the outer edge."""
    section = made.sections[0]
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.different_first_page_header_footer = True
    made.settings.odd_and_even_pages_header_footer = True
    is_letter = told.style == "letter"
    section.header_distance, section.footer_distance = Mm(20), Mm(20 if is_letter else 22)
    _number(section.footer, "right")
    _number(section.even_page_footer, "left")
    _first_foot(section.first_page_footer, told, is_letter)
    if told.watermark:
        for place in (section.header, section.even_page_header):
            line(place, f"（{told.watermark}）", HEI, align="center", red=True)
    if is_letter:
        _first_head(section.first_page_header, told)


def _number(place: Any, align: str) -> None:
    paragraph = place.paragraphs[0]
    shape(paragraph, align=align, pitch=0)
    edge = paragraph.paragraph_format
    edge.right_indent, edge.left_indent = (Pt(14), None) if align == "right" else (None, Pt(14))
    run(paragraph, "— ", SONG, 14)
    field(paragraph, "PAGE")
    run(paragraph, " —", SONG, 14)


def _first_head(place: Any, told: Letter) -> None:
    """Class mark, who issues, thick above thin; 信函式 only."""
    first = place.paragraphs[0]
    shape(first, align="right", pitch=22)
    run(first, told.mark or " ", HEI)
    if told.watermark:
        run(first, f"　（{told.watermark}）", HEI, red=True)
    name = _name(place, told, 38)
    border(name, "bottom", "thickThinSmallGap", eighths=24, red=True)
    name.paragraph_format.left_indent = name.paragraph_format.right_indent = -BESIDE


def _name(place: Any, told: Letter, size: float) -> Any:
    """The letterhead's picture, or the name as large as its length allows."""
    paragraph = line(place, align="center", pitch=0)
    if told.letterhead_image:
        known = told.letterhead_image
        wide = min(WIDE, Emu(int(Mm(22) * known.width / known.height)))
        paragraph.add_run().add_picture(BytesIO(known.content), width=Emu(wide))
        return paragraph
    fitting = min(size, 430 / max(width(told.letterhead) * 1.06, 1))
    run(paragraph, told.letterhead, TITLE, round(max(fitting, 20) * 2) / 2, red=True)
    return paragraph


def _first_foot(place: Any, told: Letter, is_letter: bool) -> None:
    """How to check the paper, then the rule: thin above thick. A 公文式 has its page number instead."""
    first = place.paragraphs[0]
    if told.check:
        check_row(place, told.check, 12)
    if is_letter:
        shape(first, pitch=0)
        ruled = place.add_paragraph()
        shape(ruled, pitch=6)
        border(ruled, "bottom", "thinThickSmallGap", eighths=24, red=True)
        ruled.paragraph_format.left_indent = ruled.paragraph_format.right_indent = -BESIDE
    else:
        _number(place, "right")


def _head(made: Any, told: Letter) -> None:
    """The number under the first rule, the signer under it; a 公文式 carries its whole head here."""
    if told.style == "letter":
        line(made, told.number, align="right")
        if told.signer:
            _signer(line(made, align="right"), told.signer)
    else:
        _official_head(made, told)
    for _ in range(2):
        line(made)


def _official_head(made: Any, told: Letter) -> None:
    if told.mark:
        line(made, told.mark, HEI, align="right")
    for _ in range(2):
        line(made)
    _name(made, told, 48)
    for _ in range(2):
        line(made)
    both = line(made, told.number, align="center")
    if told.style == "minutes":
        both = _issued_by(made, told.closing)
    elif told.signer:
        run(both, "　　　　")
        _signer(both, told.signer)
    border(both, "bottom", "single", eighths=12, red=True)


def _issued_by(made: Any, told: Closing) -> Any:
    """Who issues minutes at the left, the day at the right edge."""
    paragraph = line(made)
    paragraph.paragraph_format.tab_stops.add_tab_stop(WIDE, WD_TAB_ALIGNMENT.RIGHT)
    run(paragraph, f"{'、'.join(told.units)}\t{long_day(told.day)}")
    return paragraph


def _signer(paragraph: Any, name: str) -> None:
    run(paragraph, "签发人：")
    run(paragraph, name, KAI)


def title(made: Any, told: str, size: float = 22) -> None:
    for row in title_lines(told):
        line(made, row, TITLE, size, align="center", pitch=size * 1.5)


def _text(made: Any, told: str, indent: float = 2, align: str = "left") -> None:
    for part in told.split("\n"):
        paragraph = line(made, align=align, indent=indent)
        tighten(run(paragraph, part))


def put(made: Any, block: Block, size: float = 12) -> None:
    """One block of the text."""
    if isinstance(block, Paragraph):
        _text(made, block.text, 2 if block.indent else 0, block.align)
    elif isinstance(block, Heading):
        paragraph = line(made, indent=2)
        run(paragraph, block.text, LEVELS[block.level - 1])
        if block.rest:
            tighten(run(paragraph, block.rest))
        paragraph.paragraph_format.keep_with_next = not block.rest and not block.text.endswith("。")
    elif isinstance(block, Items):
        for number, told in enumerate(block.texts, 1):
            _text(made, f"{number}.{told}")
    else:
        put_framed(made, block, WIDE, size)


def _roll(made: Any, told: Roll, *, first: bool) -> None:
    """What goes on stands under the first name."""
    if first:
        line(made)
    paragraph, hanging = line(made), wide_as(f"{told.label}：")
    paragraph.paragraph_format.left_indent = Pt(32 + hanging)
    paragraph.paragraph_format.first_line_indent = Pt(-hanging)
    run(paragraph, f"{told.label}：", HEI)
    tighten(run(paragraph, told.names))


def put_framed(made: Any, block: Table | Grid | Flow | NewPage, wide: int, size: float) -> None:
    """What stands in a frame."""
    if isinstance(block, NewPage):
        made.add_page_break()
    elif isinstance(block, Table):
        table(made, block, wide, size)
    elif isinstance(block, Grid):
        grid(made, paired(block), wide, size)
    else:
        flow(made, block, wide, size)


def _attachments(made: Any, names: tuple[str, ...]) -> None:
    """Names stand under each other, behind 附件： and their numbers."""
    if not names:
        return
    line(made)
    for number, name in enumerate(names, 1):
        start = "附件：" if number == 1 else ""
        count = f"{number}." if len(names) > 1 else ""
        paragraph = line(made)
        hanging = wide_as("附件：") + wide_as(count)
        paragraph.paragraph_format.left_indent = Pt(32 + hanging)
        paragraph.paragraph_format.first_line_indent = Pt(-hanging if start else -wide_as(count))
        run(paragraph, start + count + name)


def _closing(made: Any, told: Closing) -> None:
    """Name and day; a seal needs two free lines and the day four characters from the edge."""
    day = long_day(told.day)
    for _ in range(2 if told.seal else 1):
        line(made).paragraph_format.keep_with_next = True
    axis = (4 if told.seal else 2) * 16 + wide_as(day) / 2
    for text in (*told.units, day):
        paragraph = line(made, text, align="right")
        paragraph.paragraph_format.keep_with_next = text != day
        paragraph.paragraph_format.right_indent = Pt(max(0, round(axis - wide_as(text) / 2)))


def _annexes(made: Any, told: Letter) -> None:
    for number, annex in enumerate(told.annexes, 1):
        first = line(made, f"附件{number if len(told.annexes) > 1 else ''}", HEI)
        first.paragraph_format.page_break_before = True
        line(made)
        title(made, annex.title)
        line(made)
        for block in labelled(annex.blocks):
            put(made, block)


def _foot(made: Any, told: Letter) -> None:
    """Copies and imprint at the end; rules in a 公文式 only."""
    ruled = told.style != "letter"
    lines = ["抄送：" + "，".join(told.copies) + "。"] if told.copies else []
    if told.imprint:
        lines.append(f"{told.imprint.office}　　　　{long_day(told.imprint.day)}印发")
    for number, text in enumerate(lines):
        paragraph = line(made, text, size=14, pitch=22)
        told_format = paragraph.paragraph_format
        told_format.left_indent, told_format.right_indent = Pt(14), Pt(14)
        if number == 0:
            told_format.space_before = Pt(PITCH)
        if ruled:
            border(paragraph, "top", "single", eighths=8 if number == 0 else 6, red=False)
