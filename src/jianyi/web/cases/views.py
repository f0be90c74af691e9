"""One suggestion: its proposers' page, or the page of all who work on it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from jianyi.cases.queries.files import CaseFile, case
from jianyi.procedure.words import Duty

from . import page


def suggestion(request: HttpRequest, number: int) -> HttpResponse:
    """Proposers without a post on the case get their own page."""
    file = case(number, by=request.actor)  # type: ignore[attr-defined]
    if file is None:
        raise Http404
    if file.is_proposer and not works_on(file):
        from jianyi.web.deputies.item import item

        return item(request, file)
    wide = request.GET.get("full") == "1"
    return render(
        request, "cases/case.html", page.told(file, wide=wide, printed=request.GET.get("print") == "1")
    )


def works_on(file: CaseFile) -> bool:
    """Does the reader hold a post that has to do with this case?"""
    return bool(file.office or file.own_handlings or file.by.holds(Duty.GOVERNMENT_CLERK))
