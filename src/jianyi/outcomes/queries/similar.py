"""Earlier suggestions and replies of the unit that are like one: offered when an outcome is registered (由点及面). Likeness is the
share of the title's pairs of characters that another title has too (cases.models.titles)."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef

from jianyi.cases.models import Handling, Past, Suggestion, TitlePair
from jianyi.cases.models.titles import pairs_of
from jianyi.cases.sight import may_see
from jianyi.kit.counts import each_up_to
from jianyi.parties.models import Organisation
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor

from ..models import Outcome


# A pair in more titles than this says nothing about them; of past replies so many are looked at, of the unit's newest.
COMMON, LOOKED_AT, OFFERED = 1_000, 300, 8
LEAST = 0.3
GONE = (w.Handling.NAMED, w.Handling.MOVED, w.Handling.LAPSED)
EMPTY = ("关于", "的建议", "建议")


@dataclass(frozen=True)
class Like:
    """`share`: of the pairs of the title that was asked about, how many in a hundred the other one has too."""

    row: Suggestion | Past
    share: int


def _words(title: str) -> str:
    for part in EMPTY:
        title = title.replace(part, "")
    return title


def similar_cases(
    titles: Iterable[str], outcome: Outcome, *, by: Actor, without: Iterable[int] = ()
) -> list[Like]:
    """Suggestions of the outcome's unit like any of these titles, the likest first. `without`: not these."""
    pairs = _telling(set().union(*(pairs_of(_words(title)) for title in titles)), by)
    if not pairs:
        return []
    tasks = Handling.objects.filter(
        congress_id=by.congress, unit_id=outcome.unit_id, root_id=OuterRef("root_id")
    )
    rows = TitlePair.objects.filter(
        Exists(tasks.exclude(stage__in=GONE)), congress_id=by.congress, pair__in=pairs
    )
    rows = rows.exclude(root_id__in=list(without))
    ranked = rows.values("root_id").annotate(n=Count("id")).order_by("-n", "-root_id")[: 2 * OFFERED]
    counted = {row["root_id"]: round(100 * row["n"] / len(pairs)) for row in ranked}
    known = {row.id: row for row in Suggestion.objects.filter(may_see(by), id__in=list(counted))}
    found = [Like(known[number], share) for number, share in counted.items() if number in known]
    return [like for like in found if like.share >= 100 * LEAST][:OFFERED]


def _telling(pairs: set[str], by: Actor) -> set[str]:
    """Without those that stand in very many titles; all where nothing would be left."""
    told = sorted(pairs)
    counts = each_up_to(TitlePair, [{"congress_id": by.congress, "pair": pair} for pair in told], COMMON)
    rare = {pair for pair, count in zip(told, counts, strict=True) if 0 < count < COMMON}
    return rare or pairs


def similar_pasts(
    titles: Iterable[str], outcome: Outcome, *, by: Actor, without: Iterable[int] = ()
) -> list[Like]:
    """Replies the unit gave before the platform was in use."""
    pairs = set().union(*(pairs_of(_words(title)) for title in titles))
    unit = Organisation.objects.get(congress_id=by.congress, id=outcome.unit_id)
    rows = Past.objects.filter(
        congress_id=by.congress, stage=w.Past.KEPT, unit__in={unit.name, unit.known_as}
    )
    newest = rows.exclude(id__in=list(without)).defer("body").order_by("-id")[:LOOKED_AT]
    shares = ((row, len(pairs & pairs_of(row.title)) / len(pairs)) for row in (newest if pairs else ()))
    found = [Like(row, round(100 * share)) for row, share in shares if share >= LEAST]
    return sorted(found, key=lambda like: (-like.share, -like.row.id))[:OFFERED]
