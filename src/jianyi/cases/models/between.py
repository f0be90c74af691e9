"""What lies between the units of one case."""

from typing import TYPE_CHECKING, Self

from django.db import models

from jianyi.kit import clock
from jianyi.kit.fields import WordField
from jianyi.kit.relations import Within
from jianyi.parties.models import Organisation
from jianyi.procedure import words
from jianyi.procedure.facts.said import Arguing, Raising, Verdict, Waiving

from .handlings import Handling, OfHandling
from .suggestions import Suggestion


if TYPE_CHECKING:
    from jianyi.turn.under import Under


class Waiver(OfHandling):
    """`handling` answers, `helping` owes its opinion; `due_on`: until when it was due as the request was made."""

    root = Within(Suggestion)
    root_id: int
    stage = WordField(words.Waiver)
    handling = Within(Handling, related_name="waivers")
    handling_id: int
    helping = Within(Handling, related_name="waived")
    helping_id: int
    due_on = models.DateField(null=True)
    tried = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    decision = models.TextField(blank=True)
    decided_by = models.CharField(max_length=60, blank=True)

    class Meta(OfHandling.Meta):
        indexes = [models.Index(fields=["congress_id", "root_id"], name="waivers_of_case")]

    @classmethod
    def between(cls, handling: Handling, helping: Handling) -> Self:
        return cls.of(handling, helping_id=helping.id)

    def ask(self, said: Waiving) -> None:
        self.tried, self.reason = said.tried, said.reason

    def decide(self, reason: str, name: str) -> None:
        self.decision, self.decided_by = reason, name

    def come_home(self, under: "Under") -> Self:
        self.helping = under.get(Handling, self.helping_id)
        return super().come_home(under)


class Negotiation(OfHandling):
    """`handling`: whose unit raised it; `other`: with whom, whether it has a part in the case or not. Each side writes its
    own: `argument` and `proposal` here, `answer` and `counter` there; `swapped`: by the decision the one that led helps, and
    the one that helped leads."""

    root = Within(Suggestion)
    root_id: int
    stage = WordField(words.Negotiation)
    handling = Within(Handling, related_name="negotiations")
    handling_id: int
    other = Within(Organisation, null=True)
    other_id: int | None
    topic = models.CharField(max_length=12, blank=True)
    argument = models.TextField(blank=True)
    proposal = models.TextField(blank=True)
    answer = models.TextField(blank=True)
    counter = models.TextField(blank=True)
    verdict = models.CharField(max_length=12, blank=True)
    decision = models.TextField(blank=True)
    decided_by = models.CharField(max_length=60, blank=True)
    decided_at = models.DateTimeField(null=True)
    swapped = models.BooleanField(default=False)

    class Meta(OfHandling.Meta):
        indexes = [models.Index(fields=["congress_id", "root_id"], name="negotiations_of_case")]

    def raise_(self, said: Raising) -> None:
        self.other_id, self.topic = said.other, said.topic
        self.argument, self.proposal = said.argument, said.proposal

    def reply(self, said: Arguing) -> None:
        self.answer, self.counter = said.argument, said.proposal

    def decide(self, said: Verdict, name: str) -> None:
        self.verdict, self.decision, self.decided_by = said.verdict, said.decision, name
        self.decided_at, self.swapped = clock.now(), said.swaps

    @property
    def units(self) -> frozenset[int]:
        """The two between whom it is."""
        return frozenset({self.handling.unit_id, self.other_id or 0})
