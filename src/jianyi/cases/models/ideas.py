"""A golden idea, and what becomes of it."""

from typing import TYPE_CHECKING, Self

from django.db import models

from jianyi.kit import clock
from jianyi.kit.fields import WordField
from jianyi.kit.relations import Within
from jianyi.parties.models import Organisation
from jianyi.procedure import words
from jianyi.procedure.facts.said import LANDINGS, Landing

from .handlings import Contact, Handling, OfHandling
from .suggestions import Suggestion


if TYPE_CHECKING:
    from jianyi.turn.under import Under


class Idea(OfHandling):
    """`text`: as it was noted in the contact; `reason`: how it is studied, or why it is set aside; `decided_on`: the day
    on which that, or where it goes, was last said."""

    root = Within(Suggestion)
    root_id: int
    stage = WordField(words.Idea)
    handling = Within(Handling, related_name="ideas")
    handling_id: int
    contact = Within(Contact)
    contact_id: int
    unit = Within(Organisation)
    unit_id: int
    text = models.TextField()
    reason = models.TextField(blank=True)
    landing = models.CharField(max_length=12, blank=True)
    title = models.CharField(max_length=200, blank=True)
    document = models.CharField(max_length=200, blank=True)
    decided_on = models.DateField(null=True)

    class Meta(OfHandling.Meta):
        indexes = [
            models.Index(fields=["congress_id", "root_id"], name="ideas_of_case"),
            models.Index(fields=["congress_id", "unit_id", "id"], name="ideas_of_unit"),
            models.Index(fields=["congress_id", "handling_id", "id"], name="ideas_of_task"),
        ]

    # Factories

    @classmethod
    def noted_in(cls, contact: Contact) -> Self:
        handling = contact.handling
        return cls.of(
            handling, contact_id=contact.id, unit_id=handling.unit_id, text=contact.golden_idea.strip()
        )

    # Mutators

    def pass_to(self, unit: int) -> None:
        self.unit_id = unit

    def explain(self, reason: str) -> None:
        self.reason, self.decided_on = reason.strip(), clock.today()
        self.landing = self.title = self.document = ""

    def land(self, said: Landing) -> None:
        self.landing, self.title, self.document = said.landing, said.title.strip(), said.document.strip()
        self.reason, self.decided_on = "", clock.today()

    # Properties

    @property
    def outcome(self) -> str:
        """「已采纳→《分级补贴通知》」「研究中」"""
        found = f"《{self.document.strip('《》')}》" if self.document else self.title
        return f"{self.stage.label}→{found}" if self.stage is words.Idea.TAKEN_UP else self.stage.label

    @property
    def goes_into(self) -> str:
        """「列入重点工程：丘陵山区农机化推进工程」"""
        return f"列入{LANDINGS[self.landing]}：{self.title}" if self.landing in LANDINGS else ""

    def come_home(self, under: "Under") -> Self:
        self.contact = under.get(Contact, self.contact_id)
        return super().come_home(under)
