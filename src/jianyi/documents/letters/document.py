"""What a letter or a form consists of: plain values, the one set of data from which every rendering is made.

`template_version` is part of the data: a layout that changes gets a new version, and what was sent keeps its own bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal


TEMPLATE_VERSION = "2026.1"
BOX, TICKED = "□", "■"


# Blocks of a text


@dataclass(frozen=True)
class Paragraph:
    """One or more paragraphs (a line break begins the next)."""

    text: str
    indent: bool = True
    align: Literal["left", "center", "right"] = "left"


@dataclass(frozen=True)
class Heading:
    """Numbered by its level: 一、 （一） 1. （1）; `rest` follows on the same line in the type of the text."""

    text: str
    level: Literal[1, 2, 3, 4] = 1
    rest: str = ""


@dataclass(frozen=True)
class Items:
    """Enumerated texts 1. 2. 3."""

    texts: tuple[str, ...]


@dataclass(frozen=True)
class Roll:
    """Who was there, who was not: 「出席：…」, the names under each other (10.3)."""

    label: str
    names: str


@dataclass(frozen=True)
class Column:
    title: str
    weight: float = 1
    align: Literal["left", "center", "right"] = "left"


@dataclass(frozen=True)
class Table:
    """The header row stands again on each page; `foot` is a row of totals."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    foot: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pair:
    """A labelled value; a wide one takes a row of its own, `lines` keeps room for handwriting."""

    label: str
    text: str = ""
    wide: bool = False
    lines: int = 1


@dataclass(frozen=True)
class Grid:
    """Labelled values in a frame, two in a row."""

    pairs: tuple[Pair, ...]


@dataclass(frozen=True)
class Node:
    """One box of a flow chart, with what stands beside it."""

    title: str
    told: tuple[str, ...] = ()
    onward: str = ""


@dataclass(frozen=True)
class Flow:
    """Boxes one under the other, joined by arrows; `current` counts from 1, 0 when nothing stands anywhere."""

    nodes: tuple[Node, ...]
    current: int = 0


@dataclass(frozen=True)
class NewPage:
    """What follows begins on a page of its own."""


Block = Paragraph | Heading | Items | Roll | Table | Grid | Flow | NewPage


# Parts of a document


@dataclass(frozen=True)
class Picture:
    """A letterhead that letterheads.checked() let in."""

    content: bytes
    kind: Literal["png", "jpeg"]
    width: int
    height: int


@dataclass(frozen=True)
class Check:
    """How a reader finds out whether a paper is genuine: what the QR code says, a short code, one line of text."""

    payload: str
    code: str
    line: str = "扫码或凭核验码可查验本件与原件是否一致。"


@dataclass(frozen=True)
class Closing:
    """Who signs and the day; `seal` keeps the place of the seal (GB/T 9704 7.3.5.1), otherwise 7.3.5.2 holds."""

    units: tuple[str, ...]
    day: date | None
    seal: bool = True


@dataclass(frozen=True)
class Annex:
    """A text attached on pages of its own."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Imprint:
    """Printing office and day: in 公文式 only, a 信函式 has none."""

    office: str
    day: date


@dataclass(frozen=True)
class Letter:
    """An official letter: `style` letter = 信函式, official = 公文式, minutes = 纪要 (10.3): who issues and the day stand over
    the red rule and nowhere else. `mark` stands in the first page's upper right corner."""

    letterhead: str
    number: str
    title: str
    addressee: str
    body: tuple[Block, ...]
    closing: Closing
    style: Literal["letter", "official", "minutes"] = "letter"
    letterhead_image: Picture | None = None
    mark: str = ""
    signer: str = ""
    attachments: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = ()
    contact: str = ""
    copies: tuple[str, ...] = ()
    imprint: Imprint | None = None
    check: Check | None = None
    watermark: str = ""
    template_version: str = TEMPLATE_VERSION


@dataclass(frozen=True)
class Signature:
    """A place to sign; `text` is what is known already."""

    label: str
    text: str = ""


@dataclass(frozen=True)
class Footer:
    """Who made the form, when, and up to when its data go."""

    unit: str
    made: str
    as_of: str = ""


@dataclass(frozen=True)
class Sheet:
    """A form on A4; `lead` stands between title and first block, `note` under the last."""

    title: str
    blocks: tuple[Block, ...]
    number: str = ""
    lead: str = ""
    note: str = ""
    landscape: bool = False
    signatures: tuple[Signature, ...] = ()
    footer: Footer | None = None
    check: Check | None = None
    watermark: str = ""
    template_version: str = TEMPLATE_VERSION


Document = Letter | Sheet


def choices(options: tuple[str, ...], *chosen: str) -> str:
    """Boxes to tick: □满意　■基本满意　□不满意."""
    return "　".join(f"{TICKED if option in chosen else BOX}{option}" for option in options)
