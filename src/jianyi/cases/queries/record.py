"""The record of a case as one reader may read it: which lines, and what was said with them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from jianyi.journal.models import Line
from jianyi.procedure import words as w
from jianyi.procedure.actions import Action


if TYPE_CHECKING:
    from .files import CaseFile


# What was said with these stays with the congress's own bodies, or with them and the unit that said it.
OF_THE_OFFICE = (
    ("suggestion", Action.PROPOSE),
    *(("publication", action) for action in (Action.SEND_BACK, Action.REDRAFT, Action.TAKE_DOWN)),
)
# Between whoever rates and the congress's own bodies.
OF_THE_RATER = tuple(
    ("sheet", action)
    for action in (Action.ENTER, Action.CONFIRM, Action.DISPUTE, Action.ISSUE_LINK, Action.OPEN_LINK)
)
OF_THE_UNIT = (("handling", Action.ACKNOWLEDGE),)
TO_UNITS = (
    "handling",
    "contact",
    "idea",
    "ledger",
    "publication",
    "promise",
    "paper",
    "consultation",
    "collective",
    "return",
    "extension",
    "sheet",
    "escalation",
    "plan",
    "milestone",
    "waiver",
    "negotiation",
    "oralreply",
    "charge",
    "remark",
)


def lines(file: CaseFile) -> list[Line]:
    """What is inside a unit only for that unit; what went before the hand-over not for units; of what hangs on the case
    only what the reader is shown; and for a unit that has handed the case on nothing of what came after."""
    rows = Line.objects.filter(congress_id=file.case.congress_id, root_id=file.case.id).order_by("seq")
    own = {0, *(h.unit_id for h in file.own_handlings)}
    shown = _shown(file)
    told = [row for row in rows if row.inside in own and _is_told(row, file, shown)]
    return _until_it_left(told, file) if file.has_left else told


def note(line: Line, file: CaseFile) -> str:
    """The reason or opinion that went with it, where there is one that this reader may read."""
    said, key = line.said, (_kind(line), Action(line.action))
    if key in OF_THE_OFFICE and not file.office:
        return ""
    if key in OF_THE_UNIT and not (file.office or line.subject in map(str, file.own_handlings)):
        return ""
    told = said.get("reason") or said.get("opinion") or said.get("note") or said.get("addition") or ""
    return "" if str(told).startswith("sm3:") else str(told)


def _is_told(line: Line, file: CaseFile, shown: dict[str, set[str]]) -> bool:
    kind = _kind(line)
    if (kind, Action(line.action)) in OF_THE_RATER and line.subject not in _rated(file):
        return False
    if kind in shown and line.subject not in shown[kind]:
        return line.action == Action.GRANT.value and kind == "return"
    return file.from_within or kind in TO_UNITS or line.action == Action.HAND_OVER.value


def _shown(file: CaseFile) -> dict[str, set[str]]:
    """That a case goes to another unit everybody learns; the rest of a request is told with the request."""
    kinds: dict[str, Iterable[object]] = {
        "contact": file.contacts, "idea": file.ideas, "ledger": file.ledgers, "promise": file.promises, "return": file.returns, "view": file.views, "claim": file.claims, "sheet": file.sheets, "escalation": file.escalations,
        "extension": file.extensions, "consultation": file.consultations, "collective": file.collectives,
        "waiver": file.waivers, "negotiation": file.negotiations, "oralreply": file.oral_replies, "plan": file.plans, "milestone": file.milestones, "charge": file.charges, "remark": file.remarks, "invitation": file.invitations, "withdrawal": file.withdrawals,
    }  # fmt: skip
    return {kind: set(map(str, rows)) for kind, rows in kinds.items()}


def _rated(file: CaseFile) -> set[str]:
    return {str(row) for row in file.sheets if file.rates(row)}


def _until_it_left(told: list[Line], file: CaseFile) -> list[Line]:
    gone = {str(h) for h in file.own_handlings}
    moved = [row.seq for row in told if row.subject in gone and row.stage == w.Handling.MOVED.value]
    return [row for row in told if row.seq <= max(moved, default=0)]


def _kind(line: Line) -> str:
    return line.subject.split("/")[0]
