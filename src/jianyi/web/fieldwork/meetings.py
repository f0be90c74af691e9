"""The list of meetings, and the page of one: what it is, who comes, what was decided, what I may do."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jianyi.agendas.queries.agendas import PARTS
from jianyi.cases.queries.acts import Act, acts_at
from jianyi.cases.queries.waiting import ToDo
from jianyi.cases.sight import is_office
from jianyi.circulars.queries.files import of_meeting
from jianyi.fieldwork.fresh import fresh
from jianyi.fieldwork.models import Guest, Meeting, Resolution, WorkScheme
from jianyi.fieldwork.queries import meetings as queries, schemes
from jianyi.fieldwork.queries.meetings import MeetingFile
from jianyi.fieldwork.queries.people import hosts
from jianyi.kit import clock
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import ACTIVITIES, LEVELS
from jianyi.turn.models import WorkItem
from jianyi.web import acting, show
from jianyi.web.cases.inside import verb
from jianyi.web.seen import seen


SHOW = {"": "全部", "coming": "待召开", "open": "待纪要", "settled": "纪要已定"}
# Steps that stand on the page itself, or have a page of their own.
OWN = {A.CONVENE: "edit", A.HOLD: "attendance"}
INLINE = (A.MINUTE, A.RESOLVE, A.ATTACH)


def every(request: HttpRequest) -> HttpResponse:
    """All the reader may see, the latest first."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    kind, shown = request.GET.get("kind", ""), request.GET.get("show", "")
    cursors = {name: request.GET.get(name, "") for name in ("after", "before")}
    page = queries.meetings(by=by, kind=kind, show=shown, **cursors)
    answers = queries.answers(page.rows, by=by)
    told = {
        "rows": [_row(row, answers[row.id], by) for row in page.rows], "page": show.pager(page, request),
        "tabs": [{"label": label, "href": f"?show={name}&kind={kind}", "current": name == shown} for name, label in SHOW.items()],
        "kinds": ACTIVITIES.items(), "kind": kind, "show": shown, "todo": todo(by), "calls": fresh("meeting", {}, by=by) is not None,
    }  # fmt: skip
    return render(request, "fieldwork/meetings.html", told)


def _row(row: Meeting, answers: queries.Answers, by: Actor) -> dict[str, Any]:
    hosts = row.unit_id in by.houses or (not row.unit_id and bool(by.posts))
    return {
        "meeting": row, "id": str(row.id), "host": host_of(row), "answers": answers if hosts else None,
    }  # fmt: skip


def host_of(row: Meeting) -> str:
    return row.unit.known_as if row.unit else "人大常委会代表工作机构"


def todo(by: Actor, when: str = "") -> list[dict[str, Any]]:
    """What waits for this person on meetings, due first, for lists of things to do. `when`: as in the work list."""
    found = [_to_do(each) for each in queries.work(by=by) if not when or each.when == when]
    return found + ([_of_scheme(*each) for each in schemes.work(by=by)] if when in ("", "open_ended") else [])


def _of_scheme(row: WorkScheme, item: WorkItem) -> dict[str, Any]:
    """A work scheme has no day: it waits in the same list."""
    return {
        "title": row.title, "kind": "年度工作方案", "verb": verb(row, A(item.action)), "due": None, "late": False,
        "href": f"/unit/scheme/?year={row.year}", "note": "",
    }  # fmt: skip


def _to_do(each: ToDo) -> dict[str, Any]:
    action, meeting = each.action, each.root
    title = f"{meeting.title}：{each.row.text}" if isinstance(each.row, Resolution) else meeting.title
    return {
        "title": title, "kind": meeting.label, "verb": WAITS.get(action, action.label), "due": each.due, "late": each.late,
        "href": f"/meetings/{meeting.id}/#{each.item.track}-{each.item.subject_id}",
        "note": f"{minute_of(meeting)} · {meeting.where}",
    }  # fmt: skip


WAITS = {A.ATTEND: "答复是否参加", A.SETTLE: "审定纪要", A.REACH: "登记落实"}


def minute_of(meeting: Meeting) -> str:
    at = meeting.starts_at.astimezone(clock.HOME) if meeting.starts_at else None
    return f"{at.month} 月 {at.day} 日 {at:%H:%M}" if at else "时间未定"


def one(request: HttpRequest, number: int) -> HttpResponse:
    return page(request, found(request, number))


def found(request: HttpRequest, number: int) -> MeetingFile:
    return seen(queries.file, request, number)


def page(request: HttpRequest, file: MeetingFile, **more: Any) -> HttpResponse:
    """The page of one meeting; `more`: what was typed into a form of it, and why it was refused."""
    acts = file.acts
    told = {
        "file": file, "meeting": file.meeting, "host": host_of(file.meeting), "joint": "、".join(file.joint.values()),
        "chair": file.known.get(file.meeting.chair_id or 0, ""), "guests": [_guest(file, row) for row in file.guests if file.is_host],
        "mine": next((_guest(file, row) for row in file.guests if row.person_id == file.by.person), None),
        "came": _came(file), "decided": [_decided(file, row) for row in file.resolutions], "buttons": _buttons(file, acts),
        "writes": any(act.action is A.MINUTE for act in acts), "resolves": _resolves(file), "key": acting.new_key(), "people": _people(file),
        "minutes": file.minutes, "said": {}, "reasons": [], "letters": file.letters,
        "attaches": any(act.action is A.ATTACH for act in acts), "unwritten": _unwritten(acts),
        "opens_batch": is_office(file.by), "has_agenda": file.is_host and file.meeting.kind in PARTS, "circulars": of_meeting(file.meeting.id, by=file.by),
    }  # fmt: skip
    return render(request, "fieldwork/meeting.html", told | more, status=409 if more.get("reasons") else 200)


def _unwritten(acts: list[Act]) -> list[str]:
    """Why the minutes cannot go to the chair yet, beside that they are not written."""
    return [told for act in acts if act.action is A.MINUTE for told in act.missing]


def _guest(file: MeetingFile, row: Guest) -> dict[str, Any]:
    came = {there.person_id for there in file.attendance}
    happened = file.meeting.stage in queries.HAPPENED
    acts = {act.action: act for act in file.acts if act.subject.id == row.id}
    return {
        "row": row, "name": file.known.get(row.person_id, ""), "answer": ANSWERS[row.answer], "tone": TONES[row.answer],
        "came": row.person_id in came, "happened": happened, "yes": acts.get(A.ATTEND), "no": acts.get(A.EXCUSE),
        "asks": [_button(file, acts[action]) for action in (A.UNINVITE, A.INVITE) if action in acts and acts[action].ready],
    }  # fmt: skip


ANSWERS = {"": "未答复", "yes": "答复参加", "no": "请假"}
TONES = {"": "idle", "yes": "ok", "no": "warn"}


def _came(file: MeetingFile) -> list[dict[str, str]]:
    return [
        {"name": file.known.get(row.person_id, ""), "as": "代表" if row.deputy else LEVELS.get(row.level, "")}
        for row in file.attendance
    ]


def _decided(file: MeetingFile, row: Resolution) -> dict[str, Any]:
    late = row.stage.value == "in_force" and row.due is not None and row.due < clock.today()
    acts = [act for act in file.acts if act.subject.id == row.id and act.ready]
    return {
        "row": row, "owner": file.known.get(row.owner_id, ""), "late": late,
        "buttons": [_button(file, act) for act in acts], "files": file.evidence.get(row.id, []),
    }  # fmt: skip


def _buttons(file: MeetingFile, acts: list[Act]) -> list[dict[str, Any]]:
    """What may be done with the meeting itself, duties first; what is not ready says why. Another chair is offered where the chair has left."""
    own = [act for act in acts if act.subject is file.meeting and act.action not in INLINE]
    own = [act for act in own if act.ready or act.action is not A.HAND_ON]
    return [_button(file, act) for act in sorted(own, key=lambda act: act.row.at_will)]


def _button(file: MeetingFile, act: Act) -> dict[str, Any]:
    here = f"/meetings/{file.meeting.id}/"
    track = type(act.subject.stage).__name__.lower()
    there = f"/act/{track}/{act.subject.id}/{act.action.value}/?next={here}"
    return {
        "label": verb(act.subject, act.action), "href": f"{here}{OWN[act.action]}/" if act.action in OWN else there,
        "ready": act.ready, "missing": act.missing, "kind": "" if act.row.at_will else "primary",
    }  # fmt: skip


def _resolves(file: MeetingFile) -> bool:
    """While the minutes are open the organiser notes what was decided."""
    if not file.is_host:
        return False
    new = Resolution.of(file.meeting)
    new.come_home(file.under)
    return any(act.ready for act in acts_at(new, file.under, file.by))


def _people(file: MeetingFile) -> list[tuple[str, str]]:
    """Who may answer for something decided: the houses, then whoever was invited or came."""
    if not file.is_host:
        return []
    known = hosts(file.meeting, file.joint, by=file.by)
    more = [(row.person_id, file.known.get(row.person_id, "")) for row in (*file.asked, *file.attendance)]
    return [(str(number), name) for number, name in ({**dict(more), **dict(known)}).items()]
