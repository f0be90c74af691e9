"""What the clock does: the procedure's own steps that time has made ready. Idempotent, and missed runs catch up."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from time import monotonic

from django.db.models import QuerySet

from jianyi.clockwork import lease
from jianyi.kit import clock
from jianyi.parties.mandates import expired_mandates
from jianyi.parties.models import Congress, Organisation, Proxy
from jianyi.procedure import words
from jianyi.procedure.steps import STEPS
from jianyi.procedure.words import Limit
from jianyi.turn.days import KEPT, days_of
from jianyi.turn.door import tick
from jianyi.turn.models import Deadline, Root
from jianyi.turn.reckoning import moves
from jianyi.turn.ticking import in_turn
from jianyi.turn.under import Under

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
    yield from _moved()
    over = Proxy.objects.filter(stage=words.Proxy.GRANTED, until__lte=clock.now()).values_list(
        "root_id", flat=True
    )
    yield from Organisation.objects.filter(id__in=list(over)).order_by("id")
    yield from expired_mandates()


def _escalated() -> Iterable[Root]:
    """Cases that stood there before anything followed from it."""
    new = Escalation.objects.filter(stage=words.Escalation.NEW).values_list("root_id", flat=True)
    yield from Suggestion.objects.filter(id__in=list(new), stage=words.Suggestion.ESCALATED).order_by("id")


@dataclass
class Pass:
    """How far this process has looked through the running clocks of a congress for one version of its days: `looked`: at what stays
    as it is; `through`: at everything, and nobody counts by the days before any more."""

    version: str
    since: float = field(default_factory=monotonic)
    looked: set[tuple[int, date]] = field(default_factory=set)
    through: bool = False


PASSES: dict[int, Pass] = {}
# Another process counts by the days before for so long after an arrangement was entered.
SETTLED = 2 * KEPT


def _moved() -> Iterable[Root]:
    """Cases with a running clock that falls on another day by an arrangement that was entered, or that a new edition of the program
    has brought. Which days were looked through to the end is remembered, so that a process that starts does not begin anew."""
    for congress in Congress.objects.values_list("id", flat=True).order_by("id"):
        version = days_of(congress).version
        if congress not in PASSES or PASSES[congress].version != version:
            PASSES[congress] = Pass(version, through=lease.watermark(_mark(congress)) == _short(version))
        if not PASSES[congress].through:
            yield from _moved_of(congress, PASSES[congress])


def _moved_of(congress: int, now: Pass) -> Iterable[Root]:
    """Once nothing is found any more, all running clocks are not read again each minute: what begins later is counted by
    the days in force. A case whose turn failed is found again."""
    began, found = monotonic(), False
    stale = Deadline.objects.filter(congress_id=congress, ended_at=None).exclude(why__calendar=now.version)
    for root, clocks in _by_root(stale.filter(due_on__gte=_first_day(congress)), now.looked).items():
        case = Suggestion.objects.filter(congress_id=congress, id=root).first()
        if case and _moves(case):
            found = True
            yield case
        else:
            now.looked.update(clocks)
    if not found and began - now.since >= SETTLED:
        now.through = True
        lease.reach(_mark(congress), _short(now.version))
        now.looked.clear()


def _mark(congress: int) -> str:
    return f"days/{congress}"


def _short(version: str) -> str:
    return sha256(version.encode()).hexdigest()[:40]


def _moves(case: Suggestion) -> bool:
    """What cannot even be looked at is left to its turn, which says why."""
    try:
        return bool(moves(Under(case)))
    except Exception:
        return True


def _by_root(rows: QuerySet[Deadline], looked: set[tuple[int, date]]) -> dict[int, list[tuple[int, date]]]:
    """Those that nobody has looked at."""
    found: dict[int, list[tuple[int, date]]] = {}
    for root, number, day in rows.order_by("root_id").values_list("root_id", "id", "due_on").iterator():
        if (number, day) not in looked:
            found.setdefault(root, []).append((number, day))
    return found


def _first_day(congress: int) -> date:
    """Before it no arrangement changes anything: the year's first day is nobody's end of a limit in the year before."""
    return date(min(days_of(congress).covered), 1, 1)


def tick_all() -> int:
    """Take every due step; answers how many lines were written."""
    return in_turn(due_roots(), tick)


def tick_mandates(congress: int) -> int:
    """After a change of term: end the mandates of the term that is over, each in a turn of its own. What is left when this is
    cut off, the clock takes up; a mandate counts for nothing from the change on."""
    return sum(tick(person) for person in expired_mandates().filter(congress_id=congress))
