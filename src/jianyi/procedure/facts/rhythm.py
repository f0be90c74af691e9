"""When the list of a day is taken."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Beating:
    """`at`: the moment from which it may be taken; nothing where the unit has no such rhythm."""

    at: datetime | None = None
