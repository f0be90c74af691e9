"""The register of contacts on a page and as a spreadsheet, and the register of promises as a spreadsheet."""

from collections.abc import Iterable, Iterator, Sequence
from tempfile import TemporaryFile
from typing import Any
from urllib.parse import urlencode

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render

from jianyi.cases.models import Promise
from jianyi.cases.queries import promises as pledged
from jianyi.kit import clock
from jianyi.kit.long_sheets import write
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import MODES, PHASES
from jianyi.registers.queries import contacts as queries
from jianyi.registers.queries.contacts import COLUMNS, FACES, STAGES, Talks
from jianyi.registers.queries.options import house_of, options
from jianyi.web import show

from .export import KIND
from .work import reader


PROMISES = (
    ("建议编号", 9), ("标题", 34), ("承办单位", 18), ("责任处室", 14), ("承诺", 8), ("承诺事项", 40), ("现时限", 11), ("原时限", 11), ("状态", 16),
    ("完成情况", 30), ("核验人", 10), ("核验日", 11),
)  # fmt: skip


def contacts(request: HttpRequest) -> HttpResponse:
    by = reader(request)
    asked = Talks.read(request.GET.dict())
    cursors = {name: request.GET.get(name, "") for name in ("after", "before")}
    page = queries.contacts(asked, by=by, **cursors)
    told = {
        "rows": page.rows, "page": show.pager(page, request), "columns": [label for label, _ in COLUMNS], "house": house_of(by),
        "fields": _fields(asked, by), "address": urlencode({name: value for name, value in vars(asked).items() if value}),
    }  # fmt: skip
    return render(request, "registers/contacts.html", told)


def _fields(asked: Talks, by: Actor) -> list[dict[str, Any]]:
    units = [(str(number), name) for number, name in options(0, by=by).units]
    choices: list[tuple[str, str, Iterable[tuple[str, str]]]] = [
        ("unit", "承办单位", units), ("phase", "环节", PHASES.items()), ("mode", "方式", MODES.items()), ("face", "见面", FACES.items()),
        ("stage", "记录情况", STAGES.items()),
    ]  # fmt: skip
    return [
        {"name": name, "label": label, "now": str(getattr(asked, name) or ""), "choices": list(told)} for name, label, told in choices if told
    ]  # fmt: skip


def contacts_sheet(request: HttpRequest) -> FileResponse:
    by = reader(request)
    rows = (line.cells for line in queries.book(Talks.read(request.GET.dict()), by=by))
    return _sheet("沟通台账", COLUMNS, rows, by)


def promises_sheet(request: HttpRequest) -> FileResponse:
    """The promises of a part of the list, as the list has them."""
    by = reader(request)
    return _sheet("B类承诺台账", PROMISES, _promises(by, request.GET.get("part", "open")), by)


def _promises(by: Actor, part: str) -> Iterator[Sequence[Any]]:
    after, more = "", True
    while more:
        found = pledged.listed(by=by, part=part, after=after, size=500)
        yield from map(_promise, found.rows)
        after, more = found.after, bool(found.after)


def _promise(row: Promise) -> Sequence[Any]:
    """What shows that it was kept is told once somebody else has verified it."""
    division = row.division.name if row.division else ""
    return (
        row.root.no, row.root.title, row.unit.name, division, row.called, row.item, row.due, row.first_due, "逾期" if row.is_late else row.stage.label,
        row.evidence if row.verified_on else "", row.verified_by, row.verified_on,
    )  # fmt: skip


def _sheet(
    name: str, columns: Sequence[tuple[str, int]], rows: Iterable[Sequence[Any]], by: Actor
) -> FileResponse:
    now, house = clock.now().astimezone(clock.HOME), house_of(by)
    title = f"{house.name if house else ''}{now.year}年代表建议{name}（截至{now.year}年{now.month}月{now.day}日{now:%H:%M}）"
    target = TemporaryFile()  # noqa: SIM115 - the answer closes it when it has been sent
    write(
        target, name=name, title=title, header=[label for label, _ in columns], widths=[width for _, width in columns], rows=rows
    )  # fmt: skip
    target.seek(0)
    return FileResponse(
        target, as_attachment=True, filename=f"{name}-{clock.today()}.xlsx", content_type=KIND
    )
