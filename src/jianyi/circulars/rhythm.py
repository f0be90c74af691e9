"""What the rhythm of a unit brings to its own circular: what lags besides the clocks of its tasks, and the figures of the month."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from jianyi.cadence.models import MEASURES, Tally
from jianyi.cadence.queries.slow import slow
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Beat

from .models import Circular
from .standing import Standing


def lagging(
    circular: Circular, rows: Collection[Standing], as_of: datetime, by: Actor
) -> list[dict[str, Any]]:
    """Milestones, promises and drafts that lag, of the tasks the circular counts; inside the unit alone, as is how it goes about them."""
    if circular.scope != "unit":
        return []
    counted = {row.task.id for row in rows}
    known = {(row.task.id, late.due) for row in rows for late in row.late}
    return [
        {
            "handling": str(each.handling), "case": str(each.case), "no": each.no, "house": str(each.division), "name": each.division_name or "尚未分办",
            "limit": each.label, "due": each.due.isoformat(), "days": each.days, "working_days": each.working_days,
        }
        for each in slow(by=by, unit=circular.house_id, at=as_of)
        if each.handling in counted and (each.handling, each.due) not in known
    ]  # fmt: skip


def month(circular: Circular, day: date) -> list[dict[str, Any]]:
    """The figures of the unit's month as its assessment day has frozen them: [label, in time, of how many] for each division;
    nothing where the unit has no such day or it has not come."""
    rows = Tally.objects.filter(
        congress_id=circular.congress_id, unit_id=circular.house_id, beat=Beat.ASSESSMENT, stage=w.Tally.DRAWN,
        day__year=day.year, day__month=day.month, day__lte=day,
    )  # fmt: skip
    found = rows.order_by("-day").first() if circular.scope == "unit" else None
    return [
        {"name": row["name"], "measures": [[label, *row[name]] for name, label in MEASURES.items()]}
        for row in (found.facts.get("divisions", ()) if found else ())
    ]  # fmt: skip
