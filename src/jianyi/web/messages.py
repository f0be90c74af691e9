"""The reader's notices."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from jianyi import areas
from jianyi.fieldwork.models import WorkScheme
from jianyi.notices.lines import lines
from jianyi.notices.models import STATES, Sending
from jianyi.notices.queries import last_read, mark_read, notices, receipts
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import CHANNELS
from jianyi.procedure.words.duties import CONGRESS
from jianyi.turn.models import Notice

from . import show
from .areas import PAGES


def inbox(request: HttpRequest) -> HttpResponse:
    """Newest first; opening the page marks them read."""
    by = request.actor  # type: ignore[attr-defined]
    seen = last_read(by=by)
    page = notices(by=by, after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    sent = receipts([row.id for row in page.rows], by=by)
    rows = [
        {
            "sent": [_sent(one) for one in sent.get(line.notice.id, []) if one.channel == "email"],
            "at": line.notice.at,
            "text": line.text,
            "href": line.href,
            "new": line.notice.id > seen,
        }
        for line in lines(page.rows, by=by)
    ]
    mark_read(by=by)
    return render(
        request, "desk/messages.html", {"rows": rows, "page": show.pager(page, request), "on_notices": True}
    )


def _sent(row: Sending) -> dict[str, Any]:
    """How it left the platform, below the line: by mail; what other programs are told is no matter of the reader."""
    return {"label": CHANNELS[row.channel], "state": STATES[row.state], "at": row.sent_at}


def where(row: Notice, by: Actor, visible: bool) -> str:
    """The page it is about: a batch for the committee's own people, else the suggestion, the meeting, the outcome, if still to be seen."""
    if row.track == "batch":
        return f"/batches/{row.root_id}/" if by.holds(*CONGRESS) else ""
    if not visible:
        return ""
    root = areas.root_of(row.track)
    if root is WorkScheme:
        return "/unit/scheme/"
    area = PAGES.get(root, "suggestions") if root else "suggestions"
    return f"/{area}/{row.root_id}/"
