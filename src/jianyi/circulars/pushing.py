"""Which suggestion a line of the push list is about: by its own identity, since each sitting begins with 0001.

A line names the printed number; where two suggestions of the circular have the same one, also the sitting, as "第十四届一次会议 0001"."""

from collections.abc import Iterable
from typing import Any

from .models import Circular
from .standing import Standing


def cases(rows: Iterable[Standing]) -> dict[str, list[str]]:
    """suggestion → [its printed number, its sitting], as the facts of a circular keep them."""
    found = {row.task.root_id: row.task.root for row in rows}
    return {str(number): [case.no, case.sitting.label] for number, case in found.items()}


def named(facts: dict[str, Any]) -> dict[str, int]:
    """How a line may call a suggestion → which it is. Facts of earlier editions are keyed by the printed number."""
    kept = facts.get("cases", {})
    pairs = [(value, key, "") if isinstance(value, str) else (key, *value) for key, value in kept.items()]
    numbers = [no for _, no, _ in pairs]
    found = {no: int(case) for case, no, _ in pairs if numbers.count(no) == 1}
    return found | {f"{sitting} {no}": int(case) for case, no, sitting in pairs if sitting}


def shared(facts: dict[str, Any]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Printed numbers that two of them have, and how lines tell these apart."""
    known = named(facts)
    pairs = [value for value in facts.get("cases", {}).values() if not isinstance(value, str)]
    longer = sorted(f"{sitting} {no}" for no, sitting in pairs if no not in known)
    return frozenset(no for no, _ in pairs if no not in known), tuple(longer)


def called(circular: Circular, case: int) -> str:
    """As a line has to name it: by its number where that is enough."""
    return min(
        (name for name, number in named(circular.facts).items() if number == case), key=len, default=""
    )
