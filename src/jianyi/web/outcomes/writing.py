"""Writing an outcome down, anew or corrected: its kind, its documents and quantities, what it came of, what shows it."""

from typing import Any
from unicodedata import normalize

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from jianyi.cases.models import Idea as Noted, Past, Suggestion
from jianyi.cases.queries.files import case
from jianyi.cases.queries.past import past_reply
from jianyi.documents.guard import Unreadable
from jianyi.kit.ids import read_number
from jianyi.outcomes.commands import outcomes as commands
from jianyi.outcomes.fresh import fresh
from jianyi.outcomes.models import Outcome as Row, plain
from jianyi.outcomes.queries.files import OutcomeFile
from jianyi.outcomes.queries.similar import similar_cases, similar_pasts
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import CONVERSIONS
from jianyi.procedure.words import Idea
from jianyi.web import acting
from jianyi.web.acting import Outcome, plain_of, take
from jianyi.web.uploads import uploaded

from .named import named
from .one import found


Told = dict[str, Any]
PARTS = {"documents": ("title", "number", "day"), "quantities": ("what", "number", "unit")}
FIELDS = ("kind", "name", "on", "text", "reason", "numbers")
# Empty lines that a form has besides those that are filled in, at least so many in all.
SPARE, LEAST, MOST = 1, 2, 30


def new(request: HttpRequest) -> HttpResponse:
    """GET: an empty form, about the suggestion, idea or past reply named; POST: it is written down."""
    on = fresh("outcome", {}, by=request.actor)  # type: ignore[attr-defined]
    if not isinstance(on, Row):
        raise Http404
    start = {"kind": request.GET.get("kind", ""), "cases": [], "ideas": [], "pasts": []}
    start |= {name: request.GET.getlist(name) for name in ("cases", "ideas", "pasts")}
    return _form(request, on, commands.credit, start)


def edit(request: HttpRequest, number: int) -> HttpResponse:
    """What was written down, to be changed; what counts already, to be corrected with a reason."""
    file = found(request, number)
    act = next(
        (act for act in file.acts if act.action in (A.CREDIT, A.CORRECT) and act.subject is file.outcome),
        None,
    )
    if act is None:
        raise Http404
    command = commands.correct if act.action is A.CORRECT else commands.credit
    return _form(request, file.outcome, command, _as_it_stands(file), file)


def _as_it_stands(file: OutcomeFile) -> Told:
    text = file.text
    return {
        "kind": text.kind, "name": text.name, "on": text.on.isoformat(), "text": text.text, "systemic": text.systemic,
        "documents": [{"title": d.title, "number": d.number, "day": d.day.isoformat() if d.day else ""} for d in file.documents(text.edition)],
        "quantities": [{"what": q.what, "number": plain(q.number), "unit": q.unit} for q in file.quantities(text.edition)],
        "cases": [], "ideas": [], "pasts": [],
    }  # fmt: skip


def _form(
    request: HttpRequest, on: Row, command: Any, start: Told, file: OutcomeFile | None = None
) -> HttpResponse:
    """`look` of the buttons: another line, or what is like it, without taking the step."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    posted = request.method == "POST"
    outcome = _taken(request, on, command, by) if posted else Outcome()
    if outcome.done:
        messages.success(request, "已保存，待核验后登记。")
        return redirect(f"/outcomes/{outcome.subject.id}/")
    now = _typed(request.POST) if posted else start
    chosen = _chosen(now, by)
    told = {
        "outcome": on, "file": file, "now": now | _lines(now, more=request.POST.get("look") == "more"), "kinds": CONVERSIONS.items(),
        "corrects": command is commands.correct, "chosen": chosen, "offered": _offered(on, now, chosen, by), "is_new": file is None,
        "reasons": outcome.reasons, "problems": outcome.problems, "code": outcome.code, "kept": outcome.kept.get("attachments", []),
        **acting.marks(request, outcome, on.version),
    }  # fmt: skip
    return render(request, "outcomes/writing.html", told, status=409 if outcome.reasons else 200)


def _taken(request: HttpRequest, on: Row, command: Any, by: Actor) -> Outcome:
    """The files first; one that may not come in is told, and what was typed stays."""
    try:
        files = uploaded(request, command.says)
    except Unreadable as unreadable:
        return Outcome(
            reasons=[unreadable.sentence], problems={"attachments": unreadable.sentence}, code="UNCLEAR"
        )
    if request.POST.get("look"):
        return Outcome(kept=files)
    told = named(request.POST, by=by)
    plain = plain_of(command.says, request.POST) | {name: _rows(request.POST, name) for name in PARTS}
    outcome = told.refusal or take(request, command, on, plain | told.plain | files)
    outcome.kept = files
    return outcome


def _rows(post: QueryDict, name: str) -> list[Told]:
    """Lines of which nothing is filled in are left out; a number may be written as people write it: 1,130 or １１３０."""
    parts = PARTS[name]
    columns = [post.getlist(f"{name}_{part}") for part in parts]
    rows = [dict(zip(parts, line, strict=True)) for line in zip(*columns, strict=False)]
    rows = [row for row in rows if any(value.strip() for value in row.values())]
    if name == "quantities":
        return [row | {"number": _number(row["number"])} for row in rows]
    return [row | {"day": row["day"] or None} for row in rows]


def _number(told: str) -> str:
    return normalize("NFKC", told).replace(",", "").replace(" ", "") or "0"


def _typed(post: QueryDict) -> Told:
    told: Told = {name: post.get(name, "") for name in FIELDS} | {"systemic": "systemic" in post}
    told |= {name: post.getlist(name) for name in ("cases", "ideas", "pasts")}
    for name, parts in PARTS.items():
        lines = zip(*(post.getlist(f"{name}_{part}") for part in parts), strict=False)
        rows = [dict(zip(parts, line, strict=True)) for line in lines]
        told[name] = [row for row in rows if any(value.strip() for value in row.values())]
    return told


def _lines(now: Told, *, more: bool) -> Told:
    """What is filled in, and a few lines more to fill in."""
    found = {}
    for name, parts in PARTS.items():
        rows = list(now.get(name, []))[:MOST]
        count = max(LEAST, len(rows) + SPARE * (3 if more else 1))
        found[name] = rows + [dict.fromkeys(parts, "")] * (count - len(rows))
    return found


# What it came of


def _chosen(now: Told, by: Actor) -> Told:
    """What is ticked or was named in the address, as far as the reader may see it."""
    numbers = {
        name: [n for part in now.get(name, []) if (n := read_number(part))]
        for name in ("cases", "ideas", "pasts")
    }
    files = [file for number in numbers["cases"][:MOST] if (file := case(number, by=by))]
    pasts = [row for number in numbers["pasts"][:MOST] if (row := past_reply(number, by=by))]
    return {
        "cases": [file.case for file in files],
        "pasts": pasts,
        "ideas": _ideas(now, numbers["ideas"], by),
    }


def _ideas(now: Told, ticked: list[int], by: Actor) -> list[Told]:
    """The golden ideas that were taken up, of the suggestions that are named, and those ticked."""
    from_cases = [n for part in now.get("cases", []) if (n := read_number(part))]
    about = dict.fromkeys([*from_cases, *_cases_of(ticked, by)])
    files = [file for number in about if (file := case(number, by=by))]
    return [
        {"row": idea, "on": idea.id in ticked}
        for file in files
        for idea in file.ideas
        if idea.stage is Idea.TAKEN_UP
    ]


def _cases_of(ideas: list[int], by: Actor) -> list[int]:
    rows = Noted.objects.filter(congress_id=by.congress, id__in=ideas)
    return list(rows.values_list("root_id", flat=True))


def _offered(on: Row, now: Told, chosen: Told, by: Actor) -> Told:
    """Earlier ones of the unit that are like it, once something says what it is about."""
    cases: list[Suggestion] = chosen["cases"]
    pasts: list[Past] = chosen["pasts"]
    titles = [
        title for title in (now.get("name", "").strip(), *(row.title for row in (*cases, *pasts))) if title
    ]
    if not titles:
        return {}
    return {
        "cases": similar_cases(titles, on, by=by, without=[row.id for row in cases]),
        "pasts": similar_pasts(titles, on, by=by, without=[row.id for row in pasts]),
    }
