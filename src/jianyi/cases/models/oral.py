"""The record of an oral reply (forms.md F15)."""

from django.db import models

from jianyi.kit import clock
from jianyi.kit.fields import WordField
from jianyi.kit.relations import Within
from jianyi.parties.models import Person
from jianyi.procedure import words
from jianyi.procedure.facts.said import Countersigned, Spoken

from .handlings import Handling, OfHandling
from .suggestions import Suggestion


class OralReply(OfHandling):
    """`speaker`, `post`: who replied, and as what, when it was put down; `answers`: [{no, text}]; `promises`: [[what, day]]; `on_paper`: the
    deputy signed the paper, not here, `entered_by`: who entered it and `confirmed_by`: who of the congress's office vouches
    for it."""

    root = Within(Suggestion)
    root_id: int
    stage = WordField(words.OralReply)
    handling = Within(Handling, related_name="oral_replies")
    handling_id: int
    number = models.CharField(max_length=24, blank=True)
    occurred_at = models.DateTimeField(null=True)
    where = models.CharField(max_length=200, blank=True)
    replied_by = Within(Person, null=True)
    replied_by_id: int | None
    speaker = models.CharField(max_length=60, blank=True)
    post = models.CharField(max_length=100, blank=True)
    deputies = models.JSONField(default=list)
    answers = models.JSONField(default=list)
    promises = models.JSONField(default=list)
    recorded_by = models.CharField(max_length=60, blank=True)
    relayed = models.BooleanField(default=False)
    deputy_opinion = models.CharField(max_length=12, blank=True)
    opinion = models.TextField(blank=True)
    written_needed = models.BooleanField(null=True)
    signed_at = models.DateTimeField(null=True)
    on_paper = models.BooleanField(default=False)
    entered_by = models.CharField(max_length=60, blank=True)
    confirmed_by = models.CharField(max_length=60, blank=True)
    reason = models.TextField(blank=True)

    class Meta(OfHandling.Meta):
        indexes = [models.Index(fields=["congress_id", "root_id"], name="oral_replies_of_case")]

    # Mutators

    def put_down(self, said: Spoken, by: str) -> None:
        self.occurred_at, self.where, self.replied_by_id = said.occurred_at, said.where, said.replied_by
        self.deputies = list(dict.fromkeys(said.deputies))
        self.answers = [{"no": answer.no, "text": answer.text} for answer in said.answers]
        self.promises = [[text, day.isoformat()] for text, day in said.promised]
        self.recorded_by = by

    def answer(self, said: Countersigned) -> None:
        self.deputy_opinion, self.opinion = said.deputy_opinion, said.opinion
        self.written_needed, self.signed_at = said.written == "yes", clock.now()

    def answer_on_paper(self, said: Countersigned, by: str) -> None:
        self.answer(said)
        self.on_paper, self.entered_by = True, by

    def answer_here(self, said: Countersigned) -> None:
        """What the deputy says himself stands for what was entered for him."""
        self.answer(said)
        self.on_paper, self.entered_by = False, ""

    # Properties

    @property
    def counts(self) -> bool:
        return self.stage is words.OralReply.SIGNED

    @property
    def stands(self) -> bool:
        """Put down, and neither disputed nor taken back."""
        return self.stage in (words.OralReply.RECORDED, words.OralReply.SCANNED, words.OralReply.SIGNED)

    @property
    def told(self) -> dict[int, str]:
        """What was said to each point, by its number."""
        return {int(answer["no"]): answer["text"] for answer in self.answers}
