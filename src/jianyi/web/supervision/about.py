"""On the page of a suggestion: that it was urged, which rung it stands on, what its deputies asked for, who helps."""

from typing import Any

from jianyi.cases.queries.acts import acts_at
from jianyi.cases.queries.files import CaseFile
from jianyi.procedure.actions import Action as A
from jianyi.supervision.fresh import fresh, way_to, ways_of
from jianyi.supervision.lagging import IN_HAND
from jianyi.supervision.models import Help, Plea
from jianyi.supervision.queries import board, helps
from jianyi.supervision.queries.standing import of_case
from jianyi.turn.under import Under


def told(file: CaseFile) -> dict[str, Any]:
    """`supervised`: nothing where there is nothing to tell."""
    found, may_ask, ways = of_case(file), _may_ask(file), ways_of(file.by)
    rows = [{"row": row, "acts": _acts(file, row)} for row in found.pleas]
    helped, boards = helps.of_case(file), board.of_case(file)
    helps_new = isinstance(fresh("help", {"suggestion": str(file.case.id)}, by=file.by), Help)
    card = {
        "help_new": helps_new,
        "units": found.units,
        "pleas": rows,
        "ask": may_ask,
        "helps": helped,
        "next": bool(ways),
        "boards": boards,
        "writes": _writes(file, ways),
    }
    return {
        "supervised": card
        if found.units or rows or may_ask or helped or helps_new or boards or card["writes"]
        else None
    }


def _acts(file: CaseFile, plea: Plea) -> list[str]:
    return [act.action.value for act in acts_at(plea, file.under, file.by)]


def _may_ask(file: CaseFile) -> bool:
    """A button that will be refused helps nobody: only where something is late or nobody has spoken."""
    plea = fresh("plea", {"suggestion": str(file.case.id)}, by=file.by) if file.is_proposer else None
    if not isinstance(plea, Plea):
        return False
    under = Under(file.case)
    plea = under.add(plea)
    return any(act.action is A.ASK and act.ready for act in acts_at(plea, under, file.by))


def _writes(file: CaseFile, ways: list[str]) -> list[tuple[str, int]]:
    """Of which units' parts the reader may say that they are supervised: (unit, handling)."""
    rows = [row for row in file.handlings if row.stage in IN_HAND]
    return [(row.unit.known_as, row.id) for row in rows if way_to(row, ways, file.by)]
