"""List queries against SQL written by hand for the same rows: what the layers cost."""

import statistics
from collections.abc import Callable
from time import perf_counter
from typing import Any

from django.db import connection

from jianyi.cases.queries import lists
from jianyi.parties.models import Person
from jianyi.parties.queries import actor


TIMES = 50
BY_HAND = {
    "all suggestions": (
        "SELECT s.id, s.number, s.title, s.stage, p.name FROM cases_suggestion s JOIN parties_person p"
        " ON p.congress_id = s.congress_id AND p.id = s.lead_id WHERE s.congress_id = %s AND s.stage <> 'draft'"
        " ORDER BY s.id DESC LIMIT 21"
    ),
    "work list": (
        "SELECT i.id, i.due_at, i.action, s.number, s.title FROM turn_workitem i JOIN cases_suggestion s"
        " ON s.congress_id = i.congress_id AND s.id = i.root_id WHERE i.congress_id = %s AND i.organisation_id = %s"
        " AND i.duty = 'office_clerk' ORDER BY i.due_at, i.id LIMIT 21"
    ),
}  # fmt: skip


def measure(here: Any) -> list[str]:
    """Markdown: median ms of our query and of the hand-written one, and their ratio."""
    by = actor(Person.objects.get(id=here.clerk.person))
    ours: dict[str, Callable[[], Any]] = {
        "all suggestions": lambda: lists.suggestions(by=by), "work list": lambda: lists.work(by=by),
    }  # fmt: skip
    lines = [f"| list ({connection.vendor}) | ours ms | by hand ms | ratio |", "|---|---|---|---|"]
    for name, sql in BY_HAND.items():
        values = [by.congress] * sql.count("%s")
        a, b = _median(ours[name]), _median(lambda sql=sql, values=values: _fetch(sql, values))
        lines.append(f"| {name} | {a:.2f} | {b:.2f} | {a / b:.1f} |")
    return lines


def _fetch(sql: str, values: list[int]) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def _median(call: Callable[[], Any]) -> float:
    taken = []
    for _ in range(TIMES):
        began = perf_counter()
        call()
        taken.append(perf_counter() - began)
    return 1000 * statistics.median(taken)
