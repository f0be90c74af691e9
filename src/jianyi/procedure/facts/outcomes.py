"""How an outcome stands, seen from itself and from what it is linked to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Credited:
    """`stands`: some edition of it is checked and counts; `withdrawn`: it is over; `writers`: who wrote the edition that is to
    be checked; `files`: how many show it; `links`: how many suggestions, ideas and past replies it is linked to."""

    stands: bool = False
    withdrawn: bool = False
    writers: frozenset[int] = frozenset()
    files: int = 0
    links: int = 0


@dataclass(frozen=True, slots=True)
class Numbered:
    """`taken`: (kind, number) of the documents of the unit's other outcomes that are not withdrawn."""

    taken: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Displayed:
    """What the public reads of it. `out`: some edition of it is public, `current`: the one that counts; `marked`: what looks like
    personal data in what would be shown of the one that counts."""

    out: bool = False
    current: bool = False
    marked: tuple[str, ...] = ()

    @property
    def marked_told(self) -> str:
        return "、".join(f"“{each}”" for each in self.marked)
