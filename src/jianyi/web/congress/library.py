"""The library of suggestions: everything the reader may see, filtered by the address, and as a table."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from jianyi.cases.queries import lists
from jianyi.cases.queries.counting import NONE, Count, stage_counts
from jianyi.kit import clock
from jianyi.kit.ids import read_number
from jianyi.kit.spreadsheets import Table, write
from jianyi.parties.directory import terms
from jianyi.parties.models import Sitting
from jianyi.parties.queries import units
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Role, Suggestion as S
from jianyi.procedure.words.duties import HOUSE

from .. import show
from ..desk import hides
from ..shell import is_deputy
from . import doors, naming
from .papers import attached


MOST = 5000
BETWEEN = {"no": "大会期间", "yes": "闭会期间"}
COLUMNS = (
    "编号",
    "标题",
    "领衔代表",
    "代表团",
    "状态",
    "会次",
    "提出时段",
    "主办、单办单位",
    "会办、分别办理单位",
    "交办日",
    "办理期限",
    "类别",
)
KNOWN = {stage.value: stage.label for stage in S}


def library(request: HttpRequest) -> HttpResponse:
    """Newest first; the filter lives in the address."""
    by = request.actor  # type: ignore[attr-defined]
    asked = _asked(request.GET, by)
    cursors = doors.cursors(request)
    page = lists.suggestions(by=by, **asked["filter"], **cursors)
    counts = stage_counts(by=by)
    told = {
        "rows": [show.work_row(row, f"/suggestions/{row.suggestion.id}/", hides=hides(by, row)) for row in page.rows],
        "page": show.pager(page, request, _total(request.GET, counts)), "asked": asked, "stages": _stages(request.GET, counts), "all": Count.total(counts.values()),
        "sittings": _sittings(by), "terms": [(str(row.nth), row.label) for row in terms(by=by)], "between": BETWEEN, "units": units(by=by), "search_words": asked["q"], "pills": _pills(request.GET, asked),
        "query": _without(request.GET, "after", "before"), "empty": EMPTY, "plain": is_deputy(by), "most": MOST, "groups": by.holds(*HOUSE),
    }  # fmt: skip
    return render(request, "congress/library.html", told)


EMPTY = {
    "title": "没有符合条件的建议",
    "text": "换个条件，或者清除筛选后再看。",
    "href": "/suggestions/",
    "link": "清除筛选",
}


def _asked(get: QueryDict, by: Actor) -> dict[str, Any]:
    """The filter as the lists want it, and as the form shows it. A unit nobody knows finds nothing."""
    q, name, sitting = (get.get(key, "").strip()[:50] for key in ("q", "unit", "sitting"))
    unit = naming.by_name(name, by)
    chosen = {
        "stage": get.get("stage", ""), "between": get.get("between", ""), "words_in_title": q,
        "sitting": read_number(sitting) or 0,
        "term": read_number(get.get("term", "")) or 0,
        "unit": unit.id if unit else -1 if name else 0,
    }  # fmt: skip
    return {
        "filter": chosen,
        "q": q,
        "unit": name,
        "sitting": sitting,
        "term": get.get("term", "")[:10],
        "stage": chosen["stage"],
        "between": chosen["between"],
    }


def _total(get: QueryDict, counts: dict[str, Count]) -> Count | None:
    """Known without counting again when nothing but the stage is asked for."""
    if any(get.get(name) for name in ("q", "unit", "sitting", "term", "between")):
        return None
    stage = str(get.get("stage", ""))
    return counts.get(stage, NONE) if stage in KNOWN else Count.total(counts.values())


def _sittings(by: Actor) -> list[tuple[str, str]]:
    rows = Sitting.objects.filter(congress_id=by.congress).order_by("-term", "-nth")
    return [(str(row.id), row.label) for row in rows]


def _stages(get: QueryDict, counts: dict[str, Count]) -> list[dict[str, Any]]:
    """The stages there are any of, in the order of the road."""
    base = _without(get, "stage", "after", "before")
    return [
        {
            "href": f"?{base}&stage={key}",
            "label": KNOWN[key],
            "count": counts[key],
            "current": get.get("stage") == key,
        }
        for key in KNOWN
        if counts.get(key)
    ]


def _without(get: QueryDict, *names: str) -> str:
    kept = get.copy()
    for name in names:
        kept.pop(name, None)
    return kept.urlencode()


def _pills(get: QueryDict, asked: dict[str, Any]) -> list[dict[str, str]]:
    """Each active condition, with the address without it."""
    known = {
        "q": f"含“{asked['q']}”", "stage": KNOWN.get(asked["stage"], ""), "unit": asked["unit"],
        "between": BETWEEN.get(asked["between"], ""), "sitting": "按会次" if asked["sitting"] else "", "term": "按届" if asked["term"] else "",
    }  # fmt: skip
    return [
        {"label": label, "href": f"?{_without(get, name, 'after', 'before')}"}
        for name, label in known.items()
        if get.get(name) and label
    ]


def export(request: HttpRequest) -> HttpResponse:
    """The filter as it stands, as a table."""
    by = request.actor  # type: ignore[attr-defined]
    page = lists.suggestions(by=by, **_asked(request.GET, by)["filter"], size=MOST)
    today = clock.today()
    title = (
        f"代表建议（{today:%Y-%m-%d} 导出，共 {len(page.rows)} 件{'，只含最近的部分' if page.after else ''}）"
    )
    table = Table(COLUMNS, [_cells(row, hides(by, row)) for row in page.rows], title, name="代表建议")
    return attached(write([table]), f"代表建议{today:%Y%m%d}.xlsx")


def _cells(row: lists.Row, hidden: bool) -> list[Any]:
    case = row.suggestion
    lead = show.HIDDEN if hidden else case.lead.name
    delegation = "" if hidden or not case.delegation else case.delegation.name
    main = [h.unit.name for h in row.handlings if h.role in (Role.SOLE, Role.LEAD)]
    others = [h.unit.name for h in row.handlings if h.role not in (Role.SOLE, Role.LEAD)]
    return [
        case.no, case.title, lead, delegation, case.stage.label, case.sitting.label, BETWEEN["yes" if case.between else "no"],
        "、".join(main), "、".join(others), _day(case.handed_over_at), row.due.on if row.due else "", case.category,
    ]  # fmt: skip


def _day(moment: Any) -> date | str:
    return moment.astimezone(clock.HOME).date() if moment else ""
