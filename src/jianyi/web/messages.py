"""The reader's notices."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jianyi.cases.queries.lists import named
from jianyi.fieldwork.queries import schemes
from jianyi.notices.queries import last_read, mark_read, notices
from jianyi.notices.wording import sentence
from jianyi.procedure.actions import Action
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words.duties import CONGRESS
from jianyi.turn.models import Notice
from jianyi.turn.tracks import by_name

from . import areas, show


def inbox(request: HttpRequest) -> HttpResponse:
    """Newest first; opening the page marks them read."""
    by = request.actor  # type: ignore[attr-defined]
    seen = last_read(by=by)
    page = notices(by=by, after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    roots = {row.root_id for row in page.rows}
    cases = named(roots, by=by) | areas.named(roots, by=by)
    rows = []
    for row in page.rows:
        no, title, visible = cases.get(row.root_id, ("", "（您已不再参与的事项）", False))
        told = sentence(by_name()[row.track].stages, Action(row.action), no, title)
        rows.append({"at": row.at, "text": told, "href": _where(row, by, visible), "new": row.id > seen})
    mark_read(by=by)
    return render(
        request, "desk/messages.html", {"rows": rows, "page": show.pager(page, request), "on_notices": True}
    )


def _where(row: Notice, by: Actor, visible: bool) -> str:
    """The page it is about: a batch for the committee's own people, else the suggestion, the meeting, the outcome, if still to be seen."""
    if row.track == "batch":
        return f"/batches/{row.root_id}/" if by.holds(*CONGRESS) else ""
    if row.track == schemes.TRACK:
        return "/unit/scheme/" if visible else ""
    area = areas.LISTS.get(row.track, "suggestions")
    return f"/{area}/{row.root_id}/" if visible else ""
