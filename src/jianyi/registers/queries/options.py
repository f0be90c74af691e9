"""What the conditions of a register may be set to, for one reader: units, divisions, people, sittings, delegations."""

from dataclasses import dataclass

from jianyi.cases.sight import is_office
from jianyi.parties.models import Organisation, Sitting
from jianyi.parties.queries import house, organisations
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty, Kind
from jianyi.procedure.words.duties import HOUSE

from ..sight import is_deputy, knows_teams, watches


Pair = tuple[int, str]


@dataclass(frozen=True)
class Options:
    """(number, name) each; empty where there is nothing to choose."""

    units: list[Pair]
    divisions: list[Pair]
    people: list[Pair]
    sittings: list[Pair]
    delegations: list[Pair]


def options(unit: int, *, by: Actor) -> Options:
    """`unit`: whose divisions and people are offered to those who watch over all of them; others are offered their own."""
    own = home(by)
    wide = watches(by) or not own
    rows = organisations(by=by)
    units = rows.filter(kind=Kind.UNIT).order_by("name", "id") if wide else rows.none()
    if by.holds(Duty.GOVERNMENT_CLERK) and not is_office(by):
        units = units.filter(of_government=True)
    inside = (unit if wide else own) if knows_teams(by) else 0
    sittings = Sitting.objects.filter(congress_id=by.congress).order_by("-term", "-nth")
    return Options(
        [(row.id, row.name) for row in units], _divisions(inside, by) if inside else [], _people(inside, by) if inside else [],
        [(row.id, row.label) for row in sittings],
        [(row.id, row.name) for row in rows.filter(kind=Kind.DELEGATION).order_by("name", "id")],
    )  # fmt: skip


def home(by: Actor) -> int:
    """The unit that the reader works in; 0 for others."""
    found = next(iter(by.where(*HOUSE)), 0)
    return by.unit_of.get(found) or found


def house_of(by: Actor) -> Organisation | None:
    """Whose register it is, as its heading names it: the unit; for the congress its committee; for the government its office; a deputy's
    is nobody else's."""
    if is_deputy(by):
        return None
    rows = organisations(by=by)
    if number := home(by):
        return rows.filter(id=number).first()
    kinds = (Kind.COMMITTEE, Kind.PRESIDIUM, Kind.OFFICE) if is_office(by) else (Kind.GOVERNMENT_OFFICE,)
    if by.holds(Duty.MEMBER) and not watches(by):
        return rows.filter(id__in=sorted(by.houses)).first()
    return min(rows.filter(kind__in=kinds), key=lambda row: kinds.index(row.kind), default=None)


def _divisions(unit: int, by: Actor) -> list[Pair]:
    rows = organisations(by=by).filter(parent_id=unit, kind__in=[Kind.DIVISION, Kind.BODY])
    return [(row.id, row.name) for row in rows.order_by("name", "id")]


def _people(unit: int, by: Actor) -> list[Pair]:
    found = {person: name for staff in house(unit, by=by).values() for person, name, _ in staff}
    return sorted(found.items(), key=lambda pair: pair[1])
