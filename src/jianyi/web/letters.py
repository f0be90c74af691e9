"""A paper on the screen and as a file: the same from every page that has one."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from jianyi.cases.issued import files
from jianyi.cases.models import Batch, Letter
from jianyi.cases.queries import forms
from jianyi.cases.queries.letters import OF_BATCHES, checked, letter as letter_for
from jianyi.cases.sight import is_office
from jianyi.circulars.queries.files import letter as of_circular
from jianyi.documents.issuing import DRAWING, warnings
from jianyi.documents.letters.document import Document
from jianyi.documents.letters.fonts import NoFonts
from jianyi.documents.letters.webpage import page
from jianyi.fieldwork.queries import papers
from jianyi.procedure.facts.acting import Actor
from jianyi.supervision.queries import papers as supervising

from . import errors
from .cases.files import sent


FILE = "letter"
GONE = "函件的存档文件已经找不到，或者与存入时不一致，不能下载。请系统管理员从备份恢复。"


def shown(request: HttpRequest, document: Document, **told: Any) -> HttpResponse:
    """The sheet; `?print=1` without the bar above it. `there`: the address that its files have before .pdf and .docx."""
    told |= {
        "article": page(document),
        "warnings": warnings(document),
        "bare": request.GET.get("print") == "1",
    }
    told |= {"heading": "".join(document.title.split("\n")), "draft": bool(document.watermark)}
    return render(request, "print/letter.html", told)


def letter(request: HttpRequest, number: int) -> HttpResponse:
    """One that was sent, as it was."""
    row = _found(request, number)
    there = f"/letters/{row.id}/{FILE}"
    return shown(request, files.on_screen(row), letter=row, there=there, back=_back(request, row))


def _back(request: HttpRequest, row: Letter) -> str:
    """To its meeting or scheme, to its case, or to its batch where the reader has a page of that."""
    if row.kind in papers.OF_MEETINGS:
        return f"/meetings/{row.root_id}/"
    if row.kind == "circular":
        return f"/circulars/{row.root_id}/"
    if row.kind in papers.OF_SCHEMES:
        return f"/unit/scheme/?year={row.data['title'][:4]}"
    if row.kind in (*supervising.OF_URGINGS, *supervising.OF_MEASURES):
        return f"/{'urgings' if row.kind in supervising.OF_URGINGS else 'measures'}/{row.root_id}/"
    if row.kind not in OF_BATCHES or not Batch.objects.filter(congress_id=row.congress_id, id=row.root_id):
        return f"/suggestions/{row.root_id}/"
    return f"/batches/{row.root_id}/" if is_office(request.actor) else "/unit/"  # type: ignore[attr-defined]


def download(request: HttpRequest, number: int, kind: str) -> HttpResponse:
    row = _found(request, number)
    return reprinted(request, row, kind, f"/letters/{row.id}/")


def _found(request: HttpRequest, number: int) -> Letter:
    by: Actor = request.actor  # type: ignore[attr-defined]
    found = letter_for(number, by=by) or papers.letter(number, by=by) or of_circular(number, by=by)
    found = found or supervising.letter(number, by=by)
    if found is None:
        raise Http404
    return found


def reprinted(request: HttpRequest, letter: Letter, kind: str, back: str) -> HttpResponse:
    """What was issued, as it was: the kept file."""
    try:
        content = files.content(letter, kind, request.actor.person)  # type: ignore[attr-defined]
    except NoFonts as none:
        return refused(request, str(none), back)
    except (OSError, ValueError):
        return errors.gone(request, GONE, back)
    return sent(content, f"{letter.file_name}.{kind}")


def drawn(request: HttpRequest, document: Document, kind: str, name: str, back: str) -> HttpResponse:
    """A draft or a form, drawn as it stands and not kept."""
    try:
        return sent(DRAWING[kind](document).content, f"{name}.{kind}")
    except NoFonts as none:
        return refused(request, str(none), back)


def refused(request: HttpRequest, reason: str, back: str) -> HttpResponse:
    return render(request, "errors/409.html", {"reasons": [reason], "back": back}, status=409)


def check_form(request: HttpRequest, token: str) -> HttpResponse:
    """For whoever holds a form drawn as things stood: when, from which data, and whether the record still says the same."""
    found = forms.checked(token)
    told = {"found": found, "label": forms.label_of(found.drawn.kind) if found else ""}
    return render(request, "print/check_form.html", told, status=200 if found else 404)


def check(request: HttpRequest, code: str) -> HttpResponse:
    """For whoever holds a printed letter, without signing in: number, day, unit, code, and whether it is unchanged."""
    found = checked(code)
    told = {"found": found, "code": code[:20]}
    return render(request, "print/check.html", told, status=200 if found else 404)
