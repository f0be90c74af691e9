"""Publication of a reply, under its suggestion; and, apart from it, what the public reads, frozen as it was published."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Self

from django.db import models

from jianyi.cases.models import Handling, Paper, Suggestion
from jianyi.cases.models.promises import OfReply
from jianyi.kit import clock
from jianyi.kit.fields import WordField
from jianyi.kit.relations import Within
from jianyi.kit.rows import Row
from jianyi.procedure import words
from jianyi.procedure.facts.said import Clearing, Marked


class Publication(OfReply):
    """One for every sent reply. `parts`: [{key, label, text}] of suggestion and reply as they were when it was opened; `marks`:
    [{part, start, end, kind, why, keep, hand, how, reason}]; `files`: [{attachment, digest, kind, size}] that were chosen, as cleaned copies;
    `writers`: who prepared it; `shown`: what the public page tells of promises and rating; `objected_at`: when the lead deputy said on the
    rating sheet that the reply should not be public."""

    root = Within(Suggestion)
    root_id: int
    stage = WordField(words.Publication)
    handling = Within(Handling, related_name="publications")
    handling_id: int
    paper = Within(Paper)
    paper_id: int
    way = models.CharField(max_length=12, default="full")
    reason = models.TextField(blank=True)
    summary = models.TextField(blank=True)
    parts = models.JSONField(default=list)
    marks = models.JSONField(default=list)
    files = models.JSONField(default=list)
    writers = models.JSONField(default=list)
    checked_by = models.CharField(max_length=60, blank=True)
    approved_by = models.CharField(max_length=60, blank=True)
    sent_back = models.TextField(blank=True)
    published_by = models.CharField(max_length=60, blank=True)
    published_at = models.DateTimeField(null=True)
    taken_down = models.TextField(blank=True)
    taken_down_by = models.CharField(max_length=60, blank=True)
    taken_down_at = models.DateTimeField(null=True)
    shown = models.JSONField(default=dict)
    objected_at = models.DateTimeField(null=True)

    class Meta(OfReply.Meta):
        constraints = [
            *OfReply.Meta.constraints,
            models.UniqueConstraint(fields=["congress_id", "paper_id"], name="one_publication_a_reply"),
        ]
        indexes = [
            models.Index(fields=["congress_id", "root_id"], name="publications_of_case"),
            models.Index(fields=["congress_id", "stage", "id"], name="publications_by_stage"),
        ]

    # Factories

    @classmethod
    def of_reply(cls, paper: Paper) -> Self:
        return cls.of(
            paper.handling, paper_id=paper.id, way=paper.publication, reason=paper.publication_reason
        )

    # Mutators

    def write(self, said: Clearing, people: Iterable[int]) -> None:
        self.way, self.reason, self.summary = said.way, said.reason.strip(), said.summary.strip()
        self.writers, self.sent_back = sorted({*self.writers, *people}), ""
        self.marks = [_decided(mark, no, said.marks) for no, mark in enumerate(self.marks, start=1)]

    def publish(self, name: str) -> None:
        self.published_by, self.published_at = name, clock.now()
        self.taken_down = self.taken_down_by = ""
        self.taken_down_at = None

    def take_down(self, reason: str, name: str) -> None:
        self.taken_down, self.taken_down_by, self.taken_down_at = reason, name, clock.now()

    def note_objection(self, at: datetime) -> None:
        self.objected_at = at

    def come_back(self, reason: str) -> None:
        self.sent_back, self.checked_by, self.approved_by = reason, "", ""

    # Properties

    @property
    def is_out(self) -> bool:
        return self.stage is words.Publication.PUBLISHED


def _decided(mark: dict[str, Any], no: int, said: tuple[Marked, ...]) -> dict[str, Any]:
    told = next((each for each in said if each.no == no), None)
    return mark if told is None else mark | {"how": told.how, "reason": told.reason.strip()}


class CleanCopy(Row):
    """What may be published of one stored file. `digest`: of the copy; `removed`: what the original carried and the copy does not, in
    sentences; `refused`: why there can be no copy."""

    file_id = models.BigIntegerField()
    kind = models.CharField(max_length=12)
    digest = models.CharField(max_length=64, blank=True)
    size = models.PositiveIntegerField(default=0)
    removed = models.JSONField(default=list)
    refused = models.CharField(max_length=300, blank=True)

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["congress_id", "file_id"], name="one_copy_a_file"),
        ]


class Public(Row):
    """A suggestion as the public reads it; its number is that of the suggestion. `gone`: everything of it was taken down, and no
    text is left; `words`: all its text in small letters, for the search; `region`: of the delegation."""

    no = models.CharField(max_length=20)
    sitting = models.CharField(max_length=100)
    year = models.PositiveIntegerField()
    title = models.CharField(max_length=400)
    proposer = models.CharField(max_length=100, blank=True)
    region = models.CharField(max_length=100, blank=True)
    category = models.CharField(max_length=40, blank=True)
    situation = models.TextField(blank=True)
    points = models.JSONField(default=list)
    handed_over_on = models.DateField(null=True)
    published_on = models.DateField()
    words = models.TextField(blank=True)
    gone = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta(Row.Meta):
        indexes = [
            # A condition, because NOT gone is no value that an index could be entered by.
            models.Index(
                fields=["congress_id", "published_on", "id"],
                condition=models.Q(gone=False),
                name="public_in_order",
            ),
            models.Index(fields=["congress_id", "at", "id"], name="public_by_change_in_order"),
            *(
                models.Index(fields=["congress_id", name], condition=models.Q(gone=False), name=f"public_by_{name}")
                for name in ("year", "category", "region")
            ),
        ]  # fmt: skip


class PublicReply(Row):
    """One published reply; its number is that of its publication. `answers`: [[adoption, text, measure], …] by point; `promises`:
    [[item, day, state], …]; `grades`: [[what was graded, grade], …] in words; `again`: a later round answered anew; `gone`: it was taken down, and no text is left."""

    public = Within(Public, related_name="replies")
    public_id: int
    unit_id = models.BigIntegerField()
    unit = models.CharField(max_length=100)
    round = models.PositiveIntegerField(default=1)
    way = models.CharField(max_length=12)
    number = models.CharField(max_length=60, blank=True)
    reply_class = models.CharField(max_length=4, blank=True)
    class_label = models.CharField(max_length=60, blank=True)
    opening = models.TextField(blank=True)
    answers = models.JSONField(default=list)
    closing = models.TextField(blank=True)
    summary = models.TextField(blank=True)
    grades = models.JSONField(default=list)
    promises = models.JSONField(default=list)
    promised = models.PositiveIntegerField(default=0)
    kept = models.PositiveIntegerField(default=0)
    files = models.JSONField(default=list)
    replied_on = models.DateField()
    published_on = models.DateField()
    again = models.BooleanField(default=False)
    gone = models.BooleanField(default=False)

    class Meta(Row.Meta):
        indexes = [
            models.Index(fields=["congress_id", "public_id"], name="replies_of_public"),
            models.Index(fields=["congress_id", "unit_id", "public_id"], name="public_of_unit"),
            models.Index(fields=["congress_id", "reply_class", "public_id"], name="public_of_class"),
            *(
                models.Index(fields=["congress_id", name], condition=models.Q(gone=False), name=f"replies_by_{name}")
                for name in ("unit", "reply_class")
            ),
        ]  # fmt: skip


class PublicTopic(Row):
    """A key topic as the office has announced it; its number is that of the topic. `office`: of the leader who supervises; `cases`: [[number of the
    suggestion, as it is called], …], no titles; `gone`: it was taken down or lifted, and no text is left."""

    title = models.CharField(max_length=60, blank=True)
    office = models.CharField(max_length=60, blank=True)
    committee = models.CharField(max_length=100, blank=True)
    state = models.CharField(max_length=40, blank=True)
    decided_on = models.DateField(null=True)
    announced_on = models.DateField(null=True)
    cases = models.JSONField(default=list)
    gone = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta(Row.Meta):
        indexes = [
            models.Index(fields=["congress_id", "gone", "decided_on", "id"], name="public_topics_by_day"),
            models.Index(fields=["congress_id", "at"], name="public_topics_by_change"),
        ]


class PublicPair(Row):
    """Two characters that stand side by side in what is published of a suggestion: its index for the search."""

    pair = models.CharField(max_length=2)
    public_id = models.BigIntegerField()

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(
                fields=["congress_id", "pair", "public_id"], name="a_pair_is_public_once"
            ),
        ]
        indexes = [models.Index(fields=["congress_id", "public_id"], name="pairs_of_public")]
