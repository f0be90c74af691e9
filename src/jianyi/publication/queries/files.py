"""The publications of one case, and the list of them: for the unit whose reply it is, and for the congress's office."""

from django.db.models import Q, QuerySet

from jianyi.cases.models import Handling
from jianyi.cases.queries.files import CaseFile, case, subject
from jianyi.cases.sight import is_office, ways_to_own
from jianyi.kit.pages import Page, Way, page
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Publication as P

from ..models import Publication


SIZE = 20
# What a list may be of, in the order in which it is offered.
PARTS: dict[str, tuple[str, tuple[P, ...]]] = {
    "open": ("公开审查中", (P.DRAFTING, P.PRESENTED, P.WITHHOLDING)), "publish": ("待发布", (P.CHECKED,)),
    "out": ("已公开", (P.PUBLISHED,)), "withheld": ("不予公开", (P.WITHHELD,)), "down": ("已撤下", (P.TAKEN_DOWN,)),
}  # fmt: skip


def publications(file: CaseFile) -> list[Publication]:
    """Newest round first: of the reader's own unit, of all for the congress's office."""
    rows = [row for row in file.under.all(Publication) if row.stage is not P.NEW]
    return [row for row in reversed(rows) if file.office or row.handling in file.own_handlings]


def publication(number: int, *, by: Actor) -> tuple[CaseFile, Publication] | None:
    """One of them with the file of its case, by its number; nothing where the reader is not shown it."""
    there = subject("publication", number, by=by)
    file = case(there.root_number, by=by) if there else None
    row = next((each for each in publications(file) if each.id == number), None) if file else None
    return (file, row) if file and row else None


def listed(*, by: Actor, part: str, after: str = "", before: str = "", size: int = SIZE) -> Page:
    """Newest first: all of the congress for its office, of the actor's house for others."""
    stages = PARTS.get(part, PARTS["open"])[1]
    rows = Publication.objects.filter(congress_id=by.congress).select_related(
        "root", "handling", "handling__unit"
    )
    ways = [Way(way.filter(stage=stage)) for way in _ways(by) for stage in stages]
    return page(
        rows if ways else rows.none(), ("id",), size, after=after, before=before, newest=True, ways=ways
    )


def _ways(by: Actor) -> list[QuerySet[Publication]]:
    rows = Publication.objects.filter(Q(congress_id=by.congress))
    if is_office(by):
        return [rows]
    tasks = [Handling.objects.filter(way, congress_id=by.congress) for way in ways_to_own(by)]
    return [rows.filter(handling_id__in=found.values("id")) for found in tasks]
