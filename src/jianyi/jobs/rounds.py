"""What the clock does, and how often. Each job may run at any time, twice or late, without harm."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings

from jianyi.cadence import due as cadence
from jianyi.cases import due as cases
from jianyi.clockwork import health
from jianyi.journal import seal as seals, witness
from jianyi.journal.verify import Verdict, verify
from jianyi.kit import clock, statistics
from jianyi.notices import alarms, reminding, sending, spreading
from jianyi.parties.models import Congress
from jianyi.publication import due as publication
from jianyi.supervision import due as supervision
from jianyi.themes import due as themes
from jianyi.topics import due as topics
from jianyi.turn.models import Root
from jianyi.turn.ticking import in_turn
from jianyi.turn.tracks import by_name


# Congresses of which this process has compared every head with the seals.
LOOKED_THROUGH: set[int] = set()
AT_ONCE = 2_000
WITNESS = Path(settings.HOME) / "sealed.json"


@dataclass(frozen=True)
class Job:
    name: str
    every: timedelta
    run: Callable[[], int]


def tick() -> int:
    """The procedure's own steps that time has made ready; answers how many were taken."""
    stand_at_the_demo_clock()
    areas = (cases, themes, topics, publication, cadence, supervision)
    return in_turn(areas, lambda area: area.tick_all(), lambda area: area.__name__)


def seal() -> int:
    """Seal every chain that has grown since; answers how many blocks were written. A seal that was taken away stays remembered, and
    is told each time, also when new ones follow. Every chain is looked at when a process begins; then those with new lines."""
    stand_at_the_demo_clock()
    made: list[int] = []
    lost: list[int] = []

    def sealed(congress: int) -> int:
        gone = witness.missing(WITNESS, congress)
        since = seals.last_look(congress) if congress in LOOKED_THROUGH else 0
        moved = roots(congress, seals.grown(congress, since) if since else None)
        made.append(len(seals.seal(congress, moved, settings.JIANYI_SEAL, since)))
        LOOKED_THROUGH.add(congress)
        if gone:
            lost.append(congress)
            raise LookupError(gone)
        return made[-1]

    try:
        return in_turn(congresses(), sealed, str)
    finally:
        if any(made) or not WITNESS.exists():
            witness.remember(WITNESS, besides=lost)


def verdict(congress: int, key: bytes = settings.JIANYI_SEAL) -> Verdict:
    """The record of one congress against its heads, its seals, and the last seal as remembered outside."""
    told = verify(congress, roots(congress), key)
    lost = witness.missing(WITNESS, congress)
    return replace(told, faults=[*told.faults, *([lost] if lost else [])])


def congresses() -> list[int]:
    return list(Congress.objects.order_by("id").values_list("id", flat=True))


def roots(congress: int, among: Sequence[int] | None = None) -> Iterator[Any]:
    """Everything of a congress that carries a chain, with no more than its head; all, or those with one of these numbers."""
    for model in chained():
        rows = model._default_manager.filter(congress_id=congress).only("id", "congress_id", "seq", "head")
        if among is None:
            yield from rows.iterator()
        else:
            for start in range(0, len(among), AT_ONCE):
                yield from rows.filter(id__in=among[start : start + AT_ONCE])


def chained() -> list[type[Root]]:
    """The models that carry a chain."""
    return list(dict.fromkeys(track.root for track in by_name().values()))


def stand_at_the_demo_clock() -> None:
    """The demo's clock may run ahead; how far is kept in a file, so that every process sees it."""
    if settings.DEMO:
        clock.shift(clock.kept_shift(Path(settings.HOME) / "demo-clock"))


def remind() -> int:
    """What limits come near or have passed is told; answers how many were told."""
    stand_at_the_demo_clock()
    return reminding.remind()


WORK: dict[str, Callable[[], int]] = {
    "tick": tick, "remind": remind, "spread": spreading.spread, "email": sending.email, "webhook": sending.webhook,
    "alarm": alarms.raise_alarms, "seal": seal, "statistics": statistics.renew,
}  # fmt: skip
JOBS = tuple(Job(name, every, WORK[name]) for name, (_, every) in health.LABELS.items())
