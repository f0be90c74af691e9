"""What the clock does: the procedure's own steps that time has made ready. Idempotent, and missed runs catch up."""

from collections.abc import Iterable

from jianyi.kit import clock
from jianyi.parties.mandates import expired_mandates
from jianyi.parties.models import Organisation, Proxy
from jianyi.procedure import words
from jianyi.procedure.steps import STEPS
from jianyi.procedure.words import Limit
from jianyi.turn.door import tick
from jianyi.turn.models import Deadline, Root

from .models import Escalation, Suggestion


def watched() -> set[Limit]:
    """The limits at whose end a row of the procedure itself may become ready."""
    return {limit for row in STEPS if row.is_own for need in row.needs for limit in need.watches}


def due_roots() -> Iterable[Root]:
    """Cases with a watched clock that has run out and still runs; organisations with an authorisation past its end;
    people whose mandate is of a term that is over."""
    limits = [limit.value for limit in watched()]
    ran = Deadline.objects.filter(ended_at=None, due_at__lte=clock.now(), limit__in=limits)
    yield from Suggestion.objects.filter(
        id__in=list(ran.values_list("root_id", flat=True).distinct())
    ).order_by("id")
    yield from _escalated()
    over = Proxy.objects.filter(stage=words.Proxy.GRANTED, until__lte=clock.now()).values_list(
        "root_id", flat=True
    )
    yield from Organisation.objects.filter(id__in=list(over)).order_by("id")
    yield from expired_mandates()


def _escalated() -> Iterable[Root]:
    """Cases that stood there before anything followed from it."""
    new = Escalation.objects.filter(stage=words.Escalation.NEW).values_list("root_id", flat=True)
    yield from Suggestion.objects.filter(id__in=list(new), stage=words.Suggestion.ESCALATED).order_by("id")


def tick_all() -> int:
    """Take every due step; answers how many lines were written."""
    return sum(tick(root) for root in due_roots())


def tick_mandates(congress: int) -> int:
    """After a change of term: end the mandates of the term that is over, each in a turn of its own. What is left when this is
    cut off, the clock takes up; a mandate counts for nothing from the change on."""
    return sum(tick(person) for person in expired_mandates().filter(congress_id=congress))
