"""Suggestions of one kind that a unit handles together; what they share, and the problems that were found."""

from datetime import date
from typing import Self

from django.db import models

from jianyi.kit import clock
from jianyi.kit.fields import WordField
from jianyi.kit.relations import Within
from jianyi.kit.rows import Row
from jianyi.parties.models import Organisation, Person
from jianyi.procedure import words
from jianyi.procedure.facts.said import Grouping, Kept, Passing, Pledging
from jianyi.turn.models import Root, Subject


P = words.Problem
# Nobody has heard the end of these.
OPEN = (P.LISTED, P.REPORTED)


class Theme(Root):
    """A group of one unit. `edition`: of the paragraphs that its replies share, 0 before there are any; `reason`: why it was
    given up."""

    stage = WordField(words.Theme)
    unit = Within(Organisation)
    unit_id: int
    made_by = Within(Person)
    made_by_id: int
    title = models.CharField(max_length=60, blank=True)
    basis = models.TextField(blank=True)
    edition = models.PositiveIntegerField(default=0)
    made_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    reason = models.TextField(blank=True)

    class Meta(Root.Meta):
        indexes = [
            models.Index(fields=["congress_id", "unit_id", "id"], name="themes_of_unit"),
            models.Index(fields=["congress_id", "stage", "id"], name="themes_by_stage"),
        ]

    def call(self, said: Grouping) -> None:
        self.title, self.basis = said.title.strip(), said.basis.strip()
        self.made_on = self.made_on or clock.today()

    def end(self, reason: str = "") -> None:
        self.reason, self.ended_on = reason, clock.today()


class OfTheme(Subject):
    """What hangs on a group."""

    class Meta(Subject.Meta):
        abstract = True

    @classmethod
    def of(cls, theme: Theme, **fields: object) -> Self:
        return cls(congress_id=theme.congress_id, root_id=theme.id, **fields)


class Member(OfTheme):
    """A suggestion in the group; `reason`: why it was taken out, `since`: when it came or went."""

    root = Within(Theme)
    root_id: int
    stage = WordField(words.Member)
    suggestion_id = models.BigIntegerField()
    reason = models.TextField(blank=True)
    since = models.DateField(null=True)

    class Meta(OfTheme.Meta):
        constraints = [
            *OfTheme.Meta.constraints,
            models.UniqueConstraint(fields=["congress_id", "root_id", "suggestion_id"], name="in_a_group_once"),
            models.UniqueConstraint(
                fields=["congress_id", "suggestion_id", "unit_id"], condition=models.Q(holds=True), name="in_one_open_group_of_a_unit"
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["congress_id", "suggestion_id"], name="groups_of_suggestion")]

    # Of the group and of its unit, so that the database itself lets nobody be in two groups at once.
    unit_id = models.BigIntegerField(default=0)
    holds = models.BooleanField(default=False)

    def come(self) -> None:
        self.reason, self.since, self.holds = "", clock.today(), True

    def go(self, reason: str = "") -> None:
        self.reason, self.since, self.holds = reason, clock.today(), False


class Problem(OfTheme):
    """F30. `nth`: in the list; `unit_id`: of the group; `meeting_id`: at which meeting it was found; `reporters`: who reported it
    as solved, `checkers`: who struck it off; `pledged_*`: in which reply it is promised, in what words, until when."""

    root = Within(Theme)
    root_id: int
    stage = WordField(words.Problem)
    unit = Within(Organisation)
    unit_id: int
    nth = models.PositiveIntegerField(default=1)
    text = models.CharField(max_length=300)
    measures = models.TextField(blank=True)
    owner = Within(Person)
    owner_id: int
    due = models.DateField(null=True)
    meeting_id = models.BigIntegerField(null=True)
    listed_on = models.DateField(null=True)
    evidence = models.TextField(blank=True)
    reporters = models.JSONField(default=list)
    reported_on = models.DateField(null=True)
    checkers = models.JSONField(default=list)
    checked_by = models.CharField(max_length=60, blank=True)
    struck_on = models.DateField(null=True)
    pledged_case = models.BigIntegerField(null=True)
    pledged_item = models.TextField(blank=True)
    pledged_due = models.DateField(null=True)
    reason = models.TextField(blank=True)

    class Meta(OfTheme.Meta):
        indexes = [
            models.Index(fields=["congress_id", "root_id"], name="problems_of_theme"),
            models.Index(fields=["congress_id", "due", "id"], name="problems_by_day"),
            models.Index(fields=["congress_id", "stage", "due", "id"], name="problems_by_stage"),
            models.Index(fields=["congress_id", "unit_id", "stage", "due", "id"], name="problems_of_unit_at"),
            models.Index(fields=["congress_id", "unit_id", "due", "id"], name="problems_of_unit"),
            models.Index(fields=["congress_id", "owner_id", "due", "id"], name="problems_of_owner"),
            models.Index(fields=["congress_id", "pledged_case"], name="problems_promised_in"),
        ]

    # Mutators

    def reach(self, said: Kept, people: list[int]) -> None:
        self.evidence, self.reporters, self.reported_on, self.reason = (
            said.evidence,
            people,
            clock.today(),
            "",
        )

    def strike_off(self, name: str, people: list[int]) -> None:
        self.checked_by, self.checkers, self.struck_on = name, people, clock.today()

    def pledge(self, said: Pledging) -> None:
        self.pledged_case, self.pledged_item, self.pledged_due = said.case, said.item.strip(), said.due

    def stand_again(self) -> None:
        """It is on the board: for the first time, or because the reply that was to promise it will not come."""
        self.listed_on = self.listed_on or clock.today()
        self.pledged_case, self.pledged_item, self.pledged_due = None, "", None

    def pass_on(self, said: Passing) -> None:
        self.owner_id, self.reason = said.to, said.reason

    # Properties

    @property
    def is_open(self) -> bool:
        return self.stage in OPEN

    @property
    def is_late(self) -> bool:
        return self.is_late_on(clock.today())

    def is_late_on(self, day: date) -> bool:
        """As it stands, seen from that day."""
        return self.stage is P.LISTED and self.due is not None and self.due < day


class Concern(Row):
    """A suggestion in the group that a problem is about."""

    root = Within(Theme)
    root_id: int
    problem_id = models.BigIntegerField()
    suggestion_id = models.BigIntegerField()

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(
                fields=["congress_id", "problem_id", "suggestion_id"], name="concerned_once"
            ),
        ]
        indexes = [
            models.Index(fields=["congress_id", "root_id"], name="concerns_of_theme"),
            models.Index(fields=["congress_id", "suggestion_id"], name="problems_of_suggestion"),
        ]


class Linked(Row):
    """A meeting or an activity that is held for the group."""

    root = Within(Theme)
    root_id: int
    meeting_id = models.BigIntegerField()

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["congress_id", "root_id", "meeting_id"], name="linked_once"),
        ]


class SharedText(Row):
    """One edition of what the replies share: none is ever changed."""

    root = Within(Theme)
    root_id: int
    edition = models.PositiveIntegerField()
    paragraphs = models.JSONField(default=list)
    written_by = models.CharField(max_length=60)
    written_on = models.DateField()

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(
                fields=["congress_id", "root_id", "edition"], name="one_shared_text_an_edition"
            ),
        ]

    @property
    def told(self) -> str:
        return "\n".join(self.paragraphs)

    @classmethod
    def of(cls, theme: Theme) -> models.QuerySet[Self]:
        """All editions, the present one first."""
        return cls.objects.filter(congress_id=theme.congress_id, root_id=theme.id).order_by("-edition")
