"""What lags with whom, by the clocks that run: from these facts an urging letter is drafted, and without them none is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from jianyi.cases.models import Handling, Milestone
from jianyi.cases.sight import may_see_handling
from jianyi.kit import clock
from jianyi.parties.queries import names
from jianyi.procedure import words as w
from jianyi.procedure.calendar import calendar, in_words
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Limit
from jianyi.turn.models import Deadline


# In the unit's hands, and its answer still owed.
IN_HAND = (w.Handling.ARRIVED, w.Handling.RECEIVED, w.Handling.ROUTED, w.Handling.WORKING)
OVER = (w.Handling.MOVED, w.Handling.LAPSED, w.Handling.WAIVED)
# criterion → what should have been done by the day, and was not.
FACTS = {
    Limit.ACKNOWLEDGE: "应于{day}前签收，至今没有签收",
    Limit.CONTACT: "应于{day}前与代表首次沟通，至今没有经代表确认的沟通",
    Limit.CO_OPINION: "应于{day}前送会办意见，至今没有送达",
    Limit.CO_AGAIN: "应于{day}前重新提出会办意见，至今没有送达",
    Limit.REPLY: "应于{day}前答复代表，至今没有答复",
    Limit.REHANDLE: "应于{day}前重新答复代表，至今没有答复",
    Limit.MILESTONE: "计划节点“{what}”应于{day}前完成，至今没有完成",
}
# The first so many, those that are late longest.
MOST = 200


@dataclass(frozen=True)
class Lag:
    """One thing that is late in one handling: what, since when, by how many days; whose it is."""

    case: int
    no: str
    title: str
    handling: int
    unit: int
    division: int
    criterion: str
    label: str
    due: date
    days: int
    working_days: int
    fact: str
    responsible_name: str
    unit_name: str
    division_name: str

    @property
    def key(self) -> str:
        return f"{self.handling}.{self.criterion}.{self.due.isoformat()}"


def lagging(*, by: Actor, unit: int = 0, division: int = 0, helps: int = 0) -> list[Lag]:
    """What is late now in the handlings that this actor may see, the longest first. `unit`, `division`: of this one alone; `helps`: in
    those of units that owe this unit their opinion."""
    rows = Handling.objects.filter(congress_id=by.congress, stage__in=IN_HAND)
    rows = rows.filter(_helpers(helps)) if helps else rows.filter(may_see_handling(by))
    rows = rows.filter(unit_id=unit) if unit else rows
    rows = rows.filter(division_id=division) if division else rows
    late = Deadline.objects.filter(
        congress_id=by.congress, ended_at=None, due_at__lte=clock.now(), limit__in=list(FACTS)
    )
    set_ = Milestone.objects.filter(
        congress_id=by.congress, handling_id__in=rows.values("id"), stage=w.Milestone.SET
    )
    held = late.filter(Q(holder_id__in=rows.values("id")) | Q(holder_id__in=set_.values("id")))
    return _told(list(held.order_by("due_at", "id")[:MOST]), by.congress)


def _helpers(unit: int) -> Q:
    """Units that help where this one leads."""
    leads = Handling.objects.filter(
        congress_id=OuterRef("congress_id"), root_id=OuterRef("root_id"), unit_id=unit, stage__in=IN_HAND
    ).exclude(role=w.Role.CO)
    return Q(Exists(leads), role=w.Role.CO)


def _told(late: list[Deadline], congress: int) -> list[Lag]:
    holders = [row.holder_id for row in late]
    nodes = {row.id: row for row in Milestone.objects.filter(congress_id=congress, id__in=holders)}
    wanted = {*holders, *(row.handling_id for row in nodes.values())}
    tasks = _tasks(congress, wanted)
    heads = names(congress, {number for task in tasks.values() if (number := _head(task))})
    return [
        _lag(row, tasks[number], nodes.get(row.holder_id), heads)
        for row in late
        if (number := nodes[row.holder_id].handling_id if row.holder_id in nodes else row.holder_id) in tasks
    ]


def _tasks(congress: int, numbers: Iterable[int]) -> dict[int, Handling]:
    rows: QuerySet[Handling] = Handling.objects.filter(congress_id=congress, id__in=list(numbers))
    return {row.id: row for row in rows.select_related("root", "unit", "division")}


def _head(task: Handling) -> int:
    return task.head_id or task.officer_id or task.leader_id or 0


def _lag(row: Deadline, task: Handling, node: Milestone | None, heads: dict[int, str]) -> Lag:
    today, case = clock.today(), task.root
    return Lag(
        case.id, case.no, case.title, task.id, task.unit_id, task.division_id or 0, row.limit.value, row.limit.label, row.due_on,
        (today - row.due_on).days, calendar().worked_days_between(row.due_on, today),
        FACTS[row.limit].format(day=in_words(row.due_on).replace(" ", ""), what=node.text if node else ""),
        heads.get(_head(task), ""), task.unit.name, task.division.name if task.division else "",
    )  # fmt: skip

