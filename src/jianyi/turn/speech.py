"""What arrives from a form or the interface, as the words a step wants: one reader for both doors."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from functools import cache
from typing import Any, cast

from pydantic import TypeAdapter, ValidationError

from jianyi.kit import clock
from jianyi.kit.ids import LARGEST
from jianyi.kit.text import clean
from jianyi.procedure.facts.said import Said


class Unclear(Exception):
    """What was sent cannot be read; `problems`: field → Chinese sentence."""

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__(problems)
        self.problems = problems


LONGEST, LINE = 20_000, 200
YEARS = range(1900, 2200)


def read(kind: type[Said], plain: Mapping[str, Any]) -> Said:
    """Make the words of `plain`; unknown names are ignored. Raises Unclear."""
    known = {f.name: _cleaned(plain[f.name]) for f in fields(cast(Any, kind)) if f.name in plain}
    try:
        said: Any = adapter(cast(Any, kind)).validate_python(known)
    except ValidationError as error:
        raise Unclear({_field(e["loc"]): _told(kind, _field(e["loc"])) for e in error.errors()}) from error
    told = {f.name: _problem(kind, f.name, f.metadata, getattr(said, f.name)) for f in fields(said)}
    if problems := {name: sentence for name, sentence in told.items() if sentence}:
        raise Unclear(problems)
    moments = {f.name: value for f in fields(said) if isinstance(value := getattr(said, f.name), datetime)}
    return cast(Said, replace(said, **{name: _zoned(value) for name, value in moments.items()}))


def _problem(kind: type[Said], name: str, about: Mapping[str, Any], value: Any) -> str:
    """Of a choice one of its options; a text, a number, a day or a moment that the rows and the clocks can hold; else a
    sentence. Nothing is cut to fit: what is too long is said, and stays with whoever wrote it."""
    parts = list(_leaves(value))
    if not (_chosen(about, parts) and _chosen_within(value)):
        return _told(kind, name)
    if about.get("options") and about["kind"] in CHOICES:
        return ""
    most = about.get("most") or (LINE if about.get("kind") == "text" else LONGEST)
    longest = max((len(part) for part in parts if isinstance(part, str)), default=0)
    if longest > most:
        return f"“{about.get('label', name)}”太长：最多 {most} 字，现有 {longest} 字。请精简，或者把全文放在附件里。"
    if any(isinstance(part, date) and not _holds(part) for part in parts):
        return (
            f"“{about.get('label', name)}”里的日期须在 {YEARS[0]} 年至 {YEARS[-1]} 年之间，请改正后再提交。"
        )
    return "" if all(_holds(part) for part in parts) else _told(kind, name)


CHOICES = ("choice", "choices", "grade")


def _chosen(about: Mapping[str, Any], parts: Iterable[Any]) -> bool:
    """Where there is a choice: is each one of its options, or nothing?"""
    options = about.get("options") if about.get("kind") in CHOICES else None
    return not options or all(part in options or part == "" for part in parts)


def _chosen_within(value: Any) -> bool:
    """The same of every line of a list: what is chosen there means as much as what is chosen in a field of the form."""
    if isinstance(value, tuple | list):
        return all(_chosen_within(part) for part in value)
    if not is_dataclass(value):
        return True
    return all(_chosen(f.metadata, _leaves(getattr(value, f.name))) for f in fields(value))


def _leaves(value: Any) -> Iterable[Any]:
    if is_dataclass(value):
        value = tuple(getattr(value, f.name) for f in fields(value))
    if isinstance(value, tuple | list):
        for part in value:
            yield from _leaves(part)
    else:
        yield value


def _holds(part: Any) -> bool:
    match part:
        case int():
            return 0 <= part <= LARGEST
        case date():
            return part.year in YEARS
    return True


def _zoned(moment: datetime) -> datetime:
    """A moment without a zone is one in Shanghai."""
    return moment if moment.tzinfo else moment.replace(tzinfo=clock.HOME)


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _cleaned(value: Any) -> Any:
    """No NUL, no invisible direction marks; rare characters stay as they are."""
    if isinstance(value, str):
        return clean(value).text
    if isinstance(value, list | tuple):
        return [_cleaned(part) for part in value]
    if isinstance(value, Mapping):
        return {key: _cleaned(part) for key, part in value.items()}
    return value


def _field(loc: tuple[Any, ...]) -> str:
    return str(loc[0]) if loc else ""


def _told(kind: type[Said], name: str) -> str:
    found = {f.name: f for f in fields(cast(Any, kind))}.get(name)
    label = found.metadata.get("label", name) if found else name
    return f"“{label}”填写的内容看不懂，请改正后再提交。"
