"""A column that holds one member of an Enum."""

from enum import Enum
from typing import Any

from django.db import models


class WordField(models.CharField):  # type: ignore[type-arg]
    """Stores the word's value; gives back the word. In migrations only the class is named, not its members."""

    def __init__(self, words: type[Enum] | None = None, **options: Any) -> None:
        self.words = words
        first = next(iter(words)) if words else None
        super().__init__(**{"max_length": 32, "default": first, **options})

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        options.pop("default", None)
        return name, path, args, options

    def from_db_value(self, value: str | None, *_: Any) -> Enum | str | None:
        return value if value is None or self.words is None else self.words(value)

    def to_python(self, value: Any) -> Any:
        return (
            value
            if value is None or self.words is None or isinstance(value, self.words)
            else self.words(value)
        )

    def get_prep_value(self, value: Any) -> Any:
        return value.value if isinstance(value, Enum) else value
