"""A visit of the committee: where, who, what it advises, of which suggestions."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.procedure.actions import Action as A
from jianyi.topics.commands import visits as commands
from jianyi.topics.queries.meetings import linkable
from jianyi.web import acting
from jianyi.web.acting import Outcome, take

from .topics import found


FIELDS = ("held_on", "where", "people", "opinions", "answer_by", "meeting")


def visit(request: HttpRequest, number: int) -> HttpResponse:
    """GET: an empty form; POST: the visit is on record and its opinions go to the units."""
    file = found(request, number)
    if not any(act.action is A.VISIT for act in file.acts):
        raise Http404
    outcome = Outcome()
    if request.method == "POST":
        plain = acting.plain_of(commands.visit.says, request.POST)
        outcome = take(request, commands.visit, file.topic, plain | {"cases": request.POST.getlist("cases")})
    if outcome.done:
        messages.success(request, "视察已登记，意见已送承办单位。")
        return redirect(f"/topics/{number}/#visits-t")
    told = {
        "topic": file.topic, "members": file.inside, "meetings": linkable(file), "said": {name: request.POST.get(name, "") for name in FIELDS},
        "ticked": request.POST.getlist("cases"), "reasons": outcome.reasons, "problems": outcome.problems, "code": outcome.code,
        **acting.marks(request, outcome, file.topic.version),
    }  # fmt: skip
    return render(request, "topics/visit.html", told, status=409 if outcome.reasons else 200)
