"""Three questions: what is there to do here, may this person do this now, what does the procedure do itself?"""

from collections.abc import Iterable, Set
from functools import cache

from .actions import Action
from .needs import Lookup
from .places import Place
from .refusals import NEVER, OWN_CODE, Code, NotHere, NotNow, NotReady, NotYou, Refused
from .steps import STEPS, Step
from .words import Capacity, Word


Capacities = Set[Capacity]


def permit(action: Action, stage: Word, capacities: Capacities, look_up: Lookup, place: Place) -> Step:
    """The row to follow; raises Refused with the reason why not: not here, not you, not now, not ready.

    Rows of one action at one stage are alternatives: the first whose needs all hold is followed.
    """
    rows = [row for row in rows_of(place, type(stage)) if row.action is action]
    if not rows:
        told = NEVER.get(action, f"按{place.name}的规则，没有“{action.label}”这一步。")
        raise _refusal(NotHere, action, Code.NOT_IN_THIS_PLACE, told)
    mine = [row for row in rows if capacities & set(row.by)]
    here = [row for row in rows if stage in row.at]
    open_to_me = [row for row in mine if row in here]
    if not open_to_me and (here or not mine):
        raise _refusal(NotYou, action, Code.WRONG_ACTOR, f"“{action.label}”应由{_names(here or rows)}办理。")
    if not open_to_me:
        told = f"现处“{stage.label}”，不能{action.label}。"
        raise _refusal(NotNow, action, early_or_late(stage, mine), told)
    return _ready(open_to_me, look_up)


def open_steps(stage: Word, capacities: Capacities, place: Place) -> list[Step]:
    """What to offer this person here, ready or not: buttons, work list, actions of the interface."""
    return [row for row in rows_of(place, type(stage)) if stage in row.at and capacities & set(row.by)]


def own_step(stage: Word, look_up: Lookup, place: Place) -> Step | None:
    """The step the procedure takes by itself, once it is ready."""
    own = open_steps(stage, frozenset({Capacity.THE_PROCEDURE}), place)
    return next((row for row in own if all(need.holds(look_up) for need in row.needs)), None)


def unmet(row: Step, look_up: Lookup) -> list[str]:
    """Why a row is not ready, in sentences."""
    return [need.tell(look_up) for need in row.needs if not need.holds(look_up)]


@cache
def rows_of(place: Place, track: type[Word]) -> tuple[Step, ...]:
    return tuple(row for row in STEPS if row.track is track and row.is_in_force(place.switches))


@cache
def own_stages(place: Place, track: type[Word]) -> frozenset[Word]:
    """The stages at which the procedure may act by itself."""
    return frozenset(at for row in rows_of(place, track) if row.is_own for at in row.at)


@cache
def duties(place: Place, track: type[Word]) -> tuple[Step, ...]:
    """The rows that are somebody's turn: what is done at will, or by the procedure, waits for nobody."""
    return tuple(row for row in rows_of(place, track) if not (row.is_own or row.at_will))


@cache
def is_final(stage: Word, place: Place) -> bool:
    """Nothing leads on from here; something may still be noted."""
    return not any(stage in row.at and row.to for row in rows_of(place, type(stage)))


def early_or_late(stage: Word, rows: Iterable[Step]) -> Code:
    """The stages of a track are listed in the order of its road."""
    road = list(type(stage))
    ahead = road[road.index(stage) + 1 :]
    return Code.TOO_EARLY if any(at in ahead for row in rows for at in row.at) else Code.TOO_LATE


def _ready(rows: list[Step], look_up: Lookup) -> Step:
    for row in rows:
        if all(need.holds(look_up) for need in row.needs):
            return row
    row = _nearest(rows, look_up)
    first = next(need for need in row.needs if not need.holds(look_up))
    raise _refusal(NotReady, row.action, first.code, *unmet(row, look_up))


def _nearest(rows: list[Step], look_up: Lookup) -> Step:
    """Of several alternatives the one that holds the longest tells the reader what is lacking."""

    def held(row: Step) -> int:
        return next(n for n, need in enumerate(row.needs) if not need.holds(look_up))

    return max(rows, key=held)


def _refusal(kind: type[Refused], action: Action, code: Code, *reasons: str) -> Refused:
    return kind(OWN_CODE.get((kind, action), code), *reasons)


def _names(rows: Iterable[Step]) -> str:
    return "、".join(dict.fromkeys(capacity.label for row in rows for capacity in row.by))
