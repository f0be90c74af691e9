"""What the procedure asks about a circular."""

from typing import Any

from jianyi.fieldwork.models import Meeting
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.circulars import Drawn, Sent
from jianyi.procedure.facts.said import Phrasing
from jianyi.turn.under import Under

from .models import Circular
from .pushing import named, shared


# Meetings of the month that a circular goes with.
KINDS = ("progress", "topic")


def drawn(subject: Any, under: Under) -> Drawn:
    circular: Circular = under.root  # type: ignore[assignment]
    facts = circular.facts
    read = circular.readers
    names = frozenset(name for row in read for name in (row["name"], row["short"]) if name)
    numbers, told = frozenset(named(facts)), Phrasing(push=circular.push)
    return Drawn(
        facts.get("tasks", 0), len(read), len(told.rows), bool(circular.requirements), frozenset(circular.writers),
        names, numbers, *shared(facts), told.stray(numbers, names), _gatherings(circular, under),
        other_of_the_month(circular),
    )  # fmt: skip


def other_of_the_month(circular: Circular) -> str:
    """The number of the one that the same house has issued for the same month, and not withdrawn."""
    if circular.day is None:
        return ""
    first, after = clock.month(circular.day)
    rows = Circular.objects.filter(
        congress_id=circular.congress_id, house_id=circular.house_id, scope=circular.scope, stage=w.Circular.ISSUED,
        as_of__gt=first, as_of__lte=after,
    ).exclude(id=circular.id)  # fmt: skip
    return rows.values_list("number", flat=True).first() or ""


def _gatherings(circular: Circular, under: Under) -> frozenset[int]:
    """Of the house; of the congress's and the government's bodies those that no unit called."""
    unit = circular.house_id if circular.scope == "unit" else None
    rows = Meeting.objects.filter(congress_id=circular.congress_id, unit_id=unit, kind__in=KINDS)
    rows = rows.exclude(stage__in=[w.Meeting.NEW, w.Meeting.CALLED_OFF])
    found: frozenset[int] = under.once(
        "gatherings of the circular", lambda: frozenset(rows.values_list("id", flat=True))
    )
    return found


def sent(subject: Any, under: Under) -> Sent:
    stage = under.root.stage
    return Sent(stage is w.Circular.ISSUED, stage is w.Circular.WITHDRAWN)
