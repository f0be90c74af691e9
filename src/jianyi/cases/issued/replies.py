"""The reply letter (F14) and the co-opinion (F13) of a paper, as it stands or as it is signed."""

from datetime import date, datetime
from typing import Any

from django.db.models import Q

from jianyi.cases.letters import replies
from jianyi.cases.letters.values import Issue
from jianyi.documents.letters.document import Check, Letter
from jianyi.documents.letters.wording import long_day
from jianyi.kit import clock
from jianyi.kit.numerals import chinese
from jianyi.parties.models import Organisation
from jianyi.procedure import words
from jianyi.procedure.facts.said import ADOPTIONS, LEVELS, MODES
from jianyi.procedure.words import Kind
from jianyi.turn.under import Under

from .. import issued
from ..models import Contact, Negotiation, Paper, Waiver
from .about import about, decided, helping, leading, salutation, unit_names, waived
from .copied import central


SHORT_POINT = 60
# Whose part in a talk the letter tells; by level where nobody is named.
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
    return (*central(paper.congress_id, *kinds), *helping(under, paper.handling))


def reply(paper: Paper, under: Under, text: dict[str, Any], issue: Issue) -> replies.Reply:
    mark = under.place.classes.get(text["reply_class"])
    return replies.Reply(
        issue, about(under), answers(paper, under, text), mark.key if mark else "", "again" if paper.handling.round > 1 else "first",
        salutation(under), text["opening"], text["closing"], helping(under, paper.handling),
        co_summary(paper, under), contacts(paper, under), bases=bases(text),
    )  # fmt: skip


def answers(paper: Paper, under: Under, text: dict[str, Any]) -> tuple[replies.Answer, ...]:
    """What is said to each point, with what is promised there; divisions by name."""
    known = divisions(paper, under, text)
    promises = [
        (row["no"], replies.Promise(row["item"], _day(row["due"]), known.get(row["division"], "")))
        for row in text.get("promises", ())
    ]
    return tuple(
        replies.Answer(
            point(under, each["no"]), each["text"], ADOPTIONS.get(each["adoption"], ""), each.get("measure", ""),
            known.get(each.get("division", 0), ""), tuple(told for no, told in promises if no == each["no"]), each.get("shared", ""),
        )
        for each in said(text)
    )  # fmt: skip


def points(paper: Paper, under: Under, text: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    """Each answer in plain words, for pages: number, text, adoption, measure, division, promises; the paper's text as it
    stands, or one that was shown."""
    told = paper.text if text is None else text
    known = divisions(paper, under, told)
    return [
        {
            "number": each["no"], "shared": each.get("shared", ""), "text": each["text"], "adoption": ADOPTIONS.get(each["adoption"], ""),
            "measure": each.get("measure", ""), "division": known.get(each.get("division", 0), ""),
            "promises": [promise(row, known) for row in told.get("promises", ()) if row["no"] == each["no"]],
        }
        for each in told.get("answers", ())
    ]  # fmt: skip


def promise(row: dict[str, Any], known: dict[int, str]) -> str:
    """「2026年9月30日前，印发补助办法（公路养护处）」"""
    whose = known.get(row["division"], "")
    until = f"{long_day(_day(row['due']))}前，" if row["due"] else ""
    return f"{until}{row['item'].rstrip('。；;.')}{f'（{whose}）' if whose else ''}"


def divisions(paper: Paper, under: Under, text: dict[str, Any]) -> dict[int, str]:
    """What the unit and its divisions are called; nobody is asked where the text names none."""
    rows = (*text.get("answers", ()), *text.get("promises", ()))
    if not any(row.get("division") for row in rows):
        return {}
    found: dict[int, str] = under.once(("divisions", paper.handling.unit_id), lambda: _names_inside(paper))
    return found


def _names_inside(paper: Paper) -> dict[int, str]:
    """What a unit and everything below it is called; what has been dissolved keeps its name."""
    unit = paper.handling.unit_id
    rows = Organisation.objects.filter(Q(id=unit) | Q(parent_id=unit), congress_id=paper.congress_id)
    return dict(rows.values_list("id", "name"))


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None


def bases(text: dict[str, Any]) -> tuple[str, ...]:
    """「《澜江省农村公路条例》」「《……办法》（澜政办发〔2025〕12号）」"""
    return tuple(
        f"《{row['title'].strip().strip('《》')}》"
        + (f"（{row['number'].strip()}）" if row["number"].strip() else "")
        for row in text.get("bases", ())
    )


# Of an opinion that is not to stand in the reply only that it was looked at.
USED = {True: "已经采用", False: "已经研究参考"}
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
    who = "、".join(filter(None, (*_leaders(row), row.staff)))
    who = who or (LEVELS[row.level] if row.level in TOLD_LEVELS else "")
    by = "经人大代表工作机构转达，" if row.relayed else ""
    return f"{day}（{by}{MODES.get(row.mode, '')}{f'，{who}' if who else ''}）"


def _leaders(row: Contact) -> list[str]:
    return [f"{each['post']}{each['name']}" for each in row.present if each["level"] in TOLD_LEVELS]


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
    told = [
        (unit_names([p.handling for p in rows if p.may_be_quoted is open_]), how)
        for open_, how in USED.items()
    ]
    return "；".join(f"{'、'.join(names)}提出的会办意见{how}" for names, how in told if names)


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
    opinions = tuple(
        replies.Opinion(point(under, each["no"]), each["text"], each.get("measure", ""))
        for each in said(text)
    )
    lead = "、".join(leading(under))
    return replies.CoOpinion(
        issue, about(under), lead, opinions, text["opening"], text["closing"], text.get("quotable", "")
    )


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
    return replies.co_opening(other), replies.CO_CLOSING
