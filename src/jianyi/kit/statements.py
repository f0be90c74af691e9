"""Statements that every turn asks in the same form: their SQL is made once, not each time they are asked."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.db.models.query import get_related_populators


M = TypeVar("M", bound=models.Model)
# No column holds a greater number: there is no such row, and an engine would not even take the question.
BIGGEST = 2**63 - 1


@dataclass(frozen=True)
class Reading:
    """A SELECT of whole rows. `order`: which of the asked values each parameter is; `converters`: by column."""

    sql: str
    order: tuple[int, ...]
    names: list[str]
    converters: dict[int, tuple[list[Any], Any]]

    def rows(self, values: Sequence[Any]) -> list[list[Any]]:
        with connection.cursor() as cursor:
            cursor.execute(self.sql, [values[nth] for nth in self.order])
            return [self._converted(list(row)) for row in cursor.fetchall()]

    def _converted(self, row: list[Any]) -> list[Any]:
        for place, (converters, column) in self.converters.items():
            for convert in converters:
                row[place] = convert(row[place], column, connection)
        return row


def read(model: type[M], *, lock: bool = False, **asked: int) -> list[M]:
    """The rows with these whole numbers in these columns, oldest first; locked where that is asked for."""
    if any(abs(value) > BIGGEST for value in asked.values()):
        return []
    reading = _reading(model, tuple(asked), lock, connection.vendor)
    found = reading.rows(list(asked.values()))
    rows = [model.from_db(connection.alias, reading.names, row) for row in found]
    return sorted(rows, key=lambda row: int(row.pk))


@cache
def _reading(model: type[models.Model], columns: tuple[str, ...], lock: bool, vendor: str) -> Reading:
    """Asked for in no order, unless rows are locked in it: a few rows are sorted here, while an order asked of SQLite
    tempts it to read the whole congress in that order."""
    rows = model._default_manager.filter(**{name: nth for nth, name in enumerate(columns)}).order_by()
    asked = rows.order_by("id").select_for_update() if lock else rows
    compiler = asked.query.get_compiler(connection=connection)
    sql, order = compiler.as_sql()
    converters = compiler.get_converters([column for column, *_ in compiler.select])
    return Reading(sql, tuple(order), [field.attname for field in model._meta.concrete_fields], converters)


@dataclass(frozen=True)
class Picking:
    """A SELECT of one row among many, and of the rows it names with it."""

    reading: Reading
    values: tuple[Any, ...]
    populators: list[Any]

    def row(self, model: type[M], number: int) -> M | None:
        for told in self.reading.rows([number, *self.values]):
            row = model.from_db(connection.alias, self.reading.names, told)
            for populator in self.populators:
                populator.populate(told, row)
            return row
        return None


# Stands in a statement where the number of the row will.
NUMBER = -(2**61) - 1
# So many readers are remembered by a process; who comes after them takes the place of who has not come the longest.
READERS = 2_000


def one(rows: Callable[..., models.QuerySet[M]], number: int, *told: Hashable) -> M | None:
    """The row with this number among `rows(*told)`. The statement is made once for each `told`, so everything that the
    rows hang on must be told: who asks, and the day where it counts."""
    model, picking = _picking(rows, told, connection.vendor)
    return picking.row(model, number) if picking and abs(number) <= BIGGEST else None


@lru_cache(READERS)
def _picking(
    rows: Callable[..., models.QuerySet[Any]], told: tuple[Hashable, ...], vendor: str
) -> tuple[type[Any], Picking | None]:
    asked = rows(*told).filter(pk=NUMBER).order_by()
    compiler = asked.query.get_compiler(connection=connection)
    try:
        sql, values = compiler.as_sql()
    except EmptyResultSet:
        return asked.model, None
    order = tuple(0 if value == NUMBER else nth for nth, value in enumerate(values, 1))
    columns = compiler.klass_info["select_fields"]
    names = [compiler.select[nth][0].target.attname for nth in columns]
    converters = compiler.get_converters([column for column, *_ in compiler.select])
    populators = get_related_populators(compiler.klass_info, compiler.select, connection.alias)  # type: ignore[call-arg]
    return asked.model, Picking(Reading(sql, order, names, converters), tuple(values), populators)


def update(row: models.Model, congress: int, changed: Sequence[tuple[Any, Any]]) -> bool:
    """Write plain values into the columns of one row; was it there?"""
    columns = tuple(field for field, _ in changed)
    values = [field.get_db_prep_save(value, connection) for field, value in changed]
    with connection.cursor() as cursor:
        cursor.execute(_updating(type(row), columns, connection.vendor), [*values, row.pk, congress])
        return bool(cursor.rowcount)


@cache
def _updating(model: type[models.Model], columns: tuple[Any, ...], vendor: str) -> str:
    quote = connection.ops.quote_name
    told = ", ".join(f"{quote(column.column)} = %s" for column in columns)
    return f"UPDATE {quote(model._meta.db_table)} SET {told} WHERE id = %s AND congress_id = %s"  # noqa: S608


def insert(model: type[models.Model], columns: Sequence[str], rows: models.QuerySet[Any, Any]) -> int:
    """Rows that the database makes out of others, in one statement; what is there already stays. Answers how many were new.
    `rows`: values in the order of the columns."""
    quote = connection.ops.quote_name
    sql, values = rows.order_by().query.sql_with_params()
    names = ", ".join(map(quote, columns))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {quote(model._meta.db_table)} ({names}) {sql} ON CONFLICT DO NOTHING",  # noqa: S608
            values,
        )
        return int(cursor.rowcount)


def is_plain(changed: Sequence[tuple[Any, Any]]) -> bool:
    """Values, no expressions; columns that take a value as it is."""
    return not any(
        hasattr(value, "resolve_expression") or hasattr(field, "get_placeholder") for field, value in changed
    )
