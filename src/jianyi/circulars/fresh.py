"""New circulars, as far as the actor may draw one: for pages and interface."""

from collections.abc import Mapping
from typing import Any

from jianyi.cases.issued.congress import body
from jianyi.parties.models import Congress, Organisation
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty, Kind
from jianyi.procedure.words.duties import CLERKS
from jianyi.turn.models import Subject

from .models import Circular


def fresh(track: str, about: Mapping[str, Any], *, by: Actor) -> Subject | None:
    """An unsaved circular of the actor's own office; nothing for those who issue none."""
    found = _house(by) if track == "circular" else None
    if found is None:
        return None
    scope, house = found
    place = Congress.objects.get(id=by.congress).place
    return Circular(
        congress_id=by.congress,
        place=place,
        scope=scope,
        house=house,
        house_id=house.id,
        made_by_id=by.person,
    )


def _house(by: Actor) -> tuple[str, Organisation] | None:
    if by.holds(*CLERKS):
        sender = body(by.congress)
        return ("congress", sender) if sender else None
    if by.holds(Duty.GOVERNMENT_CLERK):
        sender = body(by.congress, (Kind.GOVERNMENT_OFFICE,))
        return ("government", sender) if sender else None
    unit = next(iter(by.where(Duty.UNIT_OFFICE)), 0)
    own = Organisation.objects.filter(congress_id=by.congress, id=unit).first() if unit else None
    return ("unit", own) if own else None
