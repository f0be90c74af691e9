"""The same letter or form as a part of a web page: every text escaped, classes only, no style in its lines."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from typing import Any

import segno
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from .document import (
    BOX,
    TICKED,
    Block,
    Check,
    Document,
    Flow,
    Grid,
    Heading,
    Items,
    Letter,
    NewPage,
    Paragraph,
    Roll,
    Sheet,
    Table,
)
from .laid import footer_line, paired
from .spelling import tidy
from .wording import labelled, long_day


NOTHING = SafeString("")
# Keeps a box and what it stands before together.
GLUE = "\u2060"
# A day in a table is one word: a browser would break it at its hyphens.
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def page(document: Document) -> SafeString:
    """An `article` for css/letters.css; what no font of the server has is left to the reader's own fonts."""
    told = tidy(document)
    return _letter(told) if isinstance(told, Letter) else _sheet(told)


def _letter(told: Letter) -> SafeString:
    return _joined(
        format_html('<article class="lt lt-{}">', _style(told)),
        _head(told), _title(told.title), _words("p", "lt-to", _addressed(told.addressee)),
        *map(_block, labelled(told.body)), _attachments(told.attachments), _closing(told),
        _words("p", "lt-in", f"（{told.contact}）" if told.contact else ""), _annexes(told), _foot(told), _check(told.check),
        mark_safe("</article>"),
    )  # fmt: skip


def _style(told: Letter) -> str:
    """Minutes are drawn as 公文式, with a head of their own."""
    return "official lt-minutes" if told.style == "minutes" else told.style


def _addressed(told: str) -> str:
    return told if not told or told.endswith("：") else told + "："


def _head(told: Letter) -> SafeString:
    """Class mark, who issues, rules, number, signer."""
    number = _words("span", "lt-no", told.number)
    signer = (
        format_html('<span class="lt-signer">签发人：<i>{}</i></span>', told.signer)
        if told.signer
        else NOTHING
    )
    if told.style == "minutes":
        issued_by = "、".join(told.closing.units), long_day(told.closing.day)
        number = format_html("{}<span>{}</span><span>{}</span>", number, *issued_by)
    under = (mark_safe('<hr class="lt-rule">'), format_html('<p class="lt-numbers">{}{}</p>', number, signer))
    order = under if told.style == "letter" else under[::-1]
    return _joined(_watermark(told.watermark), _words("p", "lt-mark", told.mark), _name(told), *order)


def _name(told: Letter) -> SafeString:
    if not told.letterhead_image:
        return _words("p", "lt-name", told.letterhead)
    known = told.letterhead_image
    return format_html(
        '<p class="lt-name"><img src="data:image/{};base64,{}" width="{}" height="{}" alt="{}"></p>',
        known.kind, b64encode(known.content).decode(), known.width, known.height, told.letterhead,
    )  # fmt: skip


def _sheet(told: Sheet) -> SafeString:
    return _joined(
        format_html('<article class="lt lt-sheet{}">', " lt-wide" if told.landscape else ""),
        _watermark(told.watermark), _words("p", "lt-numbers", told.number), _title(told.title),
        _words("p", "lt-lead", told.lead), *map(_block, labelled(told.blocks)), _words("p", "lt-note", told.note),
        _signatures(told), _footer(told), _check(told.check), mark_safe("</article>"),
    )  # fmt: skip


def _title(told: str) -> SafeString:
    lines = format_html_join(mark_safe("<br>"), "{}", ((line,) for line in told.split("\n")))
    return format_html('<h2 class="lt-title">{}</h2>', lines)


def _block(block: Block) -> SafeString:
    if isinstance(block, Paragraph):
        kind = "lt-in" if block.indent else f"lt-{block.align}"
        return _joined(*(_words("p", kind, line) for line in block.text.split("\n")))
    if isinstance(block, Heading):
        level = "lt-h" + str(block.level)
        return format_html('<p class="lt-in"><b class="{}">{}</b>{}</p>', level, block.text, block.rest)
    if isinstance(block, Items):
        return _joined(*(_words("p", "lt-in", f"{no}.{text}") for no, text in enumerate(block.texts, 1)))
    if isinstance(block, Roll):
        return format_html('<p class="lt-roll"><b>{}：</b><span>{}</span></p>', block.label, block.names)
    return _framed(block)


def _framed(block: Table | Grid | Flow | NewPage) -> SafeString:
    if isinstance(block, NewPage):
        return mark_safe('<hr class="lt-newpage">')
    if isinstance(block, Table):
        return _table(block)
    return _grid(block) if isinstance(block, Grid) else _flow(block)


def _table(told: Table) -> SafeString:
    """Wider than a phone: it scrolls inside its own frame, and says so to the keyboard."""
    heads = format_html_join("", '<th scope="col">{}</th>', ((column.title,) for column in told.columns))
    rows = format_html_join("", "<tr>{}</tr>", ((_cells(row, told),) for row in told.rows))
    foot = format_html("<tfoot><tr>{}</tr></tfoot>", _cells(told.foot, told)) if told.foot else NOTHING
    caption = _words("caption", "", told.caption)
    many = " lt-most" if len(told.columns) > 10 else " lt-many" if len(told.columns) > 4 else ""
    return format_html(
        '<div class="lt-scroll" tabindex="0" role="region" aria-label="{}"><table class="lt-table{}">{}'
        "<thead><tr>{}</tr></thead><tbody>{}</tbody>{}</table></div>",
        told.caption or "表格", many, caption, heads, rows, foot,
    )  # fmt: skip


def _cells(row: Iterable[str], told: Table) -> SafeString:
    pairs = zip(row, told.columns, strict=True)
    return format_html_join(
        "", '<td class="lt-{}{}">{}</td>',
        ((column.align, " lt-day" if DAY.fullmatch(text) else "", _broken(text)) for text, column in pairs),
    )  # fmt: skip


def _broken(text: str) -> SafeString:
    return format_html_join(mark_safe("<br>"), "{}", ((line,) for line in text.split("\n")))


def _grid(told: Grid) -> SafeString:
    """A list of terms: two in a row on a desk, one under the other on a phone."""
    pairs = (
        (" lt-whole" if pair["whole"] else "", pair["label"], _value_kind(pair), _broken(_kept(pair["text"])))
        for pair in paired(told)
    )
    inner = format_html_join(
        "", '<div class="lt-pair{}"><dt>{}</dt><dd class="lt-value{}">{}</dd></div>', pairs
    )
    return format_html('<dl class="lt-grid">{}</dl>', inner)


def _kept(text: str) -> str:
    return text.replace(BOX, BOX + GLUE).replace(TICKED, TICKED + GLUE)


def _value_kind(pair: dict[str, Any]) -> str:
    """Boxes to tick keep to their words; a value to be written by hand has room."""
    keeps = " lt-keep" if pair["text"].startswith((BOX, TICKED)) else ""
    return keeps + (" lt-room" if pair["lines"] > 1 else "")


def _flow(told: Flow) -> SafeString:
    rows = (
        (
            mark_safe(' aria-current="step"') if number == told.current else "",
            node.title,
            _broken("\n".join(node.told)),
            _words("small", "", node.onward),
        )
        for number, node in enumerate(told.nodes, 1)
    )
    return format_html(
        '<ol class="lt-flow">{}</ol>', format_html_join("", "<li{}><b>{}</b><span>{}</span>{}</li>", rows)
    )


def _attachments(names: tuple[str, ...]) -> SafeString:
    if not names:
        return NOTHING
    if len(names) == 1:
        return format_html('<p class="lt-in lt-gap">附件：{}</p>', names[0])
    items = format_html_join("", "<li>{}</li>", ((name,) for name in names))
    return format_html('<div class="lt-attached"><span>附件：</span><ol>{}</ol></div>', items)


def _closing(told: Letter) -> SafeString:
    if told.style == "minutes":
        return NOTHING
    lines = ((line,) for line in (*told.closing.units, long_day(told.closing.day)))
    inner = format_html_join(mark_safe("<br>"), "{}", lines)
    return format_html('<p class="lt-closing">{}</p>', inner)


def _annexes(told: Letter) -> SafeString:
    many = len(told.annexes) > 1
    return _joined(
        *(
            _joined(
                format_html(
                    '<section class="lt-annex"><p class="lt-h1">附件{}</p>', str(number) if many else ""
                ),
                _title(annex.title),
                *map(_block, labelled(annex.blocks)),
                mark_safe("</section>"),
            )
            for number, annex in enumerate(told.annexes, 1)
        )
    )


def _foot(told: Letter) -> SafeString:
    copies = _words("p", "", "抄送：" + "，".join(told.copies) + "。" if told.copies else "")
    printed = (
        _words("p", "lt-printed", f"{told.imprint.office}　{long_day(told.imprint.day)}印发")
        if told.imprint
        else NOTHING
    )
    both = _joined(copies, printed)
    return format_html('<footer class="lt-foot">{}</footer>', both) if both else NOTHING


def _signatures(told: Sheet) -> SafeString:
    rows = ((each.label, each.text) for each in told.signatures)
    inner = format_html_join("", "<span>{}：<u>{}</u></span>", rows)
    return format_html('<p class="lt-signs">{}</p>', inner) if told.signatures else NOTHING


def _footer(told: Sheet) -> SafeString:
    lines = [line for line in footer_line(told) or [] if line]
    return format_html(
        '<p class="lt-made">{}</p>', format_html_join("", "<span>{}</span>", ((line,) for line in lines))
    )


def _check(told: Check | None) -> SafeString:
    if not told:
        return NOTHING
    picture = segno.make(told.payload, error="m").png_data_uri(scale=4, border=2)
    return format_html(
        '<p class="lt-check"><img src="{}" alt="核验二维码" width="96" height="96">'
        "<span>核验码　<b>{}</b><br>{}</span></p>",
        picture, told.code, told.line,
    )  # fmt: skip


def _watermark(told: str) -> SafeString:
    return _words("p", "lt-watermark", told)


def _words(tag: str, kind: str, text: str) -> SafeString:
    """An element, or nothing when there is nothing to say."""
    if not text:
        return NOTHING
    attribute = format_html(' class="{}"', kind) if kind else NOTHING
    return format_html("<{0}{1}>{2}</{0}>", mark_safe(tag), attribute, text)  # noqa: S308 - a tag of our own


def _joined(*parts: Any) -> SafeString:
    return format_html_join("", "{}", ((part,) for part in parts))
