"""How many there are, counted only so far: a page costs the same however much has gathered over the years.

Whoever shows a number that was not counted to the end shows it as "at least" (1 000+).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from jianyi.kit.counts import each_up_to
from jianyi.kit.pages import Way
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor

from ..models import Suggestion
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
    return _told(Counter(stage for (stage,) in _newest(ways, "stage")))


def house_counts(*, by: Actor) -> tuple[dict[str, Count], list[tuple[str, Count]]]:
    """Of the newest UP_TO handlings of the actor's house: stage → how many; and division → how many it has at work,
    most first."""
    newest = _newest(ways_to_own_tasks(by), "stage", "division__name")
    stages = Counter(stage for stage, _ in newest)
    divisions = Counter(name for stage, name in newest if name and stage in AT_WORK)
    more = stages.total() >= UP_TO
    heavy_first = sorted(divisions.items(), key=lambda row: (-row[1], row[0]))
    return _told(stages), [(name, Count(n, more)) for name, n in heavy_first]


def _newest(ways: list[Way], *columns: str) -> list[tuple[Any, ...]]:
    """These columns of the newest UP_TO rows. One question for each way: an engine that is asked for all of them at
    once may well read the whole table."""
    found: dict[int, tuple[Any, ...]] = {}
    for way in ways:
        number = (way.names or ("id",))[-1]
        there = columns if number == "id" else tuple(number.replace("_id", f"__{name}") for name in columns)
        rows = way.rows.order_by(f"-{number}").values_list(number, *there)
        for key, *values in (rows if number == "id" else rows.distinct())[:UP_TO]:
            found[key] = tuple(values)
    return [found[key] for key in sorted(found, reverse=True)[:UP_TO]]


def _told(counted: Mapping[w.Word, int]) -> dict[str, Count]:
    """In the order of the road. Where there may be more, there may be more of every stage."""
    more = sum(counted.values()) >= UP_TO
    stages = list(type(next(iter(counted)))) if counted else []
    return {s.value: Count(counted.get(s, 0), more) for s in stages if counted.get(s) or more}


def _up_to(rows: QuerySet[Suggestion]) -> Count:
    n = rows.order_by()[: UP_TO + 1].count()
    return Count(min(n, UP_TO), n > UP_TO)


def _of_office(by: Actor) -> dict[str, Count]:
    """A short walk along the index for each stage; of drafts only one's own."""
    stages = [stage for stage in w.Suggestion if stage not in UNSENT]
    asked = [{"congress_id": by.congress, "stage": stage.value} for stage in stages]
    found = dict(zip(stages, each_up_to(Suggestion, asked, UP_TO + 1), strict=True))
    found[w.Suggestion.DRAFT] = len(own_drafts(by=by))
    return {stage.value: Count(min(n, UP_TO), n > UP_TO) for stage, n in found.items() if n}
