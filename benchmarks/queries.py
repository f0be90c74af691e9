"""List queries against SQL written by hand for the same rows: what the layers cost."""

import statistics
from collections.abc import Callable
from functools import partial
from time import perf_counter
from typing import Any

from django.db import connection

from jianyi.cases.queries import lists

from .world import BUSIEST


TIMES, MOST = 50, 8
# The same lines by hand: each list's rows with all that they show (units, running clocks, names).
CASES = """
SELECT s.id, s.number, s.title, s.stage, s.key, s.confidential, p.name, d.name, t.label FROM cases_suggestion s
  JOIN parties_person p ON p.congress_id = s.congress_id AND p.id = s.lead_id
  JOIN parties_sitting t ON t.congress_id = s.congress_id AND t.id = s.sitting_id
  LEFT JOIN parties_organisation d ON d.congress_id = s.congress_id AND d.id = s.delegation_id
  WHERE s.congress_id = {congress} AND s.id IN ({ids})"""
TASKS = """
SELECT h.root_id, h.id, h.role, h.stage, u.name, v.name, o.name FROM cases_handling h
  JOIN parties_organisation u ON u.congress_id = h.congress_id AND u.id = h.unit_id
  LEFT JOIN parties_organisation v ON v.congress_id = h.congress_id AND v.id = h.division_id
  LEFT JOIN parties_person o ON o.congress_id = h.congress_id AND o.id = h.officer_id
  WHERE h.congress_id = {congress} AND h.root_id IN ({ids}) AND NOT h.dropped"""
CLOCKS = """
SELECT c.holder_id, c."limit", c.due_at, c.why FROM turn_deadline c
  WHERE c.congress_id = {congress} AND c.root_id IN ({ids}) AND c.ended_at IS NULL"""
FIRST = {
    "all suggestions": "SELECT id FROM cases_suggestion WHERE congress_id = %s AND stage <> 'draft' ORDER BY id DESC LIMIT 21",
    "work list of the office": (
        "SELECT root_id, id, subject_id, due_at, action FROM turn_workitem WHERE congress_id = %s AND organisation_id = %s"
        " AND duty = 'office_clerk' ORDER BY due_at, id LIMIT 21"
    ),
    "handlings of the busiest unit": (
        "SELECT root_id, id, stage, role FROM cases_handling WHERE congress_id = %s AND unit_id = %s AND stage <> 'named'"
        " ORDER BY id DESC LIMIT 21"
    ),
}  # fmt: skip


def measure(here: Any) -> list[str]:
    """Markdown: median ms of our query and of the hand-written one, and their ratio."""
    by, unit = here.clerk, here.unit(BUSIEST)
    office = unit.office
    asked: dict[str, tuple[Callable[[], Any], list[int]]] = {
        "all suggestions": (lambda: lists.suggestions(by=by), [by.congress]),
        "work list of the office": (lambda: lists.work(by=by), [by.congress, by.congress]),
        "handlings of the busiest unit": (lambda: lists.handlings(by=office), [by.congress, unit.id]),
    }
    aim = f" (aim ≤ {MOST})" if connection.vendor == "postgresql" else ""
    lines = [f"| list ({connection.vendor}) | ours ms | by hand ms | ratio{aim} |", "|---|---|---|---|"]
    for name, (ours, values) in asked.items():
        a, b = _median(ours), _median(partial(_fetch, name, values))
        lines.append(f"| {name} | {a:.2f} | {b:.2f} | {a / b:.1f} |")
    return lines


def _fetch(name: str, values: list[int]) -> list[Any]:
    """The page's rows, then what they show, in three statements more."""
    with connection.cursor() as cursor:
        cursor.execute(FIRST[name], values)
        rows = list(cursor.fetchall())
        ids = ", ".join(str(number) for number in {row[0] for row in rows})
        for sql in (CASES, TASKS, CLOCKS):
            cursor.execute(sql.format(congress=values[0], ids=ids))
            rows += cursor.fetchall()
    return rows


def _median(call: Callable[[], Any]) -> float:
    taken = []
    for _ in range(TIMES):
        began = perf_counter()
        call()
        taken.append(perf_counter() - began)
    return 1000 * statistics.median(taken)
