"""A register on a page, on paper, as a spreadsheet, and kept as a layout: the same for all of them."""

from itertools import islice
from tempfile import TemporaryFile
from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from jianyi.kit import clock
from jianyi.kit.ids import read_number
from jianyi.kit.long_sheets import write
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty
from jianyi.procedure.words.duties import CLERKS, IN_DIVISION
from jianyi.registers import layouts
from jianyi.registers.layouts import NotKept
from jianyi.registers.queries.options import house_of
from jianyi.registers.register import Register
from jianyi.registers.registers import REGISTERS, open_to
from jianyi.web import acting, show

from . import setting as settings
from .fields import fields
from .setting import Setting


SIZE, ON_PAPER = 50, 1_000
# Who may keep a note on some of the rows; on which, the table says.
NOTING = (Duty.UNIT_OFFICE, *IN_DIVISION, *CLERKS, Duty.GOVERNMENT_CLERK)
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def opened(request: HttpRequest, key: str) -> tuple[Register, Actor]:
    """For whoever has this register; nobody else finds a page here."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    register = REGISTERS.get(key)
    if register is None or not register.open_to(by):
        raise Http404
    return register, by


def page(request: HttpRequest, key: str = "work") -> HttpResponse:
    register, by = opened(request, key)
    setting = settings.read(request, register)
    cursors = {name: request.GET.get(name, "") for name in ("after", "before")}
    found = register.page(setting.asked, setting.columns, by=by, order=setting.order, size=SIZE, **cursors)
    told = _page(request, by, setting) | {"rows": found.rows, "page": show.pager(found, request)}
    return render(request, "registers/register.html", told)


def _page(request: HttpRequest, by: Actor, setting: Setting) -> dict[str, Any]:
    register, house = setting.register, house_of(by)
    return {
        "register": register, "setting": setting, "asked": setting.asked, "fields": fields(register, setting.asked, by),
        "count": register.count(setting.asked, by=by, order=setting.order), "found": _parts(setting, by), "offered": settings.offered(setting, by),
        "layouts": layouts.layouts(register.key, by=by), "me_id": by.person, "may_drop": layouts.may_drop(setting.layout, by=by), "house": house,
        "tabs": open_to(by), "shares": bool(layouts.house_number(by)), "cuts": {name: cut for name, cut in register.cuts.items() if cut.open_to(by)}, "office": register.laid == "work" and by.holds(Duty.UNIT_OFFICE), "picks": register.laid == "work" and by.holds(*NOTING), "key": acting.new_key(),
        "address": setting.address(), "asks": bool(_freely(setting)), "open": request.GET.get("open", ""),
    }  # fmt: skip


def _freely(setting: Setting) -> set[str]:
    """What is asked beyond what the register itself asks for."""
    return set(setting.asked.told) - set(setting.register.read({}).told)


def _parts(setting: Setting, by: Actor) -> list[dict[str, Any]]:
    """Each leads to its own rows, where a condition asks for it."""
    name = setting.parts
    return [
        {"part": part, "href": f"?{setting.address(**{name: part.value})}" if part.value else ""}
        for part in setting.register.parts(setting.asked, name, by=by)
    ]  # fmt: skip


def printed(request: HttpRequest, key: str) -> HttpResponse:
    """For A4 or A3 across: the first ON_PAPER rows; whoever needs more takes the spreadsheet."""
    register, by = opened(request, key)
    setting = settings.read(request, register)
    total = register.count(setting.asked, by=by, order=setting.order, whole=True)
    book = register.book(setting.asked, setting.columns, by=by, order=setting.order)
    rows = list(islice(book, ON_PAPER))
    a4 = request.GET.get("paper") == "a4"
    told = {
        "setting": setting, "rows": rows, "heading": heading(setting, by, total.number), "wide": not a4, "cut": total.number > len(rows),
        "shown": len(rows), "back": f"{setting.home}?{setting.address()}", "other": f"?{setting.address(paper='a3' if a4 else 'a4')}",
    }  # fmt: skip
    return render(request, "registers/print.html", told)


def heading(setting: Setting, by: Actor, number: int) -> str:
    """As the office's sheet is headed (F23)."""
    house, now, register = house_of(by), clock.now().astimezone(clock.HOME), setting.register
    year = getattr(setting.asked, "year", 0) or now.year
    told = f"截至{now.year}年{now.month}月{now.day}日{now:%H:%M}，{number}{register.measure}，视图：{setting.name}"
    called = "办理台账" if register.key == "work" else register.label
    return f"{house.name if house else by.name}{year}年代表建议{called}（{told}）"


def export(request: HttpRequest, key: str) -> FileResponse:
    """All of it, as on the screen, written to disk row by row and sent from there."""
    register, by = opened(request, key)
    setting = settings.read(request, register)
    total = register.count(setting.asked, by=by, order=setting.order, whole=True)
    lines = register.book(setting.asked, setting.columns, by=by, order=setting.order)
    target = TemporaryFile()  # noqa: SIM115 - the answer closes it when it has been sent
    write(
        target, name=register.label, title=heading(setting, by, total.number), header=[column.label for column in setting.columns],
        widths=[column.width for column in setting.columns], rows=(line.cells for line in lines),
    )  # fmt: skip
    target.seek(0)
    name = f"{register.label}-{clock.today()}.xlsx"
    return FileResponse(target, as_attachment=True, filename=name, content_type=KIND)


@require_POST
def keep(request: HttpRequest, key: str) -> HttpResponse:
    """As it stands on the page, under a name."""
    register, by = opened(request, key)
    setting = settings.read(request, register)
    try:
        row = layouts.keep(
            register.key, request.POST.get("name", ""), setting.asked.told, setting.keys, setting.order, parts=setting.parts,
            shared="shared" in request.POST, by=by,
        )  # fmt: skip
    except NotKept as why:
        messages.error(request, f"视图没有保存：{why}")
        return redirect(f"{setting.home}?{setting.address(open='layouts')}")
    messages.success(request, f"视图“{row.name}”已保存。")
    return redirect(f"{setting.home}?layout={row.id}")


@require_POST
def drop(request: HttpRequest, number: int) -> HttpResponse:
    by: Actor = request.actor  # type: ignore[attr-defined]
    register = layouts.drop(number, by=by) if read_number(str(number)) is not None else ""
    if not register:
        raise Http404
    messages.success(request, "视图已删除。")
    return redirect(f"/registers/{register}/")
