"""What the rhythm of a unit brings."""

from typing import TYPE_CHECKING, Any

from django.db import models

from jianyi.kit.fields import WordField
from jianyi.kit.relations import Within
from jianyi.parties.models import Organisation
from jianyi.procedure import words
from jianyi.procedure.words import Beat
from jianyi.turn.models import Root


if TYPE_CHECKING:
    from datetime import date


# What the figures of a month count, and what people call it.
MEASURES = {"contacts": "按期首次沟通", "milestones": "计划节点按期完成", "records": "沟通记录完整"}


class Tally(Root):
    """The list of a dispatch or urging day, or the figures of a month: frozen, as things stood at `as_of`. `nth`: which of
    its kind in the year; `facts`: plain values, see `cadence.stock`."""

    stage = WordField(words.Tally)
    unit = Within(Organisation)
    unit_id: int
    beat = WordField(Beat)
    day = models.DateField()
    nth = models.PositiveIntegerField(default=0)
    as_of = models.DateTimeField(null=True)
    facts = models.JSONField(default=dict)

    class Meta(Root.Meta):
        constraints = [
            *Root.Meta.constraints,
            models.UniqueConstraint(
                fields=["congress_id", "unit_id", "beat", "day"], name="one_tally_of_a_kind_a_day"
            ),
        ]
        indexes = [models.Index(fields=["congress_id", "unit_id", "day", "id"], name="tallies_of_unit")]

    @classmethod
    def due(cls, unit: Organisation, beat: Beat, day: "date") -> "Tally":
        """Not taken yet."""
        return cls(congress_id=unit.congress_id, place=unit.place, unit_id=unit.id, beat=beat, day=day)

    @property
    def inside(self) -> int:
        return self.unit_id

    @property
    def title(self) -> str:
        """「2026 年第 9 次调度单」「2026 年 3 月考评单」"""
        if self.beat is Beat.ASSESSMENT:
            return f"{self.day.year} 年 {self.day.month} 月{self.beat.label}单"
        return f"{self.day.year} 年第 {self.nth} 次{self.beat.label}单"

    @property
    def divisions(self) -> list[dict[str, Any]]:
        """The figures of each division, of an assessment."""
        found: list[dict[str, Any]] = self.facts.get("divisions", [])
        return found

    @property
    def rows(self) -> list[dict[str, Any]]:
        """One for each task, of a list."""
        found: list[dict[str, Any]] = self.facts.get("rows", [])
        return found
