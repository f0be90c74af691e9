"""The reply letter (F14) and the co-opinion (F13) of a paper, as it stands or as it is signed."""

from datetime import datetime
from typing import Any

from jianyi.cases.letters import replies
from jianyi.cases.letters.values import Issue
from jianyi.documents.letters.document import Check, Letter
from jianyi.documents.letters.wording import long_day
from jianyi.kit import clock
from jianyi.kit.numerals import chinese
from jianyi.parties.models import Organisation
from jianyi.procedure import words
from jianyi.procedure.facts.said import ADOPTIONS, LEVELS, MODES
from jianyi.procedure.words import Kind, Organisation as Standing
from jianyi.turn.under import Under

from .. import issued
from ..models import Contact, Negotiation, Paper, Waiver
from .about import about, decided, helping, leading, salutation, unit_names, waived


SHORT_POINT = 60
# Whose part in a talk is told by level where nobody is named.
TOLD_LEVELS = ("leader", "principal")
PREVIEW = "预览"


def letter(paper: Paper, under: Under, checked: Check | None = None) -> Letter:
    """Before it is signed it is a preview and says so on every page."""
    issue = issuer(paper, under, checked)
    if paper.is_reply:
        return replies.reply(reply(paper, under, paper.text, issue))
    return replies.co_opinion(opinion(paper, under, paper.text, issue))


def issuer(paper: Paper, under: Under, checked: Check | None = None) -> Issue:
    handling, officer = paper.handling, paper.handling.officer
    issue = Issue(
        handling.unit.name, paper.number, paper.signed_at.astimezone(clock.HOME).date() if paper.signed_at else None,
        paper.signed_by, officer.name if officer else "", officer.phone if officer else "", copies(paper, under),
        check=checked, watermark="" if paper.signed_at else PREVIEW,
    )  # fmt: skip
    return issued.headed(issue, handling.unit)


def copies(paper: Paper, under: Under) -> tuple[str, ...]:
    """The committee, the government's office, the units that helped."""
    if not paper.is_reply:
        return ()
    kinds = [Kind.COMMITTEE, *([Kind.GOVERNMENT_OFFICE] if paper.handling.unit.of_government else [])]
    central = Organisation.objects.filter(
        congress_id=paper.congress_id, stage=Standing.ACTIVE, kind__in=kinds
    ).order_by("id")
    return (*(row.name for row in central), *helping(under, paper.handling))


def reply(paper: Paper, under: Under, text: dict[str, Any], issue: Issue) -> replies.Reply:
    mark = under.place.classes.get(text["reply_class"])
    answers = (
        replies.Answer(point(under, each["no"]), each["text"], ADOPTIONS.get(each["adoption"], ""))
        for each in said(text)
    )
    return replies.Reply(
        issue, about(under), tuple(answers), mark.key if mark else "", "again" if paper.handling.round > 1 else "first",
        salutation(under), text["opening"], text["closing"], helping(under, paper.handling),
        co_summary(paper, under), contacts(paper, under),
    )  # fmt: skip


MOST_CONTACTS = 4


def contacts(paper: Paper, under: Under) -> str:
    """Who spoke with the deputies when and how, as they have confirmed it; of many the first, and how often."""
    rows = [
        c
        for c in under.all(Contact)
        if c.handling_id == paper.handling_id and c.stage is words.Contact.CONFIRMED
    ]
    met = sorted((row for row in rows if row.occurred_at), key=lambda row: (row.occurred_at, row.id))
    if not met:
        return ""
    told = "、".join(_met(row) for row in met[:MOST_CONTACTS])
    more = f"等共{len(met)}次" if len(met) > MOST_CONTACTS else ""
    return f"我们于{told}{more}与{about(under).you}沟通"


def _met(row: Contact) -> str:
    day = long_day(row.occurred_at.astimezone(clock.HOME).date()) if row.occurred_at else ""
    who = row.staff or (LEVELS[row.level] if row.level in TOLD_LEVELS else "")
    by = "经人大代表工作机构转达，" if row.relayed else ""
    return f"{day}（{by}{MODES.get(row.mode, '')}{f'，{who}' if who else ''}）"


def co_summary(paper: Paper, under: Under) -> str:
    """Whose opinions went into it, which one is missing and why, and what was decided where the units did not agree
    before it was signed."""
    rows = [row for row in decided(under, paper.handling) if _is_before(row.decided_at, paper)]
    told = [_adopted(paper, under), *(_missing(row) for row in waived(under, paper.handling))]
    return "；".join(each for each in [*told, *(_decided(row) for row in rows)] if each)


def _adopted(paper: Paper, under: Under) -> str:
    rows = [
        p
        for p in under.all(Paper)
        if p.stage is words.Paper.ADOPTED and p.handling.round == paper.handling.round
    ]
    names = unit_names([p.handling for p in rows])
    return f"{'、'.join(names)}提出的会办意见已经采用" if names else ""


def _is_before(at: datetime | None, paper: Paper) -> bool:
    return at is not None and (paper.signed_at is None or at <= paper.signed_at)


def _decided(row: Negotiation) -> str:
    other = row.other.name if row.other else ""
    told = row.decision.strip().rstrip("。；;.")
    return f"{row.handling.unit.name}与{other}对会办意见有分歧，经协调决定：{told}"


def _missing(row: Waiver) -> str:
    due = f"（会办期限为{long_day(row.due_on)}）" if row.due_on else ""
    reason = row.reason.strip().rstrip("。；;.")
    return f"{row.helping.unit.name}的会办意见未按期送达{due}，经交办机构同意先行答复，原因是：{reason}"


def opinion(paper: Paper, under: Under, text: dict[str, Any], issue: Issue) -> replies.CoOpinion:
    opinions = tuple(replies.Opinion(point(under, each["no"]), each["text"]) for each in said(text))
    lead = "、".join(leading(under))
    return replies.CoOpinion(issue, about(under), lead, opinions, text["opening"], text["closing"])


def said(text: dict[str, Any]) -> list[dict[str, Any]]:
    """What is answered, in the order of the points."""
    return [each for each in sorted(text["answers"], key=lambda each: each["no"]) if each["text"].strip()]


def point(under: Under, no: int) -> str:
    """The point in its own words where they make a heading, else its number."""
    points = under.root.points  # type: ignore[attr-defined]
    told = points[no - 1].strip().rstrip("。；;.").removeprefix("关于") if no <= len(points) else ""
    return told if 0 < len(told) <= SHORT_POINT else f"第{chinese(no)}条建议"


def usual(paper: Paper, under: Under) -> tuple[str, str]:
    """Opening and closing where the unit writes none."""
    blank = {**paper.text, "opening": "", "closing": ""}
    issue = Issue(paper.handling.unit.name)
    if paper.is_reply:
        told = reply(paper, under, blank, issue)
        return replies.opening(told), replies.closing(told.about)
    other = opinion(paper, under, blank, issue)
    return replies.co_opening(other), replies.co_closing(other)
