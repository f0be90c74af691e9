"""The rows of a paper's form that may be more or fewer: what is promised to a point, and what the reply rests on."""

from collections.abc import Mapping
from datetime import date
from itertools import count, takewhile
from typing import Any

from jianyi.cases.facts import candidates
from jianyi.cases.models import Paper
from jianyi.kit.ids import LARGEST


PROMISE = ("item", "due", "division")
BASIS = ("title", "number")
Typed = Mapping[str, str]


def number(told: str) -> int | str:
    """A number, or what was sent instead of one: the reader of words will say so."""
    return int(told) if told.isdecimal() and len(told) <= len(str(LARGEST)) else told or 0


def promises(post: Typed, points: int) -> list[dict[str, Any]]:
    """What is promised, point by point, as the paper keeps it."""
    return [
        {"no": no, "item": row["item"], "due": row["due"] or None, "division": number(row["division"])}
        for no in range(1, points + 1)
        for row in _rows(post, f"p{no}-promise", PROMISE)
    ]


def bases(post: Typed) -> list[dict[str, Any]]:
    return _rows(post, "basis", BASIS)


def _rows(post: Typed, prefix: str, names: tuple[str, ...]) -> list[dict[str, str]]:
    """The rows in which something stands, however many were sent: they are numbered without a gap."""
    sent = takewhile(lambda n: any(f"{prefix}{n}-{name}" in post for name in names), count(1))
    rows = ({name: post.get(f"{prefix}{n}-{name}", "").strip() for name in names} for n in sent)
    return [row for row in rows if any(row.values())]


def unreadable(post: Typed, points: int) -> list[str]:
    """Days that are none, each with where it stands and how it should look."""
    return [
        f"第 {row['no']} 条建议的承诺，完成日期“{row['due'][:20]}”不是日期：请按 2026-09-30 的样子填写。"
        for row in promises(post, points)
        if row["due"] and not _is_day(row["due"])
    ]


def _is_day(told: str) -> bool:
    try:
        date.fromisoformat(told)
    except ValueError:
        return False
    return len(told) == len("2026-09-30")


# What stands in the form


def standing(paper: Paper) -> dict[str, str]:
    """The paper's own rows under the names of the fields."""
    found: dict[str, str] = {}
    for no in {row["no"] for row in paper.promises}:
        rows = [row for row in paper.promises if row["no"] == no]
        found |= _named(rows, f"p{no}-promise", PROMISE)
    return found | _named(paper.bases, "basis", BASIS)


def _named(rows: list[dict[str, Any]], prefix: str, names: tuple[str, ...]) -> dict[str, str]:
    return {f"{prefix}{n}-{name}": str(row[name] or "") for n, row in enumerate(rows, 1) for name in names}


def promise_fields(values: Typed, no: int) -> list[dict[str, str]]:
    return _fields(values, f"p{no}-promise", PROMISE)


def basis_fields(values: Typed) -> list[dict[str, str]]:
    return _fields(values, "basis", BASIS)


def _fields(values: Typed, prefix: str, names: tuple[str, ...]) -> list[dict[str, str]]:
    """Every row that says something, and an empty one, so that one more can always be written."""
    rows = [*_rows(values, prefix, names), dict.fromkeys(names, "")]
    return [row | {"prefix": f"{prefix}{n}", "n": str(n)} for n, row in enumerate(rows, 1)]


# What the kept text seems to promise


def seeming(paper: Paper, no: int) -> list[dict[str, Any]]:
    """Each that nobody has looked at, with the names of its buttons."""
    found = [each for of, each in candidates(paper) if of == no]
    return [{"item": each.item, "due": each.due, "key": f"{no}-{n}"} for n, each in enumerate(found, 1)]


def of_key(paper: Paper, key: str) -> tuple[int, str, date | None] | None:
    """The candidate that a button names: point, words, day; nothing where the text has changed since."""
    no, _, nth = key.partition("-")
    found = [(of, each.item, each.due) for of, each in candidates(paper) if str(of) == no]
    return found[int(nth) - 1] if nth.isdecimal() and len(nth) < 4 and 0 < int(nth) <= len(found) else None


def taken_over(post: Typed, paper: Paper, key: str) -> dict[str, str]:
    """The form with one more row of promises: the words and the day proposed, for the officer to mend and keep."""
    found = of_key(paper, key)
    if found is None:
        return dict(post.items())
    no, item, due = found
    rows = _rows(post, f"p{no}-promise", PROMISE)
    rows.append({"item": item, "due": due.isoformat() if due else "", "division": ""})
    return {**post, **_named(rows, f"p{no}-promise", PROMISE)}
