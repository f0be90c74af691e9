"""The rows of every table as JSON lines: how a database is carried that is not a file."""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from enum import Enum
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Model


BATCH = 500


def models() -> list[type[Model]]:
    """Everything the platform keeps; sessions are not carried."""
    return [model for model in apps.get_models() if model.__module__.startswith("jianyi.")]


@transaction.atomic
def dump(path: Path) -> None:
    """Every row as it stands at one instant."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
    with path.open("w", encoding="utf-8") as file:
        for model in models():
            file.writelines(f"{line}\n" for line in _lines(model))


def _lines(model: type[Model]) -> Iterator[str]:
    names = [field.attname for field in model._meta.concrete_fields]
    for row in model._default_manager.order_by("pk").iterator(chunk_size=BATCH):
        told = {name: _plain(getattr(row, name)) for name in names}
        yield json.dumps([model._meta.label_lower, told], ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date | datetime) else value


@transaction.atomic
def load(path: Path) -> None:
    """Replace every row; either all of it or nothing."""
    for model in models():
        model._default_manager.all().delete()
    with path.open(encoding="utf-8") as file:
        for label, rows in groupby(map(json.loads, file), key=lambda row: row[0]):
            _load(apps.get_model(label), (told for _, told in rows))


def _load(model: type[Model], rows: Iterable[dict[str, Any]]) -> None:
    fields = {field.attname: field for field in model._meta.concrete_fields}
    made = (model(**{name: fields[name].to_python(value) for name, value in told.items()}) for told in rows)
    for part in iter(lambda: list(islice(made, BATCH)), []):
        model._default_manager.bulk_create(part)
