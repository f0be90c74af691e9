"""The chain of responsibility of one handling (forms, block R), from the one who answers for all to the case officer."""

from jianyi.cases.models import Handling
from jianyi.cases.queries.house import Known
from jianyi.procedure.words import Duty


Link = tuple[str, str]


def links(handling: Handling, known: Known) -> list[Link]:
    """(what, who); an empty name is still open. What is held by post is told only where somebody holds it."""
    unit = handling.unit_id
    above = [
        ("主要负责人（总责）", known.held_by(unit, Duty.PRINCIPAL)),
        ("分管办公室的领导（牵头）", known.held_by(unit, Duty.OFFICE_LEADER)),
        ("领衔领导", known.name(handling.leading_leader_id)),
    ]
    lacks = not handling.leading_leader_id and handling.root.key and not handling.advises
    ones = [
        ("责任厅领导", known.name(handling.leader_id)),
        ("责任处领导（第一责任人）", known.name(handling.head_id)),
        ("具体经办人", known.name(handling.officer_id)),
        ("牵头处室", house(handling.division_id, known)),
    ]
    helping = "、".join(house(number, known) for number in handling.assisting)
    beside = [("配合处室", helping)]
    open_ = [("领衔领导", "")] if lacks else []
    return [link for link in above if link[1]] + open_ + ones + [link for link in beside if link[1]]


def proposal(handling: Handling) -> dict[str, object] | None:
    """What the unit's rules proposed, and whether the office decided so."""
    if not handling.proposal or handling.division_id is None:
        return None
    return {"reason": handling.proposal["reason"], "followed": handling.follows_proposal}


def house(number: int | None, known: Known) -> str:
    found = known.organisations.get(number or 0)
    return found.known_as if found else ""
