"""The list as it is published, and the report of the committee: on the screen, on paper, as a table."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from jianyi.kit import clock
from jianyi.kit.ids import read_number
from jianyi.kit.spreadsheets import Table, write
from jianyi.procedure.facts.acting import Actor
from jianyi.topics.queries import form
from jianyi.topics.queries.published import HEADER, TITLE, Row, published, sheet, told
from jianyi.topics.queries.topics import TopicFile
from jianyi.web import letters
from jianyi.web.congress.papers import attached

from .topics import found


def listed(request: HttpRequest) -> HttpResponse:
    """`year`: in which it was decided; without it all."""
    rows = _rows(request)
    return render(request, "topics/list.html", {"rows": rows, "told": told(rows), "query": _query(request)})


def _rows(request: HttpRequest) -> list[Row]:
    by: Actor = request.actor  # type: ignore[attr-defined]
    year = read_number(request.GET.get("year", "")) or 0
    return published(by=by, year=year if year in range(1900, 2200) else 0)


def on_paper(request: HttpRequest) -> HttpResponse:
    document = sheet(_rows(request), by=request.actor)  # type: ignore[attr-defined]
    query = _query(request)
    return letters.shown(
        request, document, there="/topics/list", query=query, table=f"/topics/list.xlsx{query}", back=f"/topics/list/{query}", as_of=True,
    )  # fmt: skip


def _query(request: HttpRequest) -> str:
    year = request.GET.get("year", "")
    return f"?year={year}" if year.isdecimal() else ""


def download(request: HttpRequest, suffix: str) -> HttpResponse:
    document = sheet(_rows(request), by=request.actor)  # type: ignore[attr-defined]
    return letters.drawn(request, document, suffix, _name(), "/topics/list/")


def table(request: HttpRequest) -> HttpResponse:
    """An .xlsx; text that a program could take for a formula is neutralised in writing."""
    rows = _rows(request)
    cells = [(n, *row.cells) for n, row in enumerate(rows, 1)]
    return attached(
        write([Table(HEADER, cells, f"{TITLE}（{told(rows).rstrip('。')}）", name=TITLE)]), f"{_name()}.xlsx"
    )


def _name() -> str:
    return f"{TITLE}{clock.today():%Y%m%d}"


def report(request: HttpRequest, number: int) -> HttpResponse:
    file = found(request, number)
    document = form.report(file)
    if document is None:
        raise Http404
    return letters.shown(
        request, document, there=f"/topics/{number}/report", back=f"/topics/{number}/", as_of=False
    )


def report_file(request: HttpRequest, number: int, suffix: str) -> HttpResponse:
    file: TopicFile = found(request, number)
    document = form.report(file)
    if document is None:
        raise Http404
    return letters.drawn(
        request, document, suffix, f"{form.TITLE}（{file.topic.title[:20]}）", f"/topics/{number}/"
    )
