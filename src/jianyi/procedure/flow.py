"""The road of one reply through the table, step by step, as a unit hangs it on its wall (forms.md F10)."""

from dataclasses import dataclass

from .actions import Action as A
from .places import Place
from .steps import STEPS, Step
from .telling import lengths
from .words import NO_DUTY, Capacity, Consultation, Contact, Handling, Limit, Paper, Rating, Suggestion, Word


# The steps that lead on; what else may be done at the stage of one of them is told beside it.
ROAD: tuple[tuple[type[Word], A], ...] = (
    (Suggestion, A.HAND_OVER), (Handling, A.ACKNOWLEDGE), (Handling, A.ROUTE), (Contact, A.RECORD), (Handling, A.BEGIN),
    (Paper, A.PRESENT), (Paper, A.PASS), (Consultation, A.SHOW), (Paper, A.SIGN), (Paper, A.SEND), (Rating, A.RATE),
    (Suggestion, A.CLOSE),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Station:
    """`at`: the stages at which this step is the next one; `limits`: what ends with it; `otherwise`: where else it may go."""

    action: A
    track: type[Word]
    at: tuple[Word, ...]
    by: tuple[Capacity, ...]
    limits: tuple[tuple[Limit, str], ...]
    otherwise: tuple[str, ...]


def road(place: Place) -> list[Station]:
    """Every step of the road that the place has."""
    rows = [row for row in STEPS if row.is_in_force(place.switches)]
    return [found for track, action in ROAD if (found := _station(track, action, rows, place))]


def _station(track: type[Word], action: A, rows: list[Step], place: Place) -> Station | None:
    own = [row for row in rows if row.track is track and row.action is action and not row.is_own]
    if not own:
        return None
    ends = dict.fromkeys(limit for row in own for limit in row.ends if limit not in NO_DUTY)
    told = tuple((limit, text) for limit in ends for text in _told(limit, place))
    return Station(action, track, own[0].at, own[0].by, told, _otherwise(own[0], rows))


def _told(limit: Limit, place: Place) -> list[str]:
    """「答复 3 个月，自“送达承办单位”起算」, one for each time where they differ."""
    found = [each for each in lengths(place) if each.label.partition("（")[0] == limit.label]
    return [f"{each.label} {each.rule}" for each in found]


def _otherwise(here: Step, rows: list[Step]) -> tuple[str, ...]:
    """What people may do instead that leads elsewhere, each once."""
    others = (
        row
        for row in rows
        if row.track is here.track and set(row.at) & set(here.at) and row.action is not here.action
    )
    leads = (row for row in others if row.to not in (None, here.to, *row.at) and not row.is_own)
    return tuple(dict.fromkeys(f"{row.action.label}，转为“{row.to.label}”" for row in leads if row.to))
