"""Which days are worked, for one congress: as shipped, and as its office has entered them since."""

from collections.abc import Callable, Iterable
from time import monotonic

from jianyi.procedure.calendar import Calendar, Year, calendar, of_years, shipped


# Who knows what was entered: the arrangements in force of a congress, and one edition by its name.
InForce = Callable[[int], Iterable[Year]]
Edition = Callable[[str], Year | None]
# What another process enters is seen here within so many seconds.
KEPT = 30.0

_laid: dict[str, object] = {}
_known: dict[int, tuple[float, Calendar]] = {}
_named: dict[str, Calendar] = {}


def lay(in_force: InForce, edition: Edition) -> None:
    """Called once, when everything is loaded."""
    _laid.update(in_force=in_force, edition=edition)
    _known.clear()
    _named.clear()


def days_of(congress: int) -> Calendar:
    """Its calendar as it now stands; asked for at most every half minute."""
    at, known = _known.get(congress, (0.0, calendar()))
    if at and monotonic() - at < KEPT:
        return known
    entered: InForce = _laid["in_force"]  # type: ignore[assignment]
    years = dict(shipped()) | {year.number: year for year in entered(congress)}
    days = calendar() if years == shipped() else of_years(years.values())
    _known[congress] = monotonic(), days
    _named[days.version] = days
    return days


def named(version: str) -> Calendar:
    """The calendar that a day was once counted by; as shipped where one of its editions is not known any more."""
    if version not in _named:
        _named[version] = _assembled(version)
    return _named[version]


def forget(congress: int) -> None:
    """Something was entered."""
    _known.pop(congress, None)


def _assembled(version: str) -> Calendar:
    edition: Edition = _laid["edition"]  # type: ignore[assignment]
    years = []
    for part in version.split("+"):
        number, _, name = part.partition(".")
        ours = shipped().get(int(number)) if number.isdigit() else None
        found = ours if ours and ours.edition == name else edition(name)
        if found is None:
            return calendar()
        years.append(found)
    return of_years(years)
