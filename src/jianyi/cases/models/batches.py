"""The batch of a hand-over: frozen first, then one turn per suggestion; failures stay in it with their reason."""

from django.db import models

from jianyi.kit.fields import WordField
from jianyi.kit.relations import Within
from jianyi.kit.rows import Row
from jianyi.parties.models import Sitting
from jianyi.procedure import words
from jianyi.turn.models import Root


class Batch(Root):
    """`number`: that of the notice by which it is handed over, one for all units."""

    stage = WordField(words.Batch)
    sitting = Within(Sitting)
    sitting_id: int
    name = models.CharField(max_length=100, blank=True)
    prepared_by = models.CharField(max_length=60, blank=True)
    number = models.CharField(max_length=60, blank=True)
    handed_over_at = models.DateTimeField(null=True)
    handed_over_by = models.CharField(max_length=60, blank=True)


class Entry(Row):
    """One suggestion of a batch; `reason`: why it was not handed over."""

    root_id = models.BigIntegerField()
    suggestion_id = models.BigIntegerField()
    done = models.BooleanField(default=False)
    reason = models.TextField(blank=True)

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["congress_id", "root_id", "suggestion_id"], name="listed_once"),
        ]
        indexes = [models.Index(fields=["congress_id", "suggestion_id"], name="entries_of_suggestion")]
