"""Counting only so far, and looking for the next value only: a figure costs the same however many rows have gathered."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection, models


def each_up_to(model: type[models.Model], asked: Sequence[Mapping[str, Any]], most: int) -> list[int]:
    """For each of the conditions (column → value) how many rows meet it, at most `most`: one statement, one short walk along an
    index for each."""
    if not asked:
        return []
    quote = connection.ops.quote_name
    table, values, parts = quote(model._meta.db_table), [], []
    for condition in asked:
        told = " AND ".join(f"{quote(name)} = %s" for name in condition)
        parts.append(f"(SELECT COUNT(*) FROM (SELECT 1 FROM {table} WHERE {told} LIMIT %s) AS few)")  # noqa: S608
        values += [*condition.values(), most]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", values)
        return list(cursor.fetchone())


def each_value(rows: models.QuerySet[Any], name: str) -> list[Any]:
    """The values of a column as they occur, ascending: from each the next is looked up along an index, so that it costs by the values
    and not by the rows. `rows`: with a condition that the same index begins with."""
    told, values = rows.order_by().values(name).query.sql_with_params()
    quote = connection.ops.quote_name
    column = f"{quote(rows.model._meta.db_table)}.{quote(name)}"
    first = f"SELECT * FROM ({told} ORDER BY {column} LIMIT 1) AS lowest"  # noqa: S608
    then = f"SELECT ({told} AND {column} > found.told ORDER BY {column} LIMIT 1) FROM found WHERE found.told IS NOT NULL"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH RECURSIVE found(told) AS ({first} UNION ALL {then}) SELECT told FROM found WHERE told IS NOT NULL",  # noqa: S608
            [*values, *values],
        )
        return [value for (value,) in cursor.fetchall()]
