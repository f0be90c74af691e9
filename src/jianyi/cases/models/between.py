"""What lies between the units of one case."""

from typing import TYPE_CHECKING, Self

from django.db import models

from jianyi.kit.fields import WordField
from jianyi.kit.relations import Within
from jianyi.procedure import words
from jianyi.procedure.facts.said import Waiving

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
