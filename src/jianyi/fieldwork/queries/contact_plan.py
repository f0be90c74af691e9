"""分级见面: which level of a unit meets the deputies of which suggestion by the unit's own rule, what is done, what is
outstanding. Derived from handlings, confirmed contacts and attendance; nobody keeps it by hand (源 W8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jianyi.cases.models import Contact, Handling
from jianyi.cases.models.handlings import OVER
from jianyi.cases.queries.meetings import proposers_of
from jianyi.cases.sight import own_handling
from jianyi.kit import clock
from jianyi.parties.queries import names
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import FACE_TO_FACE, INNER
from jianyi.procedure.levels import ORDER, reaches, who_meets
from jianyi.procedure.words import Role

from ..models import Attendance, Treated
from . import people
from .meetings import HAPPENED


KINDS = {"key": "重点督办、重大件", "led": "领导领衔件", "other": "其他件"}


@dataclass(frozen=True)
class Planned:
    """One handling. `kind`: which of the unit's three rules it falls under; `level`: who should meet the deputies, empty
    where the unit lays nothing down; `person`: who that is; `reached`: the highest level that met one, on `on`;
    `stated`: nobody's post shows that level, it is as the unit stated it."""

    handling: Handling
    kind: str
    level: str
    person: int
    name: str
    reached: str = ""
    on: date | None = None
    stated: bool = False

    @property
    def done(self) -> bool:
        return bool(self.level) and reaches(self.reached, self.level)

    @property
    def kind_told(self) -> str:
        return KINDS[self.kind]


Face = tuple[int, date, bool]
Faces = dict[int, list[Face]]


def contact_plan(year: int, *, by: Actor) -> list[Planned]:
    """Of the actor's house, those handed over in the year that it answers; outstanding first, then by number. A constant
    number of questions."""
    tasks = _tasks(year, by)
    heads = {unit: next(iter(people.leaders(unit, by=by)), (0, ""))[0] for unit in {t.unit_id for t in tasks}}
    found = [(task, *_due(task, heads[task.unit_id])) for task in tasks]
    known = names(by.congress, {person for *_, person in found})
    faces = _faces(tasks, by)
    planned = [
        Planned(task, kind, level, person, known.get(person, ""), *_highest(faces.get(task.id, [])))
        for task, kind, level, person in found
    ]
    return sorted(
        planned,
        key=lambda row: (row.done, not row.level, row.handling.root.between, row.handling.root.number),
    )


def _tasks(year: int, by: Actor) -> list[Handling]:
    first, last = (clock.midnight(date(each, 1, 1)) for each in (year, year + 1))
    rows = Handling.objects.filter(own_handling(by), congress_id=by.congress).exclude(role=Role.CO)
    rows = rows.filter(handed_over_at__gte=first, handed_over_at__lt=last).exclude(stage__in=OVER)
    return list(rows.select_related("root", "unit"))


def _due(task: Handling, principal: int) -> tuple[str, str, int]:
    """The kind, the level that the unit's rule asks for, and who holds it for this handling."""
    rule = task.unit.rule.get("meets", {})
    kind, level = who_meets(rule, weighty=task.is_weighty, led=bool(task.leading_leader_id))
    seats = {
        "principal": principal, "leader": task.leading_leader_id or task.leader_id,
        "division": task.head_id, "officer": task.officer_id,
    }  # fmt: skip
    return kind, level, seats.get(level) or 0


def _highest(met: list[Face]) -> tuple[str, date | None, bool]:
    """Of the same level what a post shows before what is stated, and the earlier day."""
    if not met:
        return "", None, False
    rank, on, stated = max(met, key=lambda each: (each[0], not each[2], -each[1].toordinal()))
    return ORDER[rank], on, stated


def _faces(tasks: list[Handling], by: Actor) -> Faces:
    """handling → (rank, day, only stated) of every time somebody of the unit met one of its proposers."""
    found: Faces = {}
    rows = Contact.objects.filter(
        congress_id=by.congress, handling_id__in=[task.id for task in tasks], stage=w.Contact.CONFIRMED,
        mode__in=FACE_TO_FACE,
    )  # fmt: skip
    columns = ("handling_id", "level", "occurred_at", "stated")
    for number, level, at, stated in rows.exclude(level="").values_list(*columns):
        if at:
            day = at.astimezone(clock.HOME).date()
            found.setdefault(number, []).append((ORDER.index(level), day, stated))
    for number, rank, on in _gathered(tasks, by):
        found.setdefault(number, []).append((rank, on, False))
    return found


def _gathered(tasks: list[Handling], by: Actor) -> Iterable[tuple[int, int, date]]:
    """At meetings about the suggestion: those of the unit who were there, if one of the proposers was."""
    proposers = proposers_of(by, tasks)
    about: dict[int, list[int]] = {}
    linked = Treated.objects.filter(
        congress_id=by.congress, suggestion_id__in=list(proposers), root__stage__in=HAPPENED
    ).exclude(root__kind__in=INNER)
    for case, root in linked.values_list("suggestion_id", "root_id"):
        about.setdefault(case, []).append(root)
    there: dict[int, list[Attendance]] = {}
    roots = {root for each in about.values() for root in each}
    for row in Attendance.objects.filter(congress_id=by.congress, root_id__in=roots):
        there.setdefault(row.root_id, []).append(row)
    for task in tasks:
        for root in about.get(task.root_id, []):
            rows = there.get(root, [])
            if any(row.person_id in proposers[task.root_id] for row in rows):
                yield from (
                    (task.id, ORDER.index(row.level), row.on)
                    for row in rows
                    if row.level and row.unit_id == task.unit_id
                )
