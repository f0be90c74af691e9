"""The board on the screen, on paper, as a table: what may be shown to whom."""

from django.http import Http404, HttpRequest, HttpResponse

from jianyi.kit import clock
from jianyi.kit.spreadsheets import Table, write
from jianyi.procedure.facts.acting import Actor
from jianyi.supervision.issued.board import HEADER, TITLE, cells, sheet
from jianyi.supervision.models import Measure
from jianyi.supervision.queries.board import board
from jianyi.web import letters
from jianyi.web.congress.papers import attached

from .overview import is_open_to


def _rows(request: HttpRequest) -> tuple[list[Measure], str]:
    """`for`: whom it is put up for; without it all that the reader may see."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    if not is_open_to(by):
        raise Http404
    audience = request.GET.get("for", "")
    audience = audience if audience in ("deputies", "public") else ""
    return board(by=by, audience=audience), f"?for={audience}" if audience else ""


def on_paper(request: HttpRequest) -> HttpResponse:
    rows, query = _rows(request)
    return letters.shown(
        request, sheet(rows), there="/supervision/board", query=query, table=f"/supervision/board.xlsx{query}", back="/supervision/?show=measures&rung=listing",
        as_of=True,
    )  # fmt: skip


def download(request: HttpRequest, suffix: str) -> HttpResponse:
    rows, _ = _rows(request)
    return letters.drawn(
        request, sheet(rows), suffix, f"{TITLE}{clock.today():%Y%m%d}", "/supervision/board/"
    )


def table(request: HttpRequest) -> HttpResponse:
    rows, _ = _rows(request)
    return attached(
        write([Table(HEADER, [cells(row) for row in rows], TITLE, name=TITLE)]), f"{TITLE}{clock.today():%Y%m%d}.xlsx"
    )  # fmt: skip
