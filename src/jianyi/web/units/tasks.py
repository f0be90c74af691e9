"""What a unit does with one handling: receipt, team, contact, handing back."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from jianyi.cases.commands import handlings as commands
from jianyi.cases.models import Contact, Handling, Return
from jianyi.cases.queries.files import CaseFile
from jianyi.cases.routing import proposed
from jianyi.kit import clock
from jianyi.parties.queries import units
from jianyi.procedure.actions import Action as A
from jianyi.procedure.dividing import Proposed
from jianyi.procedure.words import Handling as H, Limit
from jianyi.turn import buffers
from jianyi.turn.models import Buffer
from jianyi.web import acting
from jianyi.web.acting import Outcome, plain_of, take
from jianyi.web.cases.page import clock as clock_of

from . import standing
from .seats import choices, seats_of, sent


# Whoever signs has counted: the box is not ticked beforehand.
UNCOUNTED = {"count_checked": False}


def receipt(request: HttpRequest, number: int) -> HttpResponse:
    """Sign for what arrived (F06): counted, material complete or not, objection, note."""
    file, row = standing.handling(request, number)
    outcome = take(request, commands.acknowledge, row) if request.method == "POST" else Outcome()
    if outcome.done:
        return standing.gone_on(request, outcome, "已签收。")
    clocks = shown(file, row, Limit.ACKNOWLEDGE, Limit.RETURN)
    return standing.page(
        request, "units/receipt.html", file, row, commands.acknowledge, outcome, UNCOUNTED, handling=row, clocks=clocks
    )  # fmt: skip


# The team


def route(request: HttpRequest, number: int) -> HttpResponse:
    """Give it to a leader, a head of division and a case officer: four ones, or it does not go on."""
    file, row = standing.handling(request, number)
    outcome = take(request, commands.route, row) if request.method == "POST" else Outcome()
    if outcome.done:
        return standing.gone_on(request, outcome, "已分办，并告知经办人。")
    proposal = proposed(row)
    seats = seats_of(sent(request), choices(row.unit_id, by=file.by), _now(row, proposal))
    clocks = shown(file, row, Limit.CONTACT, Limit.REPLY, Limit.REHANDLE, Limit.CO_OPINION)
    return standing.page(
        request,
        "units/route.html",
        file,
        row,
        commands.route,
        outcome,
        handling=row,
        seats=seats,
        proposal=proposal,
        clocks=clocks,
    )


def _now(row: Handling, proposal: Proposed | None) -> dict[str, Any]:
    """Who has it; where nobody has it yet, the divisions that the rules propose."""
    divisions = proposal if proposal and not row.division_id else None
    return {
        "leader": row.leader_id,
        "head": row.head_id,
        "officer": row.officer_id,
        "division": divisions.division if divisions else row.division_id,
        "assisting": divisions.assisting if divisions else row.assisting,
    }


# Contacts


PHASE = {H.WORKING: "during", H.DELIVERED: "after"}
MANY = ("deputies", "present")


def contact(request: HttpRequest, number: int) -> HttpResponse:
    """Record a contact (F11); of a confidential proposer the congress's office records it."""
    file, row = standing.handling(request, number)
    subject, buffer = Contact.of(row).come_home(file.under), f"contact-{row.id}"
    act = standing.act_of(file, subject, A.RELAY if file.case.confidential else A.RECORD)
    command = commands.relay_contact if act and act.action is A.RELAY else commands.record_contact
    outcome = acting.taken(request, command, subject) if request.method == "POST" else Outcome()
    if outcome.done:
        buffers.drop(buffer, by=file.by)
        there = f"/suggestions/{file.case.id}/#contact-{outcome.subject.id}"
        return standing.gone_on(request, outcome, "已登记，等代表确认。", there)
    unsent = buffers.read(buffer, by=file.by)
    return standing.page(
        request, "units/contact.html", file, subject, command, outcome, begin=_begins(file, row, unsent), handling=row,
        clocks=shown(file, row, Limit.CONTACT), buffer=buffer, unsent=unsent,
    )  # fmt: skip


def _begins(file: CaseFile, row: Handling, unsent: Buffer | None) -> dict[str, Any]:
    """What was typed and not sent; else the phase by how far the work is, now, and the lead deputy."""
    if unsent:
        return {
            name: values if name in MANY else values[0] for name, values in unsent.fields.items() if values
        }
    now = clock.now().astimezone(clock.HOME).strftime("%Y-%m-%dT%H:%M")
    me = [file.by.person] if row in file.own_handlings else []
    return {
        "phase": PHASE.get(row.stage, "before"), "occurred_at": now, "deputies": [file.case.lead_id], "present": me,
    }  # fmt: skip


# Handing back


def give_back(request: HttpRequest, number: int) -> HttpResponse:
    """Ask to hand it back (F07); the unit's leader approves on the same page."""
    file, row = standing.handling(request, number)
    subject = Return.of(row).come_home(file.under)
    outcome = _asked(request, subject) if request.method == "POST" else Outcome()
    if outcome.done:
        return standing.gone_on(request, outcome, "已报本单位领导签批。")
    requests = [
        (r, {act.action: act for act in file.acts_on(r)}) for r in file.returns if r.handling_id == row.id
    ]
    return standing.page(
        request, "units/return.html", file, subject, commands.ask_return, outcome, handling=row,
        least=least(file), clocks=shown(file, row, Limit.RETURN),
        waiting=[_waiting(file, r, acts) for r, acts in requests],
        units=[unit.name for unit in units(by=file.by) if unit.id != row.unit_id],
        named=request.POST.get("proposed_name", ""),
    )  # fmt: skip


def least(file: CaseFile) -> str:
    found = file.under.place.number("return_reason_length")
    bound = f"不少于 {found} 字，" if found else ""
    return f"{bound}写明所提事项主要属于谁的职责。"


def _asked(request: HttpRequest, subject: Return) -> Outcome:
    """The other unit is told by its name; a list of all of them helps to write it."""
    plain = plain_of(commands.ask_return.says, request.POST)
    name = request.POST.get("proposed_name", "").strip()
    found = [unit for unit in units(by=request.actor) if name in (unit.name, unit.short)] if name else []  # type: ignore[attr-defined]
    if name and not found:
        told = f"找不到名为“{name[:40]}”的单位：请从列出的单位中选定。"
        return Outcome(reasons=[told], problems={"proposed": told}, code="UNCLEAR")
    return take(request, commands.ask_return, subject, plain | {"proposed": found[0].id if found else 0})


def _waiting(file: CaseFile, row: Return, acts: dict[A, Any]) -> dict[str, Any]:
    proposed = next((unit.name for unit in units(by=file.by) if unit.id == row.proposed_id), "")
    return {
        "row": row, "unit": proposed, "approve": acts.get(A.APPROVE), "drop": acts.get(A.DROP), "key": acting.new_key(),
        "next": standing.nextbar(file, acts[A.APPROVE], "同意报送") if A.APPROVE in acts else None,
    }  # fmt: skip


def shown(file: CaseFile, row: Handling, *limits: Limit) -> list[dict[str, Any]]:
    """These clocks of a handling, each with why that day."""
    rows = [
        deadline
        for deadline in file.under.deadlines
        if deadline.holder_id == row.id and deadline.limit in limits
    ]
    return [mark for deadline in rows if (mark := clock_of(deadline))]
