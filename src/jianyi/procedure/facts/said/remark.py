"""What is said about a draft inside the unit, and what the drafter says to it."""

from dataclasses import dataclass

from .said import Said, asked


@dataclass(frozen=True, slots=True)
class Remarking(Said):
    """`point`: the number of the point it is about, 0 for the whole; `digest`: the text that was read."""

    point: int = asked("针对", 0, "point")
    passage: str = asked("所引原文（从稿件原样摘录，可不填）", kind="long", most=500)
    note: str = asked("批注", kind="long", most=2000)
    digest: str = asked("所阅稿件", kind="hidden")


@dataclass(frozen=True, slots=True)
class Answering(Said):
    answer: str = asked("怎样修改，或者为何不改", kind="long", most=2000)
