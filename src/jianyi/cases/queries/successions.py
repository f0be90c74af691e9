"""The open work of one person in a unit: what would go to somebody else, and what would stay."""

from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Count, Q, QuerySet

from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Contact as C, Duty, Handling as H
from jianyi.procedure.words.after import AFTER
from jianyi.turn.models import WorkItem
from jianyi.turn.tracks import by_name

from ..models import Charge, Contact, Handling, Milestone, Promise, Suggestion
from ..models.promises import OPEN as STILL_OPEN
from ..models.seats import GIVEN, SEATS, seated
from ..sight import may_see


LABELS = dict(zip(SEATS, ("责任厅领导", "责任处领导", "具体经办人", "领衔领导"), strict=True))
MOST = 200
OF_THE_HOUSE = (
    "handling",
    "paper",
    "idea",
    "ledger",
    "promise",
    "escalation",
    "publication",
    "remark",
    "plan",
    "milestone",
    "charge",
    "meeting",
    "guest",
    "resolution",
)
T = TypeVar("T", Milestone, Charge)


@dataclass(frozen=True)
class Load:
    """One handling of the person, and as what."""

    handling: Handling
    seats: str


def open_work(person: int, *, by: Actor) -> list[Load]:
    """Of the unit whose office asks, oldest first; nothing for anybody else. No more at once than one press can do."""
    rows = Handling.objects.filter(
        seated(person), congress_id=by.congress, unit_id__in=by.where(Duty.UNIT_OFFICE)
    )
    rows = rows.filter(Q(stage__in=GIVEN) | Q(stage=H.DELIVERED, id__in=_after_the_reply(person, by)))
    rows = rows.filter(root_id__in=Suggestion.objects.filter(may_see(by)).values("id"))
    found = rows.select_related("root", "unit").order_by("id")[:MOST]
    return [Load(row, "、".join(_seats(row, person))) for row in found]


def _after_the_reply(person: int, by: Actor) -> set[int]:
    """The handlings of which something waits for the person though the reply is out."""
    models = {track.name: track.model for track in by_name().values() if track.stages in AFTER}
    waiting = list(items(person, by=by).filter(track__in=models).values_list("track", "subject_id"))
    found: set[int] = set()
    for track, model in models.items():
        rows = model._default_manager.filter(id__in=[subject for name, subject in waiting if name == track])
        found |= set(rows.values_list("handling_id", flat=True))
    return found


def _seats(row: Handling, person: int) -> list[str]:
    return [label for seat, label in LABELS.items() if getattr(row, seat) == person]


def open_milestones(person: int, *, by: Actor) -> list[Milestone]:
    """Of plans of the unit whose office asks, wherever the handling has got to, with or without a seat in it."""
    return _answered_for(Milestone, person, by)


def open_charges(person: int, *, by: Actor) -> list[Charge]:
    """What the leadership of the unit whose office asks charged the person with; it outlives the reply."""
    return _answered_for(Charge, person, by)


def _answered_for(model: type[T], person: int, by: Actor) -> list[T]:
    """Found by the work items: neither has an index by person, and an account is held up by its work items alone."""
    theirs = items(person, by=by).filter(track=model._meta.model_name)
    rows = model.objects.filter(
        congress_id=by.congress, id__in=list(theirs.values_list("subject_id", flat=True))
    )
    rows = rows.filter(handling__unit_id__in=by.where(Duty.UNIT_OFFICE))
    return list(rows.select_related("root", "handling").order_by("id")[:MOST])


def items(person: int, *, by: Actor) -> QuerySet[WorkItem]:
    """For the office of a unit alone; first passwords are nobody else's affair."""
    rows = WorkItem.objects.filter(congress_id=by.congress, person_id=person).exclude(root_id=person)
    return rows if by.holds(Duty.UNIT_OFFICE) else rows.none()


def left(person: int, *, by: Actor) -> dict[str, int]:
    """By track: how much waits for somebody of the house. What the same person does as a deputy is left unsaid."""
    rows = items(person, by=by).filter(track__in=OF_THE_HOUSE).values_list("track")
    return dict(rows.annotate(n=Count("id")).order_by("track"))


@dataclass(frozen=True)
class Sheet:
    """移交单: how much of one person's is open: handlings, promises that are followed, contacts that no deputy has confirmed."""

    handlings: int
    promises: int
    unconfirmed: int


def sheet(person: int, *, by: Actor) -> Sheet:
    """Of the unit whose office asks; nothing for anybody else."""
    tasks = Handling.objects.filter(
        seated(person), congress_id=by.congress, unit_id__in=by.where(Duty.UNIT_OFFICE)
    )
    theirs = {"congress_id": by.congress, "handling_id__in": tasks.values("id")}
    return Sheet(
        tasks.filter(stage__in=GIVEN).count(),
        Promise.objects.filter(**theirs, stage__in=STILL_OPEN).count(),
        Contact.objects.filter(**theirs, stage=C.RECORDED).count(),
    )
