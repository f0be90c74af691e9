"""The register of a house: what came, who has it, until when; and the same as a spreadsheet."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from jianyi.cases.queries import lists
from jianyi.cases.queries.counting import NONE, Count, house_counts
from jianyi.cases.queries.helping import late_help
from jianyi.cases.queries.meetings import tallies
from jianyi.cases.queries.plans import kept
from jianyi.cases.routing import proposals
from jianyi.kit import clock
from jianyi.kit.spreadsheets import Table, write
from jianyi.parties.models import Organisation
from jianyi.parties.queries import names, organisations
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty, Handling as H, Role
from jianyi.procedure.words.duties import HOUSE
from jianyi.web import acting, show
from jianyi.web.desk import hides

from .seats import choices, seats_of, sent


TOP = 10


def register(request: HttpRequest) -> HttpResponse:
    """What waits to be signed for and to be given out, then all handlings with filters."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    cursors = {name: request.GET.get(name, "") for name in ("after", "before")}
    page = lists.handlings(by=by, **_filters(request), **cursors)
    counts, load = house_counts(by=by)
    told = {
        "house": house_of(by), "rows": _rows(by, page.rows), "page": show.pager(page, request),
        "kpis": _kpis(counts, request), "roles": _roles(request), "query": request.GET.urlencode(), "load": load,
        "coordinates": unit_of(by), "coordinator": _coordinator(by), "key": acting.new_key(),
        **_waiting(request, by),
    }  # fmt: skip
    return render(request, "units/register.html", told)


def _rows(by: Actor, rows: list[lists.Row]) -> list[dict[str, Any]]:
    """The lines of a page, with what is asked once for all of them."""
    own = [row.handlings[0] for row in rows]
    plans, met = kept(by, [h.id for h in own]), tallies(by, own)
    late = late_help(by, own, [h for row in rows for h in row.handlings])
    more = {h.id: {"plan": plans.get(h.id), "met": met.get(h.id), "waits": late.get(h.id)} for h in own}
    return [row_of(by, row) | more[row.subject_id] for row in rows]


def _coordinator(by: Actor) -> str:
    """Whom the unit has named to coordinate (专人负责)."""
    found = next(iter(by.where(*HOUSE)), 0)
    unit = organisations(by=by).filter(id=by.unit_of.get(found) or found).first()
    person = int(unit.rule.get("coordinator", 0)) if unit else 0
    return names(by.congress, {person}).get(person, "") if person else ""


def _filters(request: HttpRequest) -> dict[str, str]:
    return {name: request.GET.get(name, "") for name in ("stage", "role")}


def house_of(by: Actor) -> Organisation | None:
    """The unit, or the division, that the reader belongs to."""
    found = by.where(*HOUSE)
    return organisations(by=by).filter(id=found[0]).first() if found else None


def unit_of(by: Actor) -> int:
    """The unit whose office the reader is."""
    return next(iter(by.where(Duty.UNIT_OFFICE)), 0)


def _waiting(request: HttpRequest, by: Actor) -> dict[str, Any]:
    """The two heaps that an office works off in bulk, as far as they are this reader's turn."""
    arrived = lists.work(by=by, track="handling", action="acknowledge", size=TOP)
    received = lists.work(by=by, track="handling", action="route", size=TOP)
    seats = seats_of(sent(request), choices(unit_of(by), by=by)) if received.rows else []
    found = proposals([row.subject_id for row in received.rows], by=by)
    return {
        "arrived": [_item(by, row, "receipt", "签收") for row in arrived.rows], "more_arrived": arrived.after,
        "received": [
            _item(by, row, "route", "分办") | {"proposal": found.get(row.subject_id)} for row in received.rows
        ],
        "more_received": received.after,
        "seats": seats,
    }  # fmt: skip


def _item(by: Actor, row: lists.Row, page: str, label: str) -> dict[str, Any]:
    own = next((h for h in row.handlings if h.id == row.subject_id), None)
    shown = show.work_row(
        row, f"/suggestions/{row.suggestion.id}/#handling-{row.subject_id}", hides=hides(by, row)
    )
    return shown | {
        "role": own.role if own else None,
        "step": f"/handlings/{row.subject_id}/{page}/?next=/unit/",
        "label": label,
    }


def row_of(by: Actor, row: lists.Row) -> dict[str, Any]:
    """A row of the register: the reader's own handling stands first."""
    own = row.handlings[0]
    href = f"/suggestions/{row.suggestion.id}/#handling-{own.id}"
    others = [h.unit.known_as for h in row.handlings[1:]]
    return show.work_row(row, href, hides=hides(by, row)) | {
        "case_id": str(row.suggestion.id),
        "handling": own, "division": own.division.known_as if own.division else "", "others": "、".join(others),
        "officer": own.officer.name if own.officer else "", "round": own.round,
    }  # fmt: skip


AT_LEAST = "只清点到此"
SHOWN = (H.ARRIVED, H.RECEIVED, H.ROUTED, H.WORKING, H.DELIVERED, H.WAIVED, H.MOVED, H.LAPSED)
ICONS = {
    H.ARRIVED: "inbox", H.RECEIVED: "sitemap", H.ROUTED: "user-check", H.WORKING: "progress", H.DELIVERED: "circle-check",
    H.WAIVED: "circle-dashed", H.MOVED: "arrows-exchange", H.LAPSED: "circle-x",
}  # fmt: skip


def _kpis(counts: dict[str, Count], request: HttpRequest) -> list[dict[str, Any]]:
    """Counters that are filters; stages that nobody stands at and that end a task are left out."""
    now = request.GET.get("stage", "")
    found = [
        {
            "label": "全部",
            "number": Count.total(counts.values()),
            "icon": "list",
            "href": "/unit/",
            "current": not now,
        }
    ]
    for stage in SHOWN:
        n = counts.get(stage.value, NONE)
        if n or stage in SHOWN[:5]:
            found.append(
                {
                    "label": stage.label,
                    "number": n,
                    "icon": ICONS[stage],
                    "href": f"?stage={stage.value}",
                    "current": now == stage.value,
                }
            )
    note = AT_LEAST if Count.total(counts.values()).more else ""
    return [row | {"note": note, "tone": ""} for row in found]


def _roles(request: HttpRequest) -> list[dict[str, Any]]:
    told, now = request.GET.copy(), request.GET.get("role", "")
    for name in ("after", "before", "role"):
        told.pop(name, None)
    base = told.urlencode()
    found = [{"label": "全部角色", "href": f"?{base}", "current": not now}]
    return found + [
        {
            "label": role.label,
            "href": f"?{base}&role={role.value}".replace("?&", "?"),
            "current": now == role.value,
        }
        for role in Role
    ]


# The spreadsheet


HEADER = (
    "编号", "标题", "领衔代表", "代表团", "角色", "轮次", "阶段", "责任处室", "经办人", "其他承办单位", "交办日期", "答复或会办期限", "是否超期",
)  # fmt: skip


def export(request: HttpRequest) -> HttpResponse:
    """The register as filtered on the screen, whole."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    house = house_of(by)
    today = clock.today()
    title = f"{house.name if house else ''}承办台账（{today.year} 年 {today.month} 月 {today.day} 日）"
    book = write(
        [Table(HEADER, [_line(by, row) for row in _all(by, _filters(request))], title=title, name="承办台账")]
    )
    response = HttpResponse(
        book, content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    )
    response["Content-Disposition"] = (
        content_disposition_header(True, f"承办台账-{today}.xlsx") or "attachment"
    )
    return response


def _all(by: Actor, filters: dict[str, str]) -> Iterator[lists.Row]:
    after, more = "", True
    while more:
        page = lists.handlings(by=by, **filters, size=500, after=after)
        yield from page.rows
        after = page.after
        more = bool(after)


def _line(by: Actor, row: lists.Row) -> list[Any]:
    shown, own, case = row_of(by, row), row.handlings[0], row.suggestion
    arrived = own.handed_over_at.astimezone(clock.HOME).date() if own.handed_over_at else ""
    return [
        case.no, case.title, shown["person"], shown["person_note"], own.role.label, own.round, own.stage.label,
        shown["division"], shown["officer"], shown["others"], arrived, row.due.on if row.due else "", "是" if row.late else "否",
    ]  # fmt: skip
