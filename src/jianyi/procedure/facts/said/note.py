"""What a house notes on a row of its register."""

from dataclasses import dataclass

from .said import Said, asked


LONGEST = 200


@dataclass(frozen=True, slots=True)
class Jotting(Said):
    """Short enough to stand whole in the record."""

    text: str = asked(f"备注（不超过 {LONGEST} 字）", kind="long", most=LONGEST)
