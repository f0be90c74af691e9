"""Which limits an arrangement of the days has moved: the list of changes (变动清单), newest first, of what a reader may see."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from jianyi.kit.pages import Page, page
from jianyi.procedure.facts.acting import Actor
from jianyi.turn.models import Moved

from ..models import Suggestion
from ..sight import may_see


SIZE = 30


@dataclass(frozen=True)
class Change:
    """From which day to which, of which limit of which suggestion."""

    case: int
    no: str
    title: str
    limit: str
    was: date
    now: date


def moved(*, by: Actor, after: str = "", before: str = "", size: int = SIZE) -> Page:
    """Rows are `Change`s."""
    seen = Suggestion.objects.filter(may_see(by), id=OuterRef("root_id"))
    rows = Moved.objects.filter(Exists(seen), congress_id=by.congress)
    found = page(rows, ("id",), size, after=after, before=before, newest=True)
    cases = {
        case.id: case
        for case in Suggestion.objects.filter(
            congress_id=by.congress, id__in={row.root_id for row in found.rows}
        ).select_related("sitting")
    }
    told = [
        Change(
            row.root_id, cases[row.root_id].no, cases[row.root_id].title, row.limit.label, row.was, row.now
        )
        for row in found.rows
    ]
    return Page(told, found.after, found.before)
