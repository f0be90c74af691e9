"""Who holds the desks of a paper that are still to come."""

from jianyi.procedure.facts.hands import Ahead
from jianyi.procedure.words import Duty
from jianyi.turn.under import Under

from ..models import Handling, Paper
from .houses import house_by_duty
from .road import DESK_LABELS, hands_of


def ahead(paper: Paper, under: Under) -> Ahead:
    """Desks of the unit's rule that have not passed it, then the signature; whoever has had the paper is not counted."""
    had = hands_of(paper)
    names = [*paper.desks_left, "principal" if paper.handling.is_weighty else "leader"]
    labels = [*(DESK_LABELS.get(name, name) for name in paper.desks_left), "签发"]
    held = [_holders(name, paper.handling, under) for name in names]
    return Ahead(tuple((label, people - had) for label, people in zip(labels, held, strict=True)))


def _holders(desk: str, handling: Handling, under: Under) -> frozenset[int]:
    match desk:
        case "division":
            return frozenset({handling.head_id or 0}) - {0}
        case "leader":
            return frozenset({handling.leader_id or 0}) - {0}
    duty = Duty.UNIT_OFFICE if desk == "office" else Duty.PRINCIPAL
    found = house_by_duty(handling, under)
    return frozenset(person for person, *_ in found.get(duty, ()))
