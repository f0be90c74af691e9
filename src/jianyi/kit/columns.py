"""Rows of a list read only the columns that the list shows."""

from functools import cache
from typing import Any

from django.db.models import Model, QuerySet


CALLED = frozenset({"id", "congress_id", "name", "short", "label"})


def listed(
    rows: QuerySet[Any], relations: tuple[str, ...], hidden: frozenset[str] = frozenset()
) -> QuerySet[Any]:
    """Of the row itself all but the hidden columns; of what it names, how that is called."""
    return rows.select_related(*relations).only(*_shown(rows.model, relations, hidden))  # type: ignore[arg-type]


@cache
def _shown(model: type[Model], relations: tuple[str, ...], hidden: frozenset[str]) -> list[str]:
    found = [column.attname for column in model._meta.concrete_fields if column.attname not in hidden]
    for relation in relations:
        columns = model._meta.get_field(relation).related_model._meta.concrete_fields  # type: ignore[union-attr]
        found += [f"{relation}__{column.attname}" for column in columns if column.attname in CALLED]
    return found
