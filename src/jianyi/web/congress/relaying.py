"""Confidential cases: the office speaks with the deputy for the unit, and passes the reply on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jianyi.cases.queries import lists, office
from jianyi.procedure.actions import Action as A
from jianyi.procedure.words.duties import CLERKS

from .. import show
from ..acting import new_key
from . import doors


@doors.only(*CLERKS)
def relay(request: HttpRequest) -> HttpResponse:
    """Replies to pass on, and tasks whose contact goes through the office."""
    by = request.actor  # type: ignore[attr-defined]
    cursors = doors.cursors(request)
    replies = lists.work(by=by, track="paper", action=A.RELAY.value)
    tasks = office.confidential_tasks(by=by, **cursors)
    told = {
        "replies": [{"row": show.work_row(row, f"/suggestions/{row.suggestion.id}/"), "id": str(row.subject_id), "key": new_key()} for row in replies.rows],
        "tasks": [
            {"task": task, "id": str(task.id), "case": task.root, "done": contacted, "clock": show.clock_of(due)}
            for task, contacted, due in tasks.rows
        ],
        "page": show.pager(tasks, request),
    }  # fmt: skip
    return render(request, "congress/relay.html", told)
