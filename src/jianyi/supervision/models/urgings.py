"""A letter and what it rests on."""

from datetime import date
from typing import Self

from django.db import models

from jianyi.cadence.queries.slow import Slow
from jianyi.cases.models import Handling, Suggestion
from jianyi.kit import clock
from jianyi.kit.fields import WordField
from jianyi.kit.relations import Within
from jianyi.kit.rows import Row
from jianyi.procedure import words
from jianyi.procedure.facts.said import UrgingAnswer
from jianyi.turn.models import Root

from .addressed import OPEN, Addressed


class Urging(Addressed):
    """F20. `nth`: which letter of this house about the same matter; `answer`: what was written back, `done_by`: until when it will be
    done, `answerers`, `judges`: who answered it, who judged it; `answer_by`: the day that was set where the place lays none down."""

    stage = WordField(words.Urging)
    nth = models.PositiveIntegerField(default=0)
    answer_by = models.DateField(null=True)
    received_on = models.DateField(null=True)
    received_by = models.CharField(max_length=60, blank=True)
    answer = models.TextField(blank=True)
    done_by = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    answered_by = models.CharField(max_length=60, blank=True)
    answerers = models.JSONField(default=list)
    judges = models.JSONField(default=list)

    class Meta(Root.Meta):
        indexes = [
            models.Index(fields=["congress_id", "way", "id"], name="urgings_by_way"),
            models.Index(fields=["congress_id", "way", "stage", "id"], name="urgings_by_way_and_stage"),
            models.Index(fields=["congress_id", "house_id", "id"], name="urgings_of_house"),
            models.Index(fields=["congress_id", "unit_id", "id"], name="urgings_to_unit"),
            models.Index(fields=["congress_id", "division_id", "id"], name="urgings_to_division"),
        ]

    def reply(self, said: UrgingAnswer, name: str, people: list[int]) -> None:
        self.answer, self.done_by, self.answerers = said.text, said.done_by, people
        self.answered_on, self.answered_by = clock.today(), name

    @property
    def is_late(self) -> bool:
        """Its answer came late, or is late now."""
        return self.is_late_on(clock.today())

    def is_late_on(self, day: date) -> bool:
        waits = self.answered_on or (day if self.stage in OPEN else None)
        return bool(self.due and waits and waits > self.due)


class Line(Row):
    """What lagged, frozen when the letter was issued: `criterion` and `label` of the rule it met, its day, and how many days it was late (negative: the day is
    still to come)."""

    root = Within(Urging, related_name="lines")
    root_id: int
    nth = models.PositiveIntegerField()
    handling = Within(Handling, related_name="+")
    handling_id: int
    suggestion = Within(Suggestion, related_name="+")
    suggestion_id: int
    criterion = models.CharField(max_length=30)
    label = models.CharField(max_length=60)
    due = models.DateField()
    days = models.IntegerField(default=0)
    working_days = models.IntegerField(default=0)
    fact = models.CharField(max_length=300)
    responsible = models.CharField(max_length=60, blank=True)

    class Meta(Row.Meta):
        indexes = [
            models.Index(fields=["congress_id", "root_id", "nth"], name="lines_of_urging"),
            models.Index(fields=["congress_id", "handling_id"], name="urgings_of_handling"),
            models.Index(fields=["congress_id", "suggestion_id"], name="urgings_of_suggestion"),
        ]

    @classmethod
    def of(cls, urging: Urging, nth: int, lag: Slow) -> Self:
        row = cls(
            congress_id=urging.congress_id,
            root_id=urging.id,
            nth=nth,
            handling_id=lag.handling,
            suggestion_id=lag.case,
        )
        row.take(lag)
        return row  # fmt: skip

    def take(self, lag: Slow) -> None:
        """As it stands now."""
        self.criterion, self.label, self.due = lag.criterion, lag.label, lag.due
        self.days, self.working_days = lag.days, lag.working_days
        self.fact, self.responsible = lag.fact[:300], lag.responsible_name

    @property
    def key(self) -> str:
        return f"{self.handling_id}.{self.criterion}.{self.due.isoformat()}"
