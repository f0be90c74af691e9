"""Lists of outcomes: the register, those of one suggestion, golden idea or past reply, and what waits for somebody."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from jianyi.cases.queries.lists import of_tracks
from jianyi.kit.pages import Page, page
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import CONVERSIONS
from jianyi.turn.models import WorkItem

from ..models import Link, Outcome, Quantity
from ..sight import inner, may_see


SIZE, MOST = 20, 20
SHOWN = {
    "": "全部",
    "counted": "已登记",
    "open": "待核验、待修改",
    "systemic": "制度成果",
    "withdrawn": "已撤销",
}


def register(
    *, by: Actor, kind: str = "", year: int = 0, unit: int = 0, show: str = "", suggestion: int = 0,
    size: int = SIZE, after: str = "", before: str = "",
) -> Page:  # fmt: skip
    """The outcomes the actor may see, newest first. `show`: one of SHOWN."""
    rows = Outcome.objects.filter(may_see(by), _shown(show, by)).select_related("unit")
    if kind in CONVERSIONS:
        rows = rows.filter(kind=kind)
    if year:
        rows = rows.filter(year=year)
    if unit:
        rows = rows.filter(unit_id=unit)
    if suggestion:
        rows = rows.filter(id__in=_linked(by).filter(suggestion_id=suggestion).values("root_id"))
    return page(rows, ("id",), size, after=after, before=before, newest=True)


def _shown(name: str, by: Actor) -> Q:
    return {
        "counted": Q(standing__gt=0),
        "open": inner(by) & Q(stage__in=[w.Outcome.DRAFTED, w.Outcome.RETURNED]),
        "systemic": Q(systemic=True, standing__gt=0),
        "withdrawn": Q(stage=w.Outcome.WITHDRAWN),
    }.get(name, Q())


def _linked(by: Actor) -> QuerySet[Link]:
    return Link.objects.filter(congress_id=by.congress, stage=w.Link.COUNTED)


def quantities_of(rows: Iterable[Outcome], *, by: Actor) -> dict[int, list[Quantity]]:
    """outcome → its quantities as they are listed: of those that the actor was given. One question."""
    counted = {row.id: row.standing or row.certified or row.edition for row in rows}
    found: dict[int, list[Quantity]] = {number: [] for number in counted}
    every = Quantity.objects.filter(congress_id=by.congress, root_id__in=list(counted))
    for row in every.order_by("root_id", "edition", "nth"):
        if row.edition == counted[row.root_id]:
            found[row.root_id].append(row)
    return found


def about(suggestion: int, *, by: Actor) -> list[Outcome]:
    """What came of a suggestion and counts, as far as the actor may see it, the latest first."""
    return _of(by, suggestion_id=suggestion)


def of_past(past: int, *, by: Actor) -> list[Outcome]:
    """What counts and is linked to a past reply, as far as the actor may see it."""
    return _of(by, past_id=past)


def _of(by: Actor, **column: int) -> list[Outcome]:
    roots = list(_linked(by).filter(**column).values_list("root_id", flat=True))
    if not roots:
        return []
    rows = Outcome.objects.filter(may_see(by), id__in=roots, standing__gt=0).select_related("unit")
    return list(rows.order_by("-id"))


def of_ideas(ideas: Iterable[int], *, by: Actor) -> dict[int, list[Outcome]]:
    """golden idea → what came of it and counts, of those ideas that the actor was given. At most two questions."""
    numbers = list(ideas)
    links = list(_linked(by).filter(idea_id__in=numbers)) if numbers else []
    rows = (
        Outcome.objects.filter(may_see(by), id__in={row.root_id for row in links}, standing__gt=0)
        if links
        else []
    )
    known = {row.id: row for row in rows}
    found: dict[int, list[Outcome]] = {}
    for link in links:
        if link.root_id in known:
            found.setdefault(link.idea_id, []).append(known[link.root_id])
    return found


def work(*, by: Actor) -> list[tuple[Outcome, WorkItem]]:
    """The actor's work items on outcomes."""
    once = {item.root_id: item for item in of_tracks(["outcome"], MOST, by=by)}
    rows = Outcome.objects.filter(congress_id=by.congress, id__in=list(once))
    return [(row, once[row.id]) for row in rows.order_by("id")]
