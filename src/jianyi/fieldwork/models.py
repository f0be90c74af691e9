"""Meetings and activities: one root with kinds; who was invited, who came, what was decided."""

from collections.abc import Iterable
from datetime import date
from typing import Self

from django.db import models

from jianyi.cases.models import Escalation
from jianyi.cases.models.batches import Batch
from jianyi.cases.models.owned import Owned
from jianyi.kit import clock
from jianyi.kit.fields import WordField
from jianyi.kit.relations import Within
from jianyi.kit.rows import Row
from jianyi.parties.models import Organisation, Person
from jianyi.procedure import words
from jianyi.procedure.facts.said import ACTIVITIES, INNER, Calling
from jianyi.turn.models import Root, Subject


class Meeting(Root):
    """Held by a unit, by a special committee for its key `topic`, or by the congress's own office where `unit` is none; `made_by`: who drew it up; `where`: the
    place of meeting (`place` names the rules); `batch`: what a hand-over meeting of the congress hands over; `escalation`: the second dissatisfaction that it treats; `held_by`: who took the attendance down; `nth`: which of its kind that the
    house held in the year, 0 before it was held."""

    stage = WordField(words.Meeting)
    kind = models.CharField(max_length=20)
    unit = Within(Organisation, null=True)
    unit_id: int | None
    made_by = Within(Person)
    made_by_id: int
    title = models.CharField(max_length=100, blank=True)
    starts_at = models.DateTimeField(null=True)
    where = models.CharField(max_length=200, blank=True)
    chair = Within(Person, null=True)
    chair_id: int | None
    agenda = models.TextField(blank=True)
    batch = Within(Batch, null=True)
    batch_id: int | None
    escalation = Within(Escalation, null=True)
    escalation_id: int | None
    topic_id = models.BigIntegerField(null=True)
    answer_by = models.DateField(null=True)
    others = models.TextField(blank=True)
    hours = models.PositiveIntegerField(default=0)
    nth = models.PositiveIntegerField(default=0)
    held_by = models.CharField(max_length=60, blank=True)
    minutes = models.TextField(blank=True)
    minuted_by = models.CharField(max_length=60, blank=True)
    sent_back = models.TextField(blank=True)
    called_off = models.TextField(blank=True)
    settled_on = models.DateField(null=True)

    class Meta(Root.Meta):
        constraints = [
            *Root.Meta.constraints,
            models.UniqueConstraint(
                fields=["congress_id", "batch_id"], name="a_batch_is_handed_over_at_one_meeting"
            ),
            models.UniqueConstraint(
                fields=["congress_id", "escalation_id"], name="an_escalation_is_treated_at_one_meeting"
            ),
        ]
        indexes = [
            models.Index(fields=["congress_id", "unit_id", "starts_at", "id"], name="meetings_of_unit"),
            models.Index(
                fields=["congress_id", "topic_id"],
                name="meetings_of_topic",
                condition=models.Q(topic_id__isnull=False),
            ),
        ]

    def call(self, said: Calling) -> None:
        self.kind, self.title, self.where = said.kind, said.title.strip(), said.where.strip()
        self.starts_at, self.chair_id, self.agenda = said.starts_at, said.chair, said.agenda
        self.answer_by, self.batch_id, self.escalation_id = (
            said.answer_by,
            said.batch or None,
            said.escalation or None,
        )

    @property
    def day(self) -> date | None:
        """The day on which it begins, at home."""
        return self.starts_at.astimezone(clock.HOME).date() if self.starts_at else None

    @property
    def label(self) -> str:
        return ACTIVITIES.get(self.kind, self.kind)

    @property
    def is_inner(self) -> bool:
        """Of the house alone: what is said there is no contact with a deputy."""
        return self.kind in INNER


class OfMeeting(Subject):
    """What hangs on a meeting."""

    class Meta(Subject.Meta):
        abstract = True

    @classmethod
    def of(cls, meeting: Meeting, **fields: object) -> Self:
        return cls(congress_id=meeting.congress_id, root_id=meeting.id, **fields)


class Guest(OfMeeting):
    """Somebody who was invited. `answer`: what was said to it, kept when all is over: yes, no, or nothing; `uninvited`: why
    the invitation was taken back."""

    root = Within(Meeting)
    root_id: int
    stage = WordField(words.Guest)
    person = Within(Person)
    person_id: int
    answer = models.CharField(max_length=4, blank=True)
    reason = models.TextField(blank=True)
    uninvited = models.TextField(blank=True)

    class Meta(OfMeeting.Meta):
        constraints = [
            *OfMeeting.Meta.constraints,
            models.UniqueConstraint(fields=["congress_id", "root_id", "person_id"], name="invited_once"),
        ]
        indexes = [models.Index(fields=["congress_id", "person_id", "root_id"], name="meetings_of_guest")]


class Resolution(Owned, OfMeeting):
    """Something that was decided: it binds its owner once the minutes are settled; `before`: who answered for it last."""

    root = Within(Meeting)
    root_id: int
    stage = WordField(words.Resolution)
    text = models.CharField(max_length=200)
    owner = Within(Person)
    owner_id: int
    before = Within(Person, null=True)
    before_id: int | None
    due = models.DateField(null=True)
    evidence = models.TextField(blank=True)
    reached_on = models.DateField(null=True)
    reason = models.TextField(blank=True)

    class Meta(OfMeeting.Meta):
        indexes = [
            models.Index(fields=["congress_id", "root_id"], name="resolutions_of_meeting"),
            models.Index(fields=["congress_id", "owner_id", "stage", "due"], name="resolutions_of_owner"),
        ]


class Attendance(Row):
    """Somebody was there. As they then stood: `deputy`, or of the house `unit_id` at this `level`."""

    root = Within(Meeting)
    root_id: int
    person = Within(Person)
    person_id: int
    on = models.DateField()
    deputy = models.BooleanField(default=False)
    unit_id = models.BigIntegerField(default=0)
    level = models.CharField(max_length=12, blank=True)

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["congress_id", "root_id", "person_id"], name="there_once"),
        ]
        indexes = [models.Index(fields=["congress_id", "person_id", "on"], name="attendance_of_person")]

    @classmethod
    def at(cls, meeting: Meeting) -> models.QuerySet[Self]:
        """Who was there, in the order they were put down in."""
        return cls.objects.filter(congress_id=meeting.congress_id, root_id=meeting.id).order_by("id")


class Joint(Row):
    """Another unit that holds it together with the first."""

    root = Within(Meeting)
    root_id: int
    unit = Within(Organisation)
    unit_id: int

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["congress_id", "root_id", "unit_id"], name="joint_once"),
        ]
        indexes = [models.Index(fields=["congress_id", "unit_id", "root_id"], name="joined_by_unit")]


class Treated(Row):
    """A suggestion that it is about."""

    root = Within(Meeting)
    root_id: int
    suggestion_id = models.BigIntegerField()

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["congress_id", "root_id", "suggestion_id"], name="treated_once"),
        ]
        indexes = [models.Index(fields=["congress_id", "suggestion_id"], name="meetings_about")]


def attended(meeting: Meeting, day: date, known: Iterable[tuple[int, bool, int, str]]) -> list[Attendance]:
    """Unsaved rows for (person, deputy, unit, level)."""
    return [
        Attendance(
            congress_id=meeting.congress_id, root_id=meeting.id, person_id=person, on=day,
            deputy=deputy, unit_id=unit, level=level,
        )
        for person, deputy, unit, level in known
    ]  # fmt: skip


class WorkScheme(Root):
    """A unit's yearly work scheme; the text that counts is its latest edition."""

    stage = WordField(words.WorkScheme)
    unit = Within(Organisation)
    unit_id: int
    year = models.PositiveIntegerField()
    edition = models.PositiveIntegerField(default=0)
    sent_back = models.TextField(blank=True)

    class Meta(Root.Meta):
        constraints = [
            *Root.Meta.constraints,
            models.UniqueConstraint(fields=["congress_id", "unit_id", "year"], name="one_scheme_a_year"),
        ]

    @property
    def inside(self) -> int:
        return self.unit_id

    @property
    def title(self) -> str:
        return f"{self.year} 年代表建议办理工作方案"


class SchemeText(Row):
    """One edition of a scheme: none is ever changed; `approved_by`: by whom it was approved, if it was."""

    root = Within(WorkScheme)
    root_id: int
    edition = models.PositiveIntegerField()
    goals = models.TextField()
    phases = models.TextField()
    safeguards = models.TextField()
    written_by = models.CharField(max_length=60)
    written_on = models.DateField()
    approved_by = models.CharField(max_length=60, blank=True)
    approved_on = models.DateField(null=True)

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(
                fields=["congress_id", "root_id", "edition"], name="one_scheme_text_an_edition"
            ),
        ]
