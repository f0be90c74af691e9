"""What is asked before an account is closed: work that was given to the person, also while it is somebody else's turn."""

from dataclasses import replace
from typing import Any

from django.db.models import Exists, OuterRef

from jianyi.parties import facts as parties
from jianyi.parties.models import Person
from jianyi.procedure import words as w
from jianyi.procedure.facts.parties import Register
from jianyi.turn.models import WorkItem
from jianyi.turn.under import Under

from ..models import Handling
from ..models.seats import GIVEN, seated


def register(person: Person, under: Under) -> Register:
    """A paper that lies at another's desk may come back: it would come back to nobody."""
    found = parties.register(person, under)
    return replace(found, open_tasks=found.open_tasks + _waiting_elsewhere(person))


def _waiting_elsewhere(person: Person) -> int:
    """Cases in which the person has a seat, and nothing to do just now."""
    own: Any = WorkItem.objects.filter(
        congress_id=person.congress_id, person_id=person.id, root_id=OuterRef("root_id")
    )
    rows = Handling.objects.filter(seated(person.id), congress_id=person.congress_id, stage__in=GIVEN)
    return rows.filter(root__stage=w.Suggestion.HANDED_OVER).filter(~Exists(own)).count()
