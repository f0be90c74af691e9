"""The register of work on a page, on paper, and kept as a layout."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from jianyi.kit import clock
from jianyi.kit.ids import read_number
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty
from jianyi.registers import layouts
from jianyi.registers.asked import CHOICES, Asked
from jianyi.registers.layouts import NotKept
from jianyi.registers.queries import work as queries
from jianyi.registers.queries.options import house_of, options
from jianyi.registers.sight import has_one
from jianyi.web import acting, show

from . import setting as settings
from .setting import WORK, Setting


SIZE, ON_PAPER = 50, 1_000
DUE_WITHIN = {3: "3 天内到期", 7: "7 天内到期", 15: "15 天内到期", 30: "30 天内到期"}
FIRST = ("division", "responsible", "stage", "late")
LABELS = {
    "stage": "任务状态",
    "role": "承办方式",
    "mark": "答复类别",
    "key": "重点督办",
    "between": "闭会期间",
    "late": "逾期",
    "pressed": "督办",
}


def reader(request: HttpRequest) -> Actor:
    """Whoever has a register; nobody else finds a page here."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    if not has_one(by):
        raise Http404
    return by


def work(request: HttpRequest) -> HttpResponse:
    by = reader(request)
    setting = settings.read(request)
    cursors = {name: request.GET.get(name, "") for name in ("after", "before")}
    page = queries.register(setting.asked, setting.columns, by=by, order=setting.order, size=SIZE, **cursors)
    return render(
        request,
        "registers/work.html",
        _page(request, by, setting) | {"rows": page.rows, "page": show.pager(page, request)},
    )


def _page(request: HttpRequest, by: Actor, setting: Setting) -> dict[str, Any]:
    counted = queries.count(setting.asked, by=by, order=setting.order)
    return {
        "setting": setting, "asked": setting.asked, "count": counted, "fields": _fields(setting.asked, by), "orders": queries.ORDERS, "parts": queries.PARTS,
        "found": _parts(setting, by), "offered": settings.offered(setting), "layouts": layouts.layouts(WORK, by=by), "me_id": by.person,
        "house": house_of(by), "office": by.holds(Duty.UNIT_OFFICE), "key": acting.new_key(), "address": setting.address(),
        "asks": bool(setting.asked.told), "open": request.GET.get("open", ""),
    }  # fmt: skip


def _fields(asked: Asked, by: Actor) -> list[dict[str, Any]]:
    """The conditions that this reader can choose among, each with what it may be and what it is."""
    found = options(asked.unit, by=by)
    lists = (
        ("unit", "承办单位", found.units), ("division", "牵头处室", found.divisions), ("responsible", "责任人", found.people),
        ("sitting", "届次", found.sittings), ("delegation", "代表团", found.delegations),
    )  # fmt: skip
    chosen = [
        {"name": name, "label": label, "now": str(getattr(asked, name) or ""), "choices": [(str(n), told) for n, told in rows], "first": "全部"}
        for name, label, rows in lists
        if rows
    ]  # fmt: skip
    fixed = [
        {"name": name, "label": label, "now": getattr(asked, name), "choices": [(value, told or f"{value} 类") for value, told in CHOICES[name].items() if value],
         "first": CHOICES[name].get("", "全部")}
        for name, label in LABELS.items()
    ]  # fmt: skip
    within = {
        "name": "within",
        "label": "临期",
        "now": str(asked.within or ""),
        "choices": [(str(n), told) for n, told in DUE_WITHIN.items()],
        "first": "不限",
    }
    years = [(str(year), f"{year} 年交办") for year in range(clock.today().year, clock.today().year - 5, -1)]
    year = {"name": "year", "label": "年度", "now": str(asked.year or ""), "choices": years, "first": "全部"}
    every = [*chosen, *fixed, within, year]
    return [field | {"first_shown": field["name"] in FIRST} for field in every]


def _parts(setting: Setting, by: Actor) -> list[dict[str, Any]]:
    """Each leads to its own rows, where a condition asks for it."""
    name = setting.parts
    return [
        {"part": part, "href": f"?{setting.address(**{name: part.value})}" if part.value else ""}
        for part in queries.parts(setting.asked, name, by=by)
    ]  # fmt: skip


def printed(request: HttpRequest) -> HttpResponse:
    """For A4 or A3 across: the first ON_PAPER rows; whoever needs more takes the spreadsheet."""
    by = reader(request)
    setting = settings.read(request)
    total = queries.count(setting.asked, by=by, order=setting.order, whole=True)
    rows = [
        line
        for line, _ in zip(
            queries.book(setting.asked, setting.columns, by=by, order=setting.order),
            range(ON_PAPER),
            strict=False,
        )
    ]
    told = {
        "setting": setting, "rows": rows, "heading": heading(setting, by, total.number), "wide": request.GET.get("paper") != "a4",
        "cut": total.number > len(rows), "shown": len(rows), "back": f"/registers/?{setting.address()}",
        "other": f"?{setting.address(paper='a4' if request.GET.get('paper') != 'a4' else 'a3')}",
    }  # fmt: skip
    return render(request, "registers/print.html", told)


def heading(setting: Setting, by: Actor, number: int) -> str:
    """As the office's sheet is headed (F23)."""
    house, now = house_of(by), clock.now().astimezone(clock.HOME)
    year = setting.asked.year or now.year
    told = f"截至{now.year}年{now.month}月{now.day}日{now:%H:%M}，{number}件，视图：{setting.name}"
    return f"{house.name if house else ''}{year}年代表建议办理台账（{told}）"


@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """As it stands on the page, under a name."""
    by = reader(request)
    setting = settings.read(request)
    try:
        row = layouts.keep(
            WORK, request.POST.get("name", ""), setting.asked.told, setting.keys, setting.order, shared="shared" in request.POST, by=by
        )  # fmt: skip
    except NotKept as why:
        messages.error(request, f"视图没有保存：{why}")
        return redirect(f"/registers/?{setting.address(open='layouts')}")
    messages.success(request, f"视图“{row.name}”已保存。")
    return redirect(f"/registers/?layout={row.id}")


@require_POST
def drop(request: HttpRequest, number: int) -> HttpResponse:
    by = reader(request)
    if read_number(str(number)) is None or not layouts.drop(number, by=by):
        raise Http404
    messages.success(request, "视图已删除。")
    return redirect("/registers/")
