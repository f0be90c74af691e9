"""Buttons: what this reader may do at a subject, where it is done, and what happens after."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from jianyi.cases.facts.between import answers_beside
from jianyi.cases.models import (
    Claim,
    Collective,
    Consultation,
    Contact,
    Extension,
    Handling,
    Negotiation,
    OralReply,
    Remark,
    Return,
    Waiver,
)
from jianyi.cases.queries import preview
from jianyi.cases.queries.files import Act, CaseFile
from jianyi.procedure.actions import Action as A
from jianyi.procedure.refusals import as_text
from jianyi.procedure.words import TRACK_LABELS, Duty, Limit
from jianyi.turn.clocks import told
from jianyi.turn.items import NEVER, binding
from jianyi.turn.models import Deadline, Subject
from jianyi.turn.tracks import track_of

from .. import show
from . import inside


Bar = dict[str, Any]
# Steps with a page of their own; `paper` has one for all its steps.
PAGES: dict[tuple[str, A], str] = {
    ("suggestion", A.REGISTER): "/review/{subject.id}/",
    ("suggestion", A.TURN_DOWN): "/review/{subject.id}/",
    ("suggestion", A.TREAT_AS_LETTER): "/review/{subject.id}/",
    ("suggestion", A.KEEP_FOR_REFERENCE): "/review/{subject.id}/",
    ("suggestion", A.PROPOSE): "/workbench/{subject.id}/",
    ("suggestion", A.MERGE): "/workbench/{subject.id}/",
    ("handling", A.ACKNOWLEDGE): "/handlings/{subject.id}/receipt/",
    ("handling", A.ROUTE): "/handlings/{subject.id}/route/",
    ("plan", A.PLAN): "/handlings/{subject.handling_id}/plan/",
    ("contact", A.RECORD): "/handlings/{subject.handling_id}/contact/",
    ("contact", A.RELAY): "/handlings/{subject.handling_id}/contact/",
    ("oralreply", A.PUT_DOWN): "/handlings/{subject.handling_id}/oral/",
    ("oralreply", A.RELAY): "/handlings/{subject.handling_id}/oral/",
    ("return", A.ASK): "/handlings/{subject.handling_id}/return/",
    ("return", A.APPROVE): "/handlings/{subject.handling_id}/return/",
    ("return", A.DROP): "/handlings/{subject.handling_id}/return/",
    ("return", A.GRANT): "/returns/{subject.id}/",
    ("return", A.REFUSE): "/returns/{subject.id}/",
    ("publication", A.WRITE): "/publications/{subject.id}/",
    ("publication", A.PRESENT): "/publications/{subject.id}/",
    ("publication", A.PASS): "/publications/{subject.id}/",
    ("publication", A.WITHHOLD): "/publications/{subject.id}/",
    ("publication", A.PUBLISH): "/publications/{subject.id}/",
    ("rating", A.HANDLE_AGAIN): "/dissatisfied/{subject.id}/",
    ("rating", A.UPHOLD): "/dissatisfied/{subject.id}/",
    ("rating", A.ISSUE_LINK): "/ratings/{subject.id}/link/",
    ("rating", A.RATE): "/sheets/{subject.id}/",
}
# All of them conclusions of one review.
REVIEWED = frozenset({A.TURN_DOWN, A.TREAT_AS_LETTER, A.KEEP_FOR_REFERENCE})
UNOFFERED = frozenset({A.LIFT_KEY, A.LIFT_MAJOR, A.RECALL, A.ENTER, A.OPEN_LINK})
ON_PAPER = frozenset({A.WRITE, A.PRESENT, A.PASS, A.SEND_BACK, A.SIGN, A.SEND})


def grouped(acts: Iterable[Act]) -> dict[int, list[Act]]:
    """subject → what may be done there, duties first."""
    found: dict[int, list[Act]] = {}
    for act in sorted(acts, key=lambda act: act.row.at_will):
        found.setdefault(act.subject.id, []).append(act)
    return found


def begun_here(file: CaseFile, handling: Handling) -> list[Act]:
    """What a reader may begin at a handling: a contact, a request to hand it back or for more time, and about its paper
    what is settled before it is signed. Only what is not wholly closed; why it is too late to hand it back is told."""
    fresh = [
        Contact.of(handling),
        Return.of(handling),
        Extension.of(handling),
        *_about_papers(file, handling),
        *_going_without(file, handling),
        Negotiation.of(handling),
        OralReply.of(handling),
    ]
    acts = [act for subject in fresh for act in file.acts_on(subject.come_home(file.under))]
    return [act for act in acts if act.ready or (act.action is A.ASK and isinstance(act.subject, Return))]


def _about_papers(file: CaseFile, handling: Handling) -> list[Subject]:
    papers = [p for p in file.papers if p.handling_id == handling.id and handling in file.own_handlings]
    return [kind.about(paper) for paper in papers for kind in (Consultation, Collective)]


def _going_without(file: CaseFile, helping: Handling) -> list[Subject]:
    """Beside a co-unit's task: the reply of the reader's own unit may have to leave without it."""
    answering = [h for h in file.own_handlings if answers_beside(h, helping)]
    return [Waiver.between(handling, helping) for handling in answering]


def claim_here(file: CaseFile) -> list[Act]:
    """A unit's office may claim what is not handed over yet."""
    units = file.by.where(Duty.UNIT_OFFICE)
    if not units:
        return []
    subject = Claim.of(file.case, unit_id=units[0]).come_home(file.under)
    return [act for act in file.acts_on(subject) if act.ready]


def bar(file: CaseFile, acts: list[Act]) -> Bar | None:
    """The buttons at a subject with the preview of the first; nothing where nothing may be done. What takes back a mark
    that is not there is not offered, nor what is another's to do."""
    acts = [act for act in acts if act.ready or act.action not in UNOFFERED]
    if not acts:
        return None
    first = acts[0] if not acts[0].row.at_will else next((act for act in acts if act.ready), acts[0])
    return {
        "id": str(first.subject.id), "verb": label(first), "buttons": _buttons(file, acts, first),
        "after": preview.after(first.row, first.subject, file.under),
        "missing": [f"{label(act)}：{as_text(act.missing)}" for act in acts if not act.ready],
        "warned": [f"{label(act)}：{as_text(act.warned)}" for act in acts if act.warned],
    }  # fmt: skip


def _buttons(file: CaseFile, acts: list[Act], first: Act) -> list[dict[str, Any]]:
    buttons: dict[str, dict[str, Any]] = {}
    for act in acts:
        there = href(act, file)
        kind = "primary" if act is first and is_due(file, act) else ""
        told = {"href": there, "label": label(act), "kind": kind, "ready": act.ready}
        known = buttons.setdefault(there, told)
        if known is not told:
            known["label"], known["ready"] = _both(known["label"], act), True
    return list(buttons.values())


def _both(told: str, act: Act) -> str:
    """One page for several steps: its own name where it has one, else the steps, the pen first."""
    if act.action in REVIEWED:
        return "审查登记"
    return f"写稿、{told}" if act.action is A.WRITE else f"{told}、{act.action.label}"


def is_due(file: CaseFile, act: Act) -> bool:
    """Does somebody wait for it? What is only begun here is due while its clock runs: the first contact; and
    a draft that the deputy has not seen."""
    if not act.subject._state.adding:
        return not act.row.at_will
    if act.action is A.SHOW:
        return act.ready
    holder = getattr(act.subject, "handling_id", 0)
    running = any(row.holder_id == holder and row.limit is Limit.CONTACT for row in file.clocks)
    return isinstance(act.subject, Contact) and running


def label(act: Act) -> str:
    return inside.verb(act.subject, act.action)


def href(act: Act, file: CaseFile) -> str:
    """Where the step is taken: its own page, or the view that serves every step."""
    subject, track = act.subject, track_of(act.subject).name
    if track == "paper" and act.action in ON_PAPER:
        return f"/papers/{subject.id}/"
    if own := PAGES.get((track, act.action)):
        return own.format(subject=subject)
    told = {"next": f"{_home(subject, file)}#{anchor(subject)}"}
    if subject._state.adding:
        told = _about(subject, file)
    number = "new" if subject._state.adding else subject.id
    return f"/act/{track}/{number}/{act.action.value}/?{urlencode(told)}"


def _home(subject: Subject, file: CaseFile) -> str:
    """The page on which the subject stands."""
    return f"/papers/{subject.paper_id}/" if isinstance(subject, Remark) else f"/suggestions/{file.case.id}/"


def _about(subject: Subject, file: CaseFile) -> dict[str, str]:
    """What a new subject is about goes along in the address."""
    named = {"paper": "paper_id", "handling": "handling_id", "helping": "helping_id"}
    told = {name: str(getattr(subject, column)) for name, column in named.items() if hasattr(subject, column)}
    return {"suggestion": str(file.case.id), "next": f"/suggestions/{file.case.id}/", **told}


def anchor(subject: Subject) -> str:
    return f"{track_of(subject).name}-{subject.id}"


def duties(file: CaseFile, acts: Iterable[Act]) -> list[dict[str, Any]]:
    """What waits for this reader here: steps that are somebody's duty, ready or to be made ready by writing; due first."""
    return [
        {
            "href": href(act, file), "label": label(act) if act.ready else f"写稿、{label(act)}", "where": _where(act.subject),
            "verb": label(act), "after": preview.after(act.row, act.subject, file.under),
            "clock": show.clock_of(told(until)) if until else None,
        }
        for act, until in _waiting(file, list(acts))
    ]  # fmt: skip


def _waiting(file: CaseFile, acts: list[Act]) -> list[tuple[Act, Deadline | None]]:
    """Each with the clock that it would stop; what has none comes last, and the reply before what hangs beside it."""
    written = {act.subject.id for act in acts if act.action is A.WRITE and act.ready}
    found = [
        (act, binding(act.row, act.subject, file.under))
        for act in acts
        if is_due(file, act) and (act.ready or (act.action is A.PRESENT and act.subject.id in written))
    ]
    return sorted(
        found, key=lambda each: (each[1].due_at if each[1] else NEVER, each[0].action not in ON_PAPER)
    )


def _where(subject: Subject) -> str:
    told = TRACK_LABELS[type(subject.stage)]
    handling = subject if isinstance(subject, Handling) else getattr(subject, "handling", None)
    return f"{told} · {handling.unit.known_as}" if handling is not None else told
