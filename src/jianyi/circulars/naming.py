"""Which handlings an issued circular names: told to the ladder of supervision, of which a circular is the second rung."""

from collections.abc import Collection

from jianyi.procedure import words as w
from jianyi.supervision.ladder import Circulated

from .models import Named


def naming(congress: int, handlings: Collection[int]) -> list[Circulated]:
    """Each circular once a handling, however many clocks it told of. What a unit circulates inside is of that unit's ladder alone."""
    rows = Named.objects.filter(
        congress_id=congress, handling_id__in=list(handlings), root__stage=w.Circular.ISSUED
    )
    found = {(row.handling_id, row.root_id): row for row in rows.select_related("root").order_by("id")}
    return [
        Circulated(
            row.handling_id,
            row.root.number,
            row.root.issued_on,
            row.root.house_id if row.root.scope == "unit" else 0,
        )
        for row in found.values()
        if row.root.issued_on
    ]
