"""Co-signing: the lead asks deputies found by name; whoever is asked reads the whole text, then signs or declines."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.cases.commands import suggestions
from jianyi.cases.fresh import fresh
from jianyi.cases.models import Invitation
from jianyi.cases.queries import deputies
from jianyi.cases.queries.files import Act, CaseFile, case
from jianyi.parties.queries import names
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Invitation as Stage, Limit

from .. import acting, show


def asked(file: CaseFile) -> list[dict[str, Any]]:
    """Everybody who was asked: name, state, until when; `why`: the first of those that wait explains the day."""
    rows = file.invitations
    known = names(file.case.congress_id, {row.person_id for row in rows}) if rows else {}
    told = [_asked(row, known, file) for row in rows]
    for first in [row for row in told if row["clock"]][:1]:
        first["why"] = first["clock"]
    return told


def _asked(row: Invitation, known: dict[int, str], file: CaseFile) -> dict[str, Any]:
    waits = row.stage is Stage.INVITED
    name = known[row.person_id]
    return {
        "name": name, "initial": name[:1], "state": row.stage, "note": row.note, "waits": waits,
        "clock": show.clock_of(file.due(row.id, Limit.INVITATION)) if waits else None,
    }  # fmt: skip


# The lead asks


def invite(request: HttpRequest, number: int) -> HttpResponse:
    """Find deputies by name or delegation, tick them, say why; each is asked in a step of its own."""
    file = case(number, by=request.actor)  # type: ignore[attr-defined]
    if file is None:
        raise Http404
    on = Invitation.of(file.case)
    act = next((act for act in file.acts_on(on.come_home(file.under)) if act.action is A.INVITE), None)
    if act is None:
        return redirect(f"/suggestions/{number}/")
    refused: list[str] = []
    if request.method == "POST" and request.POST.get("act") != "find":
        refused = _ask(request, number)
        if not refused:
            return redirect(request.path)
    return _asking_page(request, file, act, refused)


def _ask(request: HttpRequest, number: int) -> list[str]:
    """The sentences of those who could not be asked; nothing when all were."""
    picked = request.POST.getlist("person")
    plain = {"explanation": request.POST.get("explanation", "")}
    if not picked:
        return ["还没有选代表：请先查找，勾选要邀请的代表。"]
    refused, done = [], 0
    for person in picked:
        on = fresh("invitation", {"suggestion": str(number), "person": person}, by=request.actor)  # type: ignore[attr-defined]
        outcome = (
            acting.take(request, suggestions.invite, on, plain, part=person)
            if on
            else acting.Outcome(reasons=["找不到这位代表。"])
        )
        done += outcome.done
        refused += outcome.reasons
    if done:
        messages.success(request, f"已向 {done} 名代表发出附议邀请。")
    return list(dict.fromkeys(refused))


def _asking_page(request: HttpRequest, file: CaseFile, act: Act, refused: list[str]) -> HttpResponse:
    words = request.POST.get("q") or request.GET.get("q", "")
    told = {
        "case": file.case, "asked": asked(file), "refused": refused, "words": words, "missing": act.missing,
        "found": deputies.find_deputies(words, by=file.by) if words else [], "few": deputies.FEW,
        "picked": request.POST.getlist("person"), "explanation": request.POST.get("explanation", ""),
        "key": request.POST.get("key") or acting.new_key(),
    }  # fmt: skip
    return render(request, "deputies/invite.html", told, status=409 if refused else 200)


def find(request: HttpRequest) -> HttpResponse:
    """Deputies by name or delegation, for ticking; a part of the page that asks for it."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    words = request.GET.get("q", "")
    found = deputies.find_deputies(words, by=by)
    page = "deputies/found_deputies.html" if request.headers.get("HX-Request") else "deputies/directory.html"
    told = {
        "found": found if words else [],
        "words": words,
        "few": deputies.FEW,
        "picked": request.GET.getlist("person"),
    }
    return render(request, page, told)


def find_units(request: HttpRequest) -> HttpResponse:
    """Units by name, for ticking; a part of the writing page."""
    words = request.GET.get("unit_q", "")
    found = deputies.find_units(words, by=request.actor)  # type: ignore[attr-defined]
    return render(request, "deputies/found_units.html", {"units": {"found": found, "words": words}})


# The other side


def inbox(request: HttpRequest) -> HttpResponse:
    """Every invitation the deputy got; those that wait come first."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    rows = deputies.invitations(by=by)
    until = deputies.invited_until(rows, by=by)
    cases = deputies.cases_of({row.root_id for row in rows}, by=by)
    known = [_got(row, cases.get(row.root_id), until.get(row.id)) for row in rows]
    waiting = [row for row in known if row["waits"]]
    return render(
        request,
        "deputies/invitations.html",
        {"waiting": waiting, "others": [r for r in known if not r["waits"]]},
    )


def _got(row: Invitation, about: Any, due: Any) -> dict[str, Any]:
    waits = row.stage is Stage.INVITED
    return {
        "href": f"/invitations/{row.id}/", "state": row.stage, "explanation": row.explanation, "at": row.answered_at,
        "title": f"《{about.title}》" if about else "（附议已了结，不再显示内容）", "waits": waits,
        "lead": about.lead.name if about else "", "no": about.no if about else "",
        "clock": show.clock_of(due) if waits and due else None,
    }  # fmt: skip


COMMANDS = {"co_sign": suggestions.co_sign, "decline": suggestions.decline, "resign": suggestions.resign}
DONE = {"co_sign": "已确认附议。", "decline": "已谢绝附议。", "resign": "已撤回附议。"}


def one(request: HttpRequest, number: int) -> HttpResponse:
    """The whole text, then: sign it, decline it, or take the signature back while it is a draft."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    row = deputies.invitation(number, by=by)
    if row is None:
        raise Http404
    outcome = acting.Outcome()
    if request.method == "POST":
        verb = request.POST.get("act", "")
        if verb not in COMMANDS:
            raise Http404
        outcome = acting.take(request, COMMANDS[verb], row)
        if outcome.done:
            messages.success(request, DONE[verb])
            return redirect("/invitations/" if verb != "co_sign" else f"/suggestions/{row.root_id}/")
    return _one_page(request, row, outcome)


def _one_page(request: HttpRequest, row: Invitation, outcome: acting.Outcome) -> HttpResponse:
    file = case(row.root_id, by=request.actor)  # type: ignore[attr-defined]
    acts = {act.action.value: act for act in file.acts_on(file.under.get(Invitation, row.id))} if file else {}
    due = deputies.invited_until([row], by=request.actor).get(row.id)  # type: ignore[attr-defined]
    told = {
        "row": row, "file": file, "case": file.case if file else None, "acts": acts, "clock": show.clock_of(due, row.answered_at),
        "points": enumerate(file.case.points, start=1) if file else [], "reasons": outcome.reasons, "code": outcome.code,
        "own_will": "own_will" in request.POST, "note": request.POST.get("note", ""),
        **acting.marks(request, outcome, row.version),
        "asked": asked(file) if file else [],
    }  # fmt: skip
    return render(request, "deputies/invitation.html", told, status=409 if outcome.reasons else 200)
