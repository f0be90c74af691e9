"""A world, a unit, a deputy: made by their commands once in a process, laid down again as the same rows ever after.

Nothing is made up here. Each is made of new roots and of rows under them, and changes no row that was there before; this
is looked at when it is remembered, and what does change something is made by its commands each time.
"""

import pickle
from collections.abc import Callable, Hashable
from typing import Any

from django.db import connection

from jianyi.journal.models import Line
from jianyi.parties.models import Congress, Organisation, Person, Post, Seat, Sitting, Term
from jianyi.turn.models import Notice, WorkItem


# In the order in which one speaks of another.
KINDS = (Congress, Term, Sitting, Organisation, Person, Seat, Post, Line, WorkItem, Notice)
Rows = dict[type, set[tuple[Any, ...]]]
MADE: dict[Hashable, tuple[Rows, bytes]] = {}


def remembered(key: Hashable, congress: int, make: Callable[[], Any]) -> Any:
    """What `make` answers, made under this congress; from the second time on from memory. The answer is a copy."""
    if key not in MADE:
        before = _rows(congress)
        answer = make()
        after = _rows(congress)
        if all(before[kind] <= after[kind] for kind in KINDS):
            MADE[key] = {kind: after[kind] - before[kind] for kind in KINDS}, pickle.dumps(answer)
        return answer
    rows, answer = MADE[key]
    for kind in KINDS:
        _lay_down(kind, rows[kind])
    return pickle.loads(answer)


def _rows(congress: int) -> Rows:
    with connection.cursor() as cursor:
        return {kind: _read(cursor, kind, congress) for kind in KINDS}


def _read(cursor: Any, kind: Any, congress: int) -> set[tuple[Any, ...]]:
    columns = ", ".join(_columns(kind))
    cursor.execute(f'SELECT {columns} FROM "{kind._meta.db_table}" WHERE congress_id = %s', [congress])
    return set(cursor.fetchall())


def _lay_down(kind: Any, rows: set[tuple[Any, ...]]) -> None:
    if rows:
        columns = _columns(kind)
        told = f'INSERT INTO "{kind._meta.db_table}" ({", ".join(columns)}) VALUES ({", ".join(["%s"] * len(columns))})'
        with connection.cursor() as cursor:
            cursor.executemany(told, sorted(rows))


def _columns(kind: Any) -> list[str]:
    return [connection.ops.quote_name(field.column) for field in kind._meta.concrete_fields]
