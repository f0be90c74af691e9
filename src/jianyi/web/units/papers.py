"""The page of a paper: written by the case officer, passed by desks, signed, sent; one address for all of it."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.cases.commands import papers as commands
from jianyi.cases.commands.papers import recipients
from jianyi.cases.facts import candidates
from jianyi.cases.models import Paper
from jianyi.cases.models.papers import CHANNELS
from jianyi.cases.queries.control import control
from jianyi.cases.queries.files import Act, CaseFile
from jianyi.cases.queries.house import editions
from jianyi.parties.queries import names
from jianyi.procedure.actions import Action as A
from jianyi.procedure.words import ANSWERING
from jianyi.turn import buffers
from jianyi.web.acting import Outcome, take
from jianyi.web.cases.before import before
from jianyi.web.shell import is_deputy

from . import letter, promising, remarks, review, standing, writing
from .tasks import shown


DONE = {
    "present": "已送审。", "pass": "已通过，转下一步。", "send_back": "已退回修改。", "sign": "已签发，文号已编定。", "send": "已送出。",
}  # fmt: skip


def paper(request: HttpRequest, number: int) -> HttpResponse:
    """Whoever may write gets the form; at a desk it opens on demand. Everybody else inside reads."""
    file, row = standing.paper(request, number)
    if is_deputy(file.by):
        return redirect(f"/papers/{row.id}/letter/")
    acts = {act.action: act for act in file.acts_on(row)}
    if request.method != "POST" or request.POST.get("take"):
        return _page(request, file, row, acts, Outcome())
    if request.POST.get("strike"):
        return _struck(request, row)
    word = request.POST.get("act", "write")
    outcome = STEPS.get(word, _write)(request, row)
    if outcome.done:
        return _gone_on(request, file, row, word, outcome)
    file, row = standing.paper(request, number)
    return _page(request, file, row, {act.action: act for act in file.acts_on(row)}, outcome)


def _gone_on(request: HttpRequest, file: CaseFile, row: Paper, word: str, outcome: Outcome) -> HttpResponse:
    if word in ("write", "present"):
        buffers.drop(writing.buffer_of(row), by=file.by)
    there = f"/papers/{row.id}/" if word == "write" else f"/suggestions/{file.case.id}/#paper-{row.id}"
    return standing.gone_on(
        request, outcome, DONE.get(word, f"已存为第 {outcome.subject.edition} 稿。"), there
    )


# Steps


def _write(request: HttpRequest, row: Paper) -> Outcome:
    if problems := writing.unreadable(request, row):
        return Outcome(reasons=problems, code="UNCLEAR")
    return take(request, commands.write, row, writing.plain(request, row))


def _present(request: HttpRequest, row: Paper) -> Outcome:
    """What stands in the form is kept first, where it is not yet, then presented."""
    kept = Outcome(row) if writing.is_as_kept(row, writing.plain(request, row)) else _write(request, row)
    return take(request, commands.present, kept.subject, {}, part="present") if kept.done else kept


def _send(request: HttpRequest, row: Paper) -> Outcome:
    """To each by the platform, or by post under the number of the letter."""
    people = [
        name.removeprefix("way-")
        for name, way in request.POST.items()
        if name.startswith("way-") and way == "post"
    ]
    posted = [[person, request.POST.get(f"mail-{person}", "").strip()[:60]] for person in people]
    if any(not mail for _, mail in posted):
        return Outcome(reasons=["邮寄送达的，请填写邮件号。"], code="REASON_REQUIRED")
    return take(request, commands.send, row, {"posted": posted})


def _struck(request: HttpRequest, row: Paper) -> HttpResponse:
    """What stands in the form stays there: only one sentence is said to promise nothing."""
    key = request.POST["strike"]
    no, item, _ = promising.of_key(row, key) or (0, "", None)
    said = {"no": no, "item": item, "reason": request.POST.get(f"why-{key}", "").strip()}
    outcome = take(request, commands.strike, row, said, part="strike")
    file, row = standing.paper(request, row.id)
    return _page(request, file, row, {act.action: act for act in file.acts_on(row)}, outcome)


def _simple(command: Any) -> Callable[[HttpRequest, Paper], Outcome]:
    return lambda request, row: take(request, command, row)


STEPS: dict[str, Callable[[HttpRequest, Paper], Outcome]] = {
    "write": _write, "present": _present, "send": _send, "pass": _simple(commands.pass_),
    "send_back": _simple(commands.send_back), "sign": _simple(commands.sign),
}  # fmt: skip


# Pages


def _page(
    request: HttpRequest, file: CaseFile, row: Paper, acts: dict[A, Act], outcome: Outcome
) -> HttpResponse:
    told = {
        "file": file, "case": file.case, "paper": row, "handling": row.handling, "acts": acts,
        "noun": "答复" if row.is_reply else "会办意见", "clocks": shown(file, row.handling, *ANSWERING),
        "control": control(file, row), "remarks": remarks.beside(file, row), **standing.form(request, row, outcome),
    }  # fmt: skip
    written = _writes(request, acts)
    told |= _writing(request, file, row, acts) if written else _reading(request, file, row, acts)
    return render(
        request,
        "units/write.html" if written else "units/review.html",
        told,
        status=409 if outcome.reasons else 200,
    )


def _writes(request: HttpRequest, acts: dict[A, Act]) -> bool:
    """The form: for the drafter, for a desk that asked to change the text, and for text that was refused."""
    if request.method == "POST" and request.POST.get("act", "write") in ("write", "present"):
        return True
    return A.WRITE in acts and (A.PASS not in acts or request.GET.get("edit") == "1")


def _writing(request: HttpRequest, file: CaseFile, row: Paper, acts: dict[A, Act]) -> dict[str, Any]:
    present = acts.get(A.PRESENT)
    bar = (
        standing.nextbar(file, present, "送审")
        if present
        else {"after": "存为新一稿，经办人会收到告知", "verb": "保存", "missing": []}
    )
    keep = {"label": "存为一稿", "value": "write", "kind": "" if present else "primary"}
    # The words in the form may supply what the kept edition lacks, so the button stays open; the door decides.
    send = {"label": "送审", "value": "present", "kind": "primary"}
    bar |= {"buttons": [keep, send] if present else [keep] if A.WRITE in acts else []}
    return {
        "form": writing.form(request, file, row), "opinions": writing.co_opinions(file, row), "next": bar, "before": before(file) if row.is_reply else {},
        "contacts": [c for c in file.contacts if c.handling_id == row.handling_id],
    }  # fmt: skip


def _reading(request: HttpRequest, file: CaseFile, row: Paper, acts: dict[A, Act]) -> dict[str, Any]:
    inside = row.handling in file.own_handlings
    known = editions(row, file)
    return {
        "heading": _heading(row, acts, inside), "inside": inside, "seeming": list(candidates(row)) if inside else [], "struck": row.struck if inside else [], "steps": review.chain(file, row, known) if inside else [],
        "changes": review.changes(request, file, row, known), "checks": review.checks(file, row) if inside else [],
        "letter": letter.layout(file, row), "next": _bar(file, row, acts), "to": _recipients(request, file, acts),
        "back_act": acts.get(A.SEND_BACK), "reason": request.POST.get("reason", ""),
    }  # fmt: skip


def _heading(row: Paper, acts: dict[A, Act], inside: bool) -> str:
    noun = "答复" if row.is_reply else "会办意见"
    told = next(
        (told for action, told in HEADINGS.items() if action in acts),
        "{}稿" if inside and not row.sent_at else "{}",
    )
    return told.format(noun)


HEADINGS = {A.PASS: "审核{}稿", A.SIGN: "签发{}", A.SEND: "送出{}"}
LABELS = {A.PASS: "通过，转下一步", A.SIGN: "签发", A.SEND: "送出"}


def _bar(file: CaseFile, row: Paper, acts: dict[A, Act]) -> dict[str, Any] | None:
    """The one step forward, and beside it the way back and the pen."""
    act = next((acts[action] for action in LABELS if action in acts), None)
    if act is None:
        return None
    bar = standing.nextbar(file, act, LABELS[act.action])
    if act.action is A.PASS:
        bar["after"] = review.following(row)
    before = []
    if A.SEND_BACK in acts:
        before.append({"label": "退回修改", "value": "send_back", "kind": "danger", "icon": "arrow-back-up"})
    if A.WRITE in acts:
        before.append({"label": "直接修改", "href": f"/papers/{row.id}/?edit=1", "icon": "edit"})
    return bar | {"buttons": [*before, *bar["buttons"]]}


def _recipients(request: HttpRequest, file: CaseFile, acts: dict[A, Act]) -> list[dict[str, Any]]:
    """To whom a reply goes, each by platform or by post; nobody where the names are hidden."""
    if A.SEND not in acts or file.hides_names or not acts[A.SEND].subject.is_reply:  # type: ignore[attr-defined]
        return []
    people = recipients(file.under)
    known = names(file.case.congress_id, set(people))
    return [
        {
            "id": str(person), "name": known[person], "post": request.POST.get(f"way-{person}") == "post",
            "mail": request.POST.get(f"mail-{person}", ""), "platform": CHANNELS["platform"],
        }
        for person in people
    ]  # fmt: skip
