"""How much was answered, and how much of it is public: numbers of all suggestions and replies, and nothing else of those that are
not public."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from jianyi.cases.models import Handling, Suggestion
from jianyi.procedure.words import Publication as P
from jianyi.procedure.words.after import ANSWERED, WITH_UNITS

from .models import Publication


@dataclass(frozen=True)
class Shares:
    """`due`: replies that were sent and whose suggestion was not withdrawn; of these published, withheld, taken down, under way."""

    published: int
    withheld: int
    taken_down: int
    under_way: int

    @property
    def due(self) -> int:
        return self.published + self.withheld + self.taken_down + self.under_way


def shares(congress: int, year: int | None = None) -> Shares:
    """`year`: in which the suggestion was handed in, or all."""
    rows = Publication.objects.filter(congress_id=congress).exclude(stage__in=[P.NEW, P.LAPSED])
    if year:
        rows = rows.filter(root__submitted_at__year=year)
    told = dict(rows.values_list("stage").annotate(n=Count("id")).order_by())
    settled = (P.PUBLISHED, P.WITHHELD, P.TAKEN_DOWN)
    under_way = sum(count for stage, count in told.items() if stage not in settled)
    published, withheld, taken_down = (told.get(stage, 0) for stage in settled)
    return Shares(published, withheld, taken_down, under_way)


@dataclass(frozen=True)
class Answered:
    """办复率: `answered` of the suggestions that are `due`, those that were handed over and neither withdrawn, merged into another nor
    given back. One that is handled again was answered; one whose replies are not all there was not (domain.md, rates: reply_rate)."""

    answered: int
    due: int


def answered(congress: int, year: int | None = None) -> Answered:
    """`year`: in which the suggestion was handed in, or all."""
    rows = Suggestion.objects.filter(congress_id=congress, stage__in=WITH_UNITS)
    rows = rows.exclude(handed_over_at=None)
    if year:
        rows = rows.filter(submitted_at__year=year)
    again = Handling.objects.filter(congress_id=congress, root_id=OuterRef("id"), round__gt=1)
    told = rows.aggregate(
        due=Count("id"), answered=Count("id", filter=Q(stage__in=ANSWERED) | Q(Exists(again)))
    )
    return Answered(told["answered"], told["due"])
