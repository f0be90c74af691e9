"""The forms of a case on the screen and as files, drawn as things stand when they are asked for."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from jianyi.cases.queries.files import CaseFile
from jianyi.cases.queries.forms import KINDS, form, issued
from jianyi.documents.letters.document import Sheet
from jianyi.web import letters


def shown(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    """The sheet; nothing for those who may not have it. Of a record that was issued the paper."""
    if paper := issued(kind, number, by=request.actor):  # type: ignore[attr-defined]
        return redirect(f"/letters/{paper.id}/")
    file, document = _found(request, kind, number)
    there, back = f"/forms/{kind}/{number}", f"/suggestions/{file.case.id}/"
    return letters.shown(request, document, there=there, back=back, as_of=True)


def download(request: HttpRequest, kind: str, number: int, suffix: str) -> HttpResponse:
    if paper := issued(kind, number, by=request.actor):  # type: ignore[attr-defined]
        return redirect(f"/letters/{paper.id}/letter.{suffix}")
    file, document = _found(request, kind, number)
    name = f"{KINDS[kind].label}（{f'第{file.case.no}号' if file.case.no else file.case.title[:20]}）"
    return letters.drawn(request, document, suffix, name, f"/forms/{kind}/{number}/")


def _found(request: HttpRequest, kind: str, number: int) -> tuple[CaseFile, Sheet]:
    found = form(kind, number, by=request.actor)  # type: ignore[attr-defined]
    if found is None:
        raise Http404
    return found
