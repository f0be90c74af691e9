"""How far the contacts are that a plan foresees: read from the contacts on record, kept nowhere (分级见面, 源 W8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import FACE_TO_FACE, LEVELS, MODES, PHASES, Foreseen
from jianyi.procedure.levels import reaches

from ..models import Contact, Plan
from .contacts import met_at


STANDS = (w.Contact.CONFIRMED, w.Contact.UNANSWERED)
STATES = {
    "done": "已完成", "recorded": "待代表确认", "due": "未到期", "late": "已逾期", "short": "已逾期，未达层级或方式", "missed": "未进行",
}  # fmt: skip


@dataclass(frozen=True)
class Step:
    """One planned contact. `done`: the day of the contact that met it; `state`: one of STATES."""

    planned: Foreseen
    state: str
    done: date | None = None

    @property
    def is_late(self) -> bool:
        return self.state in ("late", "short")

    @property
    def phase(self) -> str:
        return PHASES[self.planned.phase]

    @property
    def level(self) -> str:
        return LEVELS[self.planned.level]

    @property
    def mode(self) -> str:
        return MODES[self.planned.mode]

    @property
    def state_told(self) -> str:
        return STATES[self.state]


def steps(plan: Plan, contacts: Iterable[Contact]) -> list[Step]:
    """In the order of the phases; `contacts`: those of the same handling."""
    rows = [row for row in contacts if row.handling_id == plan.handling_id]
    return [_step(each, plan, rows) for each in plan.foreseen]


def _step(planned: Foreseen, plan: Plan, contacts: list[Contact]) -> Step:
    of_phase = [row for row in contacts if row.phase == planned.phase]
    met = [row for row in of_phase if row.stage in STANDS and _answers(planned, row)]
    days = [row.occurred_at.astimezone(clock.HOME).date() for row in met if row.occurred_at]
    if days:
        return Step(planned, "done", min(days))
    if any(row.stage is w.Contact.RECORDED and _answers(planned, row) for row in of_phase):
        return Step(planned, "recorded")
    return Step(planned, _open(planned, plan, tried=any(row.stage in STANDS for row in of_phase)))


def _open(planned: Foreseen, plan: Plan, *, tried: bool) -> str:
    """What is not done: the contact after the handling may still come when the reply is out, the others no more."""
    stage = plan.handling.stage
    if not plan.handling.is_open or (stage is w.Handling.DELIVERED and planned.phase != "after"):
        return "missed"
    if planned.day is None or planned.day >= clock.today():
        return "due"
    return "short" if tried else "late"


def _answers(planned: Foreseen, row: Contact) -> bool:
    """As high as was planned, and face to face where that was planned; who speaks for a unit that must not know the deputy
    answers any plan."""
    if row.relayed:
        return True
    face = planned.mode not in FACE_TO_FACE or row.mode in FACE_TO_FACE
    waiting = row.stage is w.Contact.RECORDED and reaches(row.level, planned.level)
    return face and (waiting or met_at(planned.level, row))
