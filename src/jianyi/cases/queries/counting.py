"""How many there are, counted only so far: a page costs the same however much has gathered over the years.

Whoever shows a number that was not counted to the end shows it as "at least" (1 000+).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Count as Counted, QuerySet

from jianyi.kit.pages import Way, first
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor

from ..models import Handling, Suggestion
from ..sight import UNSENT, is_office, may_see
from .finding import own_drafts, ways_to_own_tasks, ways_to_see


UP_TO = 1_000
AT_WORK = (w.Handling.RECEIVED, w.Handling.ROUTED, w.Handling.WORKING)


@dataclass(frozen=True, order=True)
class Count:
    """`more`: there are at least so many; how many more was not counted."""

    number: int = 0
    more: bool = False

    @classmethod
    def total(cls, counts: "Iterable[Count]") -> "Count":
        every = list(counts)
        return cls(sum(count.number for count in every), any(count.more for count in every))

    def __bool__(self) -> bool:
        return bool(self.number) or self.more


NONE = Count()


def count_at(stages: Iterable[w.Suggestion], *, by: Actor) -> Count:
    """Suggestions at these stages that the actor may see."""
    return _up_to(Suggestion.objects.filter(may_see(by), stage__in=list(stages)))


def stage_counts(*, by: Actor) -> dict[str, Count]:
    """stage → suggestions the actor may see: for the office each stage up to UP_TO, for others among the newest UP_TO."""
    if is_office(by):
        return _of_office(by)
    ways = ways_to_see(by, Suggestion.objects.filter(congress_id=by.congress))
    rows = _newest(Suggestion, ways, by).values_list("stage").annotate(n=Counted("id"))
    return _told({stage: n for stage, n in rows})


def house_counts(*, by: Actor) -> tuple[dict[str, Count], list[tuple[str, Count]]]:
    """Of the newest UP_TO handlings of the actor's house: stage → how many; and division → how many it has at work,
    most first."""
    rows = _newest(Handling, ways_to_own_tasks(by), by).values_list("stage", "division__name")
    counted = list(rows.annotate(n=Counted("id")))
    stages, divisions = Counter[w.Word](), Counter[str]()
    for stage, division, n in counted:
        stages[stage] += n
        if division and stage in AT_WORK:
            divisions[division] += n
    more = stages.total() >= UP_TO
    heavy_first = sorted(divisions.items(), key=lambda row: (-row[1], row[0]))
    return _told(stages), [(name, Count(n, more)) for name, n in heavy_first]


def _newest(model: type[Any], ways: list[Way], by: Actor) -> QuerySet[Any]:
    """The newest UP_TO rows, to be counted."""
    rows = model.objects.filter(congress_id=by.congress)
    newest = rows.filter(id__in=first(model, ways, ("id",), UP_TO, down=True)).order_by("-id")
    return rows.filter(id__in=newest.values("id")[:UP_TO]).order_by()  # type: ignore[no-any-return]


def _told(counted: Mapping[w.Word, int]) -> dict[str, Count]:
    """In the order of the road. Where there may be more, there may be more of every stage."""
    more = sum(counted.values()) >= UP_TO
    stages = list(type(next(iter(counted)))) if counted else []
    return {s.value: Count(counted.get(s, 0), more) for s in stages if counted.get(s) or more}


def _up_to(rows: QuerySet[Suggestion]) -> Count:
    n = rows.order_by()[: UP_TO + 1].count()
    return Count(min(n, UP_TO), n > UP_TO)


def _of_office(by: Actor) -> dict[str, Count]:
    """One statement with a short walk along the index for each stage; of drafts only one's own."""
    stages = [stage for stage in w.Suggestion if stage not in UNSENT]
    table = connection.ops.quote_name(Suggestion._meta.db_table)
    one = f"(SELECT COUNT(*) FROM (SELECT 1 FROM {table} WHERE congress_id = %s AND stage = %s LIMIT %s) AS few)"  # noqa: S608
    asked = [value for stage in stages for value in (by.congress, stage.value, UP_TO + 1)]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join([one] * len(stages))}", asked)
        found = dict(zip(stages, cursor.fetchone(), strict=True))
    found[w.Suggestion.DRAFT] = own_drafts(by).count()
    return {stage.value: Count(min(n, UP_TO), n > UP_TO) for stage, n in found.items() if n}
