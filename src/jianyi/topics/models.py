"""Key topics: many suggestions under one decision; what units were asked, what the committee planned, saw, advised, reported."""

from typing import Self

from django.db import models

from jianyi.kit import clock
from jianyi.kit.fields import WordField
from jianyi.kit.relations import Within
from jianyi.kit.rows import Row
from jianyi.parties.models import Organisation, Person
from jianyi.procedure import words
from jianyi.procedure.facts.said.topics import (
    CRITERIA,
    STANDS,
    Decided,
    Nominating,
    Supervising,
    SupervisionReport,
)
from jianyi.turn.models import Root, Subject


T = words.KeyTopic
UNDECIDED = (T.NEW, T.PROPOSED, T.CONSULTED)
# Decided upon and not lifted again: what stands in the list.
STANDING = (T.LISTED, T.SUPERVISED, T.REPORTED)
CHANGING = (*UNDECIDED, T.LISTED, T.SUPERVISED)


class KeyTopic(Root):
    """`nominated_by`: the special committee that proposed it, none where the congress's office did; `committee_id`, `leader`, `led_by`:
    who supervises, and who of the government leads, as decided; `announced_on`, `office`: since when the public is told, and which office its leader holds; `question`, `answer_by`: what the units were asked; `plan` to `report_by`: of the
    committee; `report` and `record`: as handed in, with the days of each suggestion as they stood then."""

    stage = WordField(words.KeyTopic)
    title = models.CharField(max_length=60, blank=True)
    criteria = models.JSONField(default=list)
    basis = models.TextField(blank=True)
    nominated_by = Within(Organisation, null=True)
    nominated_by_id: int | None
    made_by = Within(Person)
    made_by_id: int
    proposed_on = models.DateField(null=True)
    question = models.TextField(blank=True)
    answer_by = models.DateField(null=True)
    decided_on = models.DateField(null=True)
    committee = Within(Organisation, null=True)
    committee_id: int | None
    leader = models.CharField(max_length=60, blank=True)
    led_by = models.CharField(max_length=60, blank=True)
    reason = models.TextField(blank=True)
    announced_on = models.DateField(null=True)
    office = models.CharField(max_length=60, blank=True)
    ended_on = models.DateField(null=True)
    plan = models.TextField(blank=True)
    phases = models.TextField(blank=True)
    report_by = models.DateField(null=True)
    report = models.TextField(blank=True)
    reported_on = models.DateField(null=True)
    reported_by = models.CharField(max_length=60, blank=True)
    record = models.JSONField(default=list)

    class Meta(Root.Meta):
        indexes = [
            models.Index(fields=["congress_id", "id"], name="topics_in_order"),
            models.Index(fields=["congress_id", "stage", "id"], name="topics_by_stage"),
        ]

    # Mutators

    def call(self, said: Nominating) -> None:
        self.title, self.basis = said.title.strip(), said.reason.strip()
        self.criteria = list(dict.fromkeys(said.criteria))
        self.proposed_on = self.proposed_on or clock.today()

    def decide(self, said: Decided) -> None:
        self.decided_on, self.committee_id = said.decided_on, said.committee or None
        self.leader, self.led_by = said.leader.strip(), said.led_by.strip()

    def announce(self, office: str) -> None:
        self.announced_on, self.office = self.announced_on or clock.today(), office.strip()

    def end(self, reason: str) -> None:
        self.reason, self.ended_on = reason, clock.today()

    def draw_up(self, said: Supervising) -> None:
        self.plan, self.phases, self.report_by = said.plan, said.phases, said.report_by

    def hand_in(self, said: SupervisionReport, name: str, record: list[dict[str, object]]) -> None:
        self.report, self.reported_on, self.reported_by, self.record = (
            said.report,
            clock.today(),
            name,
            record,
        )

    # Properties

    @property
    def is_undecided(self) -> bool:
        return self.stage in UNDECIDED

    @property
    def stands(self) -> bool:
        return self.stage in STANDING

    @property
    def changes(self) -> bool:
        """Suggestions may still come and go."""
        return self.stage in CHANGING

    @property
    def criteria_told(self) -> list[str]:
        return [CRITERIA[key] for key in self.criteria]


class OfTopic(Subject):
    """What hangs on a topic."""

    class Meta(Subject.Meta):
        abstract = True

    @classmethod
    def of(cls, topic: KeyTopic, **fields: object) -> Self:
        return cls(congress_id=topic.congress_id, root_id=topic.id, **fields)


class Covered(OfTopic):
    """A suggestion in the topic; `reason`: why it was moved out, `since`: when it came or went; `holds`: no other topic may have it."""

    root = Within(KeyTopic)
    root_id: int
    stage = WordField(words.Covered)
    suggestion_id = models.BigIntegerField()
    reason = models.TextField(blank=True)
    since = models.DateField(null=True)
    holds = models.BooleanField(default=False)

    class Meta(OfTopic.Meta):
        constraints = [
            *OfTopic.Meta.constraints,
            models.UniqueConstraint(fields=["congress_id", "root_id", "suggestion_id"], name="in_a_topic_once"),
            models.UniqueConstraint(
                fields=["congress_id", "suggestion_id"], condition=models.Q(holds=True), name="in_one_topic_at_a_time"
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["congress_id", "suggestion_id"], name="topics_of_suggestion"),
            models.Index(fields=["root_id"], condition=models.Q(holds=True), name="topics_that_hold"),
            models.Index(fields=["stage", "root_id"], name="topics_covering"),
        ]

    def come(self) -> None:
        self.reason, self.since, self.holds = "", clock.today(), True

    def go(self, reason: str = "") -> None:
        self.reason, self.since, self.holds = reason, clock.today(), False


class Sounding(OfTopic):
    """One unit that is asked, and what it said."""

    root = Within(KeyTopic)
    root_id: int
    stage = WordField(words.Sounding)
    unit = Within(Organisation)
    unit_id: int
    stand = models.CharField(max_length=12, blank=True)
    view = models.TextField(blank=True)
    answered_by = models.CharField(max_length=60, blank=True)
    answered_on = models.DateField(null=True)

    class Meta(OfTopic.Meta):
        constraints = [
            *OfTopic.Meta.constraints,
            models.UniqueConstraint(
                fields=["congress_id", "root_id", "unit_id"], name="a_unit_is_asked_once"
            ),
        ]
        indexes = [models.Index(fields=["congress_id", "unit_id", "root_id"], name="soundings_of_unit")]

    @property
    def told(self) -> str:
        return STANDS.get(self.stand, "")


class Advice(OfTopic):
    """One opinion of a visit, for one unit about one suggestion; `nth`: of the visit."""

    root = Within(KeyTopic)
    root_id: int
    stage = WordField(words.Advice)
    visit_id = models.BigIntegerField()
    suggestion_id = models.BigIntegerField()
    unit = Within(Organisation)
    unit_id: int
    nth = models.PositiveIntegerField(default=1)
    text = models.CharField(max_length=500)
    due = models.DateField(null=True)
    answer = models.TextField(blank=True)
    answered_by = models.CharField(max_length=60, blank=True)
    answered_on = models.DateField(null=True)

    class Meta(OfTopic.Meta):
        indexes = [
            models.Index(fields=["congress_id", "root_id"], name="advice_of_topic"),
            models.Index(fields=["congress_id", "suggestion_id"], name="advice_on_suggestion"),
            models.Index(fields=["congress_id", "unit_id", "root_id"], name="advice_to_unit"),
            models.Index(fields=["stage", "root_id"], name="advice_by_stage"),
        ]


class Visit(Row):
    """The committee went to see; `meeting_id`: the activity it belongs to, where there is one."""

    root = Within(KeyTopic)
    root_id: int
    held_on = models.DateField()
    where = models.CharField(max_length=200)
    people = models.CharField(max_length=500)
    meeting_id = models.BigIntegerField(null=True)
    written_by = models.CharField(max_length=60)

    class Meta(Row.Meta):
        indexes = [models.Index(fields=["congress_id", "root_id"], name="visits_of_topic")]

    @classmethod
    def of(cls, topic: KeyTopic) -> models.QuerySet[Self]:
        """In the order of their days."""
        return cls.objects.filter(congress_id=topic.congress_id, root_id=topic.id).order_by("held_on", "id")
