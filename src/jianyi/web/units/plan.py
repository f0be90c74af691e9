"""The plan of a handling (F09) as it is drawn up: tasks, safeguards, what is meant to be answered, and whom the deputy is met by in which phase."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict

from jianyi.cases.commands import plans as commands
from jianyi.cases.facts import planned
from jianyi.cases.models import Handling, Plan
from jianyi.cases.queries.files import CaseFile
from jianyi.procedure.facts.said import LEVELS, MODES, PHASES
from jianyi.procedure.levels import who_meets
from jianyi.turn import buffers
from jianyi.turn.models import Buffer
from jianyi.web.acting import Outcome, plain_of, take

from . import standing


Told = dict[str, Any]
PARTS = ("day", "level", "mode")


def plan(request: HttpRequest, number: int) -> HttpResponse:
    """New, or the one there is; its milestones are set on the page of the case."""
    file, row = standing.handling(request, number)
    subject = next((each for each in file.plans if each.handling_id == row.id), None)
    subject, buffer = subject or Plan.of(row).come_home(file.under), f"plan-{row.id}"
    outcome = Outcome()
    if request.method == "POST":
        plain = plain_of(commands.draw_up.says, request.POST) | {
            "contacts": _contacts(request.POST), "views": _views(request.POST.getlist("view")),
        }  # fmt: skip
        outcome = take(request, commands.draw_up, subject, plain)
    if outcome.done:
        buffers.drop(buffer, by=file.by)
        there = f"/suggestions/{file.case.id}/#plan-{outcome.subject.id}"
        return standing.gone_on(request, outcome, "计划已保存：设好节点后送领导批准。", there)
    unsent = buffers.read(buffer, by=file.by)
    return standing.page(
        request, "units/plan.html", file, subject, commands.draw_up, outcome, begin=_begins(subject, unsent), handling=row,
        phases=_phases(request, subject, unsent), levels=LEVELS.items(), modes=MODES.items(), buffer=buffer, unsent=unsent,
        meets=_meets(file, row), least=planned(subject, file.under).least, points=_points(request, file, subject, unsent),
    )  # fmt: skip


def _contacts(post: QueryDict) -> list[Told]:
    """A phase of which nothing is told is left out."""
    rows = [{"phase": phase, **{part: post.get(f"{part}_{phase}", "") for part in PARTS}} for phase in PHASES]
    return [row | {"day": row["day"] or None} for row in rows if any(row[part] for part in PARTS)]


def _views(told: list[str]) -> list[Told]:
    return [{"no": number, "text": text} for number, text in enumerate(told, start=1) if text.strip()]


def _points(request: HttpRequest, file: CaseFile, subject: Plan, unsent: Buffer | None) -> list[Told]:
    """Each point of the suggestion with what is meant to be answered to it."""
    told = subject.view_of
    typed = request.POST.getlist("view") if request.method == "POST" else unsent and unsent.fields.get("view")
    told |= dict(enumerate(typed, start=1)) if typed else {}
    return [
        {"number": number, "title": point, "text": told.get(number, "")}
        for number, point in enumerate(file.case.points, start=1)
    ]


def _begins(subject: Plan, unsent: Buffer | None) -> Told:
    """What was typed and not sent; else what stands."""
    kept = {"tasks": subject.tasks, "safeguards": subject.safeguards}
    return kept | ({name: told[0] for name, told in unsent.fields.items() if told} if unsent else {})


def _phases(request: HttpRequest, subject: Plan, unsent: Buffer | None) -> list[Told]:
    """A line for each phase, with what was typed before what was not sent before what stands."""
    rows = {row.phase: {"day": row.day, "level": row.level, "mode": row.mode} for row in subject.foreseen}
    typed: Any = request.POST if request.method == "POST" else None
    if typed is None and unsent:
        typed = {name: told[0] for name, told in unsent.fields.items() if told}
    return [
        {"phase": phase, "label": label}
        | ({part: typed.get(f"{part}_{phase}", "") for part in PARTS} if typed else rows.get(phase, {}))
        for phase, label in PHASES.items()
    ]


def _meets(file: CaseFile, row: Handling) -> str:
    """Whom the unit's rule sends to the deputies of such a suggestion (分级见面)."""
    rule = row.unit.rule.get("meets", {})
    return LEVELS.get(who_meets(rule, weighty=row.is_weighty, led=bool(row.leading_leader_id))[1], "")
