"""What every subject and every root has, and the rows the door itself keeps."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import models

from jianyi.kit.fields import WordField
from jianyi.kit.rows import Row
from jianyi.procedure.words import Duty, Limit, Word


if TYPE_CHECKING:
    from .under import Under


class Subject(Row):
    """Anything with a stage. It carries its root's number, and a version that each step raises."""

    version = models.PositiveIntegerField(default=0)

    stage: Any

    class Meta(Row.Meta):
        abstract = True

    @property
    def root_number(self) -> int:
        return self.root_id  # type: ignore[attr-defined, no-any-return]

    @property
    def clock_holder(self) -> int:
        """Whose clocks its steps start and stop."""
        return self.id

    def keeper(self, limit: Limit) -> int:
        """Whose clock a limit is: the holder's, or for some limits the subject's own."""
        return self.clock_holder

    def otherwise_ended_at(self, limit: Limit, under: "Under") -> datetime | None:
        """When a limit ended without this subject; nothing while it then still runs."""
        return None

    @property
    def inside(self) -> int:
        """The unit whose own business the subject is; 0 when it is nobody's alone."""
        return 0

    def come_home(self, under: "Under") -> Self:
        """Everything under the root sees the one root that is locked."""
        if "root_id" in {field.attname for field in self._meta.concrete_fields}:
            self.root = under.root
        return self

    def __str__(self) -> str:
        return f"{self._meta.model_name}/{self.id}"


class Dated(models.Model):
    """What is listed in the order of its days. `due_at`: when the first of the clocks runs out that run for it and that somebody may be
    late with; kept by every turn (`turn.soonest`), so that a list need not ask the clocks of every row."""

    due_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class Root(Subject):
    """A subject that is locked for all that hangs on it; it carries the head of its journal.

    `holds`: the kinds of subject that hang on it, so that nobody asks for those of which there are none.
    """

    place = models.CharField(max_length=40, default="national")
    seq = models.PositiveIntegerField(default=0)
    head = models.CharField(max_length=64, blank=True)
    holds = models.JSONField(default=list)

    class Meta(Subject.Meta):
        abstract = True

    @property
    def root_number(self) -> int:
        return self.id

    @property
    def is_between(self) -> bool:
        """Does its clock run by the lengths laid down for the time between sittings?"""
        return False


class Deadline(Row):
    """A clock: late from `due_at` on; `why` is how the day was computed."""

    root_id = models.BigIntegerField()
    holder_id = models.BigIntegerField()
    limit = WordField(Limit)
    due_at = models.DateTimeField()
    due_on = models.DateField()
    why = models.JSONField()
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["congress_id", "holder_id", "limit"], name="one_clock_per_limit"),
        ]
        indexes = [
            models.Index(fields=["congress_id", "root_id"], name="clocks_of_root"),
            models.Index(fields=["due_at"], condition=models.Q(ended_at=None), name="clocks_running"),
        ]


class Moved(Row):
    """A clock that an arrangement of the days moved, from one day to another; `version`: of the calendar that moved it."""

    root_id = models.BigIntegerField()
    holder_id = models.BigIntegerField()
    limit = WordField(Limit)
    was = models.DateField()
    now = models.DateField()
    version = models.CharField(max_length=400)

    class Meta(Row.Meta):
        indexes = [models.Index(fields=["congress_id", "id"], name="moved_in_order")]


class WorkItem(Row):
    """It is this person's, or this post's, turn: derived from stage, rows and holders; rewritten by every turn."""

    root_id = models.BigIntegerField()
    subject_id = models.BigIntegerField()
    track = models.CharField(max_length=24)
    stage = models.CharField(max_length=32)
    action = models.CharField(max_length=32)
    limit = models.CharField(max_length=24, blank=True)
    person_id = models.BigIntegerField(default=0)
    duty = models.CharField(max_length=32, blank=True)
    organisation_id = models.BigIntegerField(default=0)
    since = models.DateTimeField()
    due_at = models.DateTimeField()

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(
                fields=["congress_id", "subject_id", "action", "person_id", "duty", "organisation_id"],
                name="one_item_per_holder",
            ),
        ]
        indexes = [
            models.Index(fields=["congress_id", "person_id", "due_at", "id"], name="items_of_person"),
            models.Index(
                fields=["congress_id", "organisation_id", "duty", "due_at", "id"], name="items_of_post"
            ),
            models.Index(
                fields=["congress_id", "organisation_id", "duty", "track", "action", "due_at", "id"],
                name="items_of_post_by_kind",
            ),
            models.Index(
                fields=["congress_id", "person_id", "track", "action", "due_at", "id"],
                name="items_of_person_by_kind",
            ),
            models.Index(fields=["congress_id", "root_id"], name="items_of_root"),
            models.Index(fields=["congress_id", "due_at", "id"], name="items_by_due"),
        ]


class Notice(Row):
    """Written in the same transaction as the step; worded when it is shown. What no step told (a reminder, an alarm) has no
    `seq` but an `occasion`, which makes it one of a kind. `spread`: were its deliveries by other channels laid out?"""

    root_id = models.BigIntegerField()
    subject_id = models.BigIntegerField()
    track = models.CharField(max_length=24)
    action = models.CharField(max_length=32)
    seq = models.PositiveIntegerField()
    at = models.DateTimeField()
    person_id = models.BigIntegerField(default=0)
    duty = models.CharField(max_length=32, blank=True)
    organisation_id = models.BigIntegerField(default=0)
    occasion = models.CharField(max_length=60, blank=True)
    spread = models.BooleanField(default=False)

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(
                fields=["congress_id", "root_id", "seq", "occasion", "person_id", "duty", "organisation_id"],
                name="one_notice_per_occasion",
            ),
        ]
        indexes = [
            models.Index(fields=["id"], condition=models.Q(spread=False), name="notices_not_spread"),
            models.Index(fields=["congress_id", "person_id", "-id"], name="notices_of_person"),
            models.Index(fields=["congress_id", "organisation_id", "duty", "-id"], name="notices_of_post"),
        ]


class ReadMark(Row):
    """Up to which notice a person has read."""

    person_id = models.BigIntegerField()
    notice_id = models.BigIntegerField(default=0)

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["congress_id", "person_id"], name="one_mark_per_person"),
        ]


class RequestKey(Row):
    """A request that was answered: the same key again gets the same answer."""

    person = models.BigIntegerField()
    key = models.CharField(max_length=64)
    asked = models.CharField(max_length=64)
    subject_id = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["congress_id", "person", "key"], name="a_key_is_used_once"),
        ]


class Participation(Row):
    """Who takes part beyond the assigned units: a person or a post, in what capacity, from when until when."""

    root_id = models.BigIntegerField()
    person_id = models.BigIntegerField(default=0)
    organisation_id = models.BigIntegerField(default=0)
    capacity = models.CharField(max_length=32)
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(
                fields=["congress_id", "root_id", "person_id", "organisation_id", "capacity"],
                name="taking_part_once",
            ),
        ]
        indexes = [
            models.Index(fields=["congress_id", "person_id", "root_id"], name="parts_of_person"),
            models.Index(fields=["congress_id", "organisation_id", "root_id"], name="parts_of_organisation"),
        ]


class Series(Row):
    """A run of numbers without gaps: taken by one statement that locks the row until the turn ends."""

    name = models.CharField(max_length=80)
    last = models.PositiveIntegerField(default=0)

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["congress_id", "name"], name="one_series_per_name"),
        ]

    @classmethod
    def next(cls, congress: int, name: str) -> int:
        """The next number; other turns that want one of the same series wait until this one ends."""
        cls.objects.get_or_create(congress_id=congress, name=name)
        cls.objects.filter(congress_id=congress, name=name).update(last=models.F("last") + 1)
        return cls.objects.get(congress_id=congress, name=name).last


class Buffer(Row):
    """Unsent text: seen by its owner only, no fact, no journal; it becomes one only by a step."""

    owner_id = models.BigIntegerField()
    subject = models.CharField(max_length=60)
    fields = models.JSONField(default=dict)
    saved_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=0)

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(
                fields=["congress_id", "owner_id", "subject"], name="one_buffer_per_form"
            ),
        ]


def word_name(word: type[Word]) -> str:
    """A track's name in rows and addresses."""
    return word.__name__.lower()


DUTIES = {duty.value: duty for duty in Duty}
