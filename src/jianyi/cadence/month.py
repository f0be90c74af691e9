"""How far each division of a unit kept its days in a month: first contacts, milestones, records (stories S10.3). Numerator and
denominator only: what points they give is for a scheme of scoring to say."""

from collections import defaultdict
from datetime import date
from typing import Any

from jianyi.cases.models import Contact, Handling, Milestone
from jianyi.cases.models.handlings import ENDED
from jianyi.cases.models.plans import LIVE
from jianyi.kit import clock
from jianyi.parties.queries import organisation_names
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import FACE_TO_FACE
from jianyi.procedure.limits import end_of
from jianyi.procedure.words import Limit
from jianyi.turn.clocks import was_kept
from jianyi.turn.models import Deadline

from .models import MEASURES, Tally


Pair = list[int]


def divisions(tally: Tally) -> list[dict[str, Any]]:
    """For each division that handles something of the unit: [how many were in time, of how many] of each measure; 0 stands for
    what has not been given to a division."""
    tasks = {row.id: row for row in _tasks(tally)}
    told: dict[int, dict[str, Pair]] = defaultdict(lambda: {name: [0, 0] for name in MEASURES})
    for name, rows in (
        ("contacts", _contacts(tally, tasks)), ("milestones", _milestones(tally, tasks)), ("records", _records(tally, tasks)),
    ):  # fmt: skip
        for handling, good in rows:
            pair = told[tasks[handling].division_id or 0][name]
            pair[0], pair[1] = pair[0] + good, pair[1] + 1
    called = organisation_names(tally.congress_id, set(told) - {0})
    named = [{"division": n, "name": called.get(n, "未分到处室"), **pairs} for n, pairs in told.items()]
    return sorted(named, key=lambda row: row["division"])


def _tasks(tally: Tally) -> list[Handling]:
    rows = Handling.objects.filter(congress_id=tally.congress_id, unit_id=tally.unit_id)
    return list(rows.exclude(stage__in=[w.Handling.NAMED, *ENDED]))


def _contacts(tally: Tally, tasks: dict[int, Handling]) -> list[tuple[int, bool]]:
    """First contacts that were due in the month: made before the day was over, or not."""
    now = clock.now()
    rows = Deadline.objects.filter(
        congress_id=tally.congress_id, holder_id__in=tasks, limit=Limit.CONTACT,
        due_on__gte=_first(tally), due_on__lte=tally.day,
    )  # fmt: skip
    return [(row.holder_id, was_kept(row)) for row in rows if row.ended_at or row.due_at <= now]


def _milestones(tally: Tally, tasks: dict[int, Handling]) -> list[tuple[int, bool]]:
    """Milestones whose day lies in the month and has passed or is met."""
    rows = Milestone.objects.filter(
        congress_id=tally.congress_id, handling_id__in=tasks, day__gte=_first(tally), day__lte=tally.day,
        stage__in=LIVE,
    )  # fmt: skip
    return [
        (row.handling_id, row.reached_on is not None and row.reached_on <= row.day)
        for row in rows
        if row.day and (row.reached_on or end_of(row.day, clock.midnight(row.day)) <= clock.now())
    ]


def _records(tally: Tally, tasks: dict[int, Handling]) -> list[tuple[int, bool]]:
    """Contacts put down in the month: with what was said, what the deputy thinks, who of the unit was there, and, face to face, where."""
    since, until = clock.month(tally.day)
    rows = Contact.objects.filter(
        congress_id=tally.congress_id, handling_id__in=tasks, recorded_at__gte=since, recorded_at__lt=until
    )
    return [(row.handling_id, _is_whole(row)) for row in rows]


def _is_whole(row: Contact) -> bool:
    where = row.mode not in FACE_TO_FACE or bool(row.where.strip())
    return bool(row.summary.strip() and row.deputy_view.strip() and row.of_unit) and where


def _first(tally: Tally) -> date:
    return tally.day.replace(day=1)
