"""What stands on the list of a hand-over (forms.md F05), from the rows of a batch; who may read it is decided above."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from jianyi.kit import clock
from jianyi.parties.models import Organisation
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import CONTACT_WISHES
from jianyi.procedure.words import Limit, Role
from jianyi.turn.models import Deadline, Participation

from ..holders import PROPOSER
from ..models import Batch, Entry, Handling, Invitation, Suggestion


KEPT_SECRET = "（代表要求保密）"  # noqa: S105
ORDER = {Role.SOLE: 0, Role.LEAD: 0, Role.SEPARATE: 1, Role.CO: 2}
COLUMNS = (
    "序号", "编号", "标题", "领衔代表", "附议人数", "代表团", "承办方式", "承办内容", "交办日", "会办期限", "答复期限",
    "主办单位", "会办/分别办理单位", "代表希望承办单位", "沟通意愿", "备注",
)  # fmt: skip
UNIT_COLUMN = "承办单位"
TOGETHER = timedelta(minutes=1)


@dataclass(frozen=True)
class Line:
    """One task of the list."""

    seq: int
    no: str
    title: str
    lead: str
    co_signers: int
    delegation: str
    unit: str
    unit_id: int
    role: Role
    scope: str
    handed_over_on: date | None
    co_due: date | None
    reply_due: date | None
    lead_unit: str
    other_units: str
    wished_units: str
    contact_wish: str
    note: str

    def cells(self, whole: bool = False) -> list[Any]:
        """In the order of COLUMNS; in the full list the unit stands before its role."""
        unit = [self.unit] if whole else []
        return [
            self.seq, self.no, self.title, self.lead, self.co_signers, self.delegation, *unit, self.role.label, self.scope,
            self.handed_over_on, self.co_due, self.reply_due, self.lead_unit, self.other_units, self.wished_units,
            self.contact_wish, self.note,
        ]  # fmt: skip


@dataclass(frozen=True)
class Totals:
    """At the foot of the list: tasks by role, and how many suggestions they belong to."""

    cases: int
    tasks: int
    leads: int
    separate: int
    co: int
    key: int

    @property
    def told(self) -> str:
        parts = f"主办（含单办）{self.leads} 件、会办 {self.co} 件、分别办理 {self.separate} 件"
        return f"合计 {self.tasks} 项任务（{parts}），涉及建议 {self.cases} 件，其中重点 {self.key} 件"


@dataclass(frozen=True)
class HandOverList:
    """`unit`: whose list it is; empty for the full list. `preview`: nothing has been handed over yet."""

    batch: str
    sitting: str
    unit: str
    on: date | None
    preview: bool
    lines: tuple[Line, ...]
    totals: Totals

    @property
    def title(self) -> str:
        whose = self.unit or "全量"
        day = f"{self.on.month} 月 {self.on.day} 日交办" if self.on else "预览"
        return f"{self.sitting}代表建议交办清单（{whose}，{day}，共 {len(self.lines)} 项）"

    @property
    def columns(self) -> tuple[str, ...]:
        return COLUMNS if self.unit else (*COLUMNS[:6], UNIT_COLUMN, *COLUMNS[6:])

    @property
    def cells(self) -> list[list[Any]]:
        return [line.cells(whole=not self.unit) for line in self.lines]


def whole(batch: Batch) -> HandOverList:
    """Every task of the batch, by number."""
    return listing(batch, numbered(every_line(batch), {}), "")


def by_unit(batch: Batch) -> list[tuple[int, HandOverList]]:
    """The list of every unit of the batch, in the order of the names: (unit, list)."""
    grouped: dict[tuple[str, int], list[Line]] = {}
    for line in every_line(batch):
        grouped.setdefault((line.unit, line.unit_id), []).append(line)
    return [
        (unit, listing(batch, numbered(rows, ORDER), name)) for (name, unit), rows in sorted(grouped.items())
    ]


def listing(batch: Batch, lines: Sequence[Line], unit: str) -> HandOverList:
    on = batch.handed_over_at.astimezone(clock.HOME).date() if batch.handed_over_at else None
    return HandOverList(batch.name, batch.sitting.label, unit, on, on is None, tuple(lines), totals(lines))


def totals(lines: Sequence[Line]) -> Totals:
    """Counted, never typed in."""
    roles = [line.role for line in lines]
    leads = sum(role in (Role.SOLE, Role.LEAD) for role in roles)
    numbers = {line.no for line in lines}
    key = len({line.no for line in lines if "重点" in line.note})
    return Totals(len(numbers), len(lines), leads, roles.count(Role.SEPARATE), roles.count(Role.CO), key)


def numbered(lines: Iterable[Line], order: dict[Role, int]) -> list[Line]:
    """Those that lead first, then those that help; each by number, between sittings after in a sitting."""
    ranked = sorted(lines, key=lambda line: (order.get(line.role, 0), line.no.startswith("闭"), line.no))
    return [Line(**{**_fields(line), "seq": n}) for n, line in enumerate(ranked, start=1)]


def _fields(line: Line) -> dict[str, Any]:
    return {name: getattr(line, name) for name in Line.__dataclass_fields__}


# What is read for it: a fixed number of queries, whatever the size


def every_line(batch: Batch) -> list[Line]:
    cases = _cases(batch)
    tasks = _tasks(batch.congress_id, cases)
    signers = _signers(batch.congress_id, cases)
    clocks = _clocks(batch.congress_id, [h.id for rows in tasks.values() for h in rows])
    units = _names(batch.congress_id, {unit for case in cases.values() for unit in case.wished_units})
    return [
        _line(case, task, tasks[case.id], signers.get(case.id, 0), clocks, units)
        for case in cases.values()
        for task in tasks.get(case.id, [])
    ]


def _cases(batch: Batch) -> dict[int, Suggestion]:
    listed = Entry.objects.filter(congress_id=batch.congress_id, root_id=batch.id)
    listed = listed.filter(done=True) if batch.stage is w.Batch.DONE else listed
    rows = Suggestion.objects.filter(congress_id=batch.congress_id, id__in=listed.values("suggestion_id"))
    rows = rows.select_related("lead", "delegation")
    return {row.id: row for row in rows.order_by("between", "number")}


def _tasks(congress: int, cases: dict[int, Suggestion]) -> dict[int, list[Handling]]:
    """As they were handed over: those of the first round that began together with the hand-over."""
    found: dict[int, list[Handling]] = {}
    rows = Handling.objects.filter(congress_id=congress, root_id__in=list(cases), round=1, dropped=False)
    for row in rows.select_related("unit").order_by("id"):
        if _handed_with(cases[row.root_id], row):
            found.setdefault(row.root_id, []).append(row)
    return found


def _handed_with(case: Suggestion, task: Handling) -> bool:
    """Not one that took over from another unit later."""
    if case.handed_over_at is None or task.handed_over_at is None:
        return case.handed_over_at is None
    return task.handed_over_at - case.handed_over_at < TOGETHER


def _signers(congress: int, cases: Iterable[int]) -> dict[int, int]:
    """Case → number of confirmed co-signers, with the proposers of what was merged into it."""
    numbers = list(cases)
    asked = Invitation.objects.filter(congress_id=congress, root_id__in=numbers, stage=w.Invitation.CONFIRMED)
    joined = Participation.objects.filter(congress_id=congress, root_id__in=numbers, capacity=PROPOSER)
    pairs = {*asked.values_list("root_id", "person_id"), *joined.values_list("root_id", "person_id")}
    found: dict[int, int] = {}
    for root, _ in pairs:
        found[root] = found.get(root, 0) + 1
    return found


def _clocks(congress: int, tasks: list[int]) -> dict[tuple[int, Limit], date]:
    rows = Deadline.objects.filter(
        congress_id=congress, holder_id__in=tasks, limit__in=[Limit.REPLY, Limit.CO_OPINION]
    )
    return {(row.holder_id, row.limit): row.due_on for row in rows}


def _names(congress: int, units: set[int]) -> dict[int, str]:
    return dict(Organisation.objects.filter(congress_id=congress, id__in=units).values_list("id", "name"))


def _line(
    case: Suggestion, task: Handling, tasks: list[Handling], signers: int, clocks: dict[tuple[int, Limit], date],
    units: dict[int, str],
) -> Line:  # fmt: skip
    main = [h.unit.name for h in tasks if h.role in (Role.SOLE, Role.LEAD)]
    others = [h.unit.name for h in tasks if h.role not in (Role.SOLE, Role.LEAD)]
    on = task.handed_over_at.astimezone(clock.HOME).date() if task.handed_over_at else None
    return Line(
        0, case.no, case.title, KEPT_SECRET if case.confidential else case.lead.name, signers, _delegation(case),
        task.unit.name, task.unit_id, task.role, task.scope, on, clocks.get((task.id, Limit.CO_OPINION)),
        clocks.get((task.id, Limit.REPLY)), "、".join(main), "、".join(others),
        "、".join(units[unit] for unit in case.wished_units if unit in units),
        CONTACT_WISHES.get(case.contact_wish, ""), _note(case),
    )  # fmt: skip


def _delegation(case: Suggestion) -> str:
    if case.confidential:
        return KEPT_SECRET
    return case.delegation.name if case.delegation else ""


def _note(case: Suggestion) -> str:
    parts = (
        ("重点督办", case.key),
        ("代表团提出", case.by_delegation and not case.confidential),
        ("保密件", case.confidential),
    )
    return "；".join(word for word, holds in parts if holds)
