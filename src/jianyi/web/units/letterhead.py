"""What stands at the head of a unit's letters: a text or a picture, with a sample of how it will look."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.cases.issued import headed
from jianyi.cases.letters.values import Issue, letter
from jianyi.cases.queries.acts import acts_at
from jianyi.documents import store
from jianyi.documents.facts import LETTERHEAD
from jianyi.documents.letters.document import Letter, Paragraph
from jianyi.documents.letters.letterheads import MAX_BYTES, BadLetterhead, checked
from jianyi.documents.letters.webpage import page
from jianyi.documents.letters.wording import document_number
from jianyi.kit import clock
from jianyi.parties import commands, directory
from jianyi.parties.models import Organisation
from jianyi.procedure.actions import Action as A
from jianyi.procedure.facts.acting import Actor
from jianyi.turn.under import Under
from jianyi.web import acting
from jianyi.web.acting import Outcome, take


SAMPLE = "这是信头样张。正式函件的发文字号在签发时取得；改动信头只影响以后签发的函件，已经签发的保持原样。"


def letterhead(request: HttpRequest, number: int) -> HttpResponse:
    """For the unit's own office, and for administrators."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    row = _organisation(number, by)
    outcome = _set(request, row) if request.method == "POST" else Outcome()
    if outcome.done:
        messages.success(request, "信头已保存，从下一份函件起使用。")
        return redirect(f"/organisations/{row.id}/letterhead/")
    text, picture = row.letterhead
    told = {
        "row": row, "text": request.POST.get("text", "" if text == row.name else text), "picture": picture,
        "article": page(_sample(row)), "most": MAX_BYTES // 1024 // 1024, "reasons": outcome.reasons,
        "key": acting.new_key(), "seen": row.version,
    }  # fmt: skip
    return render(request, "units/letterhead.html", told, status=409 if outcome.reasons else 200)


def _organisation(number: int, by: Actor) -> Organisation:
    row = directory.organisation(number, by=by)
    may = row is not None and any(act.action is A.SET_LETTERHEAD for act in acts_at(row, Under(row), by))
    if row is None or not may:
        raise Http404
    return row


def _set(request: HttpRequest, row: Organisation) -> Outcome:
    """The picture is looked at and stored before the turn speaks of it; without a new one the old one stays, unless it is
    to go."""
    told: dict[str, Any] = {"text": request.POST.get("text", ""), "picture": row.letterhead[1]}
    if "without" in request.POST:
        told["picture"] = ""
    if upload := request.FILES.get("upload"):
        try:
            told["picture"] = _kept(upload.read(), upload.name, request.actor)  # type: ignore[attr-defined]
        except BadLetterhead as bad:
            return Outcome(reasons=[str(bad)], code="CHECKLIST_UNMET")
    return take(request, commands.set_letterhead, row, told)


def _kept(content: bytes, name: str, by: Actor) -> str:
    """The digest under which it is stored. Raises BadLetterhead."""
    checked(content)
    kept = store.keep(content, name=name, kind=LETTERHEAD, congress=by.congress, owner=by.person)
    return kept.digest


def _sample(row: Organisation) -> Letter:
    day = clock.today()
    issue = headed(Issue(row.name, document_number(row.code or row.known_as, "建函", day.year, 1), day), row)
    return letter(issue, "关于×××建议的答复", "×××代表", (Paragraph(SAMPLE),))
