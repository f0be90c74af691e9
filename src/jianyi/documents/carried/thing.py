"""One thing that a file carries besides what is seen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Carried:
    """`kind` is for programs (author, revision, comment, hidden, property, place, picture, inside, unclear); `sentence`
    is for the person who decides: what it is, where, and what it says.

    Of kind `unclear` is what this reader can see is there but cannot look into.
    """

    kind: str
    sentence: str


def short(told: str, most: int = 60) -> str:
    """What a file says, fit for a sentence: one line, nothing unprintable, not longer than `most`."""
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in told).split())
    return line if len(line) <= most else line[:most] + "……"
