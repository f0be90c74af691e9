"""Entering a paper suggestion for a deputy; the record says that, by whom, and how it came."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.cases.commands import suggestions
from jianyi.cases.fresh import fresh
from jianyi.cases.models import Suggestion
from jianyi.documents.guard import Unreadable
from jianyi.documents.intake import stored
from jianyi.kit.ids import read_number
from jianyi.parties.models import Seat
from jianyi.parties.queries import deputies, units
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import BASES, Entered
from jianyi.procedure.words.duties import CLERKS
from jianyi.turn.speech import Unclear, read

from ..acting import Outcome, new_key, take
from ..deputies import form as forms
from . import doors, naming


MOST = 20
WISHES = 3
AFTER = "转为“待审查”；告知领衔代表；按来件时间起算交办期限"
NO_SITTING = "现在没有正在进行的会次，不能录入。请管理员先设立会次。"


@doors.only(*CLERKS)
def enter(request: HttpRequest) -> HttpResponse:
    """First the deputy is found, then the paper is typed in."""
    by = request.actor  # type: ignore[attr-defined]
    seat = seat_of(_told(request, "lead"), by)
    if seat is None:
        return _find(request)
    if request.method != "POST":
        return _page(request, seat, forms.blank(), Outcome())
    sheet = forms.posted(request.POST)
    if request.POST.get("act", "") != "enter":
        sheet.texts["points"] = forms.arranged(sheet.many("points"), request.POST.get("act", ""))
        return _page(request, seat, sheet, Outcome())
    outcome = _enter(request, seat, sheet)
    if not outcome.done:
        return _page(request, seat, sheet, outcome, 409)
    messages.success(request, f"已代{seat.root.name}代表录入，并告知本人。")
    return redirect(f"/review/{outcome.subject.id}/")


def _told(request: HttpRequest, name: str) -> str:
    return request.POST.get(name) or request.GET.get(name, "")


def seat_of(told: str, by: Actor) -> Seat | None:
    """The mandate of the deputy whose number is told."""
    return deputies(by=by).filter(root_id=read_number(told)).first()


def like(words: str, by: Actor) -> list[Seat]:
    """Deputies whose name holds the words."""
    told = words.strip()[:20]
    return list(deputies(by=by).filter(root__name__contains=told)[:MOST]) if told else []


def _find(request: HttpRequest) -> HttpResponse:
    q = _told(request, "q")
    told = {"q": q, "found": like(q, request.actor)}  # type: ignore[attr-defined]
    return render(request, "congress/enter_find.html", told)


def _enter(request: HttpRequest, seat: Seat, sheet: forms.Form) -> Outcome:
    sheet.check()
    files = _files(request, sheet)
    if sheet.problems:
        return Outcome(reasons=list(sheet.problems.values()), problems=sheet.problems, code="UNCLEAR")
    by = request.actor  # type: ignore[attr-defined]
    wished = [unit.id for name in request.POST.getlist("wish") if (unit := naming.by_name(name, by))]
    plain = sheet.plain | {
        "received": request.POST.get("received", ""), "wished_units": wished, "attachments": [file.id for file in files],
    }  # fmt: skip
    return enter_one(request, seat.root_id, plain, delegation=request.POST.get("delegation", ""))


def _files(request: HttpRequest, sheet: forms.Form) -> list[Any]:
    try:
        return stored(request.FILES.getlist("upload"), by=request.actor)  # type: ignore[attr-defined]
    except Unreadable as unreadable:
        sheet.problems["upload"] = unreadable.sentence
        return []


def enter_one(
    request: HttpRequest, lead: int, plain: dict[str, Any], *, delegation: str = "", part: str = ""
) -> Outcome:
    """One suggestion of a deputy; its text is written before the step, which looks at it."""
    on = fresh("suggestion", {"lead": lead, "delegation": delegation}, by=request.actor)  # type: ignore[attr-defined]
    if not isinstance(on, Suggestion):
        return Outcome(reasons=[NO_SITTING], code="TOO_EARLY")
    try:
        said = read(Entered, plain)
    except Unclear as unclear:
        return Outcome(reasons=list(unclear.problems.values()), problems=unclear.problems, code="UNCLEAR")
    on.write(said)  # type: ignore[arg-type]
    return take(request, suggestions.enter, on, plain, part=part)


def _page(
    request: HttpRequest, seat: Seat, sheet: forms.Form, outcome: Outcome, status: int = 200
) -> HttpResponse:
    told = {
        "seat": seat, "sheet": sheet, "outcome": outcome, "key": request.POST.get("key") or new_key(),
        "text": {name: sheet.one(name) for name in ("title", "situation", "publication_reason", "confidential_reason")},
        "points": list(enumerate(sheet.points, start=1)), "fields": choices(sheet), "basis": [(k, v, k in sheet.many("basis")) for k, v in BASES.items()],
        "confidential": "confidential" in sheet.texts, "open": "open_to_co_signers" in sheet.texts,
        "delegation": request.POST.get("delegation", ""), "received": request.POST.get("received", ""),
        "wishes": (request.POST.getlist("wish") + [""] * WISHES)[:WISHES], "units": units(by=request.actor),  # type: ignore[attr-defined]
        "next": {"verb": "录入", "after": AFTER, "buttons": [{"label": "代为录入", "value": "enter", "kind": "primary"}]},
    }  # fmt: skip
    return render(request, "congress/enter.html", told, status=status)


LABELS = {
    "kind": "类别",
    "repeated_years": "连续提出",
    "publication_wish": "公开意愿",
    "contact_wish": "沟通意愿",
}


def choices(sheet: forms.Form) -> list[dict[str, Any]]:
    """The fields one of whose options is chosen."""
    return [
        {"name": name, "label": LABELS[name], "options": list(options.items()), "chosen": sheet.one(name)}
        for name, options in forms.CHOICES.items()
    ]
