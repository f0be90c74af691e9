"""How much of what was answered is public: numbers of all replies, and nothing else of those that are not."""

from dataclasses import dataclass

from django.db.models import Count

from jianyi.procedure.words import Publication as P

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
