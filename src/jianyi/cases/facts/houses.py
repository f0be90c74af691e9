"""Who works in a unit today: asked once in a turn, whoever asks."""

from jianyi.parties.queries import house as house_of, organisations
from jianyi.procedure import words as w
from jianyi.procedure.facts import cases as f
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.parties import InUse
from jianyi.procedure.words import Duty, Kind
from jianyi.procedure.words.after import RATABLE
from jianyi.procedure.words.duties import LEADERS
from jianyi.turn.under import Under

from ..models import Collective, Handling, Paper, Return, Suggestion
from ..models.handlings import OVER
from .inside import left


def house(handling: Handling, under: Under) -> f.House:
    reader, found = Actor(0, "", handling.congress_id), house_by_duty(handling, under)
    leaders = frozenset(person for duty in LEADERS for person, *_ in found.get(duty, ()))
    everybody = frozenset(person for rows in found.values() for person, *_ in rows)
    return f.House(
        leaders, everybody, under.once(("parts", handling.unit_id), lambda: _parts(handling.unit_id, reader))
    )


def _parts(unit: int, reader: Actor) -> frozenset[int]:
    """The unit with its divisions and bodies."""
    return frozenset({unit, *organisations(by=reader).filter(parent_id=unit).values_list("id", flat=True)})


def house_by_duty(handling: Handling, under: Under) -> dict[Duty, list[tuple[int, str, str]]]:
    """Duty → (person, name, where) of everybody who works in the unit today."""
    reader = Actor(0, "", handling.congress_id)
    found: dict[Duty, list[tuple[int, str, str]]] = under.once(
        ("house", handling.unit_id), lambda: house_of(handling.unit_id, by=reader)
    )
    return found


def in_use(subject: Suggestion | Return, under: Under) -> InUse:
    return InUse(_units(under))


def _units(under: Under) -> frozenset[int]:
    reader = Actor(0, "", under.root.congress_id)
    rows = organisations(by=reader).filter(kind=Kind.UNIT)
    found: frozenset[int] = under.once("units", lambda: frozenset(rows.values_list("id", flat=True)))
    return found


def heirs(handling: Handling, under: Under) -> f.Heirs:
    """Two units may not handle the same case in the same round."""
    busy = {h.unit_id for h in under.all(Handling) if h.round == handling.round and h.stage not in OVER}
    return f.Heirs(_units(under) - busy, _is_open(handling, under))


def _is_open(handling: Handling, under: Under) -> bool:
    """The reply may still be rated and answered anew, the opinion asked for again, or what was promised is followed. A later round is a task
    of its own."""
    case: Suggestion = under.root  # type: ignore[assignment]
    stages = (w.Suggestion.HANDED_OVER,) if handling.advises else RATABLE
    replaced = any(row.previous_id == handling.id for row in under.all(Handling))
    return (case.stage in stages and not replaced) or left(handling, under) > 0


def house_of_task(subject: Collective | Paper, under: Under) -> f.House:
    return house(subject.handling, under)
