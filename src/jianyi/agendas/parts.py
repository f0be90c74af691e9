"""What an agenda consists of: parts with a table each, and one line that says what the meeting hears."""

from dataclasses import dataclass


# What is listed of one part; the rest is counted.
MOST = 60
Cells = tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """`told`: the line of the agenda; `of`: how many there are, of which `rows` are listed; `note`: what the figures say."""

    key: str
    title: str
    told: str
    header: Cells
    rows: tuple[Cells, ...]
    of: int = 0
    note: str = ""

    @property
    def more(self) -> int:
        return self.of - len(self.rows)


@dataclass(frozen=True)
class Agenda:
    """`soon`: until how many days ahead something counts as about to be due."""

    parts: tuple[Part, ...]
    soon: int

    @property
    def text(self) -> str:
        """One topic a line, as it may be edited and then stands in the minutes; what there is nothing of is no topic."""
        return "\n".join(part.told for part in self.parts if part.told)


def part(key: str, title: str, told: str, header: str, rows: list[Cells], note: str = "") -> Part:
    """`header`: 「编号 标题 期限」; `told`: with {n} for how many; where there is nothing the line is left out."""
    line = told.format(n=len(rows)) if rows else ""
    return Part(key, title, line, tuple(header.split()), tuple(rows[:MOST]), len(rows), note)
