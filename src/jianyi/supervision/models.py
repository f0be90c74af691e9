"""Urging letters with what they rest on, documents of the ladder, requests of deputies, and help."""

from datetime import date
from typing import Self

from django.db import models

from jianyi.cadence.queries.slow import Slow
from jianyi.cases.models import Handling, Suggestion
from jianyi.kit import clock
from jianyi.kit.fields import WordField
from jianyi.kit.relations import Within
from jianyi.kit.rows import Row
from jianyi.parties.models import Organisation, Person
from jianyi.procedure import words
from jianyi.procedure.facts.said import (
    HELPS,
    MANNERS,
    RUNGS,
    WAYS,
    Cited,
    Helping,
    Kept,
    MeasureDraft,
    UrgingAnswer,
)
from jianyi.turn.models import Root, Subject


U, M = words.Urging, words.Measure
# Of these the addressee sees nothing.
UNISSUED = (U.NEW, U.DRAFTED, U.DROPPED)
UNSEEN = (M.NEW, M.DRAFTED, M.DROPPED)
OPEN = (U.ISSUED, U.RECEIVED, U.UNANSWERED)
# A letter that was issued and stands: one that was taken back as mistaken counts for nothing.
COUNTED = (*OPEN, U.ANSWERED, U.CORRECTED, U.UNCORRECTED)


class Addressed(Root):
    """What one house writes to another, or to a division of its own. `way`: one of WAYS; `house`: whose paper it is; `unit`: whose
    matter; `division`: of the unit, where it never leaves the house; `number`: taken when it is issued; `due`: by when."""

    way = models.CharField(max_length=12)
    house = Within(Organisation, related_name="+")
    house_id: int
    unit = Within(Organisation, related_name="+")
    unit_id: int
    division = Within(Organisation, null=True, related_name="+")
    division_id: int | None
    made_by = Within(Person, related_name="+")
    made_by_id: int
    number = models.CharField(max_length=60, blank=True)
    demands = models.JSONField(default=list)
    issued_on = models.DateField(null=True)
    issued_by = models.CharField(max_length=60, blank=True)
    due = models.DateField(null=True)
    reason = models.TextField(blank=True)
    outcome = models.TextField(blank=True)
    closed_on = models.DateField(null=True)
    closed_by = models.CharField(max_length=60, blank=True)

    class Meta(Root.Meta):
        abstract = True

    @property
    def inside(self) -> int:
        return self.unit_id if self.is_inner else 0

    @property
    def is_inner(self) -> bool:
        return self.way == "inner"

    @property
    def way_told(self) -> str:
        return WAYS[self.way]

    @property
    def addressee(self) -> str:
        name: str = self.division.name if self.division_id and self.division else self.unit.name
        return name

    def issue(self, number: str, name: str) -> None:
        self.number, self.issued_on, self.issued_by = number, clock.today(), name

    def close(self, name: str, told: str) -> None:
        self.closed_on, self.closed_by, self.outcome = clock.today(), name, told


class Urging(Addressed):
    """F20. `nth`: which letter of this house about the same matter; `answer`: what was written back, `done_by`: until when it will be
    done; `answer_by`: the day that was set where the place lays none down."""

    stage = WordField(words.Urging)
    nth = models.PositiveIntegerField(default=0)
    answer_by = models.DateField(null=True)
    received_on = models.DateField(null=True)
    received_by = models.CharField(max_length=60, blank=True)
    answer = models.TextField(blank=True)
    done_by = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    answered_by = models.CharField(max_length=60, blank=True)

    class Meta(Root.Meta):
        indexes = [
            models.Index(fields=["congress_id", "way", "id"], name="urgings_by_way"),
            models.Index(fields=["congress_id", "way", "stage", "id"], name="urgings_by_way_and_stage"),
            models.Index(fields=["congress_id", "house_id", "id"], name="urgings_of_house"),
            models.Index(fields=["congress_id", "unit_id", "id"], name="urgings_to_unit"),
            models.Index(fields=["congress_id", "division_id", "id"], name="urgings_to_division"),
        ]

    def reply(self, said: UrgingAnswer, name: str) -> None:
        self.answer, self.done_by = said.text, said.done_by
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


class Plea(Subject):
    """The lead deputy asks that the units of a suggestion be urged; `answer`: why they are not."""

    root = Within(Suggestion, related_name="pleas")
    root_id: int
    stage = WordField(words.Plea)
    asked_by = Within(Person, related_name="+")
    asked_by_id: int
    reason = models.TextField(blank=True)
    asked_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True)

    class Meta(Subject.Meta):
        indexes = [
            models.Index(fields=["congress_id", "root_id"], name="pleas_of_case"),
            models.Index(fields=["congress_id", "stage", "id"], name="pleas_by_stage"),
        ]


class Measure(Addressed):
    """F21, one document of one rung about one handling. `previous`: the document of the rung below; `board`: GP-2026-1; `owner`: who
    answers for it, at an interview who is spoken with; `reporters`: who reported it as corrected."""

    stage = WordField(words.Measure)
    rung = models.CharField(max_length=16)
    handling = Within(Handling, related_name="+")
    handling_id: int
    suggestion = Within(Suggestion, related_name="+")
    suggestion_id: int
    facts = models.TextField(blank=True)
    previous = models.CharField(max_length=200, blank=True)
    skip_reason = models.TextField(blank=True)
    skip_by = Within(Person, null=True, related_name="+")
    skip_by_id: int | None
    owner = Within(Person, null=True, related_name="+")
    owner_id: int | None
    board = models.CharField(max_length=30, blank=True)
    conditions = models.JSONField(default=list)
    evidence = models.TextField(blank=True)
    reporters = models.JSONField(default=list)
    reported_on = models.DateField(null=True)
    checkers = models.JSONField(default=list)
    interviewer = Within(Person, null=True, related_name="+")
    interviewer_id: int | None
    at = models.DateTimeField(null=True)
    where = models.CharField(max_length=200, blank=True)
    materials = models.TextField(blank=True)
    statement = models.TextField(blank=True)
    pledges = models.JSONField(default=list)
    signed_by = models.JSONField(default=list)
    article = models.TextField(blank=True)
    manner = models.CharField(max_length=16, blank=True)
    decider = models.CharField(max_length=100, blank=True)
    statement_by = models.DateField(null=True)
    defence = models.TextField(blank=True)
    defended_on = models.DateField(null=True)
    decision = models.TextField(blank=True)
    decided_on = models.DateField(null=True)

    class Meta(Root.Meta):
        indexes = [
            models.Index(fields=["congress_id", "way", "id"], name="measures_by_way"),
            models.Index(fields=["congress_id", "way", "rung", "id"], name="measures_by_way_and_rung"),
            models.Index(fields=["congress_id", "house_id", "id"], name="measures_of_house"),
            models.Index(fields=["congress_id", "unit_id", "id"], name="measures_to_unit"),
            models.Index(fields=["congress_id", "owner_id", "id"], name="measures_of_owner"),
            models.Index(fields=["congress_id", "handling_id"], name="measures_of_handling"),
            models.Index(fields=["congress_id", "suggestion_id"], name="measures_of_suggestion"),
        ]

    # Mutators

    def draw(self, said: MeasureDraft) -> None:
        """What the document says; a rung keeps nothing of what is another's."""
        self.facts, self.demands, self.due, self.owner_id = said.facts, said.asks, said.due, said.owner
        self.skip_reason, self.skip_by_id = said.skip_reason.strip(), said.skip_by or None
        own: dict[str, dict[str, object]] = {
            "listing": {"conditions": said.releases},
            "interview": {"interviewer_id": said.interviewer, "at": said.at, "where": said.where, "materials": said.materials},
            "accountability": {
                "article": said.article, "manner": said.manner, "decider": said.decider.strip(), "statement_by": said.statement_by,
            },
        }  # fmt: skip
        for name, value in own.get(self.rung, {}).items():
            setattr(self, name, value)

    def cite(self, said: Cited) -> None:
        self.number, self.issued_on, self.facts = said.number.strip(), said.day, said.facts
        self.due, self.owner_id = said.due, said.owner

    def report(self, said: Kept, people: list[int]) -> None:
        self.evidence, self.reporters, self.reported_on, self.reason = (
            said.evidence,
            people,
            clock.today(),
            "",
        )

    # Properties

    @property
    def level(self) -> int:
        """From 2 to 5."""
        return list(RUNGS).index(self.rung) + 1

    @property
    def label(self) -> str:
        return RUNGS[self.rung]

    @property
    def manner_told(self) -> str:
        return MANNERS.get(self.manner, "")

    @property
    def is_late(self) -> bool:
        ended = self.closed_on or (None if self.stage in UNSEEN else clock.today())
        return bool(self.due and ended and ended > self.due)


class Help(Root):
    """A hard problem or a help measure of one unit; `promise_id`: the promise it serves, where one was named."""

    stage = WordField(words.Help)
    unit = Within(Organisation, related_name="+")
    unit_id: int
    made_by = Within(Person, related_name="+")
    made_by_id: int
    suggestion = Within(Suggestion, related_name="+")
    suggestion_id: int
    promise_id = models.BigIntegerField(default=0)
    kind = models.CharField(max_length=8, default="help")
    what = models.TextField(blank=True)
    where = models.CharField(max_length=100, blank=True)
    programme = models.CharField(max_length=200, blank=True)
    leads = Within(Person, null=True, related_name="+")
    leads_id: int | None
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    result = models.TextField(blank=True)
    reporters = models.JSONField(default=list)
    done_on = models.DateField(null=True)
    checked_by = models.CharField(max_length=60, blank=True)
    checkers = models.JSONField(default=list)
    reason = models.TextField(blank=True)

    class Meta(Root.Meta):
        indexes = [
            models.Index(fields=["congress_id", "unit_id", "id"], name="help_of_unit"),
            models.Index(fields=["congress_id", "unit_id", "stage", "id"], name="help_of_unit_at"),
            models.Index(fields=["congress_id", "stage", "id"], name="help_by_stage"),
            models.Index(fields=["congress_id", "suggestion_id"], name="help_for_suggestion"),
        ]

    @property
    def label(self) -> str:
        return HELPS[self.kind]

    @property
    def is_late(self) -> bool:
        return self.stage is words.Help.RUNNING and self.until is not None and self.until < clock.today()

    def describe(self, said: Helping) -> None:
        self.kind, self.what, self.where = said.kind, said.what.strip(), said.place.strip()
        self.programme, self.leads_id = said.programme.strip(), said.leads
        self.since, self.until = said.since, said.until

    def report(self, said: Kept, people: list[int]) -> None:
        self.result, self.reporters, self.reason = said.evidence, people, ""
        self.done_on = clock.today()
