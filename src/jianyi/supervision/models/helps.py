"""A hard problem, or a help measure."""

from django.db import models

from jianyi.cases.models import Suggestion
from jianyi.kit import clock
from jianyi.kit.fields import WordField
from jianyi.kit.relations import Within
from jianyi.parties.models import Organisation, Person
from jianyi.procedure import words
from jianyi.procedure.facts.said import Helping, Kept
from jianyi.procedure.facts.said.supervision import HELPS
from jianyi.turn.models import Root


class Help(Root):
    """A hard problem or a help measure of one unit; `promise_id`: the promise it serves, where one was named."""

    stage = WordField(words.Help)
    unit = Within(Organisation, related_name="+")
    unit_id: int
    made_by = Within(Person, related_name="+")
    made_by_id: int
    suggestion = Within(Suggestion, related_name="+")
    suggestion_id: int
    promise_id = models.BigIntegerField(default=0)
    kind = models.CharField(max_length=8, default="help")
    what = models.TextField(blank=True)
    where = models.CharField(max_length=100, blank=True)
    programme = models.CharField(max_length=200, blank=True)
    leads = Within(Person, null=True, related_name="+")
    leads_id: int | None
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    result = models.TextField(blank=True)
    reporters = models.JSONField(default=list)
    done_on = models.DateField(null=True)
    checked_by = models.CharField(max_length=60, blank=True)
    checkers = models.JSONField(default=list)
    reason = models.TextField(blank=True)

    class Meta(Root.Meta):
        indexes = [
            models.Index(fields=["congress_id", "unit_id", "id"], name="help_of_unit"),
            models.Index(fields=["congress_id", "unit_id", "stage", "id"], name="help_of_unit_at"),
            models.Index(fields=["congress_id", "stage", "id"], name="help_by_stage"),
            models.Index(fields=["congress_id", "suggestion_id"], name="help_for_suggestion"),
        ]

    @property
    def label(self) -> str:
        return HELPS[self.kind]

    @property
    def is_late(self) -> bool:
        return self.stage is words.Help.RUNNING and self.until is not None and self.until < clock.today()

    def describe(self, said: Helping) -> None:
        self.kind, self.what, self.where = said.kind, said.what.strip(), said.place.strip()
        self.programme, self.leads_id = said.programme.strip(), said.leads
        self.since, self.until = said.since, said.until

    def report(self, said: Kept, people: list[int]) -> None:
        self.result, self.reporters, self.reason = said.evidence, people, ""
        self.done_on = clock.today()
