"""To whom a letter goes besides those it is written to (forms.md, 抄送), as far as it is known when it is issued."""

from jianyi.parties.models import Organisation, Seat
from jianyi.procedure.words import Kind, Organisation as Standing
from jianyi.turn.under import Under

from ..models import Suggestion
from .about import salutation


def central(congress: int, *kinds: Kind) -> tuple[str, ...]:
    """The bodies of these kinds, by name."""
    rows = Organisation.objects.filter(congress_id=congress, stage=Standing.ACTIVE, kind__in=kinds)
    return tuple(row.name for row in rows.order_by("id"))


def government(*units: Organisation) -> tuple[str, ...]:
    """Its office, where one of the units belongs to the government."""
    ours = next((unit for unit in units if unit.of_government), None)
    return central(ours.congress_id, Kind.GOVERNMENT_OFFICE) if ours else ()


def proposers(under: Under) -> tuple[str, ...]:
    """As a unit may know them: of a confidential suggestion nobody is named."""
    return (salutation(under),)


def electing(under: Under) -> tuple[str, ...]:
    """Who elected the lead deputy. It is told nothing of a confidential suggestion: it would know who proposed it."""
    case: Suggestion = under.root  # type: ignore[assignment]
    if case.confidential or case.by_delegation:
        return ()
    seats = Seat.objects.filter(congress_id=case.congress_id, root_id=case.lead_id).order_by("-term")
    seat = seats.first()
    return (seat.electing_unit,) if seat and seat.electing_unit.strip() else ()


def others(names: tuple[str, ...], *already: str) -> tuple[str, ...]:
    """Each once, and none whose letter it is or to whom it is written."""
    return tuple(name for name in dict.fromkeys(names) if name not in already)
