"""The suggestion, the root of its case; invitations to co-sign it; the request to withdraw it."""

import json
from typing import TYPE_CHECKING, Self

from django.db import models

from jianyi.documents.intake import ENDINGS
from jianyi.journal.chain import sm3
from jianyi.kit.fields import WordField
from jianyi.kit.numerals import unnumbered
from jianyi.kit.relations import Within
from jianyi.kit.rows import Row
from jianyi.parties.models import Organisation, Person, Sitting
from jianyi.parties.queries import sitting_now
from jianyi.procedure import words
from jianyi.procedure.facts.said import KeyMark, Writing
from jianyi.procedure.facts.said.unit import Keyed
from jianyi.turn.models import Root, Subject


if TYPE_CHECKING:
    from jianyi.turn.under import Under


class Suggestion(Root):
    """`points`: list of texts; `between`: made between sittings; `entered`: typed in by the office from paper."""

    stage = WordField(words.Suggestion)
    sitting = Within(Sitting)
    sitting_id: int
    between = models.BooleanField(default=False)
    number = models.PositiveIntegerField(null=True)
    lead = Within(Person)
    lead_id: int
    delegation = Within(Organisation, null=True)
    delegation_id: int | None
    by_delegation = models.BooleanField(default=False)
    title = models.CharField(max_length=200, blank=True)
    situation = models.TextField(blank=True)
    points = models.JSONField(default=list)
    kind = models.CharField(max_length=16, default="proposal")
    basis = models.JSONField(default=list)
    repeated_years = models.CharField(max_length=8, default="first")
    wished_units = models.JSONField(default=list)
    publication_wish = models.CharField(max_length=12, default="full")
    publication_reason = models.CharField(max_length=200, blank=True)
    contact_wish = models.CharField(max_length=16, default="face_to_face")
    confidential = models.BooleanField(default=False)
    confidential_reason = models.CharField(max_length=200, blank=True)
    open_to_co_signers = models.BooleanField(default=True)
    key = models.BooleanField(default=False)
    key_decided_on = models.DateField(null=True)
    key_topic_id = models.BigIntegerField(null=True)
    supervising_committee_id = models.BigIntegerField(null=True)
    supervising_leader = models.CharField(max_length=60, blank=True)
    category = models.CharField(max_length=40, blank=True)
    review = models.JSONField(default=dict)
    entered = models.BooleanField(default=False)
    received = models.TextField(blank=True)
    proposal_note = models.TextField(blank=True)
    merged_into_id = models.BigIntegerField(null=True)
    submitted_at = models.DateTimeField(null=True)
    handed_over_at = models.DateTimeField(null=True)
    text_digest = models.CharField(max_length=64, blank=True)

    class Meta(Root.Meta):
        constraints = [
            *Root.Meta.constraints,
            models.UniqueConstraint(
                fields=["congress_id", "sitting_id", "between", "number"], name="a_number_is_given_once"
            ),
        ]
        indexes = [
            models.Index(fields=["congress_id", "stage", "id"], name="suggestions_by_stage"),
            models.Index(
                fields=["congress_id", "sitting_id", "between", "number"], name="suggestions_by_number"
            ),
            models.Index(fields=["congress_id", "lead_id", "id"], name="suggestions_of_lead"),
            models.Index(fields=["congress_id", "sitting_id", "id"], name="suggestions_of_sitting"),
            models.Index(fields=["congress_id", "sitting_id", "stage"], name="suggestions_counted"),
            models.Index(fields=["congress_id", "delegation_id", "id"], name="suggestions_of_delegation"),
            models.Index(fields=["congress_id", "id"], name="suggestions_in_order"),
            models.Index(
                fields=["key_topic_id"],
                condition=models.Q(key_topic_id__isnull=False),
                name="suggestions_of_topic",
            ),
        ]

    # Factories

    @classmethod
    def draft(cls, *, lead: Person, sitting: Sitting, delegation: int | None, place: str) -> Self:
        """A blank sheet of the deputy; it is kept by the first step."""
        return cls(
            congress_id=lead.congress_id, lead_id=lead.id, sitting_id=sitting.id, place=place,
            delegation_id=delegation, between=not sitting.in_session,
        )  # fmt: skip

    # Mutators

    def write(self, said: Writing) -> None:
        """Take the text over; whoever confirmed another text is asked again (by its digest)."""
        for name in Writing.__dataclass_fields__:
            if name != "attachments":
                value = getattr(said, name)
                setattr(self, name, list(value) if isinstance(value, tuple) else value)
        points = [point.strip() for point in said.points if point.strip()]
        self.points = [unnumbered(point, place) or point for place, point in enumerate(points, 1)]
        told = json.dumps([self.title, self.situation, self.points], ensure_ascii=False)
        self.text_digest = sm3(told)

    def mark_key(self, said: KeyMark) -> None:
        """`key_topic_id`: the topic that brought it about; nothing where the office has marked this one alone."""
        self.key, self.key_decided_on = True, said.decided_on
        self.key_topic_id = (said.topic or None) if isinstance(said, Keyed) else None
        self.supervising_committee_id, self.supervising_leader = said.committee or None, said.leader

    def lift_key(self) -> None:
        self.key, self.key_decided_on, self.key_topic_id = False, None, None
        self.supervising_committee_id, self.supervising_leader = None, ""

    # Properties

    def come_home(self, under: "Under") -> Self:
        """A draft whose sitting is over is one of the sitting that runs now."""
        if self.stage is words.Suggestion.DRAFT and self.sitting.stage is words.Sitting.CLOSED:
            self.sitting = sitting_now(self.congress_id) or self.sitting
        return super().come_home(under)

    @property
    def is_between(self) -> bool:
        """While it is a draft the sitting decides; from the submission on it is settled."""
        return self.between if self.submitted_at else not self.sitting.in_session

    @property
    def no(self) -> str:
        """As printed: 0001, 闭0001; nothing before it is registered."""
        return "" if self.number is None else f"{'闭' if self.between else ''}{self.number:04d}"

    @property
    def series(self) -> str:
        return f"suggestions {self.sitting_id} {'between' if self.between else 'in'}"


class OfCase(Subject):
    """What hangs on a suggestion directly."""

    class Meta(Subject.Meta):
        abstract = True

    @classmethod
    def of(cls, suggestion: Suggestion, **fields: object) -> Self:
        return cls(congress_id=suggestion.congress_id, root_id=suggestion.id, **fields)


class Invitation(OfCase):
    """`digest`: of the text that was confirmed."""

    root = Within(Suggestion, related_name="invitations")
    root_id: int
    stage = WordField(words.Invitation)
    person = Within(Person)
    person_id: int
    explanation = models.TextField(blank=True)
    note = models.TextField(blank=True)
    digest = models.CharField(max_length=64, blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta(OfCase.Meta):
        indexes = [
            models.Index(fields=["congress_id", "root_id"], name="invitations_of_case"),
            models.Index(fields=["congress_id", "person_id", "stage"], name="invitations_of_person"),
        ]


class Withdrawal(OfCase):
    """`agreed`: co-signers who said yes."""

    root = Within(Suggestion, related_name="withdrawals")
    root_id: int
    stage = WordField(words.Withdrawal)
    reason = models.TextField(blank=True)
    agreed = models.JSONField(default=list)

    class Meta(OfCase.Meta):
        indexes = [models.Index(fields=["congress_id", "root_id"], name="withdrawals_of_case")]


class Attachment(Row):
    """A stored file (documents) that belongs to a case, to something under it, or to a meeting, by its digest; `inside`:
    the unit, or the record of an oral reply, whose readers alone may read it."""

    root_id = models.BigIntegerField()
    subject_id = models.BigIntegerField()
    file_id = models.BigIntegerField()
    name = models.CharField(max_length=200)
    inside = models.BigIntegerField(default=0)

    class Meta(Row.Meta):
        indexes = [models.Index(fields=["congress_id", "root_id"], name="attachments_of_case")]

    @property
    def is_picture(self) -> bool:
        """By its name: the guard lets nothing in whose name says something else than its bytes."""
        return self.name.rpartition(".")[2].lower() in ENDINGS
