"""What a unit claims before anybody has handed it over."""

from django.db import models

from jianyi.kit.fields import WordField
from jianyi.kit.relations import Within
from jianyi.parties.models import Organisation
from jianyi.procedure import words

from .suggestions import OfCase, Suggestion


class Claim(OfCase):
    """A unit says this is ours; `leads`: and it offers to lead."""

    root = Within(Suggestion, related_name="claims")
    root_id: int
    stage = WordField(words.Claim)
    unit = Within(Organisation)
    unit_id: int
    leads = models.BooleanField(default=False)
    reason = models.TextField(blank=True)

    class Meta(OfCase.Meta):
        indexes = [models.Index(fields=["congress_id", "root_id"], name="claims_of_case")]
