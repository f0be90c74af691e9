"""By terms of the congress: what was proposed and how it was rated in each, and what was explained at its end (stories S14)."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Value

from jianyi.kit import clock
from jianyi.kit.pages import Page, page
from jianyi.parties.directory import terms
from jianyi.parties.mandates import last_day
from jianyi.parties.models import Sitting, Term
from jianyi.parties.queries import congress_of
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import AXES
from jianyi.procedure.places import place

from ..models import Explained, Promise, Sheet, Suggestion
from ..sight import UNSENT, is_office
from .scope import of_units


DONE = (w.Suggestion.CLOSED,)
ENDED = (
    w.Suggestion.WITHDRAWN,
    w.Suggestion.RETURNED,
    w.Suggestion.LETTER,
    w.Suggestion.REFERENCE,
    w.Suggestion.MERGED,
)
SIZE = 20


@dataclass(frozen=True)
class OfTerm:
    """A case is of the term in which it was handed in, whenever it is done. `rated`: the denominator of both rates: per unit and
    case the last rating, as far as it was given; `satisfied`: on every axis of the place, `basically`: dissatisfied on none."""

    term: Term
    handed_in: int = 0
    closed: int = 0
    going_on: int = 0
    rated: int = 0
    satisfied: int = 0
    basically: int = 0

    @property
    def content(self) -> int:
        """Satisfied, or basically so."""
        return self.satisfied + self.basically


def by_terms(*, by: Actor) -> list[OfTerm]:
    """Newest first; nothing for those who do not read the figures of the congress."""
    if not is_office(by):
        return []
    of_sitting = dict(Sitting.objects.filter(congress_id=by.congress).values_list("id", "term"))
    counts, ratings = _cases(by, of_sitting), _ratings(by, of_sitting)
    return [OfTerm(term, **counts[term.nth], **ratings[term.nth]) for term in terms(by=by)]


def _cases(by: Actor, of_sitting: dict[int, int]) -> dict[int, dict[str, int]]:
    """By sitting, so that the engine need not ask each case for its term."""
    found: dict[int, dict[str, int]] = defaultdict(
        lambda: dict.fromkeys(("handed_in", "closed", "going_on"), 0)
    )
    rows = Suggestion.objects.filter(congress_id=by.congress).exclude(stage__in=UNSENT)
    for sitting, stage, n in rows.values_list("sitting_id", "stage").annotate(n=Count(Value(1))).order_by():
        part, stands = found[of_sitting[sitting]], w.Suggestion(stage)
        part["handed_in"] += n
        part["closed"] += n if stands in DONE else 0
        part["going_on"] += n if stands not in (*DONE, *ENDED) else 0
    return found


RATES = ("rated", "satisfied", "basically")


def _ratings(by: Actor, of_sitting: dict[int, int]) -> dict[int, dict[str, int]]:
    """The last that was given about each unit of a case: all of them, less those that a later round has answered anew. Only of cases
    with a second round is that asked, which are few."""
    given = Sheet.objects.filter(congress_id=by.congress, rated_at__isnull=False)
    later = given.filter(
        root_id=OuterRef("root_id"), rater_id=OuterRef("rater_id"), round__gt=OuterRef("round"),
        paper__handling__unit_id=OuterRef("paper__handling__unit_id"),
    )  # fmt: skip
    again = given.filter(round__gt=1).values("root_id")
    before = _by_term(given.filter(Exists(later), root_id__in=again), of_sitting)
    every = _by_term(given, of_sitting)
    for nth, row in before.items():
        every[nth] = {name: every[nth][name] - row[name] for name in RATES}
    return every


def _by_term(rows: QuerySet[Sheet], of_sitting: dict[int, int]) -> dict[int, dict[str, int]]:
    """There are few ways to grade: the database counts each, along one index, and what each of them is worth is told here. An axis that
    the place does not ask stays empty."""
    told = rows.values_list("sitting_id", *AXES).annotate(n=Count(Value(1))).order_by()
    found: dict[int, dict[str, int]] = defaultdict(lambda: dict.fromkeys(RATES, 0))
    for sitting, *grades, n in told:
        part = found[of_sitting[sitting]]
        part["rated"] += n
        if "dissatisfied" not in grades:
            part["basically" if "basically_satisfied" in grades else "satisfied"] += n
    return found


# The end of a term: every promise that is still open has been explained


@dataclass(frozen=True)
class OfUnit:
    """`explained` ÷ `open`: of the promises open at the end of the term, those explained to the deputies in writing in time."""

    unit_id: int
    name: str
    open: int
    explained: int

    @property
    def missing(self) -> int:
        return self.open - self.explained


@dataclass(frozen=True)
class EndOfTerm:
    """The check of a term. `day`: the last on which an explanation is in time; none where it is not known or not laid down."""

    term: Term
    day: date | None
    article: str
    units: list[OfUnit] = field(default_factory=list)

    @property
    def open(self) -> int:
        return sum(row.open for row in self.units)

    @property
    def explained(self) -> int:
        return sum(row.explained for row in self.units)

    @property
    def missing(self) -> int:
        return self.open - self.explained

    @property
    def is_red(self) -> bool:
        """Its day is over, and one is missing."""
        return self.day is not None and clock.today() > self.day and self.explained < self.open


def end_of_term(nth: int, *, by: Actor) -> EndOfTerm | None:
    """Per unit, as far as the actor reads its figures; nothing where there is no such term."""
    term = next((row for row in terms(by=by) if row.nth == nth), None)
    scope = of_units(by, "unit")
    if term is None or scope is None:
        return None
    where = place(congress_of(by=by).place)
    day = last_day(term.until, where)
    rule = where.numbers.get("end_of_term_days")
    rows = _open_at(scope, day, by).annotate(told=Exists(_explanations(nth, day)))
    each = rows.values("unit_id", name=F("unit__name")).annotate(
        open=Count("id"), explained=Count("id", filter=Q(told=True))
    )
    return EndOfTerm(
        term, day, rule.article if rule else "", [OfUnit(**row) for row in each.order_by("unit_id")]
    )


def unexplained(told: EndOfTerm, *, by: Actor, after: str = "", before: str = "", size: int = SIZE) -> Page:
    """The promises that are missing on the sheet, by their days."""
    scope = of_units(by, "unit")
    rows = _open_at(scope if scope is not None else Q(pk__in=()), told.day, by).filter(
        ~Exists(_explanations(told.term.nth, told.day))
    )
    return page(
        rows.select_related("root", "unit", "division"), ("due", "id"), size, after=after, before=before
    )


def _open_at(scope: Q, day: date | None, by: Actor) -> QuerySet[Promise]:
    """Made by then, and not done with by then; before that day: as things stand."""
    at = min(day or clock.today(), clock.today())
    rows = Promise.objects.filter(scope, congress_id=by.congress, made_on__lte=at)
    return rows.filter(Q(ended_on=None) | Q(ended_on__gt=at))


def _explanations(nth: int, day: date | None) -> QuerySet[Explained]:
    rows = Explained.objects.filter(congress_id=OuterRef("congress_id"), promise_id=OuterRef("id"), term=nth)
    return rows.filter(on__lte=day) if day else rows
