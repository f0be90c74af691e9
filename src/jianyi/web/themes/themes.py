"""The list of groups, and the page of one: what is in it, what was held, what its replies share, its problems."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jianyi.cases.queries.acts import Act
from jianyi.cases.queries.waiting import ToDo
from jianyi.fieldwork.queries.people import staff
from jianyi.procedure import words as w
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.acting import Actor
from jianyi.themes.fresh import fresh
from jianyi.themes.models import Problem
from jianyi.themes.queries import themes as queries, work
from jianyi.themes.queries.record import timeline
from jianyi.themes.queries.themes import InGroup, ThemeFile
from jianyi.turn.models import Subject
from jianyi.turn.tracks import track_of
from jianyi.web import acting, show
from jianyi.web.cases.inside import verb
from jianyi.web.seen import seen


SHOW = {"": "全部", "open": "集中办理中", "ended": "已结束"}
# Steps that stand on the page itself, or have a page of their own.
INLINE = (A.FIND, A.LINK, A.UNLINK, A.SHARE)


def every(request: HttpRequest) -> HttpResponse:
    """All the reader may see, the latest first."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    shown = request.GET.get("show", "")
    cursors = {name: request.GET.get(name, "") for name in ("after", "before")}
    page = queries.themes(by=by, show=shown, **cursors)
    told = {
        "rows": page.rows, "page": show.pager(page, request), "makes": fresh("theme", {}, by=by) is not None,
        "tabs": [{"label": label, "href": f"?show={name}", "current": name == shown} for name, label in SHOW.items()],
    }  # fmt: skip
    return render(request, "themes/themes.html", told)


def one(request: HttpRequest, number: int) -> HttpResponse:
    return page(request, found(request, number))


def found(request: HttpRequest, number: int) -> ThemeFile:
    return seen(queries.file, request, number)


def page(request: HttpRequest, file: ThemeFile, **more: Any) -> HttpResponse:
    """The page of one group; `more`: what was typed into a form of it, and why it was refused."""
    may = {act.action for act in file.acts if act.subject is file.theme}
    told = {
        "file": file, "theme": file.theme, "maker": file.known.get(file.theme.made_by_id, ""), "members": [_member(file, each) for each in file.members],
        "problems": [_problem(file, row) for row in file.problems], "counts": file.counts, "buttons": _buttons(file), "key": acting.new_key(),
        "finds": A.FIND in may, "links": A.LINK in may, "shares": A.SHARE in may, "said": {}, "reasons": [],
        "people": staff([file.theme.unit_id], by=file.by) if A.FIND in may else [], "open_cases": [each.case for each in file.inside],
        "events": show.course(timeline(file), STATES),
        "to_link": queries.meetings_to_link(file) if A.LINK in may else [], "numbers": "、".join(each.case.no for each in file.inside),
    }  # fmt: skip
    return render(request, "themes/theme.html", told | more, status=409 if more.get("reasons") else 200)


STATES = {
    A.VERIFY.value: "ok",
    A.WIND_UP.value: "ok",
    A.SEND_BACK.value: "bad",
    A.LAPSE.value: "warn",
    A.GIVE_UP.value: "warn",
}


def _member(file: ThemeFile, each: InGroup) -> dict[str, Any]:
    return {
        "row": each.row, "case": each.case, "deputy": each.deputy, "task": each.handling,
        "is_in": each.row.stage is w.Member.IN, "buttons": _of(file, each.row),
    }  # fmt: skip


def _problem(file: ThemeFile, row: Problem) -> dict[str, Any]:
    pledged = file.cases.get(row.pledged_case or 0)
    inner = file.is_inside or row.stage is w.Problem.STRUCK
    return {
        "row": row, "owner": file.known.get(row.owner_id, ""), "cases": file.concerns.get(row.id, []), "pledged": pledged,
        "buttons": _of(file, row), "files": file.evidence.get(row.id, []), "evidence": row.evidence if inner else "",
        "reason": row.reason if file.is_inside else "",
        "found_at": next((each.meeting for each in file.gatherings if each.meeting.id == row.meeting_id), None),
    }  # fmt: skip


def _of(file: ThemeFile, subject: Subject) -> list[dict[str, Any]]:
    """What may be done with something in the group: duties first, and of the rest what is ready."""
    acts = [act for act in file.acts if act.subject.id == subject.id]
    return [
        _button(file, act) for act in sorted(acts, key=lambda act: act.row.at_will) if act.ready or _asks(act)
    ]


def _asks(act: Act) -> bool:
    """What is lacking is only what the form of the step will ask."""
    return act.action in (A.REACH, A.SEND_BACK, A.PLEDGE, A.HAND_ON, A.DROP, A.TAKE_OUT)


def _buttons(file: ThemeFile) -> list[dict[str, Any]]:
    """What may be done with the group itself."""
    return [_button(file, act) for act in file.acts if act.subject is file.theme and act.action not in INLINE]


def _button(file: ThemeFile, act: Act) -> dict[str, Any]:
    here = f"/themes/{file.theme.id}/"
    own = {A.GROUP: f"{here}edit/", A.PLEDGE: f"/problems/{act.subject.id}/pledge/"}
    there = f"/act/{track_of(act.subject).name}/{act.subject.id}/{act.action.value}/?next={here}"
    ready = act.ready or act.action in (A.GROUP, A.GIVE_UP)
    return {
        "label": verb(act.subject, act.action), "href": own.get(act.action, there), "ready": ready, "missing": act.missing,
        "kind": "" if act.row.at_will else "primary",
    }  # fmt: skip


def todo(by: Actor, when: str = "") -> list[dict[str, Any]]:
    """What waits for this person on problems, due first. `when`: as in the work list."""
    return [_to_do(each) for each in work.work(by=by) if not when or each.when == when]


def _to_do(each: ToDo) -> dict[str, Any]:
    row = each.row
    return {
        "title": row.text, "verb": verb(row, each.action), "due": each.due, "late": each.late, "note": each.root.title,
        "href": f"/themes/{row.root_id}/#problem-{row.id}",
    }  # fmt: skip
