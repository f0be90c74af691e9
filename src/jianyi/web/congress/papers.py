"""The list of a hand-over for one unit or for all, to be printed and as a table."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from jianyi.cases.queries import handover, office
from jianyi.kit.spreadsheets import Table, write

from .doors import COMMITTEE


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def of_unit(request: HttpRequest, number: int, unit: int) -> HttpResponse:
    """The unit's list on paper; before the hand-over it is marked a preview."""
    return _paper(request, number, _of_unit(request, number, unit), f"/batches/{number}/units/{unit}.xlsx")


def of_unit_sheet(request: HttpRequest, number: int, unit: int) -> HttpResponse:
    """The same columns in the same order as a table."""
    return sheet(_of_unit(request, number, unit))


def full(request: HttpRequest, number: int) -> HttpResponse:
    """Every task of the batch on paper."""
    return _paper(request, number, _full(request, number), f"/batches/{number}/list.xlsx")


def full_sheet(request: HttpRequest, number: int) -> HttpResponse:
    """Every task of the batch as a table."""
    return sheet(_full(request, number))


def _of_unit(request: HttpRequest, number: int, unit: int) -> handover.HandOverList:
    by = request.actor  # type: ignore[attr-defined]
    batch = office.batch(number, by=by)
    found = handover.unit_list(batch, unit, by=by) if batch else None
    if found is None:
        raise Http404
    return found


def _full(request: HttpRequest, number: int) -> handover.HandOverList:
    by = request.actor  # type: ignore[attr-defined]
    batch = office.batch(number, by=by)
    found = handover.full_list(batch, by=by) if batch else None
    if found is None:
        raise Http404
    return found


def _paper(request: HttpRequest, number: int, found: handover.HandOverList, table: str) -> HttpResponse:
    inside = request.actor.holds(*COMMITTEE)  # type: ignore[attr-defined]
    told = {"list": found, "wide": "wide", "table": table, "back": f"/batches/{number}/" if inside else "/"}
    return render(request, "congress/handover_list.html", told)


def sheet(found: handover.HandOverList) -> HttpResponse:
    """An .xlsx; text that a program could take for a formula is neutralised in writing."""
    totals = [found.totals.told, *("" for _ in found.columns[1:])]
    table = Table(found.columns, found.cells, found.title, totals, "交办清单")
    return attached(write([table]), f"{found.title}.xlsx")


def attached(content: bytes, name: str) -> HttpResponse:
    """A file to keep."""
    answer = HttpResponse(content, content_type=XLSX)
    answer["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return answer
