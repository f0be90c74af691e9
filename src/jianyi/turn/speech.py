"""What arrives from a form or the interface, as the words a step wants: one reader for both doors."""

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any, cast

from pydantic import ConfigDict, TypeAdapter, ValidationError

from jianyi.kit.text import clean
from jianyi.procedure.facts.said import Said


class Unclear(Exception):
    """What was sent cannot be read; `problems`: field → Chinese sentence."""

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__(problems)
        self.problems = problems


LONGEST = 20_000


def read(kind: type[Said], plain: Mapping[str, Any]) -> Said:
    """Make the words of `plain`; unknown names are ignored. Raises Unclear."""
    known = {f.name: _cleaned(plain[f.name]) for f in fields(cast(Any, kind)) if f.name in plain}
    try:
        return cast(Said, adapter(kind).validate_python(known))
    except ValidationError as error:
        raise Unclear({_field(e["loc"]): _told(kind, e) for e in error.errors()}) from error


@cache
def adapter(kind: type[Said]) -> TypeAdapter[Any]:
    return TypeAdapter(kind, config=ConfigDict(arbitrary_types_allowed=True)) if not _is_dataclass(kind) else TypeAdapter(kind)


def _is_dataclass(kind: type) -> bool:
    return hasattr(kind, "__dataclass_fields__")


def _cleaned(value: Any) -> Any:
    """No NUL, no invisible direction marks; rare characters stay as they are."""
    if isinstance(value, str):
        return clean(value).text[:LONGEST]
    if isinstance(value, list | tuple):
        return [_cleaned(part) for part in value]
    if isinstance(value, Mapping):
        return {key: _cleaned(part) for key, part in value.items()}
    return value


def _field(loc: tuple[Any, ...]) -> str:
    return str(loc[0]) if loc else ""


def _told(kind: type[Said], error: Any) -> str:
    name = _field(error["loc"])
    found = {f.name: f for f in fields(cast(Any, kind))}.get(name)
    label = found.metadata.get("label", name) if found else name
    return f"“{label}”填写的内容看不懂，请改正后再提交。"
