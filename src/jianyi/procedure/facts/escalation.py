"""What was called together about a second dissatisfaction."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Heard:
    """The meeting that is called for it: `meeting`, its number, 0 for none; `told`: its name and how far it is; `settled`: its
    minutes are, under this `number`; `day`: the one on which it is, or was."""

    meeting: int = 0
    told: str = ""
    settled: bool = False
    number: str = ""
    day: date | None = None

    @property
    def day_told(self) -> str:
        return str(self.day or "")
