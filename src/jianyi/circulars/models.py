"""The monthly circular of a unit, of the government's office or of the congress; whom it goes to, what it pushes forward."""

from datetime import date, datetime
from typing import Any, Self

from django.db import models

from jianyi.kit import clock
from jianyi.kit.fields import WordField
from jianyi.kit.relations import Within
from jianyi.kit.rows import Row
from jianyi.parties.models import Organisation, Person
from jianyi.procedure import words
from jianyi.procedure.facts.said import Phrasing
from jianyi.turn.models import Root, Subject


# Whose it is, and whom it goes to.
SCOPES = {"unit": "单位内部通报", "government": "政府系统通报", "congress": "人大通报"}


class Circular(Root):
    """`house`: who issues it; `scope`: one of SCOPES; `as_of`: to which moment its facts go; `facts`: frozen as plain values, so that
    nothing that happens later moves them; `push`: the lines of the push list as they were typed; `writers`: who drew and wrote it."""

    stage = WordField(words.Circular)
    house = Within(Organisation)
    house_id: int
    made_by = Within(Person)
    made_by_id: int
    scope = models.CharField(max_length=12, default="unit")
    as_of = models.DateTimeField(null=True)
    meeting_id = models.BigIntegerField(default=0)
    facts = models.JSONField(default=dict)
    praise = models.TextField(blank=True)
    requirements = models.TextField(blank=True)
    push = models.TextField(blank=True)
    writers = models.JSONField(default=list)
    sent_back = models.TextField(blank=True)
    approved_by = models.CharField(max_length=60, blank=True)
    number = models.CharField(max_length=60, blank=True)
    issued_on = models.DateField(null=True)
    reason = models.TextField(blank=True)

    class Meta(Root.Meta):
        indexes = [
            models.Index(fields=["congress_id", "house_id", "id"], name="circulars_of_house"),
            models.Index(fields=["congress_id", "scope", "stage", "id"], name="circulars_of_scope"),
            models.Index(fields=["congress_id", "meeting_id"], name="circulars_of_meeting"),
        ]

    # Mutators

    def draw(self, facts: dict[str, Any], as_of: datetime, meeting: int, people: frozenset[int]) -> None:
        self.facts, self.as_of, self.meeting_id = facts, as_of, meeting
        self._write_by(people)

    def phrase(self, said: Phrasing, people: frozenset[int]) -> None:
        self.praise, self.requirements, self.push = (
            said.praise.strip(), said.requirements.strip(), said.push.strip(),
        )  # fmt: skip
        self._write_by(people)

    def _write_by(self, people: frozenset[int]) -> None:
        self.writers = sorted({*self.writers, *people})

    # Properties

    @property
    def readers(self) -> list[dict[str, Any]]:
        """Rows of the houses that it goes to: of those in its table that are not abolished."""
        return [row for row in self.facts.get("rows", ()) if row["house"] and not row.get("ended")]

    @property
    def day(self) -> date | None:
        """The last day of which its facts tell."""
        return clock.last_day(self.as_of) if self.as_of else None

    @property
    def title(self) -> str:
        """「2026年3月代表建议办理情况通报」"""
        return (
            f"{self.day.year}年{self.day.month}月代表建议办理情况通报" if self.day else "代表建议办理情况通报"
        )

    @property
    def as_of_told(self) -> str:
        """「2026年3月31日24:00」"""
        if self.day is None or self.as_of is None:
            return ""
        local = self.as_of.astimezone(clock.HOME)
        hour = "24:00" if local.date() != self.day else f"{local:%H:%M}"
        return f"{self.day.year}年{self.day.month}月{self.day.day}日{hour}"


class OfCircular(Subject):
    """What hangs on a circular."""

    class Meta(Subject.Meta):
        abstract = True

    @classmethod
    def of(cls, circular: Circular, **fields: object) -> Self:
        return cls(congress_id=circular.congress_id, root_id=circular.id, **fields)


class Addressee(OfCircular):
    """A unit or a division that it goes to: who of it has read it, and when."""

    root = Within(Circular)
    root_id: int
    stage = WordField(words.Addressee)
    house = Within(Organisation)
    house_id: int
    read_by = models.CharField(max_length=60, blank=True)
    read_at = models.DateTimeField(null=True)

    class Meta(OfCircular.Meta):
        constraints = [
            *OfCircular.Meta.constraints,
            models.UniqueConstraint(fields=["congress_id", "root_id", "house_id"], name="addressed_once"),
        ]
        indexes = [models.Index(fields=["congress_id", "house_id", "root_id"], name="circulars_to_house")]


class Push(OfCircular):
    """One line of the push list: the house that answers, until when; followed until the next circular and beyond."""

    root = Within(Circular)
    root_id: int
    stage = WordField(words.Push)
    house = Within(Organisation)
    house_id: int
    nth = models.PositiveIntegerField(default=1)
    suggestion_id = models.BigIntegerField()
    no = models.CharField(max_length=20)
    problem = models.CharField(max_length=300)
    next = models.CharField(max_length=300)
    who = models.CharField(max_length=300)
    due = models.DateField()
    evidence = models.TextField(blank=True)
    done_by = models.CharField(max_length=60, blank=True)
    done_on = models.DateField(null=True)
    sent_back = models.TextField(blank=True)

    class Meta(OfCircular.Meta):
        indexes = [models.Index(fields=["congress_id", "root_id"], name="pushed_by_circular")]

    @property
    def is_late(self) -> bool:
        return self.stage is words.Push.OPEN and self.due < clock.today()


class Named(Row):
    """A handling that an issued circular named as late: the second rung of the ladder of supervision."""

    root = Within(Circular)
    root_id: int
    handling_id = models.BigIntegerField()
    limit = models.CharField(max_length=60)

    class Meta(Row.Meta):
        indexes = [
            models.Index(fields=["congress_id", "handling_id"], name="circulars_naming"),
            models.Index(fields=["congress_id", "root_id"], name="named_in_circular"),
        ]
