"""The register of outcomes: by kind, year and unit, with its figures, and as a table."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from jianyi.kit import clock
from jianyi.kit.ids import read_number
from jianyi.kit.spreadsheets import Table, write
from jianyi.outcomes.fresh import fresh
from jianyi.outcomes.models import Outcome, Quantity
from jianyi.outcomes.queries import lists
from jianyi.outcomes.queries.figures import Figures, figures, may_count, years
from jianyi.outcomes.queries.publicity import reports_of_year
from jianyi.outcomes.sight import stage_for
from jianyi.parties.queries import units
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import CONVERSIONS
from jianyi.turn.speech import YEARS
from jianyi.web import show
from jianyi.web.congress.papers import attached


MOST = 5000
COLUMNS = ("类别", "成果", "承办单位", "年度", "制度成果", "状态", "数量", "登记日期")


@dataclass(frozen=True)
class Asked:
    """The filter as the address says it."""

    kind: str = ""
    year: int = 0
    unit: int = 0
    show: str = ""

    @classmethod
    def read(cls, get: QueryDict) -> "Asked":
        """What is none of the choices asks for nothing."""
        kind, shown = get.get("kind", ""), get.get("show", "")
        year = read_number(get.get("year", "")) or 0
        return cls(
            kind if kind in CONVERSIONS else "", year if year in YEARS else 0, read_number(get.get("unit", "")) or 0,
            shown if shown in lists.SHOWN else "",
        )  # fmt: skip

    def page(self, by: Actor, **cursors: Any) -> Any:
        return lists.register(
            by=by, kind=self.kind, year=self.year, unit=self.unit, show=self.show, **cursors
        )


def every(request: HttpRequest) -> HttpResponse:
    """For whoever counts: deputies read what came of their own suggestions on its page."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    if not may_count(by):
        raise Http404
    asked = Asked.read(request.GET)
    page = asked.page(by, **{name: request.GET.get(name, "") for name in ("after", "before")})
    quantities = lists.quantities_of(page.rows, by=by)
    year = asked.year or clock.today().year
    counted = figures(year, by=by, unit=asked.unit)
    told = {
        "rows": [row_told(row, quantities[row.id], by) for row in page.rows], "page": show.pager(page, request), "asked": asked,
        "figures": counted, "kinds": _kinds(counted), "labels": list(CONVERSIONS.values()), "options": CONVERSIONS.items(),
        "years": [(each, each == asked.year) for each in years(by=by)], "shows": lists.SHOWN.items(),
        "units": [(row.id, row.known_as, row.id == asked.unit) for row in units(by=by)], "query": _query(request.GET),
        "calls": fresh("outcome", {}, by=by) is not None, "reports": reports_of_year(year, by=by),
    }  # fmt: skip
    return render(request, "outcomes/register.html", told)


def _kinds(counted: Figures) -> list[dict[str, Any]]:
    """Each kind with its share of the longest bar, in tenths."""
    most = max((row.count for row in counted.kinds), default=0)
    return [{"row": row, "width": round(100 * row.count / most) if most else 0} for row in counted.kinds]


def _query(get: QueryDict) -> str:
    kept = get.copy()
    for name in ("after", "before"):
        kept.pop(name, None)
    return kept.urlencode()


def row_told(row: Outcome, quantities: list[Quantity], by: Actor) -> dict[str, Any]:
    """For outcomes/row.html."""
    return {
        "row": row,
        "id": str(row.id),
        "unit": row.unit.known_as,
        "quantities": [each.told for each in quantities],
        "stage": stage_for(by, row),
    }


def export(request: HttpRequest) -> HttpResponse:
    """The filter as it stands, as a table."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    if not may_count(by):
        raise Http404
    page = Asked.read(request.GET).page(by, size=MOST)
    quantities = lists.quantities_of(page.rows, by=by)
    today = clock.today()
    title = (
        f"成果登记（{today:%Y-%m-%d} 导出，共 {len(page.rows)} 项{'，只含最近的部分' if page.after else ''}）"
    )
    rows = [
        [
            row.label, row.name, row.unit.name, row.year, row.systemic, stage_for(by, row).label,
            "；".join(each.told for each in quantities[row.id]), row.registered_on or "",
        ]
        for row in page.rows
    ]  # fmt: skip
    return attached(write([Table(COLUMNS, rows, title, name="成果登记")]), f"成果登记{today:%Y%m%d}.xlsx")
