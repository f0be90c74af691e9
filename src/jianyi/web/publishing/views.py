"""The list of publications; one of them: read, prepared, checked, published."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.cases.queries.files import CaseFile
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.acting import Actor
from jianyi.publication.commands import publishing
from jianyi.publication.copies import make_copies
from jianyi.publication.facts import oversteps
from jianyi.publication.models import Publication
from jianyi.publication.queries.files import PARTS, listed, publication
from jianyi.web import acting, show
from jianyi.web.acting import Outcome, take
from jianyi.web.units.standing import act_of

from . import marking


def every(request: HttpRequest) -> HttpResponse:
    """`part`: one of PARTS."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    part = request.GET.get("part", "open")
    page = listed(by=by, part=part, **{name: request.GET.get(name, "") for name in ("after", "before")})
    at = part if part in PARTS else "open"
    return render(request, "publishing/list.html", {
        "rows": page.rows, "page": show.pager(page, request), "parts": [(name, label, name == at) for name, (label, _) in PARTS.items()],
    })  # fmt: skip


def one(request: HttpRequest, number: int) -> HttpResponse:
    """GET: what is marked and how it will read; POST: what was decided (`act`: write; rest, what is left is taken out; present,
    sent on as well)."""
    file, row = _found(request, number)
    outcome = _posted(request, file, row) if request.method == "POST" else Outcome()
    if outcome.done:
        sent = request.POST.get("act") == A.PRESENT.value
        messages.success(request, "已送审查。" if sent else "已保存，可以继续逐处决定。")
        return redirect(f"/publications/{row.id}/")
    if request.method == "POST":
        file, row = _found(request, number)
    return _page(request, file, row, outcome)


def _found(request: HttpRequest, number: int) -> tuple[CaseFile, Publication]:
    found = publication(number, by=request.actor)  # type: ignore[attr-defined]
    if found is None:
        raise Http404
    return found


def _posted(request: HttpRequest, file: CaseFile, row: Publication) -> Outcome:
    """Saved first; what is sent on is what was saved."""
    if act_of(file, row, A.WRITE) is None:
        raise Http404
    outcome = take(request, publishing.write, row, marking.plain(request, row))
    if not outcome.done or request.POST.get("act") != A.PRESENT.value:
        return outcome
    return take(request, publishing.present, outcome.subject, {}, part="present")


def _page(request: HttpRequest, file: CaseFile, row: Publication, outcome: Outcome) -> HttpResponse:
    writes = act_of(file, row, A.WRITE)
    if writes:
        make_copies(row)
    told: dict[str, Any] = {
        "file": file, "case": file.case, "row": row, "reasons": outcome.reasons, "code": str(outcome.code), "key": acting.new_key(),
        "seen": row.version, "writes": bool(writes), "acts": marking.buttons(file, row),
        "form": marking.form(request, row, outcome), "files": marking.files(request, row, outcome), "preview": marking.preview(row), "facts": marking.facts(file, row),
        "oversteps": oversteps(row, file.under), "clocks": marking.clocks(file, row), "present": act_of(file, row, A.PRESENT) if writes else None,
    }  # fmt: skip
    return render(request, "publishing/one.html", told, status=409 if outcome.reasons else 200)
