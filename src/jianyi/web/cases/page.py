"""The case page of those who work on it: everything one reader may see, laid out for the template."""

from dataclasses import dataclass, field
from typing import Any

from jianyi.cases.facts import last_replies
from jianyi.cases.holders import proposers
from jianyi.cases.issued.replies import bases, points as said_in
from jianyi.cases.models import Collective, Contact, Handling, Paper, Return, Sheet
from jianyi.cases.models.handlings import ENDED
from jianyi.cases.models.papers import CHANNELS
from jianyi.cases.queries.files import Act, CaseFile
from jianyi.cases.queries.helping import worst
from jianyi.cases.queries.house import Known, introduce
from jianyi.cases.queries.meetings import Tally
from jianyi.cases.queries.preview import timeline, waits_for
from jianyi.procedure.facts.said import (
    BASES,
    CONTACT_WISHES,
    KINDS,
    LEVELS,
    MODES,
    PHASES,
    REPEATED,
    TALKS,
    VIAS,
    WISHES,
)
from jianyi.procedure.words import ANSWERING, NO_DUTY, Capacity, Limit, Role
from jianyi.turn.clocks import told as told_of
from jianyi.turn.models import Deadline
from jianyi.web import show
from jianyi.web.templatetags.look import minute, own_day, short_day

from . import between, chain, ideas, inside, oral, plans, rated, receipts, steps
from .around import around


LONG, SHORT, LINES = 1200, 160, 30
Told = dict[str, Any]


@dataclass(frozen=True)
class View:
    """One reader's view of one case while the page is laid out. `wide`: nothing is cut short; `cuts`: what was."""

    file: CaseFile
    known: Known
    acts: dict[int, list[Act]]
    wide: bool
    cuts: list[int] = field(default_factory=list)

    def bar(self, number: int, *more: Act) -> Told | None:
        return steps.bar(self.file, [*self.acts.get(number, []), *more])

    def cut(self, text: str, most: int) -> str:
        if self.wide or len(text) <= most:
            return text
        self.cuts.append(len(text))
        return f"{text[:most]}……"


def told(file: CaseFile, *, wide: bool, printed: bool) -> Told:
    """The whole context of the page."""
    view = View(file, introduce(file), steps.grouped(file.acts), wide)
    begun = {h.id: steps.begun_here(file, h) for h in file.handlings if h.stage not in ENDED}
    papers = [paper_told(view, p) for p in file.papers]
    every = [*file.acts, *(act for acts in begun.values() for act in acts)]
    here = [*view.acts.get(file.case.id, []), *steps.claim_here(file)]
    return {
        "file": file, "case": file.case, "head": head(view), "text": text_told(view), "open": printed,
        "duties": steps.duties(file, every), "bar": steps.bar(file, here),
        "tasks": [task(view, h, begun.get(h.id, []), papers) for h in file.handlings],
        "papers": papers, "sent": sum(1 for paper in file.papers if paper.sent_at),
        "sheets": [sheet(view, s) for s in file.sheets], "others": others(view), "record": record(view),
        "rounds": rated.rounds(file, _raters(view)), "talks": between.talks(view), "ideas": ideas.ideas(view), "shortened": bool(view.cuts), **around(file),
    }  # fmt: skip


def head(view: View) -> Told:
    file, case = view.file, view.file.case
    own = next(iter(file.own_handlings), None)
    delegation = "" if file.hides_names or not case.delegation else f"（{case.delegation.name}）"
    labels = [c.label for c in waits_for(case.stage, file.under) if c is not Capacity.THE_PROCEDURE]
    return {
        "number": case.no, "title": case.title or "（未写标题）", "stage": case.stage,
        "proposers": f"{file.salutation}{delegation}", "role": own.role if own else None,
        "helping": "、".join(h.unit.known_as for h in file.handlings if h.role is Role.CO and h.is_open),
        "clock": main_clock(view), "sitting": case.sitting.label,
        "waits": "、".join(dict.fromkeys(labels)),
    }  # fmt: skip


def main_clock(view: View) -> Told | None:
    """The clock that matters to this reader: the own handling's, or the nearest of all, or the hand-over's."""
    file = view.file
    tasks = file.own_handlings or [h for h in file.handlings if h.is_open]
    rows = [
        row
        for row in file.under.deadlines
        if row.holder_id in {h.id for h in tasks} and row.limit in ANSWERING
    ]
    rows += [row for row in file.clocks if row.holder_id == file.case.id and row.limit is Limit.HAND_OVER]
    first = min(rows, key=lambda row: (row.ended_at is not None, row.due_at), default=None)
    shown = clock(first) if first else None
    if shown and not first.ended_at:
        shown |= show.spent(own_day(first.started_at), first.due_on)
    return shown


def clock(row: Deadline) -> Told | None:
    """A deadline. A right that has run out makes nobody late, and one that is over is not told at all."""
    if row.limit in NO_DUTY and row.ended_at:
        return None
    shown = show.clock_of(told_of(row), row.ended_at)
    if shown and row.limit in NO_DUTY and shown["state"] == "bad":
        return shown | {"state": "over", "left": f"已于 {short_day(row.due_on)}届满"}
    return shown


def clocks(view: View, holder: int) -> list[Told]:
    rows = [row for row in view.file.under.deadlines if row.holder_id == holder]
    return [shown for row in sorted(rows, key=lambda row: row.due_at) if (shown := clock(row))]


# The suggestion


def text_told(view: View) -> Told:
    case, known = view.file.case, view.known.organisations
    wished = [known[int(number)].name for number in case.wished_units if int(number) in known]
    return {
        "situation": view.cut(case.situation, LONG),
        "points": [view.cut(point, 2 * SHORT) for point in case.points],
        "facts": [
            ("类别", KINDS.get(case.kind, "")), ("形成方式", "、".join(BASES.get(b, b) for b in case.basis)),
            ("连续提出", REPEATED.get(case.repeated_years, "")), ("公开意愿", WISHES.get(case.publication_wish, "")),
            ("沟通意愿", CONTACT_WISHES.get(case.contact_wish, "")),
            ("希望承办", "、".join(wished)),
            ("内容分类", case.category), ("提交", minute(case.submitted_at)), ("交办", minute(case.handed_over_at)),
            ("来件", case.received if case.entered else ""), ("拟办说明", case.proposal_note if view.file.office else ""),
        ],
        "files": [row for row in view.file.attachments if row.inside not in {*view.file.oral_scans, *view.file.rating_scans}],
    }  # fmt: skip


# The tasks


def task(view: View, handling: Handling, begun: list[Act], papers: list[Told]) -> Told:
    own = handling in view.file.own_handlings
    return {
        "row": handling, "anchor": steps.anchor(handling), "own": own, "clocks": clocks(view, handling.id),
        "chain": chain.links(handling, view.known), "given_back": handling.given_back if own else "",
        "proposal": chain.proposal(handling) if own else None,
        "receipt": receipts.told(view.file, handling, inner=own or view.file.office), "bar": view.bar(handling.id, *begun),
        "plan": plans.plan(view, handling), "met": met(view, handling), "waits": waits(view, handling),
        "level": LEVELS.get(handling.min_level, ""),
        "contacts": [contact(view, c) for c in view.file.contacts if c.handling_id == handling.id],
        "papers": [paper for paper in papers if paper["row"].handling_id == handling.id],
        "settled": [_settled(view, row) for row in inside.settled(view.file) if row.handling_id == handling.id],
        "returns": [request(view, r) for r in view.file.returns if r.handling_id == handling.id],
    }  # fmt: skip


def waits(view: View, handling: Handling) -> str:
    """Which co-unit keeps the lead waiting."""
    file = view.file
    return worst([handling], file.handlings, file.under.deadlines).get(handling.id, "")


def contact(view: View, row: Contact) -> Told:
    hides = view.file.hides_names
    names = [show.HIDDEN] if hides else [view.known.name(person) for person in row.deputies]
    return {
        "row": row, "anchor": steps.anchor(row), "phase": PHASES.get(row.phase, ""), "mode": MODES.get(row.mode, ""),
        "with": "、".join(names), "clocks": clocks(view, row.id), "bar": view.bar(row.id),
        "files": view.file.evidence.get(row.id, []),
    }  # fmt: skip


def _settled(view: View, row: Any) -> Told:
    inner = inside.is_inner(row, view.file)
    return {
        "row": row, "anchor": steps.anchor(row), "form": inside.form(row),
        "title": inside.title(row), "lines": [*oral.present(view, row), *inside.lines(row, inner=inner)], "scans": oral.scans(view, row),
        "files": view.file.evidence.get(row.id, []),
        "clocks": clocks(view, row.id), "bar": view.bar(row.id), **(inside.charges(view, row) if isinstance(row, Collective) else {}),
    }  # fmt: skip


def met(view: View, handling: Handling) -> Tally | None:
    """Person-times of a handling, for those who are shown all of its contacts."""
    file = view.file
    rows = [row for row in file.under.all(Contact) if row.handling_id == handling.id]
    shown = all(row in file.contacts for row in rows)
    return Tally.counted(rows, proposers(file.under)) if rows and shown else None


def request(view: View, row: Return) -> Told:
    unit = view.known.organisations.get(row.proposed_id or 0)
    return {
        "row": row, "anchor": steps.anchor(row), "unit": unit.name if unit else "", "talks": TALKS.get(row.talks, ""),
        "clocks": clocks(view, row.id), "bar": view.bar(row.id),
    }  # fmt: skip


# Replies and ratings


def paper_told(view: View, paper: Paper) -> Told:
    classes, points = view.file.under.place.classes, view.file.case.points
    mark = classes.get(paper.reply_class)
    return {
        "row": paper, "anchor": steps.anchor(paper), "is_reply": paper.is_reply, "mark": mark,
        "unit": paper.handling.unit.named_on(own_day(paper.signed_at)) if paper.signed_at else paper.handling.unit.name,
        "answers": [_answer(view, points, answer) for answer in said_in(paper, view.file.under) if paper.sent_at],
        "bases": bases(paper.text) if paper.sent_at else (),
        "counts": paper in last_replies(view.file.under), "round": paper.handling.round,
        "deliveries": [
            f"{view.known.name(d.person_id)}：{CHANNELS.get(d.channel, d.channel)}{' ' + d.mail_no if d.mail_no else ''}"
            for d in view.file.deliveries
            if d.paper_id == paper.id
        ],
        "bar": view.bar(paper.id),
    }  # fmt: skip


def _answer(view: View, points: list[str], answer: dict[str, Any]) -> Told:
    title = points[answer["number"] - 1] if answer["number"] <= len(points) else ""
    return answer | {"title": view.cut(title, 60), "text": view.cut(answer["text"], SHORT)}


def sheet(view: View, row: Sheet) -> Told:
    rater = show.HIDDEN if view.file.hides_names else view.known.name(row.rater_id)
    return {
        "row": row, "anchor": steps.anchor(row), "rater": rater, "unit": row.paper.handling.unit.known_as,
        "grades": row.grades(view.file.under.place.rating_axes), "via": VIAS.get(row.via, ""), "entries": rated.entries(row, view.file), "scans": rated.scans(row, view.file),
        "also": row.also, "clocks": clocks(view, row.id), "bar": view.bar(row.id),
    }  # fmt: skip


def _raters(view: View) -> dict[int, str]:
    """Their names, as far as this reader may know them."""
    people = {row.rater_id for row in view.file.sheets}
    return {person: show.HIDDEN if view.file.hides_names else view.known.name(person) for person in people}


# The rest


def others(view: View) -> list[Told]:
    """Invitations, claims, requests to withdraw: one line each."""
    file, known = view.file, view.known
    rows: list[tuple[Any, str, str]] = [
        (i, f"附议 {known.name(i.person_id)}", i.note) for i in file.invitations
    ]
    rows += [
        (c, f"认领 {known.organisations[c.unit_id].known_as}{'（愿牵头）' if c.leads else ''}", c.reason)
        for c in file.claims
    ]
    rows += [(row, "撤回申请", row.reason) for row in file.withdrawals]
    return [
        {"row": row, "anchor": steps.anchor(row), "what": what, "note": note, "bar": view.bar(row.id)}
        for row, what, note in rows
    ]  # fmt: skip


STATES = dict.fromkeys(("sign", "send", "close", "confirm"), "ok") | {
    "send_back": "warn",
    "dispute": "bad",
    "alert": "bad",
}


def record(view: View) -> Told:
    """The record, newest first; long ones are cut until asked for whole."""
    events = timeline(view.file)[::-1]
    shown = events if view.wide else events[:LINES]
    lines = [
        {
            "when": minute(e.at),
            "what": e.what,
            "who": e.who,
            "note": view.cut(e.note, SHORT),
            "state": STATES.get(e.action, ""),
        }
        for e in shown
    ]
    return {"lines": lines, "count": len(events), "more": len(events) - len(shown)}
