"""What goes out with a hand-over: to each unit the notice (F04) and its list (F05), to the deputy who handles it.

A batch has one number for all its papers (forms.md F04); what is handed over by itself takes the next one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from jianyi.cases.letters import handing
from jianyi.cases.letters.values import Issue
from jianyi.kit import clock
from jianyi.parties.models import Organisation
from jianyi.procedure import words as w
from jianyi.procedure.words import Limit, Role
from jianyi.turn.case import Turn
from jianyi.turn.models import Deadline
from jianyi.turn.under import Under

from .. import issued
from ..models import Batch, Entry, Handling, Suggestion
from . import called, copied, handover, lists
from .about import about, helping, leading, named, unit_names
from .congress import SERIES, body


LIMITS = {
    Limit.ACKNOWLEDGE: "receive", Limit.RETURN: "give_back", Limit.CONTACT: "first_contact",
    Limit.CO_OPINION: "co_opinion", Limit.REPLY: "reply",
}  # fmt: skip


@dataclass(frozen=True)
class Sender:
    """Who writes, under which number, and whether the suggestion is one of a batch."""

    body: Organisation
    number: str
    in_batch: bool = False

    def issue(self, salt: object) -> Issue:
        check = issued.check(self.number, f"{self.body.id} {salt}")
        return issued.headed(Issue(self.body.name, self.number, clock.today(), check=check), self.body)


# One suggestion


def arrived(turn: Turn, handling: Handling) -> None:
    """When a unit's days have begun with the hand-over: its notice, unless a batch will list it; with the last unit the
    letter to the proposers."""
    under = turn.under(handling)
    sender: Sender | None = under.once("sender of the hand-over", lambda: _sender(under))
    if sender is None:
        return
    if not sender.in_batch:
        _notice(turn, handling, sender)
    if not any(h.stage is w.Handling.NAMED and not h.dropped for h in under.all(Handling)):
        _tell_the_deputy(turn, under, sender)


def _sender(under: Under) -> Sender | None:
    case, found = under.root, body(under.root.congress_id)
    if found is None:
        return None
    listed = Entry.objects.filter(congress_id=case.congress_id, suggestion_id=case.id, done=False)
    frozen = Batch.objects.filter(congress_id=case.congress_id, id__in=listed.values("root_id"))
    batch = frozen.filter(stage=w.Batch.FROZEN).exclude(number="").first()
    return Sender(found, batch.number, True) if batch else Sender(found, issued.numbered(found, SERIES))


def _notice(turn: Turn, handling: Handling, sender: Sender) -> None:
    under, issue = turn.under(handling), sender.issue(handling.id)
    told = handing.HandOver(
        issue, "", unit_names([handling])[0], _totals(handling.role), _limits(under.deadlines, {handling.id}),
        about=about(under), role=handling.role.label,
    )  # fmt: skip
    issued.issue(turn, handling, "notice", handing.notice(told), issue, sender.body.id)


def _totals(role: Role) -> handing.Totals:
    return handing.Totals(co=1) if role is Role.CO else handing.Totals(lead=1)


def _tell_the_deputy(turn: Turn, under: Under, sender: Sender) -> None:
    """The proposers are told under their names, also where they are unknown to others."""
    case: Suggestion = under.root  # type: ignore[assignment]
    tasks = [h for h in under.all(Handling) if h.stage is w.Handling.ARRIVED]
    first = min(tasks, key=lambda h: (h.advises, h.id))
    answering = {h.id for h in tasks if not h.advises}
    issue = replace(sender.issue(case.id), copies=copied.electing(under))
    told = handing.DeputyTold(
        issue, about(under), clock.today(), leading(under), helping(under, first), first.role is Role.SEPARATE,
        _limits(under.deadlines, answering).reply, named(under),
    )  # fmt: skip
    issued.issue(turn, case, "deputy_told", handing.deputy_told(told), issue, sender.body.id)


# A batch


def listed(turn: Turn, batch: Batch) -> None:
    """When it is known what was handed over: to each unit the notice and its list, and the list of all for the record."""
    found = body(batch.congress_id)
    if found is None or not batch.number:
        return
    sender, per_unit = Sender(found, batch.number), handover.by_unit(batch)
    until, meeting = _days_of_units(batch), _meeting(batch)
    for unit, told in per_unit:
        issue = sender.issue(f"{batch.id} {unit}")
        limits = _limits(until.get(unit, ()), None)
        paper = handing.notice(
            handing.HandOver(issue, told.sitting, told.unit, lists.totals(told), limits, meeting=meeting)
        )
        issued.issue(turn, batch, "notice", paper, issue, found.id, unit)
        _list(turn, batch, told, found, unit)
    if per_unit:
        _list(turn, batch, handover.whole(batch), found, 0)


def _meeting(batch: Batch) -> str:
    found = called.meeting_of(batch)
    return handing.at_meeting(found.title, found.at, found.where, clock.today()) if found else ""


def _list(turn: Turn, batch: Batch, told: handover.HandOverList, found: Organisation, unit: int) -> None:
    """It has no number of its own (forms.md F05), and is frozen like the notice to which it belongs."""
    check = issued.check("", f"list {batch.id} {unit}")
    issue = Issue(found.name, "", clock.today(), check=check)
    issued.issue(turn, batch, "list", lists.sheet(told, found.name, check), issue, found.id, unit)


def _days_of_units(batch: Batch) -> dict[int, list[Deadline]]:
    """Unit → the clocks of its tasks in the batch."""
    cases = Entry.objects.filter(congress_id=batch.congress_id, root_id=batch.id, done=True)
    tasks = Handling.objects.filter(
        congress_id=batch.congress_id, root_id__in=cases.values("suggestion_id"), round=1, dropped=False
    )
    units = dict(tasks.values_list("id", "unit_id"))
    rows = Deadline.objects.filter(congress_id=batch.congress_id, holder_id__in=list(units), ended_at=None)
    found: dict[int, list[Deadline]] = {}
    for row in rows:
        found.setdefault(units[row.holder_id], []).append(row)
    return found


def _limits(rows: Iterable[Deadline], holders: set[int] | None) -> handing.Limits:
    """The first day of each; those of one hand-over differ only where some of it was proposed between sittings."""
    days: dict[str, date] = {}
    for row in rows:
        name = LIMITS.get(row.limit)
        if name and (holders is None or row.holder_id in holders):
            days[name] = min(row.due_on, days.get(name, row.due_on))
    return handing.Limits(**days)
