"""Outcomes on the public site: what looks like personal data in what would be shown, and the rows that strangers read."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Subquery

from jianyi.outcomes.models import Document, Edition, Outcome, PublicOutcome as PublicOutcome, Quantity
from jianyi.procedure.facts.outcomes import Displayed
from jianyi.turn.under import Under

from .personal import Known, find


def displayed(subject: Any, under: Under) -> Displayed:
    """Numbers of offices, which the finder would keep, are not told."""
    outcome: Outcome = under.root  # type: ignore[assignment]
    current = outcome.public > 0 and outcome.public == outcome.standing
    if current or not outcome.standing:
        return Displayed(outcome.public > 0, current)
    found = (
        text[span.start : span.end]
        for text in _texts(outcome)
        for span in find(text, Known())
        if not span.keep
    )
    return Displayed(outcome.public > 0, current, tuple(dict.fromkeys(found)))


def _texts(outcome: Outcome) -> Iterable[str]:
    of = {"congress_id": outcome.congress_id, "root_id": outcome.id, "edition": outcome.standing}
    yield from Edition.objects.filter(**of).values_list("name", flat=True)
    yield from Document.objects.filter(**of).values_list("title", flat=True)
    for row in Quantity.objects.filter(**of):
        yield row.told


# For the public site


def outcomes_of(congress: int, suggestions: Iterable[int]) -> dict[int, list[PublicOutcome]]:
    """suggestion → what came of it, the latest first; only what is public now."""
    rows = PublicOutcome.objects.filter(congress_id=congress, suggestion_id__in=list(suggestions), gone=False)
    told: dict[int, list[PublicOutcome]] = {}
    for row in rows.order_by("suggestion_id", "-on", "-id"):
        told.setdefault(row.suggestion_id, []).append(row)
    return told


def changed(congress: int) -> Subquery:
    """When something public of outcomes was changed last, for the one question that every page asks."""
    rows = PublicOutcome.objects.filter(congress_id=congress).order_by("-at", "-id")
    return Subquery(rows.values("at")[:1])
