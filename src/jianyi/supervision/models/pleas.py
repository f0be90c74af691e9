"""What the deputies of a suggestion ask for."""

from django.db import models

from jianyi.cases.models import Suggestion
from jianyi.kit.fields import WordField
from jianyi.kit.relations import Within
from jianyi.parties.models import Person
from jianyi.procedure import words
from jianyi.turn.models import Subject


class Plea(Subject):
    """The lead deputy asks that the units of a suggestion be urged; `answer`: why they are not."""

    root = Within(Suggestion, related_name="pleas")
    root_id: int
    stage = WordField(words.Plea)
    asked_by = Within(Person, related_name="+")
    asked_by_id: int
    reason = models.TextField(blank=True)
    asked_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True)

    class Meta(Subject.Meta):
        indexes = [
            models.Index(fields=["congress_id", "root_id"], name="pleas_of_case"),
            models.Index(fields=["congress_id", "stage", "id"], name="pleas_by_stage"),
        ]
