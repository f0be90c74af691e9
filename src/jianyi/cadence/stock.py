"""What a list says, as plain values that never change again: what moved, what did not, what is due, what lags; and of a month how
far each division kept its days (stories S10.2, S10.3)."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db.models import Q

from jianyi.cases.models import Handling
from jianyi.journal.chain import sm3
from jianyi.journal.models import Line
from jianyi.kit import clock
from jianyi.parties.models import Post as Held
from jianyi.parties.queries import names, organisation_names
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor, Post
from jianyi.procedure.words import Beat, Duty

from . import month
from .models import Tally
from .queries.slow import Slow, coming, slow


# In the unit's hands and not answered yet; what is answered is followed by its promises.
AT_WORK = (w.Handling.ARRIVED, w.Handling.RECEIVED, w.Handling.ROUTED, w.Handling.WORKING)
# What is due within so many days is told as coming.
AHEAD = timedelta(days=7)
RED, YELLOW, GREEN = "red", "yellow", "green"


def digest(facts: dict[str, Any]) -> str:
    return sm3(json.dumps(facts, ensure_ascii=False, sort_keys=True))


def taken(tally: Tally) -> dict[str, Any]:
    """As the unit's office sees it at this moment."""
    by = Actor(0, "程序", tally.congress_id, frozenset({Post(Duty.UNIT_OFFICE, tally.unit_id)}))
    if tally.beat is Beat.ASSESSMENT:
        return {"divisions": month.divisions(tally)}
    rows = _tasks(tally, by)
    if tally.beat is Beat.URGING:
        rows = [row for row in rows if row["slow"]]
    return {"since": _since(tally), "rows": rows}


def _since(tally: Tally) -> str:
    """When the one before it was taken; of the first one, the day on which the rhythm begins."""
    before = Tally.objects.filter(
        congress_id=tally.congress_id, unit_id=tally.unit_id, beat=tally.beat, day__lt=tally.day
    )
    last = before.order_by("-day").values_list("as_of", flat=True).first()
    return (last or clock.midnight(tally.day)).astimezone(clock.HOME).isoformat()


def _tasks(tally: Tally, by: Actor) -> list[dict[str, Any]]:
    """One row for each task: those that lag first, then those with something due, then the others."""
    late, soon = _by_task(slow(by=by, unit=tally.unit_id)), _by_task(_soon(tally, by))
    rows = Handling.objects.filter(congress_id=tally.congress_id, unit_id=tally.unit_id)
    tasks = list(rows.filter(stage__in=AT_WORK).select_related("root", "root__sitting").order_by("id"))
    more = set(late) | set(soon)
    tasks += list(
        rows.filter(id__in=more - {task.id for task in tasks})
        .select_related("root", "root__sitting")
        .order_by("id")
    )
    moved = _moved(tally, {task.root_id for task in tasks})
    called = organisation_names(tally.congress_id, {task.division_id for task in tasks if task.division_id})
    people = names(tally.congress_id, {task.officer_id for task in tasks if task.officer_id})
    told = [_row(task, late[task.id], soon[task.id], moved, called, people) for task in tasks]
    return sorted(told, key=lambda row: ([RED, YELLOW, GREEN].index(row["light"]), row["no"]))


def _soon(tally: Tally, by: Actor) -> list[Slow]:
    return coming(by=by, unit=tally.unit_id, until=tally.day + AHEAD)


def _by_task(rows: Iterable[Slow]) -> dict[int, list[Slow]]:
    found: dict[int, list[Slow]] = defaultdict(list)
    for row in rows:
        found[row.handling].append(row)
    return found


def _row(
    task: Handling, late: list[Slow], soon: list[Slow], moved: Counter[int], called: dict[int, str], people: dict[int, str]
) -> dict[str, Any]:  # fmt: skip
    return {
        "case": str(task.root_id), "no": task.root.no, "title": task.root.title, "handling": str(task.id),
        "role": task.role.label, "stage": task.stage.label, "division": task.division_id or 0,
        "division_name": called.get(task.division_id or 0, ""), "officer_name": people.get(task.officer_id or 0, ""),
        "moved": moved[task.root_id], "light": RED if late else YELLOW if soon else GREEN,
        "slow": [_told(row) for row in late], "soon": [_told(row) for row in soon],
    }  # fmt: skip


def _told(row: Slow) -> dict[str, Any]:
    return {
        "criterion": row.criterion, "label": row.label, "due": row.due.isoformat(), "days": row.days,
        "working_days": row.working_days, "fact": row.fact, "responsible": row.responsible_name,
    }  # fmt: skip


def _moved(tally: Tally, roots: set[int]) -> Counter[int]:
    """suggestion → how many steps were taken on it by people of the house since the list before."""
    lines = Line.objects.filter(congress_id=tally.congress_id, root_id__in=roots, at__gt=_since(tally))
    staff = {str(person) for person in _staff(tally)}
    return Counter(root for root, by in lines.values_list("root_id", "by") if by.get("person") in staff)


def _staff(tally: Tally) -> set[int]:
    """Who holds or held a post in the house: who has left meanwhile moved it all the same."""
    house = Q(root_id=tally.unit_id) | Q(root__parent_id=tally.unit_id)
    return set(Held.objects.filter(house, congress_id=tally.congress_id).values_list("person_id", flat=True))
