"""What lags with whom: from these facts an urging letter is drafted, and without them none is."""

from django.db.models import Exists, OuterRef

from jianyi.cadence.queries.slow import Slow, slow
from jianyi.cases.models import Handling
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor, Post
from jianyi.procedure.words import Duty, Limit


# In the unit's hands, and its answer still owed.
IN_HAND = (w.Handling.ARRIVED, w.Handling.RECEIVED, w.Handling.ROUTED, w.Handling.WORKING)
OVER = (w.Handling.MOVED, w.Handling.LAPSED, w.Handling.WAIVED)
# What a unit in the lead may urge those for that help it.
OWED_TO_THE_LEAD = (Limit.CO_OPINION.value, Limit.CO_AGAIN.value)


def key_of(row: Slow) -> str:
    """How a form names it: the handling, the criterion, the day."""
    return f"{row.handling}.{row.criterion}.{row.due.isoformat()}"


def owed(lead: int, unit: int, congress: int) -> list[Slow]:
    """The opinions that a unit owes to the one in the lead and that are late: asked of its own office, and nothing else is told."""
    office = Actor(0, "", congress, frozenset({Post(Duty.UNIT_OFFICE, unit)}))
    helped = helped_by(congress, lead)
    return [
        row for row in slow(by=office, unit=unit) if row.handling in helped and row.criterion in OWED_TO_THE_LEAD
    ]  # fmt: skip


def helped_by(congress: int, lead: int) -> dict[int, int]:
    """handling → unit, of those that help where this unit leads."""
    leads = Handling.objects.filter(
        congress_id=OuterRef("congress_id"), root_id=OuterRef("root_id"), unit_id=lead, stage__in=IN_HAND
    ).exclude(role=w.Role.CO)
    rows = Handling.objects.filter(
        Exists(leads), congress_id=congress, role=w.Role.CO, stage__in=IN_HAND
    ).exclude(unit_id=lead)
    return dict(rows.values_list("id", "unit_id"))
