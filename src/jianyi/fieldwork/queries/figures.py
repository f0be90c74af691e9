"""A unit's year in figures, each counted from attendance and from contacts that a deputy confirmed; nothing is typed in
(源 W1, W7, N5; stories S8.3, S8.8)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Q, QuerySet

from jianyi.cases.models import Collective, Contact, Handling
from jianyi.cases.models.handlings import OVER
from jianyi.cases.queries.meetings import proposers_of
from jianyi.kit import clock
from jianyi.parties.models import Congress, Organisation
from jianyi.parties.queries import names
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import ACTIVITIES, COUNTED_YEARLY, FACE_TO_FACE, INNER, MODES
from jianyi.procedure.places import Number, place
from jianyi.procedure.words.duties import WHOLE_UNIT

from ..models import Attendance, Joint, Meeting
from . import people
from .meetings import HAPPENED


@dataclass(frozen=True)
class Times:
    """Person-times of one form. `faces`: of these face to face."""

    label: str
    times: int
    faces: int


@dataclass(frozen=True)
class Met:
    """`forms`: person-times by form; `met` of `of` proposers were met face to face; `twice`: entries of a contact on a
    day on which the same deputy is on an attendance list, and which are therefore not counted again."""

    forms: list[Times] = field(default_factory=list)
    met: int = 0
    of: int = 0
    twice: int = 0

    @property
    def times(self) -> int:
        return sum(row.times for row in self.forms)

    @property
    def faces(self) -> int:
        return sum(row.faces for row in self.forms)


def unit_of(by: Actor) -> int:
    """The unit whose year the actor may read: that of an office, or of a leader; 0 for nobody else."""
    return next(iter(by.where(*WHOLE_UNIT)), 0)


def held(unit: int, year: int, *, by: Actor) -> QuerySet[Meeting]:
    """What the unit held in a year, alone or together with others."""
    joint = Joint.objects.filter(congress_id=by.congress, unit_id=unit).values("root_id")
    own = Q(unit_id=unit) | Q(id__in=joint)
    rows = Meeting.objects.filter(own, congress_id=by.congress, stage__in=HAPPENED)
    return rows.filter(starts_at__gte=_first(year), starts_at__lt=_first(year + 1))


def _first(year: int) -> datetime:
    return clock.midnight(date(year, 1, 1))


# Persons


def person_times(year: int, *, by: Actor) -> Met:
    """Of the actor's unit. The same deputy met on the same day in a meeting and put down as a contact counts once."""
    unit = unit_of(by)
    there = list(
        Attendance.objects.filter(
            congress_id=by.congress, deputy=True, root__in=held(unit, year, by=by).exclude(kind__in=INNER)
        ).values_list("person_id", "on", "root__kind")
    )
    known = {(person, on) for person, on, _ in there}
    spoken = list(_spoken(unit, year, by))
    single = [row for row in spoken if row[2] not in FACE_TO_FACE or (row[0], row[1]) not in known]
    rows = Handling.objects.filter(congress_id=by.congress, unit_id=unit, handed_over_at__gte=_first(year))
    tasks = list(rows.filter(handed_over_at__lt=_first(year + 1)).exclude(stage__in=OVER))
    proposers = set().union(*proposers_of(by, tasks).values())
    faces = {person for person, _ in known} | {person for person, _, mode in single if mode in FACE_TO_FACE}
    return Met(_forms(there, single), len(proposers & faces), len(proposers), len(spoken) - len(single))


def _spoken(unit: int, year: int, by: Actor) -> Iterable[tuple[int, date, str]]:
    """person, day and mode of every deputy in every contact that was confirmed."""
    rows = Contact.objects.filter(
        congress_id=by.congress, handling__unit_id=unit, stage=w.Contact.CONFIRMED,
        occurred_at__gte=_first(year), occurred_at__lt=_first(year + 1),
    )  # fmt: skip
    for at, mode, deputies in rows.values_list("occurred_at", "mode", "deputies"):
        if at:
            yield from ((person, at.astimezone(clock.HOME).date(), mode) for person in deputies)


def _forms(there: list[tuple[int, date, str]], spoken: list[tuple[int, date, str]]) -> list[Times]:
    modes, kinds = Counter(mode for _, _, mode in spoken), Counter(kind for _, _, kind in there)
    found = [Times(ACTIVITIES[kind], n, n) for kind, n in kinds.items()]
    found += [Times(f"沟通：{MODES[mode]}", n, n if mode in FACE_TO_FACE else 0) for mode, n in modes.items()]
    return sorted(found, key=lambda row: (-row.times, row.label))


# Leaders


@dataclass(frozen=True)
class Share:
    """Of `of` meetings of a kind that a leader should attend in the year `days` were; 0: the place lays down none."""

    kind: str
    of: int
    article: str
    days: list[date] = field(default_factory=list)

    @property
    def label(self) -> str:
        return ACTIVITIES[self.kind]

    @property
    def n(self) -> int:
        return len(self.days)

    @property
    def lacking(self) -> int:
        return max(self.of - self.n, 0)


@dataclass(frozen=True)
class LeaderYear:
    """`met`: activities with deputies that the leader attended, `deputies`: person-times of deputies there."""

    person: int
    name: str
    shares: list[Share]
    met: int = 0
    deputies: int = 0


def leaders(year: int, *, by: Actor) -> list[LeaderYear]:
    """Every leader of the unit: how many of the meetings the place asks for, and how many with deputies."""
    found = people.leaders(unit_of(by), by=by)
    rows = list(
        Attendance.objects.filter(
            congress_id=by.congress, person_id__in=[number for number, _ in found], root__stage__in=HAPPENED,
            on__gte=date(year, 1, 1), on__lt=date(year + 1, 1, 1),
        ).order_by("on").values_list("person_id", "on", "root_id", "root__kind")
    )  # fmt: skip
    outer = {root for _, _, root, kind in rows if kind not in INNER}
    there = Counter(
        Attendance.objects.filter(congress_id=by.congress, deputy=True, root_id__in=outer).values_list(
            "root_id", flat=True
        )
    )
    least = _least(unit_of(by), by)
    return [_leader(person, name, rows, there, least) for person, name in found]


Rows = list[tuple[int, date, int, str]]
OWN_RULE = "本单位规则"


def _least(unit: int, by: Actor) -> dict[str, Number]:
    """kind → how many a leader attends in a year: as the place says, or more where the unit has laid down more."""
    numbers = place(Congress.objects.get(id=by.congress).place).numbers
    house = Organisation.objects.filter(congress_id=by.congress, id=unit).first()
    own: Mapping[str, int] = house.rule.get("yearly", {}) if house else {}
    found = {}
    for kind, key in COUNTED_YEARLY.items():
        number = numbers.get(key, Number(0, ""))
        found[kind] = Number(own[kind], OWN_RULE) if own.get(kind, 0) > number.at else number
    return found


def _leader(
    person: int, name: str, rows: Rows, there: Counter[int], least: Mapping[str, Number]
) -> LeaderYear:
    own = [(on, root, kind) for who, on, root, kind in rows if who == person]
    shares = []
    for kind, number in least.items():
        days = [on for on, _, each in own if each == kind]
        shares.append(Share(kind, number.at, number.article, days))
    met = [root for _, root, kind in own if kind not in INNER]
    return LeaderYear(person, name, shares, len(met), sum(there[root] for root in met))


# The house


@dataclass(frozen=True)
class Trained:
    person: int
    name: str
    times: int
    hours: int


def trained(year: int, *, by: Actor) -> tuple[list[Trained], int]:
    """Who of the unit was trained, how often and how long; and of how many who work there."""
    unit = unit_of(by)
    staff = dict(people.staff([unit], by=by)) if unit else {}
    rows = Attendance.objects.filter(
        congress_id=by.congress, person_id__in=list(staff), root__kind="training", root__stage__in=HAPPENED,
        on__gte=date(year, 1, 1), on__lt=date(year + 1, 1, 1),
    )  # fmt: skip
    told: dict[int, list[int]] = {}
    for person, hours in rows.values_list("person_id", "root__hours"):
        told.setdefault(person, []).append(hours)
    known = names(by.congress, set(told))
    found = [Trained(person, known[person], len(each), sum(each)) for person, each in told.items()]
    return sorted(found, key=lambda row: (-row.hours, row.name)), len(staff)


def leadership_days(year: int, *, by: Actor) -> list[date]:
    """The days on which the unit's leadership sat over suggestions: party group meetings, and its recorded decisions."""
    unit = unit_of(by)
    sat = {row.day for row in held(unit, year, by=by).filter(kind="party_group") if row.day}
    decided = Collective.objects.filter(
        congress_id=by.congress, handling__unit_id=unit, held_on__gte=date(year, 1, 1), held_on__lt=date(year + 1, 1, 1),
    )  # fmt: skip
    return sorted(sat.union(day for day in decided.values_list("held_on", flat=True) if day))
