"""What the unit's rules propose for one handling: read from the suggestion as it stands, decided by nobody."""

from collections.abc import Iterable, Mapping

from jianyi.parties.facts import divisions_of
from jianyi.procedure.dividing import Proposed, propose
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty

from .models import Handling


def proposed(handling: Handling) -> Proposed | None:
    rule = handling.unit.rule
    return _of(handling, divisions_of(handling.unit)) if rule.get("special") or rule.get("contents") else None


def proposals(numbers: Iterable[int], *, by: Actor) -> dict[int, Proposed]:
    """Of these handlings of the unit whose office asks, those for which its rules propose something: two queries."""
    rows = Handling.objects.filter(
        congress_id=by.congress, id__in=list(numbers), unit_id__in=by.where(Duty.UNIT_OFFICE)
    )
    shown = list(rows.select_related("root", "unit"))
    names = divisions_of(shown[0].unit) if shown else {}
    found = {row.id: _of(row, names) for row in shown}
    return {number: each for number, each in found.items() if each}


def _of(handling: Handling, names: Mapping[int, str]) -> Proposed | None:
    unit, case = handling.unit, handling.root
    return propose(unit.dividing("special"), unit.dividing("contents"), case.title, case.points, names)


def kept(found: Proposed | None) -> dict[str, object]:
    """As it stands beside the decision."""
    if found is None:
        return {}
    return {"division": found.division, "assisting": list(found.assisting), "reason": found.reason}
