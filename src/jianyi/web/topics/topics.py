"""The list of topics, and the page of one: its suggestions, what units said, the decision, plan, visits and report."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jianyi.cases.queries.acts import Act
from jianyi.cases.queries.waiting import ToDo
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.acting import Actor
from jianyi.topics.fresh import fresh
from jianyi.topics.models import Advice
from jianyi.topics.queries import topics as queries, work
from jianyi.topics.queries.meetings import called_for
from jianyi.topics.queries.record import timeline
from jianyi.topics.queries.topics import Seen, TopicFile
from jianyi.turn.models import Subject
from jianyi.turn.tracks import track_of
from jianyi.web import show
from jianyi.web.cases.inside import verb
from jianyi.web.seen import seen


SHOW = {"": "全部", "open": "待决定", "listed": "重点督办", "over": "未列入或已取消"}
# What the form of the step will ask is all that is lacking.
ASKING = (
    A.TAKE_OUT,
    A.REPLY,
    A.DROP,
    A.REFUSE,
    A.LIFT_KEY,
    A.PLAN,
    A.HAND_IN,
    A.INCLUDE,
    A.VISIT,
    A.NOMINATE,
    A.PUBLISH,
)


def every(request: HttpRequest) -> HttpResponse:
    """All the reader may see, the latest first."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    shown = request.GET.get("show", "")
    cursors = {name: request.GET.get(name, "") for name in ("after", "before")}
    page = queries.topics(by=by, show=shown, **cursors)
    told = {
        "rows": page.rows, "page": show.pager(page, request), "makes": fresh("keytopic", {}, by=by) is not None, "todo": todo(by),
        "tabs": [{"label": label, "href": f"?show={name}", "current": name == shown} for name, label in SHOW.items()],
    }  # fmt: skip
    return render(request, "topics/topics.html", told)


def one(request: HttpRequest, number: int) -> HttpResponse:
    file = found(request, number)
    told = {
        "file": file, "topic": file.topic, "members": [{"told": each, "buttons": _of(file, each.row)} for each in file.members], "buttons": buttons(file),
        "soundings": [{"row": row, "buttons": _of(file, row)} for row in file.soundings], "visits": [_visit(file, each) for each in file.visits],
        "meetings": called_for(file), "calls": fresh("meeting", {"topic": str(number)}, by=file.by) is not None,
        "events": show.course(timeline(file), STATES), "asks": [each for each in buttons(file) if not each["ready"]],
    }  # fmt: skip
    return render(request, "topics/topic.html", told)


def found(request: HttpRequest, number: int) -> TopicFile:
    return seen(queries.file, request, number)


def _visit(file: TopicFile, each: Seen) -> dict[str, Any]:
    numbers = {member.case.id: member.case.no for member in file.members}
    rows = [
        {"row": row, "no": numbers.get(row.suggestion_id, ""), "buttons": _of(file, row)}
        for row in each.advice
    ]
    return {"told": each, "rows": rows}


STATES = {
    A.MARK_KEY.value: "ok",
    A.HAND_IN.value: "ok",
    A.REFUSE.value: "bad",
    A.LIFT_KEY.value: "bad",
    A.LAPSE.value: "warn",
}


def _of(file: TopicFile, subject: Subject) -> list[dict[str, Any]]:
    """What may be done with something on the topic: duties first, and of the rest what is ready."""
    acts = [act for act in file.acts if act.subject.id == subject.id]
    return [
        _button(file, act)
        for act in sorted(acts, key=lambda act: act.row.at_will)
        if act.ready or act.action in ASKING
    ]


def buttons(file: TopicFile) -> list[dict[str, Any]]:
    """What may be done with the topic itself, duties first."""
    acts = [
        act for act in file.acts if act.subject is file.topic and (act.ready or act.action is not A.TAKE_DOWN)
    ]
    return [_button(file, act) for act in sorted(acts, key=lambda act: act.row.at_will)]


def _button(file: TopicFile, act: Act) -> dict[str, Any]:
    here = f"/topics/{file.topic.id}/"
    own = {A.NOMINATE: f"{here}edit/", A.INCLUDE: f"{here}include/", A.VISIT: f"{here}visit/"}
    there = f"/act/{track_of(act.subject).name}/{act.subject.id}/{act.action.value}/?next={here}"
    again = act.action is A.PUBLISH and file.topic.announced_on
    return {
        "label": "更正公布内容" if again else verb(act.subject, act.action), "href": own.get(act.action, there), "ready": act.ready, "missing": act.missing,
        "kind": "" if act.row.at_will else "primary",
    }  # fmt: skip


def todo(by: Actor, when: str = "") -> list[dict[str, Any]]:
    """What waits for this person on topics, due first. `when`: as in the work list."""
    return [_to_do(each) for each in work.work(by=by) if not when or each.when == when]


def _to_do(each: ToDo) -> dict[str, Any]:
    text = each.row.text if isinstance(each.row, Advice) else ""
    return {
        "title": text or each.root.title, "verb": verb(each.row, each.action), "due": each.due, "late": each.late,
        "note": each.root.title if text else "", "href": f"/topics/{each.root.id}/",
    }  # fmt: skip
