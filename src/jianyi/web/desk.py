"""The first page of everybody with a post: the work list, due first, with counters."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jianyi.cases.queries import lists
from jianyi.cases.queries.office import waiting_batches
from jianyi.fieldwork.queries.figures import Share, leaders
from jianyi.kit import clock
from jianyi.procedure.actions import Action
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import TRACK_LABELS, Duty
from jianyi.procedure.words.duties import KNOW_NAMES, LEADERS
from jianyi.turn.tracks import by_name

from . import areas, show
from .circulars.circulars import todo as on_circulars
from .deputies.home import home
from .fieldwork.meetings import todo as on_meetings
from .outcomes.one import todo as on_outcomes
from .shell import counters_of, is_deputy
from .supervision.waiting import todo as on_supervision
from .themes.themes import todo as on_problems
from .topics.topics import todo as on_topics


WHEN = {
    "": "全部待办",
    "overdue": "已超期",
    "today": "今天到期",
    "upcoming": "之后到期",
    "open_ended": "未设期限",
}
ICONS = {
    "overdue": "alert-triangle",
    "today": "clock",
    "upcoming": "calendar",
    "open_ended": "list-check",
    "": "checklist",
}


def desk(request: HttpRequest) -> HttpResponse:
    """Deputies have a home of their own; everybody else starts with what waits for them."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    if is_deputy(by):
        return home(request)
    when, track, action = (request.GET.get(name, "") for name in ("when", "track", "action"))
    cursors = {name: request.GET.get(name, "") for name in ("after", "before")}
    page = lists.work(by=by, when=when, track=track, action=action, **cursors)
    told = {
        "rows": [show.work_row(row, where(row), hides=hides(by, row)) for row in page.rows],
        "page": show.pager(page, request), "kpis": _kpis(counters_of(request), when), "kinds": _kinds(by, track, action), "when": when,
        "title": WHEN.get(when, "待办"), "batches": _batches(by), "others": [] if track else _others(by, when),
        "empty": _nothing(by), "attended": [] if when or track else _attended(by),
    }  # fmt: skip
    return render(request, "desk/desk.html", told)


OTHERS: tuple[tuple[str, str, str, str, Callable[[Actor, str], list[dict[str, Any]]]], ...] = (
    ("supervision", "督办", "/supervision/", "督办页面", on_supervision),
    ("topics", "重点督办", "/topics/", "全部议题", on_topics),
    ("problems", "问题清单", "/problems/", "问题挂牌", on_problems),
    ("circulars", "通报", "/circulars/", "全部通报", on_circulars),
    ("meetings", "会议和活动", "/meetings/", "全部活动", on_meetings),
    ("outcomes", "成果", "/outcomes/?show=open", "全部待核验、待修改", on_outcomes),
)


def _others(by: Actor, when: str) -> list[dict[str, Any]]:
    """What waits beside the cases, an area a card; how many are late is said before anybody scrolls to them."""
    waiting = ((*told, rows) for *told, todo in OTHERS if (rows := todo(by, when)))
    return [
        {
            "anchor": anchor, "title": title, "href": href, "link": link, "todo": rows,
            "late": sum(bool(row.get("late")) for row in rows),
        }
        for anchor, title, href, link, rows in waiting
    ]  # fmt: skip


def _attended(by: Actor) -> list[Share]:
    """For a leader of a unit: of the meetings of this year that one should attend, how many one did."""
    if not by.holds(*LEADERS):
        return []
    own = (row for row in leaders(clock.today().year, by=by) if row.person == by.person)
    return [share for row in own for share in row.shares if share.of]


def _nothing(by: Actor) -> dict[str, str]:
    """The way to what is theirs stands where the list would: an administrator's work is no suggestion, and the
    government's office reads more than it decides."""
    told = {"title": "没有待办事项", "text": "有新的事项时会列在这里，并发消息告知。", "href": "", "link": ""}
    if by.holds(Duty.ADMINISTRATOR):
        return told | {"href": "/people/", "link": "管理人员与职务"}
    return told | OVERSEES if by.holds(Duty.GOVERNMENT_CLERK) else told


OVERSEES = {
    "text": "需要您办理的事项会列在这里，并发消息告知。政府系统各单位承办的建议办到哪一步、何时到期，都可以在建议库里查看。",
    "href": "/suggestions/", "link": "查看政府系统承办的建议",
}  # fmt: skip


def _batches(by: Actor) -> list[dict[str, str]]:
    """Batches to be handed over: they are no suggestions, so the list below cannot hold them."""
    return [
        {
            "href": f"/batches/{row.id}/",
            "text": f"{row.name or '交办批次'}已由{row.prepared_by}编成，等待交办。",
        }
        for row in (waiting_batches(by=by) if by.holds(Duty.COMMITTEE_HEAD) else [])
    ]


def where(row: lists.Row) -> str:
    """Where a work item is dealt with: the case, at the subject."""
    return (
        f"/suggestions/{row.suggestion.id}/#{row.item.track}-{row.subject_id}"
        if row.item
        else f"/suggestions/{row.suggestion.id}/"
    )


def hides(by: Actor, row: lists.Row) -> bool:
    """A confidential proposer is named to the congress's own bodies and to himself only."""
    case = row.suggestion
    return case.confidential and not (by.holds(*KNOW_NAMES) or by.person == case.lead_id)


def _kpis(counters: lists.Counters, when: str) -> list[dict[str, object]]:
    numbers = {
        "": counters.all,
        "overdue": counters.overdue,
        "today": counters.today,
        "upcoming": counters.upcoming,
    }
    numbers["open_ended"] = counters.open_ended
    return [
        {
            "label": WHEN[name], "number": number, "icon": ICONS[name], "href": f"/?when={name}" if name else "/",
            "current": name == when, "tone": "bad" if name == "overdue" and number else "", "note": f"先到期的 {lists.MOST} 件" if counters.capped else "",
        }
        for name, number in numbers.items()
    ]  # fmt: skip


def _kinds(by: Actor, track: str, action: str) -> list[dict[str, object]]:
    """The kinds of things to do, as filters; what waits on meetings stands in a card of its own."""
    return [
        {
            "href": f"/?track={name}&action={verb}", "label": f"{TRACK_LABELS[by_name()[name].stages]}：{show.to_do(Action(verb))}",
            "count": n, "current": (name, verb) == (track, action),
        }
        for (name, verb), n in sorted(lists.counts_by_action(by=by).items(), key=lambda kind: -kind[1].number)
        if not areas.stands_above(name)
    ]  # fmt: skip
