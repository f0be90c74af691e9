"""The procedure drawn from its table: the flow of a place as SVG, the whole table as a document."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from .places import Place
from .telling import CODES, Chapter, Told, chapters, lengths, moves, stages_of
from .words import (
    SWITCHES,
    TRACK_LABELS,
    Claim,
    Contact,
    Handling,
    Invitation,
    Paper,
    Rating,
    Return,
    Suggestion,
    Withdrawal,
    Word,
)


DRAWN: tuple[tuple[type[Word], ...], ...] = (
    (Suggestion, Invitation, Claim, Contact, Withdrawal), (Handling, Paper, Return, Rating),
)  # fmt: skip
WIDTH, GAP, TOP, LINE = 640, 24, 64, 17
BOX, LEFT, HIGH = 140, 76, 28
FONT = "PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif"
INK, GREY, RED, GREEN, BLUE, PAPER, RULE = (
    "#1d2126",
    "#5f656d",
    "#8c1d22",
    "#23603d",
    "#1f4e79",
    "#ffffff",
    "#cbc7bf",
)
Drawn = tuple[list[str], int]


def svg(place: Place) -> str:
    """The flow of every track of a case in a place. No style sheet: it stands alone as an image."""
    columns = [_column(tracks, place, n * (WIDTH + GAP) + GAP) for n, tracks in enumerate(DRAWN)]
    high = max(bottom for _, bottom in columns) + GAP
    wide = len(DRAWN) * (WIDTH + GAP) + GAP
    body = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" '
        f'role="img" font-family="{FONT}" font-size="12.5">',
        f"<title>{escape(place.name)}：代表建议办理流程</title>",
        f'<rect width="{wide}" height="{high}" fill="{PAPER}"/>',
        _text(GAP, 34, f"{place.name} · 代表建议办理流程", INK, size=19, bold=True),
        _text(wide - GAP, 34, "左为阶段，右为从该阶段可走的步骤；红框为终点", GREY, end=True),
        *(line for lines, _ in columns for line in lines),
        "</svg>",
    ]
    return "\n".join(body) + "\n"


def _column(tracks: Iterable[type[Word]], place: Place, left: int) -> Drawn:
    lines: list[str] = []
    top = TOP
    for track in tracks:
        panel, top = _panel(track, place, left, top)
        lines += panel
        top += GAP
    return lines, top


def _panel(track: type[Word], place: Place, left: int, top: int) -> Drawn:
    """One track: its stages one below the other, and beside each what may be done there."""
    stages, going = stages_of(track, place), moves(track, place)
    at, middle = top + 52, {}
    lines: list[str] = []
    for stage in stages:
        steps = going.get(stage, [])
        high = max(HIGH + 12, LINE * len(steps) + 10)
        middle[stage] = at + HIGH // 2
        lines += _stage(stage, steps, left, at)
        at += high
    frame = f'<rect x="{left}" y="{top}" width="{WIDTH}" height="{at - top + 4}" rx="8" fill="none" stroke="{RULE}"/>'
    title = _text(left + 16, top + 28, TRACK_LABELS[track], RED, size=15, bold=True)
    return [frame, title, *_arrows(stages, going, middle, left), *lines], at + 4


def _stage(stage: Word, steps: Sequence[tuple[str, str, Any]], left: int, at: int) -> list[str]:
    edge = INK if steps else RED
    x = left + LEFT
    box = f'<rect x="{x}" y="{at}" width="{BOX}" height="{HIGH}" rx="6" fill="{PAPER}" stroke="{edge}"/>'
    name = _text(x + BOX // 2, at + 19, stage.label, edge, middle=True, bold=True)
    told = [
        _text(x + BOX + 14, at + 18 + n * LINE, f"{action} → {to.label}", GREEN if "程序" in by else BLUE)
        + _text(left + WIDTH - 12, at + 18 + n * LINE, by, GREY, end=True)
        for n, (action, by, to) in enumerate(steps)
    ]
    return [box, name, *told]


def _arrows(
    stages: list[Word], going: dict[Word, list[tuple[str, str, Any]]], middle: dict[Word, int], left: int
) -> list[str]:
    """Straight down to the next stage; to any other along a lane at the left that all who go there share."""
    found = []
    lanes: list[list[tuple[int, int]]] = []
    for to in stages:
        froms = [stage for stage in stages if any(target is to for _, _, target in going.get(stage, []))]
        near = [stage for stage in froms if stages.index(to) - stages.index(stage) == 1]
        found += [_down(middle[stage], middle[to], left + LEFT + BOX // 2) for stage in near]
        for back in (False, True):
            far = [
                middle[s] for s in froms if s not in near and s is not to and (middle[s] > middle[to]) is back
            ]
            if far:
                found += _around(far, middle[to], left + LEFT, _lane(lanes, [*far, middle[to]]))
    return found


def _lane(lanes: list[list[tuple[int, int]]], heights: list[int]) -> int:
    """The nearest lane that is free between two heights."""
    low, high = min(heights), max(heights)
    for n, taken in enumerate(lanes):
        if all(high < a or low > b for a, b in taken):
            taken.append((low, high))
            return n
    lanes.append([(low, high)])
    return len(lanes) - 1


def _down(start: int, end: int, x: int) -> str:
    tip = end - HIGH // 2
    line = f'<path d="M{x} {start + HIGH // 2}V{tip - 5}" stroke="{INK}" fill="none"/>'
    return line + f'<path d="M{x - 4} {tip - 7}L{x} {tip}L{x + 4} {tip - 7}z" fill="{INK}"/>'


def _around(starts: list[int], end: int, x: int, lane: int) -> list[str]:
    out, tip = x - 12 - lane * 6, end - 4
    colour = RED if starts[0] > end else GREY
    lines = [
        f'<path d="M{x} {start + 4}H{out}V{tip}H{x - 6}" stroke="{colour}" fill="none"/>' for start in starts
    ]
    return [*lines, f'<path d="M{x - 7} {tip - 4}L{x} {tip}L{x - 7} {tip + 4}z" fill="{colour}"/>']


def _text(
    x: int,
    y: int,
    words: str,
    colour: str,
    *,
    size: float = 0,
    bold: bool = False,
    middle: bool = False,
    end: bool = False,
) -> str:
    anchor = ' text-anchor="middle"' if middle else ' text-anchor="end"' if end else ""
    more = (f' font-size="{size}"' if size else "") + (' font-weight="600"' if bold else "")
    return f'<text x="{x}" y="{y}" fill="{colour}"{anchor}{more}>{escape(words)}</text>'


# The document


def markdown(places: Sequence[Place]) -> str:
    """The whole table, then what each place lays down, then the codes of refusal."""
    parts = [HEAD, *(_chapter(chapter) for chapter in chapters()), "## 各地规定\n"]
    parts += [_place(place) for place in places]
    parts += [
        "## 不能办时的代码\n",
        _table(("代码", "意思"), [(f"`{code}`", told) for code, told in CODES.items()]),
    ]
    return "\n".join(parts)


HEAD = """# 办理程序

本文由程序表（`src/jianyi/procedure/steps/`）和各地规则（`src/jianyi/procedure/places/`）生成，用 `jianyi docs` 重写，不手改。

* “由谁”一栏写“程序”的，条件具备时由平台自己走，不等人点。
* “可办”是可以办、不催办的步骤；其余是有人该办的步骤，进入待办。
* 条件一栏是条件不具备时告诉办理人的话，“…”处按具体事项填写。
* 期限一栏：“起”是开始计时，“止”是停止计时，“续”是当作没有停过、照原期限继续。
* “仅在”一栏写明只在哪种地方规则下有这一步；空白的处处都有。
"""


def _chapter(chapter: Chapter) -> str:
    header = ("现处", "步骤", "由谁", "转为", "条件", "期限", "告知", "仅在")
    return f"## {chapter.label}\n\n{_table(header, [_line(row) for row in chapter.rows])}"


def _line(row: Told) -> tuple[str, ...]:
    told = {"起": row.starts, "止": row.ends, "续": row.reverts}
    clocks = [f"{mark} {limit}" for mark, limits in told.items() for limit in limits]
    action = f"{row.action}（可办）" if row.at_will else row.action
    return row.at, action, row.by, row.to, "<br>".join(row.needs), "<br>".join(clocks), row.tells, row.only


def _place(place: Place) -> str:
    switches = [
        (next(word for word in kind if place.says(word)).label, place.articles[kind])
        for kind in SWITCHES.values()
    ]
    limits = [(length.label, length.rule, length.article) for length in lengths(place)]
    classes = [
        (entry.key, entry.label, "是" if entry.needs_tracking else "否") for entry in place.classes.values()
    ]
    return "\n".join([
        f"### {place.name}（`{place.key}`）\n\n{place.law}\n",
        _table(("选择", "依据"), switches),
        _table(("期限", "长短", "依据"), limits) if limits else "",
        _table(("答复类别", "含义", "须跟踪落实"), classes),
    ])  # fmt: skip


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines) + "\n"


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("\n", " ")
