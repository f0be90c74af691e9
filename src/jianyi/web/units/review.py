"""The desks: where a paper has been, what changed on the way, what is checked before it goes on."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest

from jianyi.cases.facts import DESK_LABELS, checklist, unanswered_remarks
from jianyi.cases.issued.about import waived
from jianyi.cases.models import Contact, Edition, Paper, Remark
from jianyi.cases.queries.files import CaseFile
from jianyi.journal.models import Line
from jianyi.parties.queries import names
from jianyi.procedure.facts.said import CHECKS, PUBLICATIONS, QUOTABLE, WITH_MEASURES
from jianyi.procedure.words import Contact as K, Paper as P
from jianyi.web.templatetags.look import minute, short_day

from .letter import paragraphs
from .redline import Part, compare, count
from .remarks import marked
from .writing import co_opinions


SENT = (P.SENT, P.TO_RELAY, P.OFFERED, P.ADOPTED)


def chain(file: CaseFile, paper: Paper, known: list[Edition]) -> list[dict[str, str]]:
    """Drafting, each desk, signature, delivery: who, when, which edition."""
    record = [line for line in file.lines if line.subject == f"paper/{paper.id}"]
    stands = _stands(paper)
    steps = [("起草送审", _when(record, "present", known)), *_desks(paper, record, known)]
    steps += [("签发", _signed(paper)), ("送达" if paper.is_reply else "送主办单位", _day(paper.sent_at))]
    return [
        {"label": label, "note": note, "state": "done" if n < stands else "now" if n == stands else ""}
        for n, (label, note) in enumerate(steps)
    ]


def _stands(paper: Paper) -> int:
    """At which step of the chain the paper lies."""
    last = len(paper.desks)
    places = {
        P.DRAFTING: 0,
        P.AT_DESK: 1 + last - len(paper.desks_left),
        P.CLEARED: 1 + last,
        P.SIGNED: 2 + last,
    }
    return places.get(paper.stage, 3 + last if paper.stage in SENT else 0)


def _desks(paper: Paper, record: list[Line], known: list[Edition]) -> list[tuple[str, str]]:
    passes = [line for line in record if line.action == "pass"][-len(paper.passed) :] if paper.passed else []
    told = {row[0]: _told(line, known) for row, line in zip(paper.passed, passes, strict=False)}
    return [
        (DESK_LABELS.get(name, name), told.get(name) or _expected(paper, name)) for name, _ in paper.desks
    ]


def _expected(paper: Paper, desk: str) -> str:
    handling = paper.handling
    person = {"division": handling.head, "leader": handling.leader}.get(desk)
    return person.name if person else ""


def following(paper: Paper) -> str:
    """To whom a paper goes once the desk at which it lies has passed it."""
    later = paper.desks_left[1:]
    if not later:
        return f"审核完毕，转签发（{_signed(paper)}）"
    person = _expected(paper, later[0])
    return f"转{DESK_LABELS.get(later[0], later[0])}{f' {person}' if person else ''}审核"


def _signed(paper: Paper) -> str:
    if paper.signed_at:
        return f"{paper.signed_by} · {short_day(paper.signed_at)}"
    leader = paper.handling.leader
    return "重点件：单位主要负责人" if paper.root.key else leader.name if leader else ""


def _day(moment: datetime | None) -> str:
    return short_day(moment) if moment else ""


def _when(record: list[Line], action: str, known: list[Edition]) -> str:
    lines = [line for line in record if line.action == action]
    return _told(lines[-1], known) if lines else ""


def _told(line: Line, known: list[Edition]) -> str:
    at = datetime.fromisoformat(line.at)
    number = max((e.edition for e in known if e.at <= at), default=0)
    return f"{line.by['name']} · {short_day(at)}" + (f" 第 {number} 稿" if number else "")


# What changed


@dataclass(frozen=True, slots=True)
class Version:
    """One text that can be compared; `key`: how the address names it."""

    key: str
    label: str
    text: dict[str, Any]


def changes(request: HttpRequest, file: CaseFile, paper: Paper, known: list[Edition]) -> dict[str, Any]:
    """The letter with every change between two versions marked; the latest two unless others are asked for."""
    versions = _versions(file, paper, known)
    if not known:
        return {"paragraphs": [], "count": 0, "choices": []}
    keys = {version.key: version for version in versions}
    right = keys.get(request.GET.get("to", "")) or versions[-1]
    left = keys.get(request.GET.get("from", "")) or (versions[-2] if len(versions) > 1 else None)
    rows = _compared(file, paper, left.text if left else right.text, right.text)
    return {
        "paragraphs": marked(rows, Remark.of_paper(paper, file.remarks)) if right is versions[-1] else rows,
        "count": sum(count(row["parts"]) for row in rows), "left": left, "right": right,
        "choices": versions, "classes": [left.text["reply_class"] if left else "", right.text["reply_class"]],
    }  # fmt: skip


def _versions(file: CaseFile, paper: Paper, known: list[Edition]) -> list[Version]:
    """The letter of the round before, then the editions of this paper."""
    people = names(paper.congress_id, {e.by for e in known})
    told = [
        Version(str(e.edition), f"第 {e.edition} 稿 {people.get(e.by, '')} {minute(e.at)}", e.text)
        for e in known
    ]
    before = (p for p in file.papers if p.handling_id == paper.handling.previous_id and p.stage in SENT)
    return [
        *(Version("before", f"上一轮答复 {p.number} {_day(p.sent_at)}".strip(), p.text) for p in before),
        *told,
    ]


def _compared(file: CaseFile, paper: Paper, old: dict[str, Any], new: dict[str, Any]) -> list[dict[str, Any]]:
    """Paragraph by paragraph, those that went included."""
    before = {p.key: p for p in paragraphs(file, paper, old)}
    after = {p.key: p for p in paragraphs(file, paper, new)}
    keys = sorted({*before, *after}, key=_order)
    return [_row(key, before, after) for key in keys]


PLACES = {"opening": (0, 0), "helped": (2, 0), "bases": (2, 1), "promised": (2, 2), "closing": (3, 0)}


def _order(key: str) -> tuple[int, int]:
    return PLACES.get(key, (1, int(key.rpartition("-")[2]) if key[-1].isdigit() else 0))


def _row(key: str, before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    old, new = before.get(key), after.get(key)
    head = (new or old).head  # type: ignore[union-attr]
    parts = compare(old.text if old else "", new.text if new else "")
    return {"key": key, "head": head, "parts": parts or [Part("same", "")]}


# What is checked


def _opinions(used: int, waived: int, of: int) -> tuple[str, str, bool]:
    """「1 / 2 家，免等 1 家」"""
    told = f"{used} / {of} 家" + (f"，经同意免等 {waived} 家" if waived else "")
    return "会办意见采用", told, used + waived == of


def _measures(paper: Paper) -> tuple[str, str, bool]:
    """A hint, no bar: what is taken up should say how."""
    bare = [
        str(a["no"])
        for a in paper.answers
        if a["adoption"] in WITH_MEASURES and not a.get("measure", "").strip()
    ]
    return "措施", f"第 {'、'.join(bare)} 条采纳而未写措施" if bare else "已写明", not bare


def _promises(paper: Paper, tracked: bool) -> tuple[str, str, bool]:
    count = len(paper.promises)
    return "承诺事项", f"{count} 项{'，本类答复须跟踪落实' if tracked else ''}", count > 0 or not tracked


def unit_checks(file: CaseFile, paper: Paper) -> list[tuple[str, str, bool]]:
    """两会审三协商四把关, as the unit has laid it down."""
    if paper.handling not in file.own_handlings:
        return []
    found = checklist(paper, file.under)
    lacking = "未满足，不能签发" if found.blocks else "未满足"
    return [(CHECKS[name], "已满足" if met else lacking, met) for name, met in found.checks.items()]


def publication(paper: Paper) -> str:
    """「全文公开」「不公开：涉及商业秘密」"""
    label = PUBLICATIONS.get(paper.publication, paper.publication)
    return label if not paper.is_withheld else f"{label}：{paper.publication_reason or '未写理由'}"


def _remarks(file: CaseFile, paper: Paper) -> list[tuple[str, str, bool]]:
    if not Remark.of_paper(paper, file.remarks):
        return []
    count = len(unanswered_remarks(paper, file.under))
    return [("批注", f"{count} 条没有回应" if count else "都已回应", not count)]


def checks(file: CaseFile, paper: Paper) -> list[dict[str, Any]]:
    """What stands behind the paper, each with its figures; none of it is ticked by hand."""
    contacts = [c for c in file.under.all(Contact) if c.handling_id == paper.handling_id]
    confirmed = sum(c.stage is K.CONFIRMED for c in contacts)
    answered = sum(bool(a["text"].strip()) for a in paper.answers)
    points = len(file.case.points)
    found = [("与代表沟通", f"{len(contacts)} 次，代表确认 {confirmed} 次", confirmed > 0)]
    found += [("逐条回应", f"{answered} / {points} 条", answered == points)] if paper.is_reply else []
    if helping := co_opinions(file, paper):
        used = sum(row["paper"] is not None and row["paper"].stage is P.ADOPTED for row in helping)
        found.append(_opinions(used, len(waived(file.under, paper.handling)), len(helping)))
    if paper.is_reply:
        mark = file.under.place.classes.get(paper.reply_class)
        found += [_measures(paper), _promises(paper, mark is not None and mark.needs_tracking)]
        found.append(("答复类别", f"{mark.key} {mark.label}" if mark else "未定", mark is not None))
        found.append(
            ("公开方式", publication(paper), not paper.is_withheld or bool(paper.publication_reason))
        )
    else:
        found.append(("写入答复", QUOTABLE.get(paper.quotable, "没有写明"), bool(paper.quotable)))
    found += unit_checks(file, paper)
    found += _remarks(file, paper)
    found.append(("发文字号", paper.number or "签发时编定", True))
    return [{"label": label, "note": note, "ok": ok} for label, note, ok in found]
