"""The list of a hand-over for one unit or for all, to be printed and as a table."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from jianyi.cases.issued import lists
from jianyi.cases.issued.congress import body
from jianyi.cases.issued.files import on_screen
from jianyi.cases.models import Letter
from jianyi.cases.queries import handover, office
from jianyi.cases.queries.letters import of_batch
from jianyi.documents.letters.document import Document
from jianyi.kit.spreadsheets import Table, write
from jianyi.procedure.words.duties import CONGRESS
from jianyi.web import letters


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def of_unit(request: HttpRequest, number: int, unit: int) -> HttpResponse:
    """The unit's list on paper; before the hand-over it is marked a preview."""
    return _paper(request, number, _of_unit(request, number, unit), unit)


def of_unit_file(request: HttpRequest, number: int, unit: int, kind: str) -> HttpResponse:
    """The same as PDF or .docx."""
    return _file(request, number, _of_unit(request, number, unit), unit, kind)


def of_unit_sheet(request: HttpRequest, number: int, unit: int) -> HttpResponse:
    """The same columns in the same order as a table."""
    return sheet(_of_unit(request, number, unit))


def full(request: HttpRequest, number: int) -> HttpResponse:
    """Every task of the batch on paper."""
    return _paper(request, number, _full(request, number), 0)


def full_file(request: HttpRequest, number: int, kind: str) -> HttpResponse:
    """The same as PDF or .docx."""
    return _file(request, number, _full(request, number), 0, kind)


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


def _paper(request: HttpRequest, number: int, found: handover.HandOverList, unit: int) -> HttpResponse:
    """As it was frozen with the hand-over; before, as it stands."""
    there, kept = _there(number, unit), _kept(request, number, unit)
    inside = request.actor.holds(*CONGRESS)  # type: ignore[attr-defined]
    back = f"/batches/{number}/" if inside else "/"
    return letters.shown(
        request, _document(request, found, kept), letter=kept, there=there, table=f"{there}.xlsx", back=back
    )


def _file(
    request: HttpRequest, number: int, found: handover.HandOverList, unit: int, kind: str
) -> HttpResponse:
    there, kept = f"{_there(number, unit)}/", _kept(request, number, unit)
    if kept:
        return letters.reprinted(request, kept, kind, there)
    return letters.drawn(request, _document(request, found, None), kind, found.title, there)


def _there(number: int, unit: int) -> str:
    return f"/batches/{number}/units/{unit}" if unit else f"/batches/{number}/list"


def _kept(request: HttpRequest, number: int, unit: int) -> Letter | None:
    rows = of_batch(number, by=request.actor)  # type: ignore[attr-defined]
    return next((row for row in rows if row.kind == "list" and row.subject_id == (unit or number)), None)


def _document(request: HttpRequest, found: handover.HandOverList, kept: Letter | None) -> Document:
    if kept:
        return on_screen(kept)
    sender = body(request.actor.congress)  # type: ignore[attr-defined]
    return lists.sheet(found, sender.name if sender else "")


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
