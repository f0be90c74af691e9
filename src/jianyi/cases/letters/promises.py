"""What a unit tells the deputies of its promises by letter: how far they are (F19 进展报告), that one must change (变更说明), how
all were kept (落实告知)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jianyi.documents.letters.document import Block, Heading, Letter, Paragraph

from .values import About, Issue, days, letter, stop


@dataclass(frozen=True)
class Changed:
    """`reply_number`: of the letter that promised it; without `due` it is given up; `item` empty: the same as before."""

    issue: Issue
    about: About
    salutation: str
    reply_number: str
    nth: int
    was_item: str
    was_due: date | None
    reason: str
    item: str = ""
    due: date | None = None


def changed(told: Changed) -> Letter:
    about = told.about
    day = f"（原定{days(told.was_due)}前完成）" if told.was_due else ""
    body = (
        Paragraph(f"我单位在{told.reply_number}中向{about.you}作出的第{told.nth}项承诺为：{_bare(told.was_item)}{day}。"),
        Heading("不能按原承诺落实的原因", 1, stop(told.reason)),
        Heading("调整情况", 1, _adjusted(told)),
        Paragraph(f"未能按原承诺落实，谨向{about.you}说明并致歉。{'后续进展我们将及时报告。' if told.due else ''}"),
    )  # fmt: skip
    return letter(
        told.issue, f"关于变更{about.called}答复承诺事项的说明", told.salutation or about.deputies, body
    )


def _adjusted(told: Changed) -> str:
    if told.due is None:
        return "经研究，这一事项目前不能再予落实。"
    item = f"承诺事项调整为：{_bare(told.item)}" if told.item else "承诺事项不变"
    return f"{item}；完成时间调整为{days(told.due)}前。"


def _bare(text: str) -> str:
    return text.strip().rstrip("。；;.")


@dataclass(frozen=True)
class Outcome:
    """What became of one promise: in words, and since when."""

    item: str
    state: str
    on: date | None = None
    evidence: str = ""


@dataclass(frozen=True)
class SecondReply:
    """`mark`: the class as it still stands, `wanted`: the one it becomes when the deputy confirms, where it does."""

    issue: Issue
    about: About
    salutation: str
    reply_number: str
    outcomes: tuple[Outcome, ...]
    text: str
    mark: str = ""
    wanted: str = ""


def second_reply(told: SecondReply) -> Letter:
    """Addressed to those who had the reply; it asks the deputy for the last word."""
    about = told.about
    return letter(
        told.issue,
        f"关于{about.called}落实情况的再次答复",
        told.salutation or about.deputies,
        _told(told),
        mark=told.mark,
    )


def _told(told: SecondReply) -> Iterator[Block]:
    about = told.about
    yield Paragraph(
        f"我单位在{told.reply_number}中向{about.you}作出承诺{len(told.outcomes)}项，现均已了结，落实情况如下："
    )
    for each in told.outcomes:
        since = f"（{days(each.on)}）" if each.on else ""
        yield Heading(_bare(each.item), 1, f"{each.state}{since}。{stop(each.evidence)}")
    yield Paragraph(stop(told.text))
    asked = (
        f"如{about.you}确认上述事项已经落实，本件由{told.mark}类转为{told.wanted}类。" if told.wanted else ""
    )
    yield Paragraph(f"{asked}请{about.you}对落实情况作出评价。感谢{about.you}的关心和支持。")


@dataclass(frozen=True)
class Progress:
    """The `nth` report about the promises of one reply, as they stand on its day. `counts`: [(state, how many)], the form's
    states in its order; `text`: what the unit says to it; `next_on`: until when it reports again, where the place says so."""

    issue: Issue
    about: About
    salutation: str
    reply_number: str
    nth: int
    outcomes: tuple[Outcome, ...]
    counts: tuple[tuple[str, int], ...]
    text: str
    next_on: date | None = None


def progress(told: Progress) -> Letter:
    """Numbered like every letter of the unit; a later report does not take the place of an earlier one."""
    about = told.about
    title = f"关于{about.called}答复承诺事项的进展报告（第{told.nth}份）"
    return letter(told.issue, title, told.salutation or about.deputies, _reported(told))


def _reported(told: Progress) -> Iterator[Block]:
    about, day = told.about, f"截至{days(told.issue.day)}" if told.issue.day else "目前"
    counts = "、".join(f"{label}{count}项" for label, count in told.counts)
    yield Paragraph(
        f"我单位在{told.reply_number}中向{about.you}作出承诺{len(told.outcomes)}项，{day}：{counts}。各项情况如下："
    )
    for each in told.outcomes:
        since = f"（{days(each.on)}）" if each.on else ""
        yield Heading(
            _bare(each.item), 1, f"{each.state}{since}。{stop(each.evidence) if each.evidence else ''}"
        )
    yield Paragraph(stop(told.text))
    after = f"下次进展报告于{days(told.next_on)}前送达{about.you}。" if told.next_on else ""
    yield Paragraph(f"{after}如有意见，请{about.you}告诉我们。感谢{about.you}的关心和支持。")
