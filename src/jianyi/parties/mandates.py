"""Terms, and the mandates that are held in them: asked by the procedure, and by whoever says who somebody is."""

from datetime import date, timedelta
from functools import reduce
from operator import or_

from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from jianyi.procedure import words
from jianyi.procedure.places import Place

from .models import Person, Seat, Term


def held_seats() -> QuerySet[Seat]:
    """Mandates that are held: those of a term that is over are not, from the moment at which the next one runs; and those of the
    next one not before."""
    runs = Term.objects.filter(congress_id=OuterRef("congress_id"), stage=words.Term.RUNNING)
    over, begun = runs.filter(nth__gt=OuterRef("term")), runs.filter(nth=OuterRef("term"))
    return Seat.objects.filter(~Exists(over), Exists(begun) | ~Exists(runs), stage=words.Seat.HELD)


def is_to_come(congress: int, person: int) -> bool:
    """Was elected for a term that does not run yet."""
    seats = Seat.objects.filter(congress_id=congress, root_id=person, stage=words.Seat.HELD)
    return seats.filter(term__gt=running_term(congress)).exists()


def was_deputy(congress: int, person: int) -> bool:
    """Held a seat once, and holds none now: reads and rates what was proposed, and proposes nothing new."""
    return Seat.objects.filter(congress_id=congress, root_id=person).exclude(stage=words.Seat.NEW).exists()


def expired_mandates() -> QuerySet[Person]:
    """Whose mandate is of a term that is over, and is not ended yet."""
    last = Term.objects.filter(stage=words.Term.RUNNING).values_list("congress_id").annotate(Max("nth"))
    over = [Q(congress_id=congress, term__lt=nth) for congress, nth in last]
    seats = Seat.objects.filter(reduce(or_, over, Q(id__in=())), stage=words.Seat.HELD)
    return Person.objects.filter(id__in=seats.values("root_id")).order_by("id")


def running(congress: int) -> Term | None:
    """The term that runs."""
    return Term.objects.filter(congress_id=congress, stage=words.Term.RUNNING).order_by("-nth").first()


def running_term(congress: int) -> int:
    """Its number; 0 where none runs."""
    term = running(congress)
    return term.nth if term else 0


def last_day(until: date | None, where: Place) -> date | None:
    """Until when a unit can explain in time what it has not kept in the term: so many days before the term is over as the place
    lays down; nothing where it lays down none, or the end is not known."""
    days = where.number("end_of_term_days")
    return until - timedelta(days=days) if until and days is not None else None
