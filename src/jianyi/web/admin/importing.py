"""Import of lists: template, preview with the faults of each row, take-over, and the one-time links as a table."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from jianyi.documents import intake, store
from jianyi.documents.models import File
from jianyi.kit import clock, spreadsheets
from jianyi.kit.ids import read_number, read_numbers
from jianyi.kit.unreadable import Unreadable
from jianyi.parties import commands as parties, directory, signing
from jianyi.parties.models import Person
from jianyi.procedure.facts.said import Key
from jianyi.procedure.refusals import Refused

from ..acting import new_key
from . import rosters
from .access import actor, administrators
from .bringing import bring as take_over
from .judging import judge


SHOWN = 30
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@administrators
def choose(request: HttpRequest) -> HttpResponse:
    """What kinds of lists there are, in the order in which they are best imported."""
    ordered = [rosters.ROSTERS[kind] for kind in ("units", "staff", "deputies")]
    return render(request, "admin/import_choose.html", {"rosters": ordered})


@administrators
def template(request: HttpRequest, kind: str) -> HttpResponse:
    roster = _roster(kind)
    return _table(f"{roster.title}模板.xlsx", rosters.template(roster))


@administrators
def bring(request: HttpRequest, kind: str) -> HttpResponse:
    """Upload → preview; confirmed → taken over. The file waits in the store, so nothing is typed twice."""
    roster = _roster(kind)
    if request.method != "POST":
        return render(request, "admin/import_upload.html", {"roster": roster})
    try:
        file = _file(request)
        rows = rosters.rows(roster, file.name, store.read(file))
    except (Unreadable, rosters.Unfit) as why:
        return render(request, "admin/import_upload.html", {"roster": roster, "why": str(why)}, status=422)
    judge(kind, rows, by=actor(request))
    if "go" in request.POST:
        return _done(request, roster, rows)
    return _preview(request, roster, file, rows)


def _file(request: HttpRequest) -> File:
    """The file just uploaded, or the one that was previewed."""
    by, number = actor(request), read_number(request.POST.get("file", ""))
    if "upload" in request.FILES:
        return intake.stored([request.FILES["upload"]], by=by)[0]
    file = File.objects.filter(congress_id=by.congress, owner_id=by.person, id=number).first()
    if file is None:
        raise rosters.Unfit("请选择一个文件。")
    return file


def _preview(
    request: HttpRequest, roster: rosters.Roster, file: File, rows: list[rosters.Row]
) -> HttpResponse:
    good, bad = _parted(rows)
    told: dict[str, Any] = {
        "roster": roster, "file": file, "file_id": str(file.id), "key": new_key(), "good": _laid(roster, good[:SHOWN]),
        "bad": _laid(roster, bad), "counts": (len(good), len(bad)), "more": max(0, len(good) - SHOWN),
    }  # fmt: skip
    return render(request, "admin/import_preview.html", told)


def _done(request: HttpRequest, roster: rosters.Roster, rows: list[rosters.Row]) -> HttpResponse:
    good, bad = _parted(rows)
    key = request.POST.get("key", "")[:40]
    brought = take_over(roster.kind, good, by=actor(request), key=key)
    told = {
        "roster": roster, "brought": brought, "bad": _laid(roster, [*bad, *brought.refused]),
        "people": ",".join(map(str, brought.people)), "count": len(brought.people),
    }  # fmt: skip
    return render(request, "admin/import_done.html", told)


def _parted(rows: list[rosters.Row]) -> tuple[list[rosters.Row], list[rosters.Row]]:
    return [row for row in rows if not row.faults], [row for row in rows if row.faults]


def _laid(roster: rosters.Roster, rows: list[rosters.Row]) -> list[dict[str, Any]]:
    return [
        {
            "line": row.line, "cells": [row[column] for column in roster.columns],
            "faults": "；".join(dict.fromkeys(row.faults)), "notes": "；".join(row.notes),
        }
        for row in rows
    ]  # fmt: skip


@administrators
@require_POST
def links(request: HttpRequest) -> HttpResponse:
    """New one-time links for those who have not yet set a password, as a table; only their digests are kept."""
    by = actor(request)
    numbers = read_numbers(request.POST.get("people", "").split(","))
    rows = [
        row
        for person in directory.waiting(numbers[: rosters.MOST_ROWS], by=by)
        if (row := _link(request, person))
    ]
    if not rows:
        messages.warning(request, "这些人都已设好密码，或者不能生成链接。")
        return redirect("/people/")
    table = spreadsheets.Table(("姓名", "登录名", "一次性链接", "有效至"), rows, name="一次性链接")
    return _table("一次性链接.xlsx", spreadsheets.write([table]))


def _link(request: HttpRequest, person: Person) -> tuple[Any, ...] | None:
    token, digest = signing.new_link()
    try:
        made = parties.reset(by=actor(request), on=person, saying=Key(digest))
    except Refused:
        return None
    address = request.build_absolute_uri(f"/first-password/{made.id}/{token}/")
    return made.name, made.login, address, made.token_until.astimezone(clock.HOME)


def _table(name: str, content: bytes) -> HttpResponse:
    answer = HttpResponse(content, content_type=XLSX)
    answer.headers["Content-Disposition"] = content_disposition_header(True, name)
    return answer


def _roster(kind: str) -> rosters.Roster:
    found = rosters.ROSTERS.get(kind)
    if found is None:
        raise Http404
    return found
