"""What the clock brings about: an answer that is overdue, a letter that has nothing left to urge, a request that was met."""

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet

from jianyi.cases.models import Handling
from jianyi.kit import clock
from jianyi.parties.models import Congress
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import WAYS
from jianyi.turn.door import tick
from jianyi.turn.models import Root, Subject
from jianyi.turn.ticking import in_turn

from .facts import heir
from .lagging import IN_HAND, OVER
from .models import COUNTED, OPEN, STANDING, Line, Measure, Plea, Urging


R = TypeVar("R", bound=Subject)


def due_roots() -> Iterable[Root]:
    yield from _overdue()
    yield from _pointless()
    yield from _elsewhere()
    yield from _pleas()


def _overdue() -> Iterable[Root]:
    yield from _in_order(_letters(w.Urging.ISSUED, w.Urging.RECEIVED).filter(due__lt=clock.today()))


def _letters(*stages: w.Urging) -> QuerySet[Urging]:
    """Those that are open, along an index: letters of past years are not looked through each minute."""
    return Urging.objects.filter(congress_id__in=_houses(), way__in=list(WAYS), stage__in=stages)


def _houses() -> list[int]:
    return list(Congress.objects.values_list("id", flat=True))


def _in_order(rows: QuerySet[R]) -> list[R]:
    """Sorted here: an order that is asked for tempts the engine to read all there ever were in that order."""
    return sorted(rows.order_by(), key=lambda row: row.id)


def _pointless() -> Iterable[Root]:
    """Letters of which nothing is in the addressee's hands any more: the unit was abolished, the suggestion went elsewhere."""
    tasks = Handling.objects.filter(congress_id=OuterRef("congress_id"), id=OuterRef("handling_id"))
    lines = Line.objects.filter(congress_id=OuterRef("congress_id"), root_id=OuterRef("id"))
    open_ = _letters(*OPEN).filter(Exists(lines))
    yield from _in_order(open_.exclude(Exists(lines.filter(Exists(tasks.exclude(stage__in=OVER))))))
    drafts = _letters(w.Urging.DRAFTED).filter(Exists(lines))
    yield from _in_order(drafts.exclude(Exists(lines.filter(Exists(tasks.filter(stage__in=IN_HAND))))))


def _elsewhere() -> Iterable[Root]:
    """Letters and documents about what another unit goes on with, or nobody has any more."""
    tasks = Handling.objects.filter(congress_id=OuterRef("congress_id"), id=OuterRef("handling_id"))
    lines = Line.objects.filter(congress_id=OuterRef("congress_id"), root_id=OuterRef("id"))
    passed = lines.filter(~Q(handling__unit_id=OuterRef("unit_id")))
    yield from _in_order(_letters(w.Urging.DRAFTED, *OPEN).filter(Exists(passed)))
    leads = Handling.objects.filter(
        congress_id=OuterRef("congress_id"), root_id=OuterRef("suggestion_id"), unit_id=OuterRef("root__house_id")
    ).exclude(Q(stage__in=OVER) | Q(role=w.Role.CO))  # fmt: skip
    owed = _letters(w.Urging.DRAFTED, *OPEN).filter(way="co")
    led = Exists(lines.filter(Exists(leads)))
    yield from _in_order(owed.exclude(led))
    # What is answered and went to several, or to nobody the writer may urge, waits for whoever judges the answer.
    answered = _letters(w.Urging.ANSWERED).filter(Exists(passed), led | ~Q(way="co")).exclude(way="inner")
    yield from (letter for letter in _in_order(answered) if _are_with_one(letter))
    open_ = Measure.objects.filter(congress_id__in=_houses(), way__in=list(WAYS), stage__in=STANDING)
    gone = tasks.filter(Q(stage__in=OVER) | ~Q(unit_id=OuterRef("unit_id")))
    for row in _in_order(open_.filter(Exists(gone)).select_related("handling")):
        if row.rung != "accountability" or heir(row, row.handling):
            yield row


def _are_with_one(letter: Urging) -> bool:
    lines = Line.objects.filter(congress_id=letter.congress_id, root_id=letter.id)
    return lines.exclude(handling__stage__in=OVER).values("handling__unit_id").distinct().count() == 1


def _pleas() -> Iterable[Root]:
    """Suggestions whose deputy asked, and that were urged since or are answered by now."""
    sent = Line.objects.filter(
        congress_id=OuterRef("congress_id"), suggestion_id=OuterRef("root_id"), root__stage__in=COUNTED,
        root__way__in=["government", "congress"], root__issued_on__gte=OuterRef("asked_at__date"),
    )  # fmt: skip
    tasks = Handling.objects.filter(
        congress_id=OuterRef("congress_id"), root_id=OuterRef("root_id"), stage__in=IN_HAND
    )
    waiting = Plea.objects.filter(congress_id__in=_houses(), stage=w.Plea.ASKED).select_related("root")
    for rows in (waiting.filter(Exists(sent)), waiting.exclude(Exists(tasks))):
        yield from (plea.root for plea in _in_order(rows))


def tick_all() -> int:
    """Take every such step; answers how many lines were written."""
    return in_turn(list(due_roots()), tick)
