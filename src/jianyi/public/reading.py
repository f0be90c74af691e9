"""What the public site reads: the public rows, and no others. Nothing here is ever joined to a suggestion, a person or a paper."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Sum

from jianyi.kit.counts import each_up_to, each_value
from jianyi.kit.ids import LARGEST, read_number
from jianyi.kit.pages import Page, page
from jianyi.procedure.facts.said import GRADES
from jianyi.publication import credited
from jianyi.publication.models import Public, PublicPair, PublicReply, PublicTopic


SIZE = 20
LONGEST = 50
# A pair on more pages than this is common.
RARE = 500
Asked = Mapping[str, str]


def stamp(congress: int) -> tuple[datetime, int] | None:
    """When something public was changed last; nothing where there is nothing."""
    rows = Public.objects.filter(congress_id=congress).order_by("-at", "-id")
    topics = PublicTopic.objects.filter(congress_id=congress).order_by("-at", "-id")
    known = rows.annotate(other=credited.changed(congress), topic=Subquery(topics.values("at")[:1]))
    told = known.values_list("at", "id", "other", "topic").first()
    if told is None:
        return topics.values_list("at", "id").first()
    return max(at for at in (told[0], *told[2:]) if at), told[1]


def listed(congress: int, asked: Asked) -> Page:
    """Suggestions, the latest publication first."""
    rows = found(congress, asked)
    return page(
        rows, ("published_on", "id"), SIZE, after=asked.get("after", ""), before=asked.get("before", ""), newest=True
    )  # fmt: skip


def found(congress: int, asked: Asked) -> QuerySet[Public]:
    """By words and filters; what cannot be read as a filter finds nothing."""
    rows = Public.objects.filter(_filters(asked), congress_id=congress, gone=False)
    for word in words_of(asked):
        rows = _with_word(rows, congress, word)
    return rows


def words_of(asked: Asked) -> list[str]:
    return asked.get("q", "")[:LONGEST].casefold().split()[:5]


def _with_word(rows: QuerySet[Public], congress: int, word: str) -> QuerySet[Public]:
    """By the pairs of the word before the text itself is read. A rare pair says which few pages it can be; where all are common the
    list is walked in its order, since the page is soon full."""
    pairs = sorted({a + b for a, b in zip(word, word[1:], strict=False)})[:8]
    counts = each_up_to(PublicPair, [{"congress_id": congress, "pair": pair} for pair in pairs], RARE)
    for count, pair in sorted(zip(counts, pairs, strict=True)):
        found = PublicPair.objects.filter(congress_id=congress, pair=pair)
        if count < RARE:
            return rows.filter(id__in=list(found.values_list("public_id", flat=True)), words__contains=word)
        rows = rows.filter(Exists(found.filter(public_id=OuterRef("id"))))
    return rows.filter(words__contains=word)


def _filters(asked: Asked) -> Q:
    wanted = Q()
    if year := asked.get("year", ""):
        wanted &= Q(year=read_number(year) or 0)
    for name in ("category", "region"):
        if told := asked.get(name, ""):
            wanted &= Q(**{name: told})
    return wanted & _of_replies(asked)


def _of_replies(asked: Asked) -> Q:
    told = {"unit": asked.get("unit", ""), "reply_class": asked.get("class", "")}
    if not any(told.values()):
        return Q()
    rows = PublicReply.objects.filter(
        congress_id=OuterRef("congress_id"), public_id=OuterRef("id"), gone=False
    )
    return Q(Exists(rows.filter(**{name: value for name, value in told.items() if value})))


def replies(congress: int, numbers: Iterable[int]) -> dict[int, list[PublicReply]]:
    """suggestion → its replies, by unit and round; also those that were taken down, of which nothing is left."""
    rows = PublicReply.objects.filter(congress_id=congress, public_id__in=list(numbers))
    told: dict[int, list[PublicReply]] = {}
    for row in rows.order_by("unit_id", "round", "id"):
        told.setdefault(row.public_id, []).append(row)
    return told


def item(congress: int, number: int) -> Public | None:
    if number > LARGEST:
        return None
    return Public.objects.filter(congress_id=congress, id=number).first()


@dataclass(frozen=True)
class Choices:
    """What can be filtered by, as it occurs."""

    years: list[int]
    units: list[str]
    classes: list[tuple[str, str]]
    categories: list[str]
    regions: list[str]


def choices(congress: int) -> Choices:
    rows = Public.objects.filter(congress_id=congress, gone=False)
    answers = PublicReply.objects.filter(congress_id=congress, gone=False)
    classes = list(filter(None, each_value(answers, "reply_class")))
    return Choices(
        each_value(rows, "year")[::-1],
        sorted(each_value(answers, "unit")),
        [(key, _label_of(answers.filter(reply_class=key))) for key in classes],
        sorted(filter(None, each_value(rows, "category"))),
        sorted(filter(None, each_value(rows, "region"))),
    )


def _label_of(answers: QuerySet[PublicReply]) -> str:
    """As the place calls the class; there are few classes."""
    return answers.order_by().values_list("class_label", flat=True)[:1].get()


def total(congress: int) -> int:
    return Public.objects.filter(congress_id=congress, gone=False).count()


@dataclass(frozen=True)
class Figures:
    """Of what is public: replies that a later round has answered anew are counted apart, and in nothing else. `ratings`: what was
    graded, how often each of GRADES, how often in all."""

    suggestions: int
    replies: int
    again: int
    ways: list[tuple[str, int]]
    classes: list[tuple[str, str, int]]
    units: list[tuple[str, int]]
    ratings: list[tuple[str, list[int], int]]
    rated: int
    promised: int
    kept: int


def figures(congress: int, year: int | None) -> Figures:
    """Every figure of the page; `year`: in which the suggestion was made, or all."""
    of_year = {"public__year": year} if year else {}
    every = PublicReply.objects.filter(congress_id=congress, gone=False, **of_year)
    rows = every.filter(again=False)
    pages = Public.objects.filter(congress_id=congress, gone=False, **({"year": year} if year else {}))
    rated = rows.exclude(grades=[])
    sums = rows.aggregate(promised=Sum("promised"), kept=Sum("kept"))
    kinds = rows.exclude(reply_class="").values_list("reply_class", "class_label")
    return Figures(
        pages.count(), rows.count(), every.filter(again=True).count(), _counted(rows, "way"),
        [(key, label, n) for key, label, n in kinds.annotate(n=Count("id")).order_by("reply_class")],
        sorted(_counted(rows, "unit"), key=lambda each: (-each[1], each[0])),
        _graded(rated), rated.count(), sums["promised"] or 0, sums["kept"] or 0,
    )  # fmt: skip


def _graded(rows: QuerySet[PublicReply]) -> list[tuple[str, list[int], int]]:
    """There are few ways to grade: the database counts each."""
    found: dict[str, Counter[str]] = {}
    for grades, count in rows.values_list("grades").annotate(n=Count("id")):
        for asked, grade in grades:
            found.setdefault(asked, Counter())[grade] += count
    return [
        (asked, [counts[grade] for grade in GRADES.values()], counts.total())
        for asked, counts in found.items()
    ]


def _counted(rows: QuerySet[PublicReply], name: str) -> list[tuple[str, int]]:
    return list(rows.values_list(name).annotate(n=Count("id")).order_by(name))


def every(congress: int) -> Iterable[tuple[Public, list[PublicReply], list[credited.PublicOutcome]]]:
    """All that is public, a block at a time: for the open data."""
    after: Any = 0
    while rows := list(
        Public.objects.filter(congress_id=congress, gone=False, id__gt=after).order_by("id")[:200]
    ):
        numbers = [row.id for row in rows]
        told, came = replies(congress, numbers), credited.outcomes_of(congress, numbers)
        for row in rows:
            yield row, [each for each in told.get(row.id, []) if not each.gone], came.get(row.id, [])
        after = rows[-1].id


@dataclass(frozen=True)
class Topic:
    """A key topic and the suggestions in it: (number for the address or 0, as it is called, title or nothing). A title is what was published of the
    suggestion, and nothing where nothing was."""

    row: PublicTopic
    cases: list[tuple[int, str, str]]


TOPICS = 200


def topics(congress: int) -> list[Topic]:
    """What was decided last first, the first TOPICS."""
    rows = list(
        PublicTopic.objects.filter(congress_id=congress, gone=False).order_by("-decided_on", "-id")[:TOPICS]
    )
    numbers = {int(number) for row in rows for number, _ in row.cases}
    titles = dict(
        Public.objects.filter(congress_id=congress, gone=False, id__in=numbers).values_list("id", "title")
    )
    return [
        Topic(row, [_of_topic(int(number), called, titles) for number, called in row.cases]) for row in rows
    ]


def _of_topic(number: int, called: str, titles: dict[int, str]) -> tuple[int, str, str]:
    return (number, called, titles[number]) if number in titles else (0, called, "")
