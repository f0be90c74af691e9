"""The page of one outcome: what it is, what shows it, what it came of, what I may do."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.cases.queries.acts import Act
from jianyi.outcomes.commands import outcomes as commands
from jianyi.outcomes.models import Edition, Link
from jianyi.outcomes.queries import files, lists
from jianyi.outcomes.queries.files import OutcomeFile
from jianyi.outcomes.queries.similar import similar_cases, similar_pasts
from jianyi.procedure import words as w
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.acting import Actor
from jianyi.web import acting
from jianyi.web.acting import Outcome, take
from jianyi.web.cases.inside import verb
from jianyi.web.seen import seen

from . import named


# Steps that have a page or a form of their own.
OWN = {A.CREDIT: "edit", A.CORRECT: "edit"}
WAITS = {"credit": "修改成果", "certify": "核验登记成果"}


def found(request: HttpRequest, number: int) -> OutcomeFile:
    return seen(files.file, request, number)


def one(request: HttpRequest, number: int) -> HttpResponse:
    return page(request, found(request, number), Outcome())


def links(request: HttpRequest, number: int) -> HttpResponse:
    """More that it came of: by number, or ticked among those that are like it."""
    file = found(request, number)
    if request.method != "POST" or not _links(file):
        raise Http404
    told = named.named(request.POST, by=file.by)
    outcome = told.refusal or take(request, commands.link, file.outcome, told.plain)
    if outcome.done:
        messages.success(request, "已关联：成果登记后，提出的代表会收到消息。")
        return redirect(f"/outcomes/{number}/#links-t")
    return page(request, file, outcome)


def page(request: HttpRequest, file: OutcomeFile, outcome: Outcome) -> HttpResponse:
    latest, by = file.text, file.by
    titles = [latest.name, *(case.title for case in file.cases.values())]
    grows = _links(file)
    offered: dict[str, Any] = {}
    if grows:
        linked = {row.suggestion_id for row in file.open_links if not row.idea_id}
        pasts = {row.past_id for row in file.open_links}
        offered = {
            "cases": similar_cases(titles, file.outcome, by=by, without=linked),
            "pasts": similar_pasts(titles, file.outcome, by=by, without=pasts),
        }
    told = {
        "file": file, "outcome": file.outcome, "latest": _edition(file, latest), "earlier": [_edition(file, row) for row in file.editions[1:]],
        "links": [_link(file, row) for row in file.links], "buttons": _buttons(file), "grows": grows, "offered": offered,
        "typed": {name: request.POST.get(name, "") for name in ("numbers",)}, "ticked": request.POST.getlist("cases") + request.POST.getlist("pasts"),
        "waits": file.outcome.stage is w.Outcome.DRAFTED and file.outcome.standing,
        "reasons": outcome.reasons, "code": outcome.code, "key": request.POST.get("key") or acting.new_key(),
    }  # fmt: skip
    return render(request, "outcomes/outcome.html", told, status=409 if outcome.reasons else 200)


def _edition(file: OutcomeFile, row: Edition) -> dict[str, Any]:
    return {
        "row": row, "documents": file.documents(row.edition), "quantities": file.quantities(row.edition),
        "counts": row.edition == file.outcome.standing,
    }  # fmt: skip


def _link(file: OutcomeFile, row: Link) -> dict[str, Any]:
    acts = [act for act in file.acts if act.subject.id == row.id]
    return {
        "row": row, "case": file.cases.get(row.suggestion_id), "idea": file.ideas.get(row.idea_id), "past": file.pasts.get(row.past_id),
        "buttons": [_button(file, act) for act in acts if act.ready],
    }  # fmt: skip


def _links(file: OutcomeFile) -> bool:
    return any(act.action is A.LINK for act in file.acts)


def _buttons(file: OutcomeFile) -> list[dict[str, Any]]:
    """What may be done with the outcome itself, duties first; what is not ready says why."""
    own = [act for act in file.acts if act.subject is file.outcome and act.action is not A.LINK]
    return [_button(file, act) for act in sorted(own, key=lambda act: act.row.at_will)]


def _button(file: OutcomeFile, act: Act) -> dict[str, Any]:
    here = f"/outcomes/{file.outcome.id}/"
    track = type(act.subject.stage).__name__.lower()
    there = f"/act/{track}/{act.subject.id}/{act.action.value}/?next={here}"
    label = "修改" if act.action is A.CREDIT else verb(act.subject, act.action)
    return {
        "label": label, "href": f"{here}{OWN[act.action]}/" if act.action in OWN else there, "ready": act.ready, "missing": act.missing,
        "kind": "" if act.row.at_will else "primary",
    }  # fmt: skip


def todo(by: Actor, when: str = "") -> list[dict[str, str]]:
    """What waits for this person on outcomes; nothing of it has a day. `when`: as in the work list."""
    if when not in ("", "open_ended"):
        return []
    return [
        {
            "verb": WAITS.get(item.action, ""),
            "title": row.name,
            "kind": row.label,
            "href": f"/outcomes/{row.id}/",
        }
        for row, item in lists.work(by=by)
    ]
