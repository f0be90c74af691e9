"""A document of the ladder."""

from django.db import models

from jianyi.cases.models import Handling, Suggestion
from jianyi.kit import clock
from jianyi.kit.fields import WordField
from jianyi.kit.relations import Within
from jianyi.parties.models import Organisation, Person
from jianyi.procedure import words
from jianyi.procedure.facts.said import Cited, Kept, MeasureDraft
from jianyi.procedure.facts.said.supervision import AUDIENCES, CAUSES, MANNERS, SHEETS
from jianyi.turn.models import Root

from .addressed import UNSEEN, Addressed


class Measure(Addressed):
    """F21, one document of one rung about one handling. `previous`: the document of the rung below; `board`: GP-2026-1, `visible_to`: of AUDIENCES; `cause`, `supervised_by`: of a notice; `owner`: who
    answers for it, at an interview who is spoken with; `reporters`: who reported it as corrected."""

    stage = WordField(words.Measure)
    rung = models.CharField(max_length=16)
    handling = Within(Handling, related_name="+")
    handling_id: int
    suggestion = Within(Suggestion, related_name="+")
    suggestion_id: int
    facts = models.TextField(blank=True)
    previous = models.CharField(max_length=200, blank=True)
    skip_reason = models.TextField(blank=True)
    skip_by = Within(Person, null=True, related_name="+")
    skip_by_id: int | None
    owner = Within(Person, null=True, related_name="+")
    owner_id: int | None
    board = models.CharField(max_length=30, blank=True)
    conditions = models.JSONField(default=list)
    visible_to = models.CharField(max_length=12, default="inside")
    cause = models.CharField(max_length=12, blank=True)
    supervised_by = Within(Organisation, null=True, related_name="+")
    supervised_by_id: int | None
    evidence = models.TextField(blank=True)
    reporters = models.JSONField(default=list)
    reported_on = models.DateField(null=True)
    checkers = models.JSONField(default=list)
    interviewer = Within(Person, null=True, related_name="+")
    interviewer_id: int | None
    at = models.DateTimeField(null=True)
    where = models.CharField(max_length=200, blank=True)
    materials = models.TextField(blank=True)
    statement = models.TextField(blank=True)
    pledges = models.JSONField(default=list)
    signed_by = models.JSONField(default=list)
    article = models.TextField(blank=True)
    manner = models.CharField(max_length=16, blank=True)
    decider = models.CharField(max_length=100, blank=True)
    statement_by = models.DateField(null=True)
    defence = models.TextField(blank=True)
    defended_on = models.DateField(null=True)
    decision = models.TextField(blank=True)
    decided_on = models.DateField(null=True)

    class Meta(Root.Meta):
        indexes = [
            models.Index(fields=["congress_id", "way", "id"], name="measures_by_way"),
            models.Index(fields=["congress_id", "way", "rung", "id"], name="measures_by_way_and_rung"),
            models.Index(fields=["congress_id", "way", "stage", "id"], name="measures_by_way_and_stage"),
            models.Index(fields=["congress_id", "house_id", "id"], name="measures_of_house"),
            models.Index(fields=["congress_id", "unit_id", "id"], name="measures_to_unit"),
            models.Index(fields=["congress_id", "owner_id", "id"], name="measures_of_owner"),
            models.Index(fields=["congress_id", "handling_id"], name="measures_of_handling"),
            models.Index(fields=["congress_id", "suggestion_id"], name="measures_of_suggestion"),
        ]

    # Mutators

    def draw(self, said: MeasureDraft) -> None:
        """What the document says; a rung keeps nothing of what is another's."""
        self.facts, self.demands, self.due, self.owner_id = said.facts, said.asks, said.due, said.owner
        self.skip_reason, self.skip_by_id = said.skip_reason.strip(), said.skip_by or None
        own: dict[str, dict[str, object]] = {
            "notice": {"cause": said.cause, "supervised_by_id": said.supervised_by or self.house_id, "materials": said.materials},
            "listing": {"conditions": said.releases, "visible_to": said.visible_to},
            "interview": {"interviewer_id": said.interviewer, "at": said.at, "where": said.where, "materials": said.materials},
            "accountability": {
                "article": said.article, "manner": said.manner, "decider": said.decider.strip(), "statement_by": said.statement_by,
            },
        }  # fmt: skip
        for name, value in own.get(self.rung, {}).items():
            setattr(self, name, value)

    def cite(self, said: Cited) -> None:
        self.number, self.issued_on, self.facts = said.told, said.day, said.facts
        self.due, self.owner_id = said.due, said.owner

    def report(self, said: Kept, people: list[int]) -> None:
        self.evidence, self.reporters, self.reported_on, self.reason = (
            said.evidence,
            people,
            clock.today(),
            "",
        )

    # Properties

    @property
    def level(self) -> int:
        """From 2 to 5; 0 for a notice, which is no rung."""
        return list(SHEETS).index(self.rung)

    @property
    def above(self) -> list[tuple[str, str]]:
        """The rungs above this one, as key and name."""
        return list(SHEETS.items())[self.level + 1 :] if self.level else []

    @property
    def label(self) -> str:
        return SHEETS[self.rung]

    @property
    def is_of_a_committee(self) -> bool:
        """A notice of the congress names one of its special committees as the one that supervises."""
        return self.rung == "notice" and self.supervised_by_id not in (None, self.house_id)

    @property
    def cause_told(self) -> str:
        return CAUSES.get(self.cause, "")

    @property
    def audience_told(self) -> str:
        return AUDIENCES[self.visible_to]

    @property
    def manner_told(self) -> str:
        return MANNERS.get(self.manner, "")

    @property
    def is_late(self) -> bool:
        ended = self.closed_on or (None if self.stage in UNSEEN else clock.today())
        return bool(self.due and ended and ended > self.due)
