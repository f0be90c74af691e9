"""All open work of one person goes to another in one act: what would move is shown first, each its own step."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from jianyi.cases.queries.successions import MOST, left, sheet
from jianyi.kit.ids import read_number
from jianyi.parties.queries import house, organisations, phones
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.refusals import as_text
from jianyi.procedure.words import TRACK_LABELS
from jianyi.turn.models import word_name
from jianyi.web import acting
from jianyi.web.acting import Outcome
from jianyi.web.wording import colleagues

from .moving import Move, moved, moves
from .register import unit_of


LABELS = {word_name(track): label for track, label in TRACK_LABELS.items()}


def hand_on(request: HttpRequest) -> HttpResponse:
    """GET: who, to whom, and what would move; POST: each its own turn, failures listed, the rest goes on."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    unit = unit_of(by)
    if not unit:
        raise Http404
    said = {name: _told(request, name) for name in ("person", "to", "reason")}
    rows = moves(int(said["person"]), by=by) if said["person"] else []
    problems = _problems(said) if request.method == "POST" else []
    going = rows if request.method == "POST" and not problems else []
    tried = [(row, moved(request, row, said)) for row in going]
    told = _page(by, unit, said, rows) | _went(tried) | {"reasons": problems}
    told |= _stays(by, unit, said["person"] if told["from_name"] else "", told)
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


def _page(by: Actor, unit: int, said: dict[str, str], rows: list[Move]) -> dict[str, Any]:
    people = colleagues(house(unit, by=by))
    known = dict(people)
    # Somebody whose posts have ended already is no longer in the list, and still has work to hand on.
    if said["person"] and rows and said["person"] not in known:
        (name, _) = phones(by.congress, {int(said["person"])})[int(said["person"])]
        people = [(said["person"], f"{name}（已离任）"), *people]
    return {
        "said": said, "people": people, "rows": rows, "most": MOST, "full": len(rows) >= MOST,
        "sheet": sheet(int(said["person"]), by=by) if said["person"] else None,
        "from_name": dict(people).get(said["person"], ""), "to_name": known.get(said["to"], ""),
    }  # fmt: skip


def _went(tried: list[tuple[Move, Outcome]]) -> dict[str, Any]:
    return {
        "tried": bool(tried), "done": [row for row, outcome in tried if outcome.done],
        "failed": [(row, as_text(outcome.reasons)) for row, outcome in tried if not outcome.done],
    }  # fmt: skip


def _stays(by: Actor, unit: int, person: str, told: dict[str, Any]) -> dict[str, Any]:
    """What no press of this page moves, told when nothing else is on the way; and the office that goes by name."""
    if not person:
        return {}
    over = not told["failed"] if told["tried"] else not told["rows"]
    rest = left(int(person), by=by) if over else {}
    named = organisations(by=by).filter(id=unit).first()
    return {
        "left": [(LABELS[track], n) for track, n in rest.items()],
        "coordinates": unit if named and str(named.rule.get("coordinator", "")) == person else 0,
    }  # fmt: skip


def _status(problems: list[str], tried: list[tuple[Move, Outcome]]) -> int:
    nothing_went = tried and not any(outcome.done for _, outcome in tried)
    return 409 if problems or nothing_went else 200
