"""Autosave: unsent text of any form, kept for whoever typed it."""

import re

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from jianyi.kit.ids import read_number
from jianyi.turn import buffers

from ..onward import came_from, onward
from ..templatetags.look import minute


SUBJECT = re.compile(r"[a-z][a-z0-9-]{0,59}", re.ASCII)
NOT_TEXT = frozenset({"csrfmiddlewaretoken", "version", "key", "seen", "next", "act", "upload"})
# The first has the room of the mark beside the form, the second is told by whatever can tell more.
OVERTAKEN = "别处已改，没有覆盖"
KEPT_HERE = "这份内容已在别处保存或者改过，这一页没有覆盖它；您写的还在这台电脑上。"


@require_POST
def keep(request: HttpRequest, subject: str) -> JsonResponse:
    """The protocol of static/js/autosave.js: the form's fields and the version it knows; back come the new version
    and the time, or 409 with a sentence, and with more words, where the text was saved elsewhere meanwhile."""
    _known(subject)
    version = read_number(request.POST.get("version", "")) or 0
    texts = {name: request.POST.getlist(name) for name in request.POST if name not in NOT_TEXT}
    try:
        row = buffers.keep(subject, texts, version, by=request.actor)  # type: ignore[attr-defined]
    except buffers.Overtaken:
        told = {"sentence": OVERTAKEN, "more": KEPT_HERE, "href": came_from(request)}
        return JsonResponse(told, status=409)
    except buffers.TooLong:
        return JsonResponse({"sentence": "内容太长，没有自动保存。"}, status=413)
    return JsonResponse({"version": row.version, "time": minute(row.saved_at)})


@require_POST
def drop(request: HttpRequest, subject: str) -> HttpResponse:
    """The deputy does not want the unsent text any more."""
    _known(subject)
    buffers.drop(subject, by=request.actor)  # type: ignore[attr-defined]
    return redirect(onward(request) or "/")


def _known(subject: str) -> None:
    if not SUBJECT.fullmatch(subject):
        raise Http404
