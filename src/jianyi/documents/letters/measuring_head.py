"""The head of a letter by measure: who issues, red rules, number, class mark, title."""

from __future__ import annotations

from collections.abc import Iterator

from . import fonts
from .pages import MM, Bar, Line
from .paper import BODY_SIZE, RIGHT, TITLE_SIZE, Finding, Paper, centred, near, plays
from .wording import ENDING, OPENING, long_day


def _name(paper: Paper) -> Iterator[Finding]:
    if not paper.name:
        return
    top = paper.name[0].top / MM
    wanted = 30 if paper.is_letter else 37 + 35
    clause = "10.1" if paper.is_letter else "7.2.4"
    yield Finding("发文机关标志", clause, f"红色，上距页边 {wanted} mm", f"{top:.1f} mm", near(top, wanted))
    centre = (paper.name[0].left + paper.name[0].right) / 2
    yield centred("发文机关标志居中", clause, centre)


def _double_rules(paper: Paper) -> Iterator[Finding]:
    if not paper.is_letter:
        return
    rules = paper.rules
    widths = "、".join(f"{bar.width / MM:.1f}" for bar in rules)
    yield Finding(
        "红色双线", "10.1", "两组各两条，长 170 mm，居中", f"{len(rules)} 条，长 {widths} mm",
        len(rules) == 4 and all(near(bar.width / MM, 170) and near((bar.left + bar.right) / 2 / MM, 105) for bar in rules),
    )  # fmt: skip
    if len(rules) != 4:
        return
    yield _pair("首线上粗下细", rules[0], rules[1], rules[0].height > rules[1].height)
    yield _pair("末线上细下粗", rules[2], rules[3], rules[2].height < rules[3].height)
    if paper.name:
        gap = (rules[0].top - paper.name[-1].bottom) / MM
        yield Finding("首线位置", "10.1", "发文机关标志下 4 mm", f"{gap:.1f} mm", near(gap, 4, 0.6))
    foot = (paper.first.height - rules[3].bottom) / MM
    yield Finding("末线位置", "10.1", "距下页边 20 mm", f"{foot:.1f} mm", near(foot, 20, 0.6))


def _pair(what: str, upper: Bar, lower: Bar, holds: bool) -> Finding:
    return Finding(what, "10.1", what, f"{upper.height:.1f} 磅、{lower.height:.1f} 磅", holds)


def _single_rule(paper: Paper) -> Iterator[Finding]:
    if paper.is_letter or not paper.rules:
        return
    rule, number = paper.rules[0], _last_of_head(paper)
    yield Finding(
        "红色分隔线", "7.2.7", "与版心等宽（156 mm）", f"{rule.width / MM:.1f} mm", near(rule.width / MM, 156)
    )
    if number:
        gap = (rule.top - number.bottom) / MM
        yield Finding(
            "分隔线位置", "7.2.7", "发文字号（纪要为成文日期）下 4 mm", f"{gap:.1f} mm", near(gap, 4, 0.8)
        )


def _last_of_head(paper: Paper) -> Line | None:
    """What stands over the rule: the number, in minutes the day."""
    if paper.letter.style != "minutes":
        return _number_line(paper)
    day = long_day(paper.letter.closing.day)
    return next((line for line in paper.first.lines if day and line.text.endswith(day)), None)


def _number_line(paper: Paper) -> Line | None:
    wanted = "".join(paper.letter.number.split())
    return next((line for line in paper.first.lines if wanted and line.text.startswith(wanted)), None)


def _number(paper: Paper) -> Iterator[Finding]:
    line = _number_line(paper)
    if not line or not paper.is_letter or len(paper.rules) < 2:
        return
    gap = line.top - paper.rules[1].bottom
    yield Finding("发文字号", "10.1", "双线下 3号字高的 7/8（14 磅）", f"{gap:.1f} 磅", near(gap, 14, 2))
    edge = (paper.first.width - line.right) / MM
    yield Finding("发文字号居右", "10.1", "顶格，右距页边 26 mm", f"{edge:.1f} mm", near(edge, 26, 0.6))


def _mark(paper: Paper) -> Iterator[Finding]:
    found = [line for line in paper.first.lines if line.text == "".join(paper.letter.mark.split())]
    if not paper.letter.mark:
        return
    line = found[0] if found else None
    holds = (
        line is not None
        and line.size == BODY_SIZE
        and near(line.right / MM, RIGHT / MM, 1)
        and plays(line.glyphs[0], fonts.HEI)
    )
    told = (
        f"{line.size:g} 磅 {line.glyphs[0].font}，右距页边 {(paper.first.width - line.right) / MM:.1f} mm"
        if line
        else "没有"
    )
    yield Finding("类别标识", "–", "首页右上角，3号黑体", told, holds)


def _title(paper: Paper) -> Iterator[Finding]:
    titles = paper.titles
    yield Finding(
        "标题字号", "7.3.1", "2号（22 磅）小标宋", f"{len(titles)} 行",
        bool(titles) and all(plays(line.glyphs[0], fonts.TITLE) for line in titles),
    )  # fmt: skip
    for line in titles:
        yield centred("标题居中", "7.3.1", _middle(line), 1.5)


def _middle(line: Line) -> float:
    """Between the cells of its first and last character; at the edge of a line a sign takes half a cell."""
    first, last = line.glyphs[0], line.glyphs[-1]
    start = first.start + (TITLE_SIZE / 2 if first.char in OPENING else 0)
    whole = last.right - last.start if last.char.isascii() else TITLE_SIZE
    return (start + last.start + (TITLE_SIZE / 2 if last.char in ENDING else whole)) / 2


CHECKS = (_name, _double_rules, _single_rule, _number, _mark, _title)
