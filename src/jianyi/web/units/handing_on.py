"""All open work of one person goes to another in one act: what would move is shown first, each its own step."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from jianyi.cases.commands import division
from jianyi.cases.queries.files import case
from jianyi.cases.queries.successions import MOST, Load, open_work
from jianyi.kit.ids import read_number
from jianyi.parties.queries import house, phones
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.refusals import as_text
from jianyi.web import acting
from jianyi.web.acting import Outcome, take
from jianyi.web.wording import colleagues

from .register import unit_of


def hand_on(request: HttpRequest) -> HttpResponse:
    """GET: who, to whom, and what would move; POST: every handling its own turn, failures listed, the rest goes on."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    unit = unit_of(by)
    if not unit:
        raise Http404
    said = {name: _told(request, name) for name in ("person", "to", "reason")}
    rows = open_work(int(said["person"]), by=by) if said["person"] else []
    problems = _problems(said) if request.method == "POST" else []
    tried = _each(request, rows, said) if request.method == "POST" and not problems else []
    told = _page(by, unit, said, rows) | _went(tried) | {"reasons": problems}
    key = request.POST.get("key") if problems else ""
    return render(
        request,
        "units/hand_on.html",
        told | {"key": key or acting.new_key()},
        status=_status(problems, tried),
    )


def _told(request: HttpRequest, name: str) -> str:
    word = (request.POST if request.method == "POST" else request.GET).get(name, "").strip()
    return word if name == "reason" or read_number(word) else ""


def _problems(said: dict[str, str]) -> list[str]:
    found = [
        ("请选定移交人。", said["person"]),
        ("请选定接收人。", said["to"]),
        ("请写明移交原因，如岗位调整、离职。", said["reason"]),
    ]
    return [sentence for sentence, there in found if not there]


def _each(request: HttpRequest, rows: list[Load], said: dict[str, str]) -> list[tuple[Load, Outcome]]:
    return [(row, _one(request, row, said)) for row in rows]


def _one(request: HttpRequest, row: Load, said: dict[str, str]) -> Outcome:
    handling, plain = row.handling, {**said}
    if case(handling.root_id, by=request.actor) is None:  # type: ignore[attr-defined]
        return Outcome(reasons=["找不到这件事项：可能已经变动，请返回列表重新打开。"])
    return take(request, division.hand_on, handling, plain, part=str(handling.id))


def _page(by: Actor, unit: int, said: dict[str, str], rows: list[Load]) -> dict[str, Any]:
    people = colleagues(house(unit, by=by))
    known = dict(people)
    # Somebody whose posts have ended already is no longer in the list, and still has work to hand on.
    if said["person"] and rows and said["person"] not in known:
        (name, _) = phones(by.congress, {int(said["person"])})[int(said["person"])]
        people = [(said["person"], f"{name}（已离任）"), *people]
    return {
        "said": said, "people": people, "rows": rows, "most": MOST, "full": len(rows) == MOST,
        "from_name": dict(people).get(said["person"], ""), "to_name": known.get(said["to"], ""),
    }  # fmt: skip


def _went(tried: list[tuple[Load, Outcome]]) -> dict[str, Any]:
    return {
        "tried": bool(tried), "done": [row for row, outcome in tried if outcome.done],
        "failed": [(row, as_text(outcome.reasons)) for row, outcome in tried if not outcome.done],
    }  # fmt: skip


def _status(problems: list[str], tried: list[tuple[Load, Outcome]]) -> int:
    nothing_went = tried and not any(outcome.done for _, outcome in tried)
    return 409 if problems or nothing_went else 200
