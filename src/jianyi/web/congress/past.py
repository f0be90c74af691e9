"""Past replies: the list with a search, one reply, its file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from jianyi.cases.models import Past
from jianyi.cases.queries import past
from jianyi.documents.store import read
from jianyi.kit.text import clean
from jianyi.outcomes.queries.lists import of_past
from jianyi.procedure.words.duties import CLERKS

from .. import errors, show
from ..cases.files import sent
from ..shell import is_deputy
from . import doors


GONE = "原文件已经找不到，或者与存入时不一致，不能下载。请系统管理员从备份恢复。"


def every(request: HttpRequest) -> HttpResponse:
    """Newest first; the search lives in the address."""
    by = request.actor  # type: ignore[attr-defined]
    q = clean(request.GET.get("q", "")).text.strip()[:50]
    page = past.past_replies(by=by, q=q, **doors.cursors(request))
    told = {"rows": page.rows, "page": show.pager(page, request), "q": q, "plain": is_deputy(by)}
    return render(request, "congress/past_list.html", told)


def one(request: HttpRequest, number: int) -> HttpResponse:
    row = _found(request, number)
    by = request.actor  # type: ignore[attr-defined]
    told = {
        "row": row, "file": past.file_of(row, by=by), "plain": is_deputy(by), "may_remove": by.holds(*CLERKS), "results": of_past(row.id, by=by),
    }  # fmt: skip
    return render(request, "congress/past.html", told)


def download(request: HttpRequest, number: int) -> HttpResponse:
    """What it was read from, as it came in."""
    row = _found(request, number)
    file = past.file_of(row, by=request.actor)  # type: ignore[attr-defined]
    if file is None:
        raise Http404
    try:
        return sent(read(file), file.name)
    except (OSError, ValueError):
        return errors.gone(request, GONE, f"/past/{row.id}/")


def _found(request: HttpRequest, number: int) -> Past:
    row = past.past_reply(number, by=request.actor)  # type: ignore[attr-defined]
    if row is None:
        raise Http404
    return row
