"""The phases of a work scheme, as they are written: one a line, 「阶段 = 截止日期 = 任务」."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Phase:
    name: str
    until: date
    tasks: str


def phases(text: str) -> list[Phase]:
    """Those that can be read, in their order."""
    return [phase for _, phase in _lines(text) if phase]


def unreadable(text: str) -> str:
    """The lines that are no phase: 「第 2、4 行」; nothing where all can be read."""
    wrong = [str(number) for number, phase in _lines(text) if phase is None]
    return f"第 {'、'.join(wrong)} 行" if wrong else ""


def _lines(text: str) -> Iterator[tuple[int, Phase | None]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            yield number, _phase(line)


def _phase(line: str) -> Phase | None:
    parts = [part.strip() for part in line.replace("＝", "=").split("=", 2)]
    if len(parts) < 3 or not all(parts):
        return None
    try:
        return Phase(parts[0], date.fromisoformat(parts[1]), parts[2])
    except ValueError:
        return None
