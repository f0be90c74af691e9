"""How a unit means to handle one suggestion: its plan, and the milestones on the way."""

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models

from jianyi.kit import clock
from jianyi.kit.fields import WordField
from jianyi.kit.relations import Within
from jianyi.parties.models import Person
from jianyi.procedure import words
from jianyi.procedure.facts.said import PHASES, Foreseen, Passing, Planning, Setting

from .handlings import Handling, OfHandling
from .owned import Reached
from .suggestions import Suggestion


if TYPE_CHECKING:
    from jianyi.turn.under import Under

# Set, and neither dropped nor overtaken by the end of the task.
LIVE = (words.Milestone.SET, words.Milestone.REACHED)


class Plan(OfHandling):
    """`sent_back`: why the leader in charge wants it changed; `number`: taken when it is first approved, JH-2026-0001;
    `views`: what is meant to be answered to each point: [{no, text}]; `contacts`: what is planned with the deputy, at most one a phase: [{phase, level, mode, day}]."""

    root = Within(Suggestion)
    root_id: int
    stage = WordField(words.Plan)
    handling = Within(Handling, related_name="plans")
    handling_id: int
    number = models.CharField(max_length=24, blank=True)
    tasks = models.TextField(blank=True)
    safeguards = models.TextField(blank=True)
    views = models.JSONField(default=list)
    contacts = models.JSONField(default=list)
    sent_back = models.TextField(blank=True)
    approved_by = models.CharField(max_length=60, blank=True)
    approved_on = models.DateField(null=True)

    class Meta(OfHandling.Meta):
        indexes = [models.Index(fields=["congress_id", "root_id"], name="plans_of_case")]

    def draw_up(self, said: Planning) -> None:
        self.tasks, self.safeguards = said.tasks, said.safeguards
        self.views = [{"no": view.no, "text": view.text} for view in said.views if view.text.strip()]
        self.contacts = [{**asdict(row), "day": row.day.isoformat()} for row in said.contacts if row.day]
        self.approved_by, self.approved_on = "", None

    def approve(self, name: str, day: date) -> None:
        self.approved_by, self.approved_on, self.sent_back = name, day, ""

    @property
    def view_of(self) -> dict[int, str]:
        """Point → what is meant to be answered to it."""
        return {row["no"]: row["text"] for row in self.views}

    @property
    def foreseen(self) -> list[Foreseen]:
        """In the order of the phases."""
        order = list(PHASES)
        rows = [Foreseen(**{**row, "day": date.fromisoformat(row["day"])}) for row in self.contacts]
        return sorted(rows, key=lambda row: order.index(row.phase))


class Milestone(Reached, OfHandling):
    """Its clock is its own, and runs until the day that was said."""

    root = Within(Suggestion)
    root_id: int
    stage = WordField(words.Milestone)
    handling = Within(Handling, related_name="milestones")
    handling_id: int
    plan = Within(Plan)
    plan_id: int
    text = models.CharField(max_length=200, blank=True)
    day = models.DateField(null=True)
    responsible = Within(Person, null=True)
    responsible_id: int | None
    evidence = models.TextField(blank=True)
    reached_on = models.DateField(null=True)
    reason = models.TextField(blank=True)

    class Meta(OfHandling.Meta):
        indexes = [
            models.Index(fields=["congress_id", "root_id"], name="milestones_of_case"),
            models.Index(fields=["congress_id", "handling_id", "stage", "day"], name="milestones_of_task"),
            models.Index(fields=["congress_id", "stage", "day", "handling_id"], name="milestones_by_day"),
        ]

    # Factories

    @classmethod
    def in_plan(cls, plan: Plan) -> Self:
        return cls.of(plan.handling, plan_id=plan.id)

    # Mutators

    def set_to(self, said: Setting) -> None:
        self.text, self.day, self.responsible_id = said.text, said.day, said.responsible

    def pass_on(self, said: Passing) -> None:
        """Why, and who it was before, the record keeps: `reason` is why it was dropped."""
        self.responsible_id = said.to

    # Properties

    @property
    def is_late(self) -> bool:
        """Its day has passed and nothing came of it."""
        return self.stage is words.Milestone.SET and self.day is not None and self.day < clock.today()

    @staticmethod
    def are_late() -> models.Q:
        """The same as a condition on rows."""
        return models.Q(stage=words.Milestone.SET, day__lt=clock.today())

    def come_home(self, under: "Under") -> Self:
        self.plan = under.get(Plan, self.plan_id)
        return super().come_home(under)
