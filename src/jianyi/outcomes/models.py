"""What came of suggestions: outcomes with their editions, documents, quantities and links; and what the press wrote."""

from decimal import Decimal
from typing import Self

from django.db import models

from jianyi.kit import clock
from jianyi.kit.fields import WordField
from jianyi.kit.relations import Within
from jianyi.kit.rows import Row
from jianyi.parties.models import Organisation, Person
from jianyi.procedure import words
from jianyi.procedure.facts.said import CONVERSIONS, Crediting, Reported
from jianyi.turn.models import Root, Subject


class Outcome(Root):
    """An outcome of one unit. `kind` to `systemic`: as it counts, of a draft as it is written; `edition`: the latest,
    `certified`: the last that was checked, `standing`: the one that counts, 0 for none; `writers`: who wrote what is to be
    checked; `public`: the one that the public may read, 0 for none; `registered_on`: the day on which it counted first; `withdrawn`: why it no longer does."""

    stage = WordField(words.Outcome)
    unit = Within(Organisation)
    unit_id: int
    made_by = Within(Person)
    made_by_id: int
    kind = models.CharField(max_length=12)
    name = models.CharField(max_length=200)
    year = models.PositiveIntegerField(default=0)
    systemic = models.BooleanField(default=False)
    edition = models.PositiveIntegerField(default=0)
    certified = models.PositiveIntegerField(default=0)
    standing = models.PositiveIntegerField(default=0)
    public = models.PositiveIntegerField(default=0)
    writers = models.JSONField(default=list)
    registered_on = models.DateField(null=True)
    sent_back = models.TextField(blank=True)
    withdrawn = models.TextField(blank=True)

    class Meta(Root.Meta):
        indexes = [
            models.Index(fields=["congress_id", "unit_id", "year", "id"], name="outcomes_of_unit"),
            models.Index(fields=["congress_id", "year", "kind", "id"], name="outcomes_of_year"),
        ]

    @property
    def inside(self) -> int:
        return self.unit_id

    @property
    def label(self) -> str:
        return CONVERSIONS.get(self.kind, self.kind)

    def describe(self, told: "Crediting | Edition") -> None:
        """As it is listed and counted."""
        self.kind, self.name, self.systemic = told.kind, told.name.strip(), told.systemic
        self.year = told.on.year if told.on else 0


class OfOutcome(Row):
    """What hangs on one edition of an outcome."""

    root = Within(Outcome)
    root_id: int
    edition = models.PositiveIntegerField()

    class Meta(Row.Meta):
        abstract = True

    @classmethod
    def of(cls, outcome: Outcome, **fields: object) -> Self:
        return cls(congress_id=outcome.congress_id, root_id=outcome.id, edition=outcome.edition, **fields)


class Edition(OfOutcome):
    """What an outcome says at one time: none is ever changed; `reason`: why it was corrected; `certified_by`: who checked it,
    if it was."""

    kind = models.CharField(max_length=12)
    name = models.CharField(max_length=200)
    on = models.DateField()
    text = models.TextField(blank=True)
    systemic = models.BooleanField(default=False)
    reason = models.TextField(blank=True)
    written_by = models.CharField(max_length=60)
    written_on = models.DateField()
    certified_by = models.CharField(max_length=60, blank=True)
    certified_on = models.DateField(null=True)

    class Meta(OfOutcome.Meta):
        constraints = [
            *OfOutcome.Meta.constraints,
            models.UniqueConstraint(
                fields=["congress_id", "root_id", "edition"], name="one_outcome_text_an_edition"
            ),
        ]

    @property
    def label(self) -> str:
        return CONVERSIONS.get(self.kind, self.kind)


class Document(OfOutcome):
    """A law, a plan, a measure that an outcome is found in."""

    nth = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    number = models.CharField(max_length=200, blank=True)
    day = models.DateField(null=True)

    class Meta(OfOutcome.Meta):
        indexes = [models.Index(fields=["congress_id", "root_id", "edition"], name="documents_of_outcome")]


class Quantity(OfOutcome):
    """「储备资源 1130 处」"""

    nth = models.PositiveIntegerField()
    what = models.CharField(max_length=60)
    number = models.DecimalField(max_digits=15, decimal_places=4)
    unit = models.CharField(max_length=20)

    class Meta(OfOutcome.Meta):
        indexes = [models.Index(fields=["congress_id", "root_id", "edition"], name="quantities_of_outcome")]

    @property
    def told(self) -> str:
        return f"{self.what} {plain(self.number)} {self.unit}"


def plain(number: Decimal) -> str:
    """Without needless noughts: 1130, 32.4."""
    return f"{number.normalize():f}"


class Link(Subject):
    """What an outcome came of: a suggestion, a golden idea (then `suggestion_id` is the suggestion in whose talk it was noted), or
    a past reply; `reason`: why it is taken off."""

    root = Within(Outcome)
    root_id: int
    stage = WordField(words.Link)
    suggestion_id = models.BigIntegerField(default=0)
    idea_id = models.BigIntegerField(default=0)
    past_id = models.BigIntegerField(default=0)
    made_by = models.CharField(max_length=60)
    made_on = models.DateField()
    reason = models.TextField(blank=True)
    ended_by = models.CharField(max_length=60, blank=True)
    ended_on = models.DateField(null=True)

    class Meta(Subject.Meta):
        indexes = [
            models.Index(fields=["congress_id", "root_id"], name="links_of_outcome"),
            models.Index(fields=["congress_id", "suggestion_id", "stage"], name="outcomes_of_case"),
            models.Index(fields=["congress_id", "idea_id", "stage"], name="outcomes_of_idea"),
            models.Index(fields=["congress_id", "past_id", "stage"], name="outcomes_of_past"),
        ]

    @property
    def is_open(self) -> bool:
        return self.stage in OPEN

    @property
    def key(self) -> tuple[int, int, int]:
        return self.suggestion_id, self.idea_id, self.past_id

    @property
    def inside(self) -> int:
        return int(self.root.unit_id)


OPEN = (words.Link.NEW, words.Link.COUNTED)


class PublicOutcome(Row):
    """What the public reads of an outcome on the page of one suggestion, frozen as it was published: `documents`: [[title, number], …],
    `quantities`: in words; `gone`: it is public no longer, and no text is left; `at`: when it changed last."""

    outcome_id = models.BigIntegerField()
    suggestion_id = models.BigIntegerField()
    kind = models.CharField(max_length=20, blank=True)
    name = models.CharField(max_length=200, blank=True)
    unit = models.CharField(max_length=100, blank=True)
    on = models.DateField(null=True)
    documents = models.JSONField(default=list)
    quantities = models.JSONField(default=list)
    systemic = models.BooleanField(default=False)
    gone = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(
                fields=["congress_id", "outcome_id", "suggestion_id"], name="an_outcome_is_public_once_a_case"
            ),
        ]
        indexes = [
            models.Index(fields=["congress_id", "suggestion_id", "on"], name="public_outcomes_of_case"),
            models.Index(fields=["congress_id", "at"], name="public_outcomes_by_change"),
        ]


class Publicity(Root):
    """What a medium wrote of suggestions; put on record by a unit, or by the congress's own office where `unit` is none."""

    stage = WordField(words.Publicity)
    unit = Within(Organisation, null=True)
    unit_id: int | None
    made_by = Within(Person)
    made_by_id: int
    title = models.CharField(max_length=200)
    medium = models.CharField(max_length=60)
    on = models.DateField()
    year = models.PositiveIntegerField(default=0)
    address = models.CharField(max_length=500, blank=True)
    noted_on = models.DateField(null=True)
    removed = models.TextField(blank=True)

    class Meta(Root.Meta):
        indexes = [
            models.Index(fields=["congress_id", "stage", "on", "id"], name="publicity_by_day"),
            models.Index(fields=["congress_id", "unit_id", "on", "id"], name="publicity_of_unit"),
        ]

    def describe(self, said: Reported) -> None:
        self.title, self.medium, self.address = said.title.strip(), said.medium.strip(), said.address.strip()
        self.on = said.on or clock.today()
        self.year = self.on.year


class Featured(Row):
    """A suggestion that the press wrote of."""

    root = Within(Publicity)
    root_id: int
    suggestion_id = models.BigIntegerField()

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["congress_id", "root_id", "suggestion_id"], name="featured_once"),
        ]
        indexes = [models.Index(fields=["congress_id", "suggestion_id"], name="publicity_of_case")]
