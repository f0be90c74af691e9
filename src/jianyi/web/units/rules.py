"""The rules of a unit: who coordinates, how its work is divided, what it checks before it signs."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from jianyi.cadence.facts import rhythm_of
from jianyi.cases.queries.acts import acts_at
from jianyi.parties import commands, directory
from jianyi.parties.facts import divisions_of
from jianyi.parties.models import Organisation
from jianyi.parties.queries import house
from jianyi.procedure.actions import Action as A
from jianyi.procedure.dividing import Rule
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import CHECKS, COUNTED_YEARLY, LEVELS, WEEKDAYS
from jianyi.procedure.words import Kind
from jianyi.turn.under import Under
from jianyi.web import acting
from jianyi.web.acting import Outcome, take
from jianyi.web.wording import colleagues


# 分级见面: who meets the deputies of which suggestions.
MEETS = {"meets_key": "重点督办、重大件", "meets_led": "领导领衔件", "meets_other": "其他件"}
RHYTHM = ("dispatch_every", "dispatch_from", "urging_day", "assess_hour")
YEARLY = {"hand_over_meetings": "hand_over", "progress_meetings": "progress"}
NOBODY = {"key": "", "led": "", "other": ""}


def rules(request: HttpRequest, number: int) -> HttpResponse:
    """For the unit's own office, and for administrators."""
    by: Actor = request.actor  # type: ignore[attr-defined]
    row = _unit(number, by)
    outcome = take(request, commands.set_rules, row) if request.method == "POST" else Outcome()
    if outcome.done:
        messages.success(request, "规则已保存，从下一次分办、下一次签发起适用。")
        return redirect(f"/organisations/{row.id}/rules/")
    now = _typed(request) if request.method == "POST" else _kept(row)
    told = {
        "row": row, "now": now, "people": colleagues(house(row.id, by=by)), "divisions": divisions_of(row).values(),
        "checks": [(name, label, name in now["checks"]) for name, label in CHECKS.items()],
        "meets": [(name, label, now[name]) for name, label in MEETS.items()], "levels": LEVELS.items(), "weekdays": WEEKDAYS.items(),
        "least": Under(row).place.number("plan_milestones"), "yearly": {kind: Under(row).place.number(key) for kind, key in COUNTED_YEARLY.items()},
        "reasons": outcome.reasons, **acting.marks(request, outcome, row.version),
    }  # fmt: skip
    return render(request, "units/rules.html", told, status=409 if outcome.reasons else 200)


def _unit(number: int, by: Actor) -> Organisation:
    row = directory.organisation(number, by=by)
    may = row is not None and any(act.action is A.SET_RULES for act in acts_at(row, Under(row), by))
    if row is None or row.kind is not Kind.UNIT or not may:
        raise Http404
    return row


def _typed(request: HttpRequest) -> dict[str, Any]:
    told = {
        name: request.POST.get(name, "")
        for name in ("coordinator", "special", "contents", "milestones", *YEARLY, *MEETS, *RHYTHM)
    }
    return told | {
        "checks": request.POST.getlist("checks"),
        "blocks": "blocks" in request.POST,
        "photographs": "photographs" in request.POST,
        "remarks_block": "remarks_block" in request.POST,
        "evidence": "evidence" in request.POST,
        "assess_monthly": "assess_monthly" in request.POST,
    }


def _kept(row: Organisation) -> dict[str, Any]:
    names = divisions_of(row)
    told = {
        kind: "\n".join(_line(rule, names) for rule in row.dividing(kind)) for kind in ("special", "contents")
    }
    return told | {
        "coordinator": str(row.rule.get("coordinator", "")), "checks": row.rule.get("checks", ()),
        "blocks": row.rule.get("blocks", False), "photographs": row.rule.get("photographs", False),
        "remarks_block": row.rule.get("remarks_block", False), "milestones": row.rule.get("milestones") or "",
        "evidence": row.rule.get("evidence", False), **_rhythm(row),
        **{name: row.rule.get("yearly", {}).get(kind) or "" for name, kind in YEARLY.items()},
        **{f"meets_{name}": level for name, level in {**NOBODY, **row.rule.get("meets", {})}.items()},
    }  # fmt: skip


def _rhythm(row: Organisation) -> dict[str, Any]:
    """As the form has it."""
    kept = rhythm_of(row.rule)
    return {
        "dispatch_every": kept.every or "", "dispatch_from": kept.anchor.isoformat() if kept.anchor else "",
        "urging_day": str(kept.weekday or ""), "assess_monthly": kept.monthly, "assess_hour": kept.hour,
    }  # fmt: skip


def _line(rule: Rule, names: dict[int, str]) -> str:
    """As it is written; a division that is no more is left out, so that the line is seen to be wrong."""
    divisions = [names[number] for number in (rule.division, *rule.assisting) if number in names]
    return f"{'、'.join(rule.words)} = {' + '.join(divisions)}"
