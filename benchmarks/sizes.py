"""Two sizes of one database, both open at once: what is compared is asked of them by turns, so that whatever else the
machine does meanwhile falls on both alike."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from time import perf_counter, process_time
from typing import Any

from django.db import connection, connections

from . import postgres


# Milliseconds, and how many queries.
Taken = tuple[float, int]


def keep() -> Any:
    """A connection to a copy of the database as it stands now; the copy is dropped with the home or the server's database."""
    name = _copy_sqlite() if connection.vendor == "sqlite" else _copy_postgres()
    settings = deepcopy(connections.databases["default"]) | {"NAME": name}
    return type(connections["default"])(settings, "default")


def _copy_sqlite() -> str:
    name = f"{connection.settings_dict['NAME']}{postgres.KEPT}"
    connection.ensure_connection()
    target = sqlite3.connect(name)
    connection.connection.backup(target)
    target.close()
    return name


def _copy_postgres() -> str:
    connection.close()
    return postgres.copied(str(connection.settings_dict["NAME"]))


@contextmanager
def asking(kept: Any) -> Iterator[None]:
    """Everything inside is asked of this connection; `None`: of the one that is there anyway."""
    usual = connections["default"]
    connections["default"] = kept or usual
    try:
        yield
    finally:
        connections["default"] = usual


def once(kept: Any, ask: Callable[[], object]) -> float:
    """In milliseconds: of this process's own time, or as long as a server beside it takes."""
    timed = perf_counter if connection.vendor == "postgresql" else process_time
    with asking(kept):
        began = timed()
        ask()
        return 1000 * (timed() - began)


def table(what: str, sizes: list[int], small: dict[str, Taken], large: dict[str, Taken]) -> list[str]:
    """Each `what` at both sizes, side by side, with the queries it asks."""
    first, second = sizes
    lines = [
        f"| {what} | ms at {first:,} | ms at {second:,} | ratio (aim ≤ 1.3) | queries |",
        "|---|---|---|---|---|",
    ]
    for name, (before, asked) in small.items():
        after, then = large[name]
        queries = str(asked) if asked == then else f"{asked} → {then}"
        lines.append(f"| {name} | {before:.1f} | {after:.1f} | {after / before:.2f} | {queries} |")
    return lines
