"""The lines of lists: what each shows, fetched for a whole page at once."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from jianyi.kit import clock
from jianyi.kit.columns import listed
from jianyi.procedure import words as w
from jianyi.procedure.actions import Action
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.limits import Due
from jianyi.procedure.words import ANSWERING, Limit
from jianyi.turn.clocks import told
from jianyi.turn.models import Deadline, WorkItem

from ..models import Handling, Suggestion
from ..sight import is_office, may_see


@dataclass(frozen=True)
class Row:
    """One line of a list. `due`: the clock with its reason; `item`: what to do, where it is a work list."""

    suggestion: Suggestion
    handlings: list[Handling] = field(default_factory=list)
    item: WorkItem | None = None
    subject_id: int = 0
    due: Due | None = None
    late: bool = False

    @property
    def action(self) -> Action | None:
        return Action(self.item.action) if self.item else None

    @property
    def proposer(self) -> str:
        name: str = self.suggestion.lead.name
        return name


MAIN = (Limit.HAND_OVER, *ANSWERING)


# Long texts, and what only the case itself shows.
NOT_SHOWN = frozenset({
    "situation", "points", "basis", "wished_units", "review", "received", "proposal_note", "publication_reason",
    "confidential_reason", "holds", "text_digest", "head", "scope", "requirement", "objection_note",
})  # fmt: skip
AROUND_CASES, AROUND_TASKS = ("lead", "delegation", "sitting"), ("unit", "division", "officer")


def cases_of(by: Actor, numbers: Iterable[int]) -> dict[int, Suggestion]:
    rows = Suggestion.objects.filter(may_see(by), id__in=list(numbers))
    rows = listed(rows, AROUND_CASES, NOT_SHOWN)
    return {row.id: row for row in rows}


def tasks_of(by: Actor, cases: Iterable[int]) -> dict[int, list[Handling]]:
    """The units of each case, as far as the actor may know them, oldest first. Sorted here: an order asked of SQLite
    tempts it to read the whole congress in that order."""
    found: dict[int, list[Handling]] = {}
    rows = Handling.objects.filter(congress_id=by.congress, root_id__in=list(cases), dropped=False)
    rows = rows if is_office(by) else rows.exclude(stage=w.Handling.NAMED)
    rows = listed(rows.exclude(stage__in=[w.Handling.LAPSED]), AROUND_TASKS, NOT_SHOWN)
    for row in sorted(rows, key=lambda row: row.id):
        found.setdefault(row.root_id, []).append(row)
    return found


def clocks_of(by: Actor, holders: Iterable[int]) -> dict[tuple[int, str], Due]:
    rows = Deadline.objects.filter(congress_id=by.congress, holder_id__in=list(holders), ended_at=None)
    return {(row.holder_id, row.limit.value): told(row) for row in rows}


def main_due(holders: Iterable[int], clocks: dict[tuple[int, str], Due]) -> Due | None:
    found = (clocks.get((holder, limit.value)) for holder in holders for limit in MAIN)
    return min((due for due in found if due), key=lambda due: due.at, default=None)


def case_row(case: Suggestion, tasks: list[Handling], clocks: dict[tuple[int, str], Due]) -> Row:
    due = main_due([case.id, *(h.id for h in tasks)], clocks)
    return Row(case, tasks, None, case.id, due, is_late(due))


def task_row(
    case: Suggestion, handling: Handling, tasks: dict[int, list[Handling]], clocks: dict[tuple[int, str], Due]
) -> Row:
    due = main_due([handling.id], clocks)
    others = [h for h in tasks.get(case.id, []) if h.id != handling.id]
    return Row(case, [handling, *others], None, handling.id, due, is_late(due))


def is_late(due: Due | None) -> bool:
    return due is not None and clock.now() >= due.at
