"""GB/T 9704-2012 by measure: what a PDF really shows, requirement by requirement, with the numbers that were found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

from . import fonts, measuring_head, pages
from .document import Letter
from .pages import MM, Line, Page
from .paper import (
    BODY_SIZE,
    BOTTOM,
    CHARACTER,
    LEFT,
    PER_LINE,
    PER_PAGE,
    RIGHT,
    SMALL_SIZE,
    TOP,
    Finding,
    Paper,
    near,
    plays,
)  # fmt: skip
from .wording import long_day


def measure(content: bytes, letter: Letter) -> list[Finding]:
    """Every requirement that has a place in this letter."""
    paper = Paper(letter, pages.read(content))
    return [finding for check in CHECKS for finding in check(paper)]


def failures(content: bytes, letter: Letter) -> list[Finding]:
    return [finding for finding in measure(content, letter) if not finding.holds]


def _paper(paper: Paper) -> Iterator[Finding]:
    wide, high = paper.first.width / MM, paper.first.height / MM
    yield Finding(
        "纸张", "5.2.1", "210×297 mm", f"{wide:.1f}×{high:.1f} mm", near(wide, 210) and near(high, 297)
    )


def _type_area(paper: Paper) -> Iterator[Finding]:
    """The ink of all text; a character's own side bearing is up to a tenth of its size."""
    lines = [line for page in paper.pages for line in paper.inside(page)]
    if not lines:
        return
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    yield Finding(
        "版心宽", "5.2.1", "左 28 mm、右 26 mm 以内",
        f"左 {left / MM:.1f} mm、右 {(paper.first.width - right) / MM:.1f} mm",
        left >= LEFT - 0.5 * MM and right <= RIGHT + 0.5 * MM,
    )  # fmt: skip
    top, bottom = (
        min((line.top for page in paper.pages[1:] for line in paper.inside(page)), default=TOP),
        max(line.bottom for line in lines),
    )
    yield Finding(
        "版心高", "5.2.1", "上 37 mm、下 35 mm 以内",
        f"上 {top / MM:.1f} mm、下 {(paper.first.height - bottom) / MM:.1f} mm",
        top >= TOP - 0.5 * MM and bottom <= BOTTOM + MM,
    )  # fmt: skip


def _size(paper: Paper) -> Iterator[Finding]:
    sizes = Counter(
        glyph.size for page in paper.text_pages for line in paper.inside(page) for glyph in line.glyphs
    )
    if sizes:
        size = sizes.most_common(1)[0][0]
        yield Finding("正文字号", "5.2.2", "3号（16 磅）", f"{size:g} 磅", size == BODY_SIZE)


def _lines(paper: Paper) -> Iterator[Finding]:
    """Pages between the first and the last that carry nothing but text."""
    pitches: Counter[float] = Counter()
    for page in paper.text_pages[1:-1]:
        told = paper.inside(page)
        if not told or any(line.size != BODY_SIZE for line in told) or _has_table(page):
            continue
        pitches.update(round(b.baseline - a.baseline, 1) for a, b in pairwise(told))
        count, broken = len(told), _ends_early(paper, page)
        yield Finding(
            f"第{page.number}页行数", "5.2.3", f"{PER_PAGE} 行", f"{count} 行",
            count == PER_PAGE or broken and count < PER_PAGE,
        )  # fmt: skip
    if pitches:
        pitch = pitches.most_common(1)[0][0]
        yield Finding("行距", "5.2.3", "29.6 磅（22 行撑满 225 mm）", f"{pitch:g} 磅", near(pitch, 29.6, 0.1))


def _has_table(page: Page) -> bool:
    return any(bar.width > 10 * MM and bar.height < 2 and not bar.red for bar in page.bars)


def _ends_early(paper: Paper, page: Page) -> bool:
    """A heading does not stay behind alone, a signature does not go on alone: then a page ends some lines early."""
    following = paper.pages[page.number]
    first = paper.inside(following)[0] if paper.inside(following) else None
    return first is None or first.left > LEFT + CHARACTER


def _characters(paper: Paper) -> Iterator[Finding]:
    """In lines of full-width characters alone, reaching from edge to edge."""
    counts = [
        len(line.text)
        for page in paper.pages
        for line in paper.inside(page)
        if line.size == BODY_SIZE
        and all("\u4e00" <= char <= "\u9fff" for char in line.text)
        and line.right > RIGHT - CHARACTER
        and line.left < LEFT + CHARACTER / 2
    ]
    if counts:
        found = "、".join(f"{count} 字" for count in sorted(set(counts)))
        yield Finding("每行字数", "5.2.3", "28 字", f"{found}（{len(counts)} 行）", set(counts) == {PER_LINE})


# Headings, page numbers, the end


def _filled(paper: Paper) -> Iterator[Finding]:
    """A line that the next one goes on from reaches the right edge; a sign there takes half a cell."""
    count, short = 0, 0
    for page in paper.text_pages:
        told = [line for line in paper.inside(page) if line.size == BODY_SIZE]
        for line, following in pairwise(told):
            if following.left < LEFT + CHARACTER / 2 and near(following.baseline - line.baseline, 29.6, 0.5):
                count += 1
                short += line.right < RIGHT - CHARACTER * 0.6
    if count:
        yield Finding("撑满版心", "5.2.3", "未完的行到右边缘", f"{count - short}/{count} 行", short == 0)


def _headings(paper: Paper) -> Iterator[Finding]:
    """By what they begin with; such a line in other type is text that only looks like a heading."""
    begun = {"一、": fonts.HEI, "（一）": fonts.KAI}
    for start, role in begun.items():
        if paper.letter.body and (line := _begun(paper, start)):
            yield Finding(
                f"层次“{start}”", "7.3.3", "黑体" if role == fonts.HEI else "楷体",
                line.glyphs[1].font, plays(line.glyphs[1], role),
            )  # fmt: skip


def _begun(paper: Paper, start: str) -> Line | None:
    return next(
        (line for page in paper.pages for line in paper.inside(page) if line.text.startswith(start)), None
    )


def _page_numbers(paper: Paper) -> Iterator[Finding]:
    for page in paper.pages:
        line = next((line for line in page.lines if line.text == f"—{page.number}—"), None)
        what = f"第{page.number}页页码"
        if page.number == 1 and paper.is_letter:
            yield Finding(what, "10.1", "首页不显示", "有" if line else "没有", line is None)
        elif line is None:
            yield Finding(what, "7.5", "4号，版心下 7 mm", "没有", False)
        else:
            yield _page_number(what, page, line)


def _page_number(what: str, page: Page, line: Line) -> Finding:
    """The dash lies 7 mm below the type area; one character stays free at the outer edge."""
    dash = (line.glyphs[0].top + line.glyphs[0].bottom) / 2
    below, odd = (dash - BOTTOM) / MM, page.number % 2 == 1
    edge = RIGHT - line.right if odd else line.left - LEFT
    holds = line.size == SMALL_SIZE and near(below, 7) and near(edge, SMALL_SIZE, 3)
    found = f"{line.size:g} 磅，版心下 {below:.1f} mm，{'右' if odd else '左'}空 {edge:.1f} 磅"
    return Finding(what, "7.5", f"4号（14 磅），版心下 7 mm，居{'右' if odd else '左'}空一字", found, holds)


def _day(paper: Paper) -> Iterator[Finding]:
    found = paper.find(long_day(paper.letter.closing.day)) if paper.letter.closing.day else None
    if not found:
        return
    page, line = found
    free = (RIGHT - line.right) / CHARACTER
    # A name longer than the day with its four characters pushes the day to the left.
    longest = max((len(unit) for unit in paper.letter.closing.units), default=0)
    if paper.letter.closing.seal and longest <= 13:
        yield Finding("成文日期", "7.3.5.1", "右空四字", f"右空 {free:.1f} 字", near(free, 4, 0.4))
    alone = page.number > 1 and not [each for each in paper.inside(page) if each.top < line.top - 60]
    yield Finding("落款不独占一页", "7.3.5.5", "与正文同页", f"第{page.number}页", not alone)
    if paper.letter.closing.seal:
        yield from _seal(paper, page, line)


def _seal(paper: Paper, page: Page, day: Line) -> Iterator[Finding]:
    """Room for the seal: its upper edge within one line of the text."""
    above = [line for line in paper.inside(page) if line.bottom < day.top]
    units = "".join("".join(unit.split()) for unit in paper.letter.closing.units)
    own = next((count for count, line in enumerate(reversed(above)) if line.text not in units), len(above))
    if own and len(above) > own:
        gap = above[-own].top - above[-own - 1].bottom
        yield Finding(
            "印章位置", "7.3.5.1", "署名上空两行", f"{gap / 29.6:.1f} 行", 1.5 * 29.6 < gap < 4 * 29.6
        )


def _foot(paper: Paper) -> Iterator[Finding]:
    """The last lines of the last page end where the type area ends."""
    if not paper.letter.copies and not paper.letter.imprint:
        return
    told = [line for line in paper.inside(paper.pages[-1]) if line.size == SMALL_SIZE]
    bars = [
        bar for bar in paper.pages[-1].bars if near(bar.width / MM, 156) and not bar.red and bar.height < 2
    ]
    ends = max([line.bottom for line in told] + [bar.bottom for bar in bars], default=0)
    below = (BOTTOM - ends) / MM
    yield Finding(
        "版记",
        "7.4",
        "4号，版心内最下方",
        f"{len(told)} 行，距版心下缘 {below:.1f} mm",
        bool(told) and -0.5 < below < 2,
    )
    if not paper.is_letter:
        heights = [bar.height / MM for bar in bars]
        found = "、".join(f"{height:.2f}" for height in heights)
        wanted = [0.35, *[0.25] * (len(heights) - 2), 0.35]
        holds = len(heights) >= 2 and all(near(a, b, 0.05) for a, b in zip(heights, wanted, strict=True))
        yield Finding("版记分隔线", "7.4.1", "首末 0.35 mm、中间 0.25 mm", f"{found} mm", holds)


CHECKS: tuple[Callable[[Paper], Iterator[Finding]], ...] = (
    _paper, _type_area, _size, _lines, _characters, _filled, *measuring_head.CHECKS, _headings, _page_numbers, _day, _foot,
)  # fmt: skip
