"""Divisions that assist the one in the lead. A list in a row cannot be looked up by: this is its index, kept by the
steps that change the list."""

from django.db import models

from jianyi.kit.relations import Within
from jianyi.kit.rows import Row
from jianyi.parties.models import Organisation


class Assisting(Row):
    """One division that assists in one handling."""

    handling_id = models.BigIntegerField()
    division = Within(Organisation)
    division_id: int

    class Meta(Row.Meta):
        constraints = [
            *Row.Meta.constraints,
            models.UniqueConstraint(
                fields=["congress_id", "division_id", "handling_id"], name="a_division_assists_once"
            ),
        ]
        indexes = [models.Index(fields=["congress_id", "handling_id"], name="assisting_in_handling")]
