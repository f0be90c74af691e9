"""A reply that was given before the platform was in use: read by everybody of the congress, handled by nobody."""

from django.db import models

from jianyi.kit.fields import WordField
from jianyi.procedure import words
from jianyi.procedure.facts.said import Replied
from jianyi.turn.models import Root


class Past(Root):
    """`suggestion_id`: the one it answers, where the platform has it; `file_id`: what it was read from."""

    stage = WordField(words.Past)
    title = models.CharField(max_length=200)
    number = models.CharField(max_length=60, blank=True)
    addressee = models.TextField(blank=True)
    unit = models.CharField(max_length=200, blank=True)
    reply_class = models.CharField(max_length=4, blank=True)
    replied_on = models.CharField(max_length=40, blank=True)
    body = models.TextField(blank=True)
    suggestion_id = models.BigIntegerField(default=0)
    file_id = models.BigIntegerField(default=0)
    kept_by = models.CharField(max_length=60, blank=True)

    class Meta(Root.Meta):
        indexes = [models.Index(fields=["congress_id", "stage", "id"], name="past_replies_by_stage")]

    def write(self, said: Replied, by: str) -> None:
        for name in ("title", "number", "addressee", "unit", "reply_class", "replied_on", "body"):
            setattr(self, name, getattr(said, name).strip())
        self.suggestion_id, self.kept_by = said.suggestion, by
        self.file_id = next(iter(said.attachments), self.file_id)
