"""A letter with the pages it became, and the ways in which a finding about it is told."""

from __future__ import annotations

from dataclasses import dataclass

from . import fonts
from .document import Letter
from .pages import MM, Bar, Glyph, Line, Page
from .wording import long_day


LEFT, TOP, WIDE, HIGH = 28 * MM, 37 * MM, 156 * MM, 225 * MM
RIGHT, BOTTOM = LEFT + WIDE, TOP + HIGH
BODY_SIZE, TITLE_SIZE, SMALL_SIZE, CHECK_SIZE = 16, 22, 14, 9
CHARACTER, PER_LINE, PER_PAGE = 15.79, 28, 22


@dataclass(frozen=True)
class Finding:
    """One requirement: the clause, what is wanted, what was found, whether it holds."""

    requirement: str
    clause: str
    wanted: str
    found: str
    holds: bool


@dataclass(frozen=True)
class Paper:
    """A letter with its pages; the lines of the text itself apart from page numbers and what stands at the edges."""

    letter: Letter
    pages: list[Page]

    @property
    def first(self) -> Page:
        return self.pages[0]

    @property
    def is_letter(self) -> bool:
        return self.letter.style == "letter"

    def inside(self, page: Page) -> list[Line]:
        """The text: below the title on the first page; neither page number nor the small lines beside a QR code."""
        begin = self.body_begins if page.number == 1 else 0
        return [
            line
            for line in page.lines
            if line.top >= begin and line.size != CHECK_SIZE and line.text != f"—{page.number}—"
        ]

    @property
    def body_begins(self) -> float:
        return max((line.bottom for line in self.titles), default=TOP) + 1

    @property
    def titles(self) -> list[Line]:
        """The lines of the title; those of annexes stand on pages of their own."""
        return [line for line in self.first.lines if line.size == TITLE_SIZE]

    @property
    def text_pages(self) -> list[Page]:
        """Up to the one with the day: annexes come behind it."""
        found = self.find(long_day(self.letter.closing.day))
        return self.pages[: found[0].number] if found else self.pages

    @property
    def name(self) -> list[Line]:
        return [line for line in self.first.lines if line.glyphs[0].red]

    @property
    def rules(self) -> list[Bar]:
        """Long red bars of the first page from top to bottom."""
        return sorted(
            (bar for bar in self.first.bars if bar.red and bar.width > 100 * MM), key=lambda b: b.top
        )

    def find(self, text: str) -> tuple[Page, Line] | None:
        """The last line that reads so, spaces apart."""
        wanted = "".join(text.split())
        found = [(page, line) for page in self.pages for line in page.lines if line.text == wanted]
        return found[-1] if found else None


def near(found: float, wanted: float, give: float = 1.0) -> bool:
    return abs(found - wanted) <= give


def centred(what: str, clause: str, centre: float, give: float = 1) -> Finding:
    offset = (centre - (LEFT + WIDE / 2)) / MM
    return Finding(what, clause, "与版心居中对齐", f"偏 {offset:+.1f} mm", near(offset, 0, give))


def plays(glyph: Glyph, role: str) -> bool:
    """Whether the font of the character is the one that plays this role here."""
    wanted = fonts.fonts().faces[role][0]
    plain = "".join(char for char in wanted if char.isalnum()).casefold()
    found = "".join(char for char in glyph.font if char.isalnum()).casefold()
    return found.startswith(plain) or not plain.isascii()
