"""A deputy's first page: what waits for the deputy, then how far each suggestion has come."""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.cases.models import Suggestion
from jianyi.cases.queries import deputies, lists
from jianyi.cases.queries.preview import happened, waits_for
from jianyi.journal.models import Line
from jianyi.kit import clock
from jianyi.parties.mandates import was_deputy
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.limits import Due
from jianyi.procedure.words import Capacity
from jianyi.turn.under import Under

from .. import show
from ..fieldwork.meetings import todo
from ..shell import counters_of
from ..templatetags.look import own_day, short_day
from .road import steps
from .waiting import entry, invitation, is_to_do


GROUPS = {"open": "办理中", "tracking": "跟踪落实", "done": "已了结", "all": "全部"}
MANY = 50


def mine(request: HttpRequest) -> HttpResponse:
    """The same page for those who hold or held a seat beside their posts; whoever never did is led to their own desk."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    return home(request) if was_deputy(by.congress, by.person) else redirect("/")


def home(request: HttpRequest) -> HttpResponse:
    """What waits, due first; progress cards of own and co-signed suggestions; drafts."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    group = request.GET.get("group", "open")
    counts = deputies.group_counts(by=by)
    rows = [
        row for row in lists.work(by=by, when=request.GET.get("when", ""), size=MANY).rows if is_to_do(row)
    ]
    told = {
        **_waiting(request, by, rows), **_cards(request, by, group, rows),
        "greeting": greeting(by.name), "pills": _pills(counts, group), "counts": counts,
        "joined": counts["all"] - counts["led"], "drafts": _drafts(by),
    }  # fmt: skip
    return render(request, "deputies/home.html", told)


def greeting(name: str) -> str:
    """「周知远代表，上午好」"""
    hour = clock.now().astimezone(clock.HOME).hour
    part = next(
        word
        for until, word in ((11, "上午好"), (13, "中午好"), (18, "下午好"), (24, "晚上好"))
        if hour < until
    )
    return f"{name}代表，{part}"


WHEN = (
    ("overdue", "已超期", "alert-triangle"),
    ("today", "今天到期", "clock"),
    ("upcoming", "之后到期", "calendar"),
)


def _waiting(request: HttpRequest, by: Actor, rows: list[lists.Row]) -> dict[str, Any]:
    """The to-do list, with a counter for each nearness that narrows it."""
    when = request.GET.get("when", "")
    about = deputies.subjects(rows, by=by)
    counters = counters_of(request)
    kpis = [
        {
            "label": label, "number": getattr(counters, name), "icon": icon, "href": "?" if name == when else f"?when={name}",
            "current": name == when, "tone": "bad" if name == "overdue" and counters.overdue else "", "note": "",
        }
        for name, label, icon in WHEN
    ]  # fmt: skip
    waiting = [entry(row, about.get(row.subject_id)) for row in rows]
    waiting += [invitation(each) for each in todo(by, when)]
    return {"todo": sorted(waiting, key=_until), "kpis": kpis, "when": when}


def _until(each: dict[str, Any]) -> date:
    """Due first, whatever it is; what has no day comes last."""
    due = (each["clock"] or {}).get("due")
    return own_day(due) if due else date.max


def _cards(request: HttpRequest, by: Actor, group: str, mine: list[lists.Row]) -> dict[str, Any]:
    """`mine`: what waits for the deputy; its clock stands on the card where no other runs."""
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    page = deputies.cards(group, by=by, after=after, before=before)
    last = deputies.last_lines([row.suggestion.id for row in page.rows], by=by)
    until = {row.suggestion.id: row.due for row in mine} | deputies.binding(page.rows, by=by)
    cards = [_card(row, last.get(row.suggestion.id), until.get(row.suggestion.id), by) for row in page.rows]
    return {"cards": cards, "page": show.pager(page, request) if page.after or page.before else None}


def _card(row: lists.Row, last: Line | None, due: Due | None, by: Actor) -> dict[str, Any]:
    case = row.suggestion
    road = steps(case, row.handlings)
    return {
        "number": case.no, "title": case.title, "href": f"/suggestions/{case.id}/", "stage": case.stage, "key": case.key,
        "led": case.lead_id == by.person or case.by_delegation, "lead": case.lead.name,
        "steps": road, "unit": show.units_of(row) if row.handlings else "",
        "clock": _clock(due), "last": _last(last), "waits": _waits(case),
    }  # fmt: skip


def _clock(due: Due | None) -> dict[str, Any] | None:
    """How far the time has run. Why it is this day stands on the suggestion's own page: here nine of them were noise."""
    told = show.clock_of(due)
    if due is None or told is None:
        return None
    return told | show.spent(date.fromisoformat(due.start[:10]), due.on) | {"steps": []}


def _waits(case: Suggestion) -> str:
    """Whose turn it is on the suggestion itself: 「议案建议处」."""
    found = waits_for(case.stage, Under(case))
    return "、".join(capacity.label for capacity in found if capacity is not Capacity.THE_PROCEDURE)


def _last(line: Line | None) -> str:
    if line is None:
        return ""
    return f"{short_day(datetime.fromisoformat(line.at))} {happened(line)}"


def _pills(counts: dict[str, int], group: str) -> list[dict[str, Any]]:
    return [
        {"label": label, "href": f"?group={name}", "count": counts.get(name, 0), "current": name == group}
        for name, label in GROUPS.items()
    ]


def _drafts(by: Actor) -> list[dict[str, Any]]:
    rows = deputies.drafts(by=by)
    back = deputies.sent_back([row.id for row in rows], by=by)
    return [
        {"href": f"/suggestions/{row.id}/edit/", "title": row.title or "（还没有写标题）", "points": len(row.points), "back": row.id in back}
        for row in rows
    ]  # fmt: skip
