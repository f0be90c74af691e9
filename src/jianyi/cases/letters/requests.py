"""Asking and deciding: return (F07), new assignment or refusal (F08), rehandling (F17), extension (F18)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jianyi.documents.letters.document import Block, Heading, Letter, Paragraph

from .values import About, Issue, days, letter, stop


@dataclass(frozen=True)
class ReturnRequest:
    """F07: give it back, and to whom it should go. Who leads and who helps is settled between the units (意见分歧)."""

    issue: Issue
    about: About
    addressee: str
    handed_over_on: date | None
    role: str
    reason: str
    basis: str
    proposed_unit: str = ""
    negotiation: str = "未与有关单位协商"


def return_request(told: ReturnRequest) -> Letter:
    about = told.about
    wanted = f"建议改由{told.proposed_unit}办理" if told.proposed_unit else "请予研究确定承办单位"
    body = (
        Paragraph(f"{about.called}《{about.title}》于{days(told.handed_over_on)}交我单位{told.role}。经研究，情况如下："),
        Heading("理由", 1, stop(told.reason)),
        Heading("职责依据", 1, stop(told.basis)),
        Heading("意见", 1, f"{wanted}（协商情况：{told.negotiation.rstrip('。')}）。"),
        Paragraph("改办决定作出前，我单位继续与代表保持联系，不中断办理。请予审定。"),
    )  # fmt: skip
    return letter(told.issue, f"关于申请退回{about.called}的函", told.addressee, body)


@dataclass(frozen=True)
class Reassigned:
    """F08, agreed: from whom to whom, the new days, what is handed on."""

    issue: Issue
    about: About
    request_number: str
    from_unit: str
    from_role: str
    to_units: tuple[str, ...]
    to_role: str
    reason: str
    handed_over_on: date | None
    reply_due: date | None
    ceiling: date | None = None
    co_units: tuple[str, ...] = ()


def reassigned(told: Reassigned) -> Letter:
    about, to = told.about, "、".join(told.to_units)
    helped = f"，{'、'.join(told.co_units)}会办" if told.co_units else ""
    ceiling = f"（自首次交办起最迟不超过{days(told.ceiling)}）" if told.ceiling else ""
    asked = f"（来函：{told.request_number}）" if told.request_number else ""
    body = (
        Paragraph(f"{about.called}《{about.title}》原交{told.from_unit}{told.from_role}{asked}。{stop(told.reason)}"),
        Paragraph(f"经研究，决定改由{to}{told.to_role}{helped}。交办日为{days(told.handed_over_on)}，答复期限为{days(told.reply_due)}{ceiling}。"),
        Paragraph(f"请{told.from_unit}及时将与代表沟通的情况和有关材料移交新承办单位；请新承办单位及时签收，并与代表联系。"),
        Paragraph("特此通知。"),
    )  # fmt: skip
    return letter(told.issue, f"关于改办{about.called}的通知", "、".join(told.to_units), body)


@dataclass(frozen=True)
class ReturnRefused:
    """F08, not agreed: the duty remains, and so do its days."""

    issue: Issue
    about: About
    unit: str
    asked_on: date | None
    reason: str
    reply_due: date | None
    request_number: str = ""


def return_refused(told: ReturnRefused) -> Letter:
    about = told.about
    asked = f"（{told.request_number}）" if told.request_number else ""
    body = (
        Paragraph(f"你单位{days(told.asked_on)}关于退回{about.called}《{about.title}》的申请{asked}收悉。"),
        Paragraph(f"经研究，不予退回。理由是：{stop(told.reason)}"),
        Paragraph(f"原办理期限不变，请于{days(told.reply_due)}前答复代表。"),
        Paragraph("特此通知。"),
    )
    return letter(told.issue, f"关于不同意退回{about.called}的通知", told.unit, body)


@dataclass(frozen=True)
class Rehandle:
    """F17: which reply the deputy was not satisfied with, what is asked for now; `speaks`: who is to speak with the
    deputy, where that was laid down."""

    issue: Issue
    about: About
    unit: str
    reply_number: str
    dissatisfied_with: str
    summary: str
    requirements: tuple[str, ...]
    speaks: str
    due: date | None


def rehandle(told: Rehandle) -> Letter:
    return letter(told.issue, f"关于重新办理{told.about.called}的通知", told.unit, _rehandle(told))


def _rehandle(told: Rehandle) -> Iterator[Block]:
    about = told.about
    number = f"（{told.reply_number}）" if told.reply_number else ""
    yield Paragraph(
        f"你单位对{about.called}《{about.title}》的答复{number}，代表对{told.dissatisfied_with}表示不满意。"
        f"主要意见是：{stop(told.summary)}"
    )
    yield Paragraph("经研究，请你单位重新办理，具体要求如下：")
    yield from (Heading(text.rstrip("。") + "。", 3) for text in told.requirements)
    talk = f"请由{told.speaks}当面与代表沟通，于" if told.speaks else "请于"
    yield Paragraph(f"{talk}{days(told.due)}前再次书面答复代表，并抄送我们。")
    yield Paragraph("特此通知。")


@dataclass(frozen=True)
class Upheld:
    """To the deputy: why it is not handled again."""

    issue: Issue
    about: About
    reply_number: str
    reason: str
    salutation: str = ""


def upheld(told: Upheld) -> Letter:
    about = told.about
    number = f"（{told.reply_number}）" if told.reply_number else ""
    body = [
        Paragraph(f"{about.you}对《{about.title}》（第{about.number}号）答复{number}提出的意见收悉，我们会同承办单位作了研究。"),
        Paragraph(f"经研究，本件不再重新办理。理由是：{stop(told.reason)}"),
    ]  # fmt: skip
    body.append(Paragraph("您的意见已如实记录。如情况有变化，欢迎另行提出建议。特此告知。"))
    addressee = told.salutation or about.deputies
    return letter(told.issue, f"关于{about.called}评价意见研究情况的告知函", addressee, body)


@dataclass(frozen=True)
class ExtensionRequest:
    """F18: only for what is wide or difficult (代表法第五十一条), told to the deputy beforehand."""

    issue: Issue
    about: About
    addressee: str
    old_due: date | None
    asked_due: date | None
    ground: str
    reason: str
    progress: str
    plan: str
    deputy_told_on: date | None = None
    deputy_told_by: str = ""
    deputy_said: str = ""


def _heard(told: ExtensionRequest) -> str:
    """When and how the deputy was told; requests from before that was asked have it in words only."""
    if told.deputy_told_on is None:
        return f"告知代表情况：{stop(told.deputy_said)}"
    heard = f"我单位已于{days(told.deputy_told_on)}{f'以{told.deputy_told_by}方式' if told.deputy_told_by else ''}告知代表"
    said = f"，代表意见：{told.deputy_said.rstrip('。')}。" if told.deputy_said else "。"
    return heard + said


def extension_request(told: ExtensionRequest) -> Letter:
    about, why = told.about, f"该建议{told.ground}，" if told.ground else ""
    body = (
        Paragraph(
            f"{about.called}《{about.title}》的答复期限为{days(told.old_due)}。{why}"
            f"依照代表法第五十一条，申请将答复期限延至{days(told.asked_due)}。"
        ),
        Heading("延期原因", 1, stop(told.reason)),
        Heading("已做工作", 1, stop(told.progress)),
        Heading("下步安排", 1, stop(told.plan)),
        Paragraph(f"{_heard(told)}请予批复。"),
    )
    return letter(told.issue, f"关于申请延期答复{about.called}的函", told.addressee, body)


@dataclass(frozen=True)
class ExtensionDecision:
    """`granted_due` empty: not agreed, the old day stands. `asked_due` tells a part from the whole."""

    issue: Issue
    about: About
    unit: str
    request_number: str
    old_due: date | None
    granted_due: date | None
    reason: str = ""
    asked_due: date | None = None
    ground: str = ""


def extension_decision(told: ExtensionDecision) -> Letter:
    about, granted = told.about, told.granted_due
    asked = f"（{told.request_number}）" if told.request_number else ""
    why = f"理由是：{stop(told.reason)}" if told.reason else ""
    ground = f"，申请所据情形为{told.ground}" if told.ground else ""
    # The platform tells the deputies itself that more time was granted; of what was refused they are told nothing.
    after = (
        "批复结果和延期原因已由平台告知代表，请继续就办理情况与代表沟通。"
        if granted
        else "请将批复结果及时告知代表。"
    )
    if granted:
        less = "，未同意延至申请的日期" if told.asked_due and granted < told.asked_due else ""
        decided = (
            f"同意将{about.called}的答复期限由{days(told.old_due)}延至{days(granted)}{less}。"
            f"{why}请抓紧办理，按期答复代表，不再延期。"
        )
    else:
        decided = f"不同意延期，答复期限仍为{days(told.old_due)}。{why}请集中力量按期答复代表。"
    body = (
        Paragraph(
            f"你单位关于延期答复{about.called}《{about.title}》的申请{asked}收悉{ground}。经研究，批复如下："
        ),
        Paragraph(decided),
        Paragraph(after),
    )
    title = f"关于{'同意' if granted else '不同意'}{about.called}延期答复的批复"
    return letter(told.issue, title, told.unit, body)
