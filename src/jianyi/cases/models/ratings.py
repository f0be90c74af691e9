"""Links by which a sheet may be rated without signing in; and what follows a second dissatisfaction."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Self

from django.db import models

from jianyi.kit import clock
from jianyi.kit.fields import WordField
from jianyi.kit.relations import Within
from jianyi.kit.rows import Row
from jianyi.procedure import words
from jianyi.procedure.facts.escalation import Heard
from jianyi.procedure.facts.said import Determined, Kept, Summoned

from .handlings import Handling, OfHandling
from .papers import Paper
from .suggestions import Suggestion


if TYPE_CHECKING:
    from jianyi.turn.under import Under


class RatingLink(Row):
    """`digest`: of the token, which is kept nowhere; `until`: the first instant at which it is no longer good; `device`: a
    digest of what the browser brought that opened it first. The last link of a sheet alone is good."""

    root_id = models.BigIntegerField()
    sheet_id = models.BigIntegerField()
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=60)
    until = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)
    device = models.CharField(max_length=64, blank=True)
    used_at = models.DateTimeField(null=True)

    class Meta(Row.Meta):
        indexes = [
            models.Index(fields=["congress_id", "root_id"], name="rating_links_of_case"),
            models.Index(fields=["digest"], name="rating_links_by_digest"),
        ]
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["congress_id", "digest"], name="one_link_a_token"),
        ]

    @property
    def last_moment(self) -> datetime:
        """The last one at which it is good, to be told: a day ends at 23:59."""
        return self.until - timedelta(seconds=1)

    def open(self, device: str) -> None:
        """The first device that opens it is the one on which it is good."""
        if not self.device:
            self.device, self.opened_at = device, clock.now()


class Escalation(OfHandling):
    """One for every reply that left a deputy dissatisfied a second time. `held_on`: the day it is to be, then the day it was;
    `outcome`: of DETERMINATIONS; `meeting`: the number of the meeting that was called for it, 0 for none, and `minutes` that of its
    minutes, as they were when it was determined."""

    root = Within(Suggestion)
    root_id: int
    stage = WordField(words.Escalation)
    handling = Within(Handling, related_name="escalations")
    handling_id: int
    paper = Within(Paper)
    paper_id: int
    held_on = models.DateField(null=True)
    where = models.CharField(max_length=200, blank=True)
    participants = models.TextField(blank=True)
    note = models.TextField(blank=True)
    opinion = models.TextField(blank=True)
    outcome = models.CharField(max_length=12, blank=True)
    requirements = models.TextField(blank=True)
    due = models.DateField(null=True)
    determined_by = models.CharField(max_length=60, blank=True)
    determined_at = models.DateTimeField(null=True)
    meeting = models.BigIntegerField(default=0)
    minutes = models.CharField(max_length=60, blank=True)
    evidence = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    verified_by = models.CharField(max_length=60, blank=True)
    ended_at = models.DateTimeField(null=True)

    class Meta(OfHandling.Meta):
        indexes = [
            models.Index(fields=["congress_id", "root_id"], name="escalations_of_case"),
            models.Index(fields=["stage"], name="escalations_by_stage"),
        ]
        constraints = [
            *OfHandling.Meta.constraints,
            models.UniqueConstraint(fields=["congress_id", "paper_id"], name="one_escalation_a_reply"),
        ]

    def come_home(self, under: "Under") -> Self:
        self.paper = under.get(Paper, self.paper_id)
        return super().come_home(under)

    # Mutators

    def summon(self, said: Summoned) -> None:
        self.held_on, self.where, self.participants, self.note = (
            said.held_on,
            said.where,
            said.participants,
            said.note,
        )

    def determine(self, said: Determined, by: str, heard: Heard) -> None:
        self.meeting, self.minutes = heard.meeting, heard.number
        self.held_on, self.participants, self.opinion = said.held_on, said.participants, said.opinion
        self.outcome, self.requirements = said.outcome, said.requirements
        self.due = said.due if said.outcome == "follow" else None
        self.determined_by, self.determined_at = by, clock.now()
        if self.is_over:
            self.ended_at = clock.now()

    def report(self, said: Kept) -> None:
        self.evidence, self.reason = said.evidence, ""

    def verify(self, by: str) -> None:
        self.verified_by, self.ended_at = by, clock.now()

    # Properties

    @property
    def is_over(self) -> bool:
        return self.stage in (words.Escalation.DONE, words.Escalation.EXPLAINED)
