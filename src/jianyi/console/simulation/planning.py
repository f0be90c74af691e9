"""How a unit means to go about a task: its plan, approved or not yet, and the milestones on the way."""

from datetime import date

from jianyi.cases.commands import plans
from jianyi.cases.models import Milestone, Plan
from jianyi.kit import clock
from jianyi.procedure.facts.said import Answer, Because, Foreseen, Planning as Drawn, Reaching, Setting
from jianyi.procedure.words import Limit
from jianyi.turn.models import Deadline

from . import texts
from .agenda import worked
from .tasks import Task


OPEN = ("plan_drafted", "plan_presented")


class Planning(Task):
    """What a task plans before it is worked on."""

    def _planned(self) -> None:
        """Of those that wait today every one that replies has a plan; one of its milestones is reached at once."""
        if self.helps or not (self.plan.first or self.plan.has(*OPEN)) or self._last_day() < clock.today():
            return
        row = plans.draw_up(
            by=self.officer,
            on=Plan.of(self.handling),
            saying=Drawn(*texts.PLAN, self._views(), self._contacts()),
        )
        nodes = [self._set(row, n, text) for n, text in enumerate(texts.MILESTONES)]
        plans.drop(by=self.officer, on=nodes[-1], saying=Because("并入前一节点。"))
        if self.plan.has("plan_drafted"):
            return
        row = plans.present(by=self.officer, on=row)
        if self.plan.has("plan_presented"):
            return
        plans.approve(by=self.leader, on=row)
        plans.reach(by=self.head, on=nodes[0], saying=Reaching(texts.REACHED))

    def _set(self, row: Plan, n: int, text: str) -> Milestone:
        day = min(worked(clock.today(), 3 + 4 * n), self._last_day())
        said = Setting(text, day, (self.head, self.officer)[n % 2].person)
        return plans.set_milestone(by=self.officer, on=Milestone.in_plan(row), saying=said)  # type: ignore[no-any-return]

    def _views(self) -> tuple[Answer, ...]:
        points = range(len(self.handling.root.points))
        return tuple(Answer(n + 1, texts.VIEWS[n % len(texts.VIEWS)]) for n in points)

    def _contacts(self) -> tuple[Foreseen, ...]:
        last = self._last_day()
        days = (*(min(worked(clock.today(), n), last) for n in (1, 8)), worked(last, 10))
        return tuple(Foreseen(*how, day) for how, day in zip(texts.CONTACTS, days, strict=True))

    def _last_day(self) -> date:
        """Nothing is planned beyond the day the reply is due."""
        due: date = Deadline.objects.get(holder_id=self.handling.id, limit=Limit.REPLY).due_on
        return due
