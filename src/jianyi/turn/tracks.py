"""Where areas register the tracks they carry, and where a missing fact stops the start."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from jianyi.procedure.facts.acting import Acting, Actor, Clocks, Holder, Rules, Someone
from jianyi.procedure.facts.said import Said
from jianyi.procedure.steps import STEPS, Step
from jianyi.procedure.words import TRACKS, Capacity, Word

from .models import Root, Subject, word_name


if TYPE_CHECKING:
    from .under import Under


OF_THE_TURN = {Acting, Clocks, Rules}
Provider = Callable[[Any, "Under"], Any]
Holders = Callable[[Capacity, Any, "Under"], Iterable[Holder]]
Capacities = Callable[[Actor, Any, "Under"], frozenset[Capacity]]


@dataclass(frozen=True, eq=False)
class Track:
    """`holders`: who acts in a capacity at a subject; `facts`: for each type the needs read, who provides it."""

    stages: type[Word]
    model: type[Subject]
    root: type[Root]
    holders: Holders
    facts: Mapping[type, Provider]
    stands_in: bool = True

    @property
    def name(self) -> str:
        return word_name(self.stages)


_laid: dict[type[Word], Track] = {}


def lay(*tracks: Track) -> None:
    """Register every track at once. Raises LookupError when a row could read what nobody provides."""
    _laid.clear()
    _laid.update({track.stages: track for track in tracks})
    lacking = [f"{kind.__name__}: no track" for kind in TRACKS if kind not in _laid] or _unprovided()
    if lacking:
        raise LookupError("; ".join(lacking))
    for cached in (under, capacities_of, by_name):
        cached.cache_clear()


def _unprovided() -> list[str]:
    return [
        f"{row.track.__name__}.{row.action.name} needs {need.phrase}, nobody provides {kind.__name__}"
        for row in STEPS
        for need in (*row.needs, *row.warns)
        for kind in need.reads.values()
        if not (issubclass(kind, Said) or kind in OF_THE_TURN or kind in _laid[row.track].facts)
    ]


def track_of(subject: Subject | type[Word]) -> Track:
    return _laid[subject if isinstance(subject, type) else type(subject.stage)]


@cache
def by_name() -> Mapping[str, Track]:
    return {track.name: track for track in _laid.values()}


@cache
def under(root: type[Root]) -> tuple[Track, ...]:
    """The tracks whose subjects hang on this root, the root's own first."""
    found = [track for track in _laid.values() if track.root is root]
    return tuple(sorted(found, key=lambda track: track.model is not root))


@cache
def capacities_of(track: type[Word]) -> tuple[Capacity, ...]:
    """The capacities that any row of the track speaks of."""
    rows: Iterable[Step] = (row for row in STEPS if row.track is track)
    return tuple(dict.fromkeys(capacity for row in rows for capacity in row.by))


def capacities(by: Actor, subject: Subject, under: "Under") -> frozenset[Capacity]:
    """In what capacities somebody acts at a subject."""
    track = track_of(subject)
    if by.ticket and by.ticket.subject != subject.id:
        return frozenset()
    return frozenset(
        capacity
        for capacity in capacities_of(track.stages)
        if any(acts_as(by, holder, capacity) for holder in track.holders(capacity, subject, under))
    )


# What comes with a seat or is done in one's own name is never handed on with a post.
PERSONAL = frozenset({
    Capacity.LEAD_DEPUTY, Capacity.CO_SIGNER, Capacity.INVITEE, Capacity.CONTACTED, Capacity.RATER, Capacity.GUEST, Capacity.ONESELF,
})  # fmt: skip


def acts_as(by: Actor, holder: Holder, capacity: Capacity) -> bool:
    if by.is_one_of(holder):
        return True
    stood_for = isinstance(holder, Someone) and holder.person in by.stands_for and by.is_at_home(holder)
    return stood_for and capacity not in PERSONAL
