"""What leaves a unit about the matter itself: reply letter (F14), co-opinion (F13) and the request for a better one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from jianyi.documents.letters.document import Block, Heading, Letter, Paragraph

from .values import About, Issue, days, letter, stop


@dataclass(frozen=True)
class Promise:
    item: str
    due: date | None = None
    division: str = ""


@dataclass(frozen=True)
class Answer:
    """To one point: `adoption` in words (采纳, 部分采纳, 未采纳, 已有), then text, measures, division, promises; `shared`: what
    several replies say alike, a paragraph a line, before this reply's own text."""

    point: str
    text: str
    adoption: str = ""
    measures: str = ""
    division: str = ""
    promises: tuple[Promise, ...] = ()
    shared: str = ""


@dataclass(frozen=True)
class Reply:
    """`opening` and `closing` as the unit wrote them take the place of the usual words."""

    issue: Issue
    about: About
    answers: tuple[Answer, ...]
    reply_class: str = ""
    kind: Literal["first", "again"] = "first"
    salutation: str = ""
    opening: str = ""
    closing: str = ""
    co_units: tuple[str, ...] = ()
    co_summary: str = ""
    contacts: str = ""
    bases: tuple[str, ...] = ()


ENDINGS = {"first": "答复", "again": "再次答复"}


def reply(told: Reply) -> Letter:
    """The legal answer: every point by itself with what is promised there, what it rests on, thanks."""
    about = told.about
    title = f"关于{about.called}的{ENDINGS[told.kind]}"
    addressee = told.salutation or about.deputies
    return letter(told.issue, title, addressee, _reply_body(told), mark=told.reply_class)


def _reply_body(told: Reply) -> Iterator[Block]:
    yield Paragraph(told.opening or opening(told))
    for each in told.answers:
        yield Heading(f"关于{plain_point(each.point)}", 1, answered(each, told.issue.unit))
    if told.co_summary:
        yield Paragraph(f"会办意见采纳情况：{stop(told.co_summary)}")
    count = sum(len(each.promises) for each in told.answers)
    for said in (rests_on(told.bases), promised(count, told.issue.unit, told.about.you)):
        if said:
            yield Paragraph(said)
    yield Paragraph(told.closing or closing(told.about))


def opening(told: Reply) -> str:
    """The usual words; a unit that writes its own sets them aside."""
    about, we = told.about, _we(told.issue.unit)
    helped = f"，{'、'.join(told.co_units)}会办" if told.co_units else ""
    role = "主办" if told.co_units else "办理"
    first = f"{about.you}提出的《{about.title}》（第{about.number}号）收悉，由{we}{role}{helped}。"
    if told.kind == "again":
        first = (
            f"{about.you}对《{about.title}》（第{about.number}号）上次答复提出的意见收悉。{we}已重新研究。"
        )
    joined = "经沟通并结合会办意见，" if told.co_units else ""
    return f"{first}{stop(told.contacts)}{joined}现{'逐条' if len(told.answers) > 1 else ''}答复如下："


def _we(unit: str) -> str:
    """我厅, 我委, 我局, 我办: by the last character of the name."""
    last = unit[-1:]
    return f"我{last}" if last in "厅委局办院行会" else "我单位"


def plain_point(point: str) -> str:
    """A point as it stands in a heading after 关于."""
    return point.strip().removeprefix("关于").rstrip("。；;.")


def answered(told: Answer, unit: str) -> str:
    """What is said to one point, as one paragraph."""
    whose = _labelled("责任处室", told.division)
    shared = "".join(stop(line) for line in told.shared.splitlines() if line.strip())
    parts = [
        told.adoption,
        shared,
        told.text,
        _labelled("主要措施", told.measures),
        whose,
        _pledged(told, unit),
    ]
    return "".join(map(stop, parts))


def _labelled(label: str, text: str) -> str:
    return f"{label}：{text}" if text.strip() else ""


def _pledged(told: Answer, unit: str) -> str:
    items = [_pledge(each, told.division) for each in told.promises]
    if len(items) > 1:
        items = [f"（{no}）{item}" for no, item in enumerate(items, 1)]
    return f"{_we(unit)}承诺：{'；'.join(items)}" if items else ""


def _pledge(told: Promise, division: str) -> str:
    """Whose it is stands there where it is another's than the point's."""
    whose = f"，由{told.division}负责" if told.division not in ("", division) else ""
    return f"{days(told.due)}前，{told.item.strip().rstrip('。；;.')}{whose}"


def rests_on(bases: tuple[str, ...]) -> str:
    return f"以上答复依据：{'；'.join(bases)}。" if bases else ""


def promised(count: int, unit: str, you: str) -> str:
    """How many things were promised above; that somebody keeps a list of them is not said here."""
    return f"以上{count}项承诺，{_we(unit)}将按期落实，并及时向{you}告知进展。" if count else ""


def closing(about: About) -> str:
    many = "你们" if about.co_signers else "您"
    return f"感谢{many}对我们工作的关心和监督，欢迎继续提出宝贵意见。"


@dataclass(frozen=True)
class Opinion:
    """One point of a co-opinion: what is thought, what will be done."""

    point: str
    text: str
    measures: str = ""


@dataclass(frozen=True)
class CoOpinion:
    issue: Issue
    about: About
    lead_unit: str
    opinions: tuple[Opinion, ...]
    opening: str = ""
    closing: str = ""
    quotable: str = ""


def co_opinion(told: CoOpinion) -> Letter:
    """To the lead unit; it carries no class mark."""
    title = f"关于{told.about.called}的会办意见"
    return letter(told.issue, title, told.lead_unit, _opinion_body(told))


def _opinion_body(told: CoOpinion) -> Iterator[Block]:
    yield Paragraph(told.opening or co_opening(told))
    for each in told.opinions:
        said = stop(each.text) + stop(_labelled("主要措施", each.measures))
        yield Heading(f"关于{plain_point(each.point)}", 1, said)
    yield Paragraph(closed(told.closing or CO_CLOSING, told.quotable))


def closed(closing: str, quotable: str) -> str:
    """The closing, and whether the opinion may stand in the reply where the unit has said so."""
    return stop(closing) + QUOTING[quotable] if quotable else closing


def co_opening(told: CoOpinion) -> str:
    about, we = told.about, _we(told.issue.unit)
    return f"{about.called}《{about.title}》由你单位主办、{we}会办。经研究，现就涉及{we}职责的事项提出会办意见如下："


CO_CLOSING = "以上意见，请你单位在答复代表时统筹研究。"
# Whatever the closing is, where the unit has said whether its opinion may stand in the reply (forms.md F13).
QUOTING = {"yes": "以上意见可以写入答复。", "no": "以上意见供研究时参考，请勿写入答复。"}


@dataclass(frozen=True)
class AskedAgain:
    """退回重提单: what is missing, until when, and for which time it is asked."""

    issue: Issue
    about: About
    co_unit: str
    points: tuple[str, ...]
    reason: str
    resubmit_due: date | None
    nth: int = 1


def asked_again(told: AskedAgain) -> Letter:
    points = "、".join(f"“{point}”" for point in told.points)
    again = f"（第{told.nth}次）" if told.nth > 1 else ""
    body = (
        Paragraph(f"你单位关于{told.about.called}《{told.about.title}》的会办意见收悉。经研究，该意见未能回应{points}："),
        Paragraph(stop(told.reason)),
        Paragraph(f"请补充明确的意见、措施和完成时限，于{days(told.resubmit_due)}前重新提出{again}。"),
    )  # fmt: skip
    return letter(told.issue, f"关于请重新提出{told.about.called}会办意见的函", told.co_unit, body)
