"""Acting: one view for every step. What is said comes from the step's own fields; a refusal keeps what was typed."""

from dataclasses import dataclass, field, fields
from secrets import token_urlsafe
from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from jianyi.cases import mentioned
from jianyi.cases.queries import preview
from jianyi.cases.queries.files import CaseFile, case
from jianyi.documents.guard import Unreadable
from jianyi.kit.ids import read_number
from jianyi.procedure.actions import Action
from jianyi.procedure.facts.said import Said
from jianyi.procedure.permit import rows_of
from jianyi.procedure.refusals import Refused
from jianyi.turn.door import COMMANDS, Command
from jianyi.turn.models import Subject
from jianyi.turn.speech import Unclear, read
from jianyi.turn.tracks import by_name
from jianyi.turn.under import Under

from . import areas
from .cases import inside
from .onward import onward
from .uploads import uploaded
from .wording import fields_of


@dataclass
class Outcome:
    """How a step went: the subject as it stands, or the sentences why not, with what was typed kept; `kept`: files that
    came in all the same, by field."""

    subject: Any = None
    reasons: list[str] = field(default_factory=list)
    problems: dict[str, str] = field(default_factory=dict)
    code: str = ""
    kept: dict[str, list[str]] = field(default_factory=dict)

    @property
    def done(self) -> bool:
        return self.subject is not None


def take(
    request: HttpRequest,
    command: Command,
    on: Subject,
    plain: dict[str, Any] | None = None,
    *,
    part: str = "",
) -> Outcome:
    """Take a step with what the form says (or with `plain`); never raises for what the user did. `part`: one of
    several steps of one press, each with a request key of its own; what the form has seen is not this subject."""
    by = request.actor  # type: ignore[attr-defined]
    told = plain if plain is not None else plain_of(command.says, request.POST)
    try:
        said = read(command.says, told)
        if unknown := mentioned.unknown(said, by=by):
            raise Unclear(unknown)
        key, seen = _pressed(request, part)
        done = command(by=by, on=on, saying=said, seen=seen, key=key)
        areas.followed(done)
    except Unclear as unclear:
        return Outcome(reasons=list(unclear.problems.values()), problems=unclear.problems, code="UNCLEAR")
    except Refused as refusal:
        return Outcome(reasons=list(refusal.reasons), code=refusal.code)
    return Outcome(done)


def _pressed(request: HttpRequest, part: str) -> tuple[str, int | None]:
    """The request key, and the version that was looked at."""
    key, seen = request.POST.get("key", "")[:40], read_number(request.POST.get("seen", ""))
    return (f"{key}-{part}"[:64] if key else "", None) if part else (key, seen)


def plain_of(kind: type[Said], post: QueryDict) -> dict[str, Any]:
    """A form's fields as plain values, by the kind each field declares."""
    told: dict[str, Any] = {}
    for f in fields(cast(Any, kind)):
        how = f.metadata.get("kind", "text")
        if how == "flag":
            told[f.name] = f.name in post
        elif f.name in post:
            told[f.name] = _value(how, post, f.name)
    return told


MANY = (
    "points",
    "choices",
    "units",
    "deputies",
    "present",
    "files",
    "proofs",
    "photographs",
    "attached",
    "cases",
    "must_have",
    "negative",
    "divisions",
    "people",
    "ideas",
    "pasts",
    "lags",
)


def _value(how: str, post: QueryDict, name: str) -> Any:
    if how in MANY:
        return [part for part in post.getlist(name) if part.strip()]
    word = post[name]
    if how == "moment":
        return f"{word}+08:00" if word else None
    if how in NUMBERS:
        return word or 0
    if how == "day":
        return word or None
    return word


NUMBERS = (
    "unit",
    "person",
    "suggestion",
    "leader",
    "head",
    "officer",
    "division",
    "committee",
    "count",
    "crew",
    "colleague",
    "point",
    "batch",
    "gathering",
    "escalation",
)


def act(request: HttpRequest, track: str, number: str, action: str) -> HttpResponse:
    """GET: what will happen, and the fields; POST: the step. `number` is a row's number or "new"."""
    on, command = _found(request, track, number, action)
    file = _file(request, on)
    if request.method == "POST":
        outcome = taken(request, command, on)
        if outcome.done:
            messages.success(request, f"已办：{command.action.label}。")
            return redirect(back(request, outcome.subject))
        return _page(request, on, command, file, outcome, status=409)
    return _page(request, on, command, file, Outcome())


def taken(request: HttpRequest, command: Command, on: Subject) -> Outcome:
    """The files first; one that may not come in is told at its field, and what was typed stays."""
    try:
        files = uploaded(request, command.says)
    except Unreadable as unreadable:
        return Outcome(
            reasons=[unreadable.sentence], problems={"attachments": unreadable.sentence}, code="UNCLEAR"
        )
    outcome = take(request, command, on, plain_of(command.says, request.POST) | files)
    outcome.kept = {name: numbers for name, numbers in files.items() if numbers}
    return outcome


def _found(request: HttpRequest, track: str, number: str, action: str) -> tuple[Subject, Command]:
    by, known = request.actor, by_name().get(track)  # type: ignore[attr-defined]
    if number == "new":
        about = {**request.GET.dict(), **request.POST.dict()}
        on = areas.fresh(track, about, by=by)
    else:
        row = read_number(number)
        on = areas.there(track, row, by=by) if row else None
    if on is None or known is None or action not in {a.value for a in Action}:
        raise Http404
    command = COMMANDS.get((known.model, Action(action)))
    if command is None or _says_secrets(command) or (track, command.action) in ELSEWHERE:
        raise Http404
    return on, command


# Steps whose own pages turn names and numbers into people and suggestions, or have a line for each phase.
ELSEWHERE = {
    ("theme", Action.GROUP), ("theme", Action.FIND), ("theme", Action.LINK), ("theme", Action.UNLINK), ("theme", Action.SHARE), ("problem", Action.PLEDGE),
    ("meeting", Action.CONVENE), ("meeting", Action.HOLD), ("meeting", Action.MINUTE), ("resolution", Action.RESOLVE), ("workscheme", Action.PLAN), ("plan", Action.PLAN),
    ("outcome", Action.CREDIT), ("outcome", Action.CORRECT), ("outcome", Action.LINK), ("publicity", Action.FEATURE),
    ("publication", Action.WRITE), ("circular", Action.DRAW), ("circular", Action.WRITE),
    ("keytopic", Action.NOMINATE), ("keytopic", Action.INCLUDE), ("keytopic", Action.VISIT),
    ("urging", Action.URGE), ("measure", Action.DRAW_UP), ("measure", Action.CITE), ("help", Action.HELP),
}  # fmt: skip


def _says_secrets(command: Command) -> bool:
    """Passwords, links and tokens are made by pages of their own, never taken from a form as they come."""
    return any(f.metadata.get("kind") == "secret" for f in fields(cast(Any, command.says)))


def _file(request: HttpRequest, on: Subject) -> CaseFile | None:
    if on._state.adding and not hasattr(on, "root_id"):
        return None
    return case(on.root_number, by=request.actor)  # type: ignore[attr-defined]


def _page(
    request: HttpRequest,
    on: Subject,
    command: Command,
    file: CaseFile | None,
    outcome: Outcome,
    status: int = 200,
) -> HttpResponse:
    told = {
        "action": command.action, "subject": on, "file": file, "fields": fields_of(command.says, request, outcome, file, areas.colleagues(on, by=request.actor)),
        "lines": inside.shown(on, file), "proofs": file.evidence.get(on.id, []) if file else [], "label": inside.verb(on, command.action), "reasons": outcome.reasons, "code": outcome.code, **marks(request, outcome, on.version), "next": _next(on, command, file),
        "about": _about(request), "goes_back": onward(request),
    }  # fmt: skip
    return render(request, "acting/act.html", told, status=status)


def _next(on: Subject, command: Command, file: CaseFile | None) -> dict[str, Any]:
    """The next-step bar: what happens after the button."""
    after = ""
    root = on.root if hasattr(on, "root_id") else on
    under = file.under if file else Under(root) if isinstance(root, areas.OWN_PAGES) else None
    if under:
        rows = [
            row
            for row in rows_of(under.place, type(on.stage))
            if row.action is command.action and on.stage in row.at
        ]
        after = preview.after(rows[0], on, under) if rows else ""
    verb = inside.verb(on, command.action)
    button = {"label": verb, "kind": "primary", "value": "go"}
    return {"verb": verb, "after": after, "missing": [], "buttons": [button]}


ABOUT = (
    "suggestion",
    "handling",
    "paper",
    "person",
    "unit",
    "lead",
    "delegation",
    "plan",
    "collective",
    "helping",
)


def _about(request: HttpRequest) -> list[tuple[str, str]]:
    """What a new subject is about goes along in the form."""
    told = {**request.GET.dict(), **request.POST.dict()}
    return [(name, told[name]) for name in ABOUT if name in told]


def new_key() -> str:
    """A request key: a form sent twice is one step."""
    return token_urlsafe(16)


MOVED_ON = ("CHANGED_MEANWHILE", "KEY_REUSED")


def marks(request: HttpRequest, outcome: Outcome, version: int) -> dict[str, Any]:
    """The request key and the version that was looked at, as the form carries them: the same through a refusal, so that pressing
    twice stays one step. Where the refusal was that things have moved on, those of what the page shows now: else it would be
    refused for ever."""
    told = {} if outcome.code in MOVED_ON else request.POST
    return {"key": told.get("key") or new_key(), "seen": told.get("seen") or version}


def back(request: HttpRequest, subject: Subject) -> str:
    """To where the form came from, or to the case."""
    if there := onward(request):
        return there
    if own := areas.page_of(subject):
        return own
    return (
        f"/batches/{subject.id}/"
        if subject._meta.model_name == "batch"
        else f"/suggestions/{subject.root_number}/"
    )
