"""One line of what waits for a deputy: what it is about, in a sentence, and where it is dealt with."""

from typing import Any

from jianyi.cases.models import Consultation, Contact, Invitation, OralReply, Sheet
from jianyi.cases.queries.rows import Row
from jianyi.procedure.facts.said import MODES

from .. import show
from ..templatetags.look import own_day, short_day


# track → icon, what it is called, the button
KINDS: dict[str, tuple[str, str, str]] = {
    "invitation": ("users-plus", "待附议", "看内容并附议"),
    "contact": ("message-check", "待确认沟通", "核对并确认"),
    "rating": ("star", "待测评", "看答复并测评"),
    "consultation": ("file-text", "待看稿", "看稿并回复"),
    "oralreply": ("clipboard-check", "待签署", "看记录并签署"),
    "withdrawal": ("arrow-back-up", "撤回待同意", "看理由并答复"),
}


TO_DO = {
    ("consultation", "accept_draft"),
    ("invitation", "co_sign"),
    ("contact", "confirm"),
    ("rating", "rate"),
    ("rating", "confirm"),
    ("oralreply", "countersign"),
    ("withdrawal", "agree"),
}


def is_to_do(row: Row) -> bool:
    """What is a deputy's to do. Drafts wait for nobody but their writer, and stand in a place of their own."""
    return row.item is not None and (row.item.track, row.item.action) in TO_DO


def entry(row: Row, about: Any) -> dict[str, Any]:
    """For deputies/todo.html. `about`: the subject, where its own words are needed."""
    track = row.item.track if row.item else ""
    icon, kind, verb = KINDS.get(track, ("checklist", row.action.label if row.action else "", "去办理"))
    return {
        "icon": icon, "kind": kind, "verb": verb, "clock": show.clock_of(row.due), "late": row.late,
        "title": sentence(row, about), "note": _note(row, about), "href": where(row),
    }  # fmt: skip


def invitation(each: dict[str, Any]) -> dict[str, Any]:
    """An activity that one is invited to, or something decided there that one answers for."""
    told = {
        "icon": "calendar-event",
        "kind": each["kind"],
        "clock": _answer_by(each) if each["due"] else None,
    }
    return told | {name: each[name] for name in ("verb", "late", "title", "note", "href")}


def _answer_by(each: dict[str, Any]) -> dict[str, Any]:
    """Until when an answer is awaited, told as every other deadline of the list is."""
    late = {"left": "已过答复日", "state": "bad"} if each["late"] else {}
    return show.of_day(own_day(each["due"])) | late | {"due": each["due"]}


def sentence(row: Row, about: Any) -> str:
    """Who did what, so that it is the deputy's turn."""
    title, lead = f"《{row.suggestion.title}》", row.suggestion.lead.name
    match about:
        case Invitation():
            return f"{lead}代表邀请您附议：{title}"
        case Contact():
            told = f"{short_day(about.occurred_at)} {MODES.get(about.mode, '沟通')}"
            return f"{about.handling.unit.name}登记了与您的一次沟通（{told}）：{title}"
        case Consultation():
            return f"{about.handling.unit.name}请您看答复稿：{title}"
        case OralReply():
            return f"{about.handling.unit.name}当面答复了您，请签署记录：{title}"
        case Sheet():
            return _on_sheet(about, title)
    return f"{lead}代表申请撤回：{title}" if row.item and row.item.track == "withdrawal" else title


def _on_sheet(about: Sheet, title: str) -> str:
    unit = about.paper.handling.unit.name
    if about.is_entered:
        return f"议案建议处代录了您对{unit}答复的测评，请核对：{title}"
    again = f"第 {about.round} 次" if about.round > 1 else ""
    return f"{unit}已{again}答复：{title}"


NOTES = {
    "contact": "请核对是否属实、记得准不准",
    "rating": "请逐项评价",
    "oralreply": "请核对记录，写明意见",
    "withdrawal": "您同意后才能撤回",
}


def _note(row: Row, about: Any) -> str:
    no = f"第 {row.suggestion.no} 号" if row.suggestion.no else ""
    if isinstance(about, Invitation):
        return about.explanation
    return " · ".join(part for part in (no, NOTES.get(row.item.track if row.item else "", "")) if part)


def where(row: Row) -> str:
    """The page on which it is dealt with."""
    track = row.item.track if row.item else ""
    if track in ("invitation", "rating"):
        return f"/{'invitations' if track == 'invitation' else 'sheets'}/{row.subject_id}/"
    return f"/suggestions/{row.suggestion.id}/#{track}-{row.subject_id}"
