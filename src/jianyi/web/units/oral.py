"""The record of an oral reply (F15), as whoever replied puts it down; of a confidential proposer the congress's office."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from jianyi.cases.commands import oral as commands
from jianyi.cases.facts.oral import speakers
from jianyi.cases.models import Handling, OralReply
from jianyi.cases.queries.files import CaseFile
from jianyi.kit import clock
from jianyi.procedure.actions import Action as A
from jianyi.turn import buffers
from jianyi.turn.models import Buffer
from jianyi.web.acting import Outcome, plain_of, take

from . import standing


MANY = ("deputies", "point")


def oral(request: HttpRequest, number: int) -> HttpResponse:
    """What was said to each point; it counts for nothing until the deputy has signed."""
    file, row = standing.handling(request, number)
    subject, buffer = OralReply.of(row).come_home(file.under), f"oral-{row.id}"
    command = commands.relay if file.case.confidential and file.office else commands.put_down
    outcome = Outcome()
    if request.method == "POST":
        plain = plain_of(command.says, request.POST) | {"answers": _answers(request.POST.getlist("point"))}
        outcome = take(request, command, subject, plain)
    if outcome.done:
        buffers.drop(buffer, by=file.by)
        there = f"/suggestions/{file.case.id}/#oralreply-{outcome.subject.id}"
        return standing.gone_on(request, outcome, "已登记，请代表签署。", there)
    unsent = buffers.read(buffer, by=file.by)
    begin = _begins(file, unsent)
    return standing.page(
        request, "units/oral.html", file, subject, command, outcome, begin=begin, handling=row,
        speakers=_speakers(request, file, row, begin), points=_points(request, file, begin), buffer=buffer, unsent=unsent,
        relays=command.action is A.RELAY,
    )  # fmt: skip


def _answers(told: list[str]) -> list[dict[str, Any]]:
    return [{"no": number, "text": text} for number, text in enumerate(told, start=1)]


def _begins(file: CaseFile, unsent: Buffer | None) -> dict[str, Any]:
    """What was typed and not sent; else now, and the lead deputy."""
    if unsent:
        return {
            name: values if name in MANY else values[0] for name, values in unsent.fields.items() if values
        }
    now = clock.now().astimezone(clock.HOME).strftime("%Y-%m-%dT%H:%M")
    return {"occurred_at": now, "deputies": [file.case.lead_id]}


def _speakers(
    request: HttpRequest, file: CaseFile, row: Handling, begin: dict[str, Any]
) -> list[dict[str, Any]]:
    """Who may reply in person by the rules of the place."""
    chosen = request.POST.get("replied_by", "") or str(begin.get("replied_by", ""))
    found = speakers(row, file.under)
    return [{"id": str(n), "name": name, "chosen": str(n) == chosen} for n, name in found.items()]


def _points(request: HttpRequest, file: CaseFile, begin: dict[str, Any]) -> list[dict[str, Any]]:
    told = request.POST.getlist("point") or begin.get("point", [])
    texts = dict(enumerate(told, start=1))
    return [
        {"number": number, "title": point, "text": texts.get(number, "")}
        for number, point in enumerate(file.case.points, start=1)
    ]
