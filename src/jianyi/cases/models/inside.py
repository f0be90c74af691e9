"""What a unit asks for and settles while a reply takes shape: more time, the deputy's view of the draft, a decision of
its leadership."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Self

from django.db import models

from jianyi.kit import clock
from jianyi.kit.fields import WordField
from jianyi.kit.relations import Within
from jianyi.parties.models import Person
from jianyi.procedure import words
from jianyi.procedure.facts.said import GROUNDS, AskedExtension, Decision

from .handlings import Handling, OfHandling
from .owned import Owned
from .papers import Paper
from .suggestions import Suggestion


if TYPE_CHECKING:
    from jianyi.turn.under import Under


class Extension(OfHandling):
    """`until`: the day asked for; `granted`: the day it became; `due_before`: the day it was; `grounds`: of GROUNDS;
    `told_on`, `told_by`, `deputies_told`: when and how the deputies were told beforehand, what they said."""

    root = Within(Suggestion)
    root_id: int
    stage = WordField(words.Extension)
    handling = Within(Handling, related_name="extensions")
    handling_id: int
    until = models.DateField(null=True)
    grounds = models.JSONField(default=list)
    reason = models.TextField(blank=True)
    progress = models.TextField(blank=True)
    plan = models.TextField(blank=True)
    told_on = models.DateField(null=True)
    told_by = models.CharField(max_length=12, blank=True)
    deputies_told = models.TextField(blank=True)
    approved_by = models.CharField(max_length=60, blank=True)
    due_before = models.DateField(null=True)
    granted = models.DateField(null=True)
    decision = models.TextField(blank=True)

    class Meta(OfHandling.Meta):
        indexes = [models.Index(fields=["congress_id", "root_id"], name="extensions_of_case")]

    def ask(self, said: AskedExtension) -> None:
        for name in AskedExtension.__dataclass_fields__:
            value = getattr(said, name)
            setattr(self, name, list(value) if isinstance(value, tuple) else value)

    @property
    def ground(self) -> str:
        """「涉及面广、处理难度大」"""
        return "、".join(label for name, label in GROUNDS.items() if name in self.grounds)


class OfPaper(OfHandling):
    """What is about one text of a paper: `edition` and `digest` say which, `text` keeps it as it was seen."""

    class Meta(OfHandling.Meta):
        abstract = True

    @classmethod
    def about(cls, paper: Paper) -> Self:
        return cls.of(paper.handling, paper_id=paper.id)

    def take(self, paper: Paper) -> None:
        """The text as it stands."""
        self.edition, self.digest, self.text = paper.edition, paper.digest, paper.text

    def come_home(self, under: "Under") -> Self:
        self.paper = under.get(Paper, self.paper_id)  # type: ignore[attr-defined]
        return super().come_home(under)


class Consultation(OfPaper):
    """One showing of the draft to the lead deputy, or one exemption from it. `answered`: the substance of the text
    with which a comment was answered."""

    root = Within(Suggestion)
    root_id: int
    stage = WordField(words.Consultation)
    handling = Within(Handling, related_name="consultations")
    handling_id: int
    paper = Within(Paper)
    paper_id: int
    edition = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)
    substance = models.CharField(max_length=64, blank=True)
    text = models.JSONField(default=dict)
    opinion = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    answered = models.CharField(max_length=64, blank=True)
    asked_by = models.JSONField(default=list)
    decided_by = models.CharField(max_length=60, blank=True)

    class Meta(OfPaper.Meta):
        indexes = [models.Index(fields=["congress_id", "root_id"], name="consultations_of_case")]

    def take(self, paper: Paper) -> None:
        super().take(paper)
        self.substance = paper.substance


class Collective(OfPaper):
    """What the leadership decided at a meeting about exactly this text; a record of the unit's own."""

    root = Within(Suggestion)
    root_id: int
    stage = WordField(words.Collective)
    handling = Within(Handling, related_name="collectives")
    handling_id: int
    paper = Within(Paper)
    paper_id: int
    edition = models.PositiveIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)
    text = models.JSONField(default=dict)
    name = models.CharField(max_length=60, blank=True)
    held_on = models.DateField(null=True)
    hour = models.CharField(max_length=20, blank=True)
    where = models.CharField(max_length=100, blank=True)
    chair = models.CharField(max_length=60, blank=True)
    expected = models.PositiveIntegerField(default=0)
    present = models.PositiveIntegerField(default=0)
    observers = models.CharField(max_length=200, blank=True)
    reporter = models.CharField(max_length=60, blank=True)
    outcome = models.CharField(max_length=16, blank=True)
    note = models.TextField(blank=True)
    recorder = models.CharField(max_length=60, blank=True)
    signer = models.CharField(max_length=60, blank=True)

    SAID = ("name", "held_on", "hour", "where", "expected", "present", "observers", "outcome", "note")
    PEOPLE = ("chair", "reporter", "recorder", "signer")

    class Meta(OfPaper.Meta):
        indexes = [models.Index(fields=["congress_id", "root_id"], name="collectives_of_case")]

    def record(self, said: Decision, known: Mapping[int, str]) -> None:
        """People by their names, as on paper: `known` tells them."""
        for name in self.SAID:
            setattr(self, name, getattr(said, name))
        for name in self.PEOPLE:
            setattr(self, name, known.get(getattr(said, name), ""))


class Charge(Owned, OfHandling):
    """Something that the leadership charged somebody with when it decided; `before`: who answered for it last."""

    root = Within(Suggestion)
    root_id: int
    stage = WordField(words.Charge)
    handling = Within(Handling, related_name="charges")
    handling_id: int
    collective = Within(Collective)
    collective_id: int
    text = models.CharField(max_length=200, blank=True)
    owner = Within(Person, null=True)
    owner_id: int | None
    before = Within(Person, null=True)
    before_id: int | None
    due = models.DateField(null=True)
    evidence = models.TextField(blank=True)
    reached_on = models.DateField(null=True)
    reason = models.TextField(blank=True)

    class Meta(OfHandling.Meta):
        indexes = [models.Index(fields=["congress_id", "root_id"], name="charges_of_case")]

    @classmethod
    def by(cls, collective: Collective) -> Self:
        return cls.of(collective.handling, collective_id=collective.id)

    @property
    def is_late(self) -> bool:
        return self.stage is words.Charge.IN_FORCE and self.due is not None and self.due < clock.today()
