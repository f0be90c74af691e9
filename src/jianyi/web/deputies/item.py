"""A suggestion as its proposers see it: how far it has come, what they must do, until when, who handles it, what was said."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jianyi.cases.models import Handling, Invitation, View, Withdrawal
from jianyi.cases.queries import deputies
from jianyi.cases.queries.files import Act, CaseFile
from jianyi.cases.queries.forms import forms
from jianyi.cases.queries.letters import letters
from jianyi.cases.queries.preview import after, timeline
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.said import WISHES
from jianyi.procedure.words import Limit, Suggestion as S
from jianyi.topics.queries.about import key_topic

from .. import acting, show
from ..cases import escalations, ideas, inside, ledgers, rated, together
from ..outcomes import about as credited
from ..supervision import about as supervised
from ..templatetags.look import minute, own_day, short_day
from . import oral
from .co_signers import asked
from .replies import Names, replies
from .road import stands_at, steps
from .talks import contacts
from .todo import todo


PUBLIC = {"full": "公开全文", "title_only": "只公开标题", "none": "不公开"}


def item(request: HttpRequest, file: CaseFile) -> HttpResponse:
    """The proposers' page of a suggestion; `file` is read by one of them."""
    known, houses = deputies.names_around(file), deputies.houses_around(file)
    given, sent = replies(file, known, houses), letters(file)
    told = {
        "file": file, "case": file.case, "lead": known[file.case.lead_id][0], "published": PUBLIC[file.case.publication_wish],
        "steps": steps(file.case, file.handlings, notes(file)), "todo": todo(file, known, houses),
        "clocks": clocks(file, houses), "handlers": handlers(file, known, houses), "wish": WISHES[file.case.publication_wish],
        "replies": [row for row in given if not row["old"]], "earlier": [row for row in given if row["old"]],
        "contacts": contacts(file, known, houses), "ideas": ideas.of_file(file, houses), "ledgers": ledgers.ledgers(file, sent), "events": [_event(event) for event in timeline(file)],
        "points": list(enumerate(file.case.points, start=1)), "asked": asked(file), "withdrawal": withdrawal(file),
        "shown": [(inside.title(row), row.stage, inside.lines(row, inner=False)) for row in file.consultations],
        "spoken": oral.settled(file, known),
        "waived": [inside.lines(row, inner=False) for row in file.waivers],
        "more_time": [inside.lines(row, inner=False) for row in file.extensions],
        "views": _views(file, known), "may_view": _may_view(file, houses), "resign": _resign(file), "merged": _merged(file),
        "wished": [houses[int(unit)] for unit in file.case.wished_units if int(unit) in houses],
        "files": [row for row in file.attachments if not row.inside], "key": acting.new_key(), "here": request.path,
        "letters": sent, "forms": forms(file), "rounds": rated.rounds(file, {person: name for person, (name, _) in known.items()}),
        "escalations": escalations.escalations(file), "together": together.together(file), "key_topic": key_topic(file), **credited.told(file),
        **supervised.told(file),
    }  # fmt: skip
    return render(request, "deputies/item.html", told)


# How far


def notes(file: CaseFile) -> dict[int, str]:
    """step → when it was done; of those to come, until when the reply is awaited."""
    case, first, now = file.case, _first_days(file), stands_at(file.case, file.handlings)
    days = {1: case.submitted_at or first.get(("suggestion", "enter")), 3: case.handed_over_at}
    days |= {number: first.get(key) for number, key in FIRST.items()}
    told = {number: short_day(moment) for number, moment in days.items() if number < now}
    if told.get(2):
        told[2] = " · ".join(part for part in (told[2], case.no) if part)
    awaited = {5: _awaited(file)} if now <= 5 else {}
    return {now: "正在进行", **told, **{number: text for number, text in awaited.items() if text}}


FIRST = {
    2: ("suggestion", "register"), 4: ("contact", "confirm"), 5: ("paper", "send"), 6: ("rating", "rate"),
    7: ("suggestion", "close"),
}  # fmt: skip


def _first_days(file: CaseFile) -> dict[tuple[str, str], datetime]:
    """(track, action) → when it first happened."""
    found: dict[tuple[str, str], datetime] = {}
    for line in file.lines:
        track = line.subject.split("/")[0]
        found.setdefault(
            ({"sheet": "rating"}.get(track, track), line.action), datetime.fromisoformat(line.at)
        )
    return found


def _awaited(file: CaseFile) -> str:
    running = [row.due_on for row in file.clocks if row.limit in (Limit.REPLY, Limit.REHANDLE)]
    return f"{short_day(min(running))}前" if running else ""


# Until when


def clocks(file: CaseFile, houses: dict[int, str]) -> list[dict[str, Any]]:
    """The limits that bind those who handle it: for each unit that answers the latest; before that the hand-over."""
    answering = [h for h in file.handlings if not h.advises and not _again(h, file)]
    found = [_clock(file, h.id, houses.get(h.unit_id, ""), Limit.REHANDLE, Limit.REPLY) for h in answering]
    if not any(found):
        found = [_clock(file, file.case.id, "", Limit.HAND_OVER)]
    return [clock for clock in found if clock]


def _again(handling: Handling, file: CaseFile) -> bool:
    return any(h.previous_id == handling.id for h in file.handlings)


def _clock(file: CaseFile, holder: int, who: str, *limits: Limit) -> dict[str, Any] | None:
    rows = [row for row in file.under.deadlines if row.holder_id == holder and row.limit in limits]
    if not rows:
        return None
    row = min(rows, key=lambda row: (row.ended_at is not None, row.due_at))
    clock = show.clock_of(file.due(holder, row.limit), row.ended_at) or {}
    bar = {} if row.ended_at else show.spent(own_day(row.started_at), row.due_on)
    return clock | bar | {"who": who}


# Who handles it


def handlers(file: CaseFile, known: Names, houses: dict[int, str]) -> list[dict[str, Any]]:
    """Units, those that answer first; of each the people in charge."""
    rows = sorted(
        (h for h in file.handlings if not _again(h, file)), key=lambda h: (not h.is_open, h.advises, h.id)
    )
    return [_handler(h, known, houses) for h in rows]


def _handler(h: Any, known: Names, houses: dict[int, str]) -> dict[str, Any]:
    nobody = ("", "")
    return {
        "unit": houses.get(h.unit_id, ""), "role": h.role, "stage": h.stage, "round": h.round, "open": h.is_open, "scope": h.scope,
        "leader": known.get(h.leader_id, nobody)[0], "head": known.get(h.head_id, nobody)[0],
        "division": houses.get(h.division_id, ""), "officer": known.get(h.officer_id, nobody)[0],
        "phone": known.get(h.officer_id, nobody)[1], "advises": h.advises, "requirement": h.requirement,
    }  # fmt: skip


# What was said


def _views(file: CaseFile, known: Names) -> list[dict[str, str]]:
    return [{"name": known[view.person_id][0], "opinion": view.opinion} for view in file.views]


def _may_view(file: CaseFile, houses: dict[int, str]) -> list[dict[str, Any]]:
    """Replies on which this co-signer may tell the lead something."""
    told = {view.paper_id for view in file.views if view.person_id == file.by.person}
    found = []
    for paper in file.papers:
        view = View.of(file.case, paper_id=paper.id, person_id=file.by.person).come_home(file.under)
        if paper.id not in told and any(act.ready for act in file.acts_on(view)):
            found.append({"paper": str(paper.id), "unit": houses.get(paper.handling.unit_id, "")})
    return found


def _event(event: Any) -> dict[str, Any]:
    state = {"sign": "ok", "send": "ok", "confirm": "ok", "dispute": "bad", "alert": "bad", "escalate": "bad"}
    return {
        "when": minute(event.at),
        "what": event.what,
        "who": event.who,
        "note": event.note,
        "state": state.get(event.action, ""),
    }


# Besides


def withdrawal(file: CaseFile) -> dict[str, Any]:
    """Whether it may be asked for, and the request under way."""
    ask = next(
        (act for act in file.acts_on(Withdrawal.of(file.case).come_home(file.under)) if act.action is A.ASK),
        None,
    )
    rows = [
        {"row": row, "acts": {act.action.value: act for act in file.acts_on(row)}} for row in file.withdrawals
    ]
    return {
        "ask": ask if ask and ask.ready else None,
        "rows": rows,
        "after": after(ask.row, ask.subject, file.under) if ask else "",
    }


def _resign(file: CaseFile) -> Act | None:
    return next(
        (
            act
            for act in file.acts
            if isinstance(act.subject, Invitation) and act.action is A.RESIGN and act.ready
        ),
        None,
    )


def _merged(file: CaseFile) -> dict[str, Any] | None:
    if file.case.stage is not S.MERGED or not file.case.merged_into_id:
        return None
    known = deputies.cases_of({file.case.merged_into_id}, by=file.by).get(file.case.merged_into_id)
    return {
        "href": f"/suggestions/{known.id}/" if known else "",
        "no": known.no if known else "",
        "title": known.title if known else "",
    }
