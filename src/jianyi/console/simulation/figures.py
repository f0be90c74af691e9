"""What came of it, in numbers: every rate with what it is counted from."""

from collections import Counter
from typing import Any

from django.db.models import Count, F, Q

from jianyi.cases.models import Sheet, Suggestion
from jianyi.kit import clock
from jianyi.procedure.facts.said import GRADES
from jianyi.procedure.words import NO_DUTY
from jianyi.turn.models import Deadline
from jianyi.turn.tracks import by_name


def figures() -> dict[str, Any]:
    """Counts per stage of every track, deadlines kept and missed, ratings."""
    return {
        "suggestions": Suggestion.objects.count(),
        "stages": {name: _stages(track.model) for name, track in by_name().items()},
        "deadlines": _deadlines(),
        "ratings": _ratings(),
    }


def _stages(model: Any) -> dict[str, int]:
    rows = model._default_manager.values_list("stage").annotate(n=Count("id"))
    found = {stage.value: n for stage, n in rows}
    return {
        stage.value: found[stage.value]
        for stage in model._meta.get_field("stage").words
        if stage.value in found
    }


def _deadlines() -> dict[str, dict[str, int]]:
    """limit → kept of those that are over, and what still runs."""
    now = clock.now()
    kept = Q(ended_at__lt=F("due_at"))
    missed = Q(ended_at__gte=F("due_at")) | Q(ended_at=None, due_at__lte=now)
    rows = Deadline.objects.exclude(limit__in=[limit.value for limit in NO_DUTY]).values_list("limit")
    counted = rows.annotate(
        kept=Count("id", filter=kept), missed=Count("id", filter=missed), all=Count("id")
    ).order_by("limit")
    return {
        limit.value: {"kept": n, "missed": late, "of": n + late, "running": every - n - late}
        for limit, n, late, every in counted
    }


def _ratings() -> dict[str, Any]:
    """Of the sheets that were answered, by the graver of the two answers; those without an answer are not counted."""
    rows = Sheet.objects.exclude(rated_at=None).values_list("attitude", "result")
    grades = list(GRADES)
    counted = Counter(max(pair, key=grades.index) for pair in rows)
    return {"of": sum(counted.values()), **{grade: counted[grade] for grade in grades}}
