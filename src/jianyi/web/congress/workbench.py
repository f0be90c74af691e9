"""The workbench (mock-up 06): what waits to be handed over, to whom, and on what evidence."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.cases.commands import suggestions
from jianyi.cases.models import Suggestion
from jianyi.cases.queries import lists, office
from jianyi.cases.queries.counting import count_at
from jianyi.cases.queries.files import CaseFile, case
from jianyi.kit.ids import read_number, read_numbers
from jianyi.kit.pages import Page
from jianyi.parties.queries import units
from jianyi.procedure.actions import Action as A
from jianyi.procedure.words import Role, Suggestion as S
from jianyi.procedure.words.duties import CLERKS, CONGRESS

from .. import show
from ..acting import Outcome, new_key, take
from . import dates, doors, naming, texts


SHOWS = {
    "": ("全部", office.TO_HAND_OVER),
    "registered": ("待分办", (S.REGISTERED,)),
    "proposed": ("已提出拟办", (S.PROPOSED,)),
}


@doors.only(*CONGRESS)
def workbench(request: HttpRequest, number: int = 0) -> HttpResponse:
    """The queue, one case with its units, and what speaks for them."""
    if request.method == "POST":
        return _bulk(request) if request.POST.get("act") == "bulk" else _decide(request, number)
    return _page(request, number, Outcome())


def _decide(request: HttpRequest, number: int) -> HttpResponse:
    """A button of the middle column: propose, merge; or look for another unit, which decides nothing."""
    file = doors.found(request, number)
    word = request.POST.get("act", "")
    if word == A.PROPOSE.value:
        outcome = take(request, suggestions.propose, file.case, naming.plain(request))
    elif word == A.MERGE.value:
        outcome = _merge(request, file)
    else:
        return _page(request, number, Outcome())
    if not outcome.done:
        return _page(request, number, outcome, 409)
    messages.success(
        request,
        f"第 {file.case.no} 号已{'提出拟办；编成批次后由代表工作委员会负责人交办' if word == A.PROPOSE.value else '并入另一件'}。",
    )
    following = request.POST.get("then", "")
    return redirect(f"/workbench/{following}/" if read_number(following) else "/workbench/")


def _merge(request: HttpRequest, file: CaseFile) -> Outcome:
    told = request.POST.get("into_no", "")
    main = office.by_number(told, by=request.actor, like=file.case)  # type: ignore[attr-defined]
    if main is None or main.id == file.case.id:
        said = "请写明并入哪一件的编号（如 0003），须是本次会议的另一件建议。"
        return Outcome(reasons=[said], problems={"into_no": said}, code="UNCLEAR")
    return take(
        request, suggestions.merge, file.case, {"into": main.id, "reason": request.POST.get("reason", "")}
    )


def _bulk(request: HttpRequest) -> HttpResponse:
    """Several cases to one unit that handles them alone; what cannot be proposed is listed, the rest goes on."""
    by = request.actor  # type: ignore[attr-defined]
    unit = naming.by_name(request.POST.get("unit_name", ""), by)
    picked = read_numbers(request.POST.getlist("picked"))
    if unit is None or not picked:
        said = "请先勾选建议。" if unit else "请从名单中选定一个承办单位（写全称或者简称）。"
        return _page(request, 0, Outcome(), 409, [said])
    plain = {"units": [{"unit": unit.id, "role": Role.SOLE.value, "scope": ""}], "note": ""}
    done, failures = 0, []
    for number in picked[: lists.SIZE]:
        file = case(number, by=by)
        outcome = (
            take(request, suggestions.propose, file.case, plain, part=str(number)) if file else doors.NO_SUCH
        )
        done += outcome.done
        if not outcome.done:
            failures.append(f"第 {file.case.no if file else '—'} 号：{'；'.join(outcome.reasons)}")
    if done:
        messages.success(request, f"已将 {done} 件拟由{unit.name}单办。")
    return _page(request, 0, Outcome(), 200, failures) if failures else redirect("/workbench/")


def _page(
    request: HttpRequest, number: int, outcome: Outcome, status: int = 200, failures: list[str] | None = None
) -> HttpResponse:
    by, shown = request.actor, request.GET.get("show", "")  # type: ignore[attr-defined]
    cursors = doors.cursors(request)
    queue = office.queue(by=by, stages=SHOWS.get(shown, SHOWS[""])[1], **cursors)
    file = doors.found(request, number) if number else _first(request, queue)
    claims = office.claims([row.suggestion.id for row in queue.rows], by=by)
    told = {
        "queue": [_item(row, claims, file) for row in queue.rows], "page": show.pager(queue, request),
        "shows": [{"href": f"?show={name}" if name else "?", "label": word, "current": name == shown} for name, (word, _) in SHOWS.items()],
        "waiting": count_at([S.REGISTERED], by=by), "proposed": count_at([S.PROPOSED], by=by), "failures": failures or [], "prepares": by.holds(*CLERKS), "proposes": by.holds(*CLERKS),
        "units": units(by=by), "outcome": outcome, "key": new_key(), "unit_name": request.POST.get("unit_name", ""),
        **(_case(request, file, queue) if file else {}),
    }  # fmt: skip
    return render(request, "congress/workbench.html", told, status=status)


def _first(request: HttpRequest, queue: Page) -> CaseFile | None:
    return case(queue.rows[0].suggestion.id, by=request.actor) if queue.rows else None  # type: ignore[attr-defined]


def _item(row: lists.Row, claims: dict[int, list[Any]], file: CaseFile | None) -> dict[str, Any]:
    case, standing = row.suggestion, claims.get(row.suggestion.id, [])
    leading = sum(claim.leads for claim in standing)
    return {
        "id": str(case.id), "no": case.no, "title": case.title, "stage": case.stage, "clock": show.clock_of(row.due),
        "claims": len(standing), "disputed": leading > 1, "current": bool(file and file.case.id == case.id),
        "units": show.units_of(row) if row.handlings else "",
    }  # fmt: skip


def _case(request: HttpRequest, file: CaseFile, queue: Page) -> dict[str, Any]:
    """The middle and the right column."""
    on: Suggestion = file.case
    steps = doors.steps(file, on)
    return {
        "file": file, "case": on, "text": texts.of(file), "rows": naming.rows(request, file), "roles": naming.ROLES,
        "found": naming.found(request, file), "q": naming.words(request), "claims": file.claims, "wished": texts.wished(file),
        "note": request.POST.get("note", on.proposal_note), "seen": on.version, "steps": steps,
        "clock": show.clock_of(texts.due_of_case(file)), "dates": dates.if_handed_over(file.under), "then": _then(on, queue),
        "hand_over": steps.get(A.HAND_OVER.value), "propose": steps.get(A.PROPOSE.value), "merge": steps.get(A.MERGE.value),
        "hand_over_key": new_key(), "into_no": request.POST.get("into_no", ""), "merge_reason": request.POST.get("reason", ""),
        "merging": request.POST.get("act") == A.MERGE.value,
    }  # fmt: skip


def _then(on: Suggestion, queue: Page) -> str:
    """The next of the queue that nobody has decided yet."""
    numbers = [row.suggestion.id for row in queue.rows]
    at = numbers.index(on.id) + 1 if on.id in numbers else 0
    rest = [
        row.suggestion
        for row in queue.rows[at:]
        if row.suggestion.stage is S.REGISTERED and row.suggestion.id != on.id
    ]
    return str(rest[0].id) if rest else ""
