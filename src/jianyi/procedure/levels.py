"""Levels of a unit, from the case officer to the principal, and which of them meets the deputies (分级见面, 源 W8)."""

from collections.abc import Iterable, Mapping

from .facts.said import LEVELS


ORDER = tuple(LEVELS)


def reaches(level: str, least: str) -> bool:
    """At least that level; one that was not told reaches none, and where nothing is asked for everything will do."""
    return level in ORDER and ORDER.index(level) >= ORDER.index(least) if least else True


def highest(levels: Iterable[str]) -> str:
    """The highest of these levels; empty where there is none."""
    return max((level for level in levels if level in ORDER), key=ORDER.index, default="")


def who_meets(rule: Mapping[str, str], *, weighty: bool, led: bool) -> tuple[str, str]:
    """The kind of a handling (key, led or other) and the level that the unit's rule asks for; empty where it asks for none."""
    kind = "key" if weighty else "led" if led else "other"
    return kind, rule.get(kind, "")
