"""Many rows at once, by the quickest way each engine has: prepared statements on SQLite, COPY on PostgreSQL."""

import json
from functools import cache
from typing import Any

from django.db import connection, models

from jianyi.kit import statistics


ESCAPES = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})


@cache
def on_postgres() -> bool:
    return connection.vendor == "postgresql"


def told(value: Any) -> Any:
    """A database value as `write` wants it: as it is for SQLite, as COPY's text for PostgreSQL."""
    return _text(value) if on_postgres() else value


def write(model: type[models.Model], rows: list[list[Any]]) -> None:
    """Insert rows whose values stand in the order of the model's columns."""
    quote = connection.ops.quote_name
    table = quote(model._meta.db_table)
    columns = ", ".join(quote(str(column.column)) for column in model._meta.concrete_fields)
    with connection.cursor() as cursor:
        if on_postgres():
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                copy.write("".join("\t".join(row) + "\n" for row in rows))
        else:
            marks = ", ".join(["%s"] * len(rows[0]))
            cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)


def hurry() -> None:
    """A load that is cut off is begun anew: nothing in it need be safe before its end."""
    told = ["SET synchronous_commit TO off"]
    if not on_postgres():
        told = ["PRAGMA synchronous = OFF", "PRAGMA cache_size = -400000"]
    with connection.cursor() as cursor:
        for statement in told:
            cursor.execute(statement)


def settle() -> None:
    """What a database in use gets by itself: PostgreSQL from its autovacuum, SQLite from the product's hourly job."""
    if on_postgres():
        with connection.cursor() as cursor:
            cursor.execute("VACUUM (ANALYZE)")
    statistics.renew()


def _text(value: Any) -> str:
    match value:
        case None:
            return r"\N"
        case bool():
            return "t" if value else "f"
        case str():
            return value.translate(ESCAPES)
    if hasattr(value, "obj"):
        return json.dumps(value.obj, ensure_ascii=False).translate(ESCAPES)
    return str(value).translate(ESCAPES)
