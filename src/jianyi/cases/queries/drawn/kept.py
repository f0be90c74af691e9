"""What lies in the file of a case: rows of its list, and where other parts of the house bring theirs."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from jianyi.cases.letters.filing import Filed
from jianyi.kit import clock

from ...issued.congress import day_of
from ...models import Letter
from ..files import CaseFile


# forms.md F29: suggestion, review, hand-over, receipt, reassignment, contact, research, co-opinion, leadership, desks,
# urging and the ladder, reply, rating, new round, promises.
ORDER = (
    "written", "reviewed", "declined", "notice", "list", "deputy_told", "receipt", "return_asked", "reassigned", "return_refused",
    "plan", "contact", "meeting", "minutes", "opinion", "asked_again", "talks", "waived", "collective", "desks", "shown",
    "more_time_asked", "more_time", "supervised", "urging", "urging_answer", "circular", "listed", "summons", "talk", "accountability", "reply", "oral_reply", "rating", "rehandle", "upheld", "progress", "promise_changed", "second_reply",
)  # fmt: skip
Row = tuple[str, datetime, Filed]


@dataclass(frozen=True)
class Part:
    """Rows for the list, and what belongs there and is not on record."""

    rows: tuple[Row, ...] = ()
    missing: tuple[str, ...] = ()


# Laid once, when everything is loaded: a case knows nothing of the meetings that treated it.
FURTHER: list[Callable[[CaseFile], Part]] = []


def lay(*parts: Callable[[CaseFile], Part]) -> None:
    FURTHER[:] = parts


def further(file: CaseFile) -> list[Part]:
    return [part(file) for part in FURTHER]


def in_order(rows: Iterable[Row]) -> tuple[Filed, ...]:
    """In the order of the work, within one kind by time."""
    return tuple(filed for _, _, filed in sorted(rows, key=lambda row: (ORDER.index(row[0]), row[1])))


def filed(kind: str, at: datetime | None, author: str, title: str, number: str = "") -> Iterator[Row]:
    """Nothing of what has not happened."""
    if at is not None:
        yield kind, at, Filed(number, author, title, day_of(at))


def issued(row: Letter) -> Row:
    """What was issued, by its number and the digest of its data."""
    return row.kind, at(row.day), Filed(row.number, row.issuer, row.label, row.day, digest=row.digest)


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=clock.HOME)
