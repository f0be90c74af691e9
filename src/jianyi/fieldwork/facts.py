"""What the procedure asks about a meeting, answered from what hangs under it."""

from typing import Any

from django.db.models import Q

from jianyi.cases.models import Attachment, Batch, Escalation, Letter
from jianyi.documents.intake import SHOWN
from jianyi.documents.models import File
from jianyi.kit import clock
from jianyi.parties.queries import CENTRAL, held_posts
from jianyi.procedure import words as w
from jianyi.procedure.calendar import in_words
from jianyi.procedure.facts.cases import Owned
from jianyi.procedure.facts.escalation import Heard
from jianyi.procedure.facts.fieldwork import Gathering, Hosts, Matters, Piles, Schemed
from jianyi.procedure.facts.said import ACTIVITIES, ESCALATED
from jianyi.procedure.places import Place
from jianyi.turn.under import Under

from .holders import joint_units
from .models import Attendance, Guest, Meeting, Resolution, WorkScheme


def gathering(subject: Any, under: Under) -> Gathering:
    meeting: Meeting = under.root  # type: ignore[assignment]
    at = meeting.starts_at.astimezone(clock.HOME) if meeting.starts_at else None
    told = f"{in_words(at.date())} {at:%H:%M}" if at else "未定"
    pictured = bool(meeting.unit and meeting.unit.rule.get("photographs")) and not meeting.is_inner
    return Gathering(meeting.stage, at, told, meeting.kind == "training", pictured, photographs(meeting))


def photographs(meeting: Meeting) -> int:
    """How many are attached to it."""
    hung = Attachment.objects.filter(congress_id=meeting.congress_id, subject_id=meeting.id).values("file_id")
    return File.objects.filter(congress_id=meeting.congress_id, id__in=hung, kind__in=SHOWN).count()


def hosts(subject: Any, under: Under) -> Hosts:
    meeting: Meeting = under.root  # type: ignore[assignment]
    guests = under.all(Guest)
    uninvited = frozenset(row.person_id for row in guests if row.stage is w.Guest.UNINVITED)
    invited = {row.person_id for row in guests} - uninvited
    own, joint = frozenset(staff(meeting)), joint_units(meeting)
    return Hosts(
        frozenset(staff(meeting, *joint)) if joint else own,
        own,
        meeting.chair_id or 0,
        frozenset(invited.union(Attendance.at(meeting).values_list("person_id", flat=True))),
        uninvited,
    )


def piles(subject: Any, under: Under) -> Piles:
    """What a meeting of the congress may hand over: what no other one does."""
    meeting: Meeting = under.root  # type: ignore[assignment]
    if meeting.unit_id:
        return Piles()
    rows = Batch.objects.filter(congress_id=meeting.congress_id)
    others = (
        Meeting.objects.filter(congress_id=meeting.congress_id).exclude(id=meeting.id).exclude(batch_id=None)
    )
    free = rows.exclude(id__in=others.values("batch_id"))
    return Piles(frozenset(free.values_list("id", flat=True)), meeting.kind == "hand_over")


OPEN = (w.Escalation.OPEN, w.Escalation.CONVENED)


def matters(subject: Any, under: Under) -> Matters:
    """What a meeting of the congress may treat: what nobody has concluded and no other meeting is called for."""
    meeting: Meeting = under.root  # type: ignore[assignment]
    kind = way(under.place)
    if meeting.unit_id:
        return Matters(kind=kind, label=ACTIVITIES.get(kind, ""))
    rows = Escalation.objects.filter(congress_id=meeting.congress_id, stage__in=OPEN)
    others = Meeting.objects.filter(congress_id=meeting.congress_id).exclude(id=meeting.id)
    free = rows.exclude(id__in=others.exclude(escalation_id=None).values("escalation_id"))
    return Matters(frozenset(free.values_list("id", "root_id")), kind, ACTIVITIES.get(kind, ""))


def way(place: Place) -> str:
    """What a meeting about a second dissatisfaction is by the rule of a place; nothing where it has none."""
    words = (word for word in place.switches if isinstance(word, w.Escalate))
    return next((ESCALATED[word.value] for word in words), "")


def owned(resolution: Resolution, under: Under) -> Owned:
    meeting: Meeting = under.root  # type: ignore[assignment]
    proved = bool(meeting.unit and meeting.unit.rule.get("evidence"))
    return Owned(resolution.owner_id or 0, proved)


def staff(meeting: Meeting, *more: int) -> set[int]:
    """Who works in the houses that hold it today; in the congress's own bodies where no unit does; the leaders of the congress go
    along with a committee."""
    held = held_posts(meeting.congress_id)
    houses = [meeting.unit_id, *more] if meeting.unit_id else list(more)
    inside = Q(root_id__in=houses) | Q(root__parent_id__in=houses)
    central = Q(root__kind__in=[kind.value for kind in CENTRAL])
    found: Q = inside | central if meeting.topic_id or not meeting.unit_id else inside
    return set(held.filter(found).values_list("person_id", flat=True))


def schemed(scheme: WorkScheme, under: Under) -> Schemed:
    others = WorkScheme.objects.filter(
        congress_id=scheme.congress_id, unit_id=scheme.unit_id, year=scheme.year
    ).exclude(id=scheme.id)
    return Schemed(scheme.year, others.exists())


def heard_at(row: Escalation) -> Heard:
    """As the procedure asks: is there one, and are its minutes settled?"""
    meeting = Meeting.objects.filter(congress_id=row.congress_id, escalation_id=row.id).first()
    if meeting is None:
        return Heard()
    settled = meeting.stage is w.Meeting.SETTLED
    return Heard(
        meeting.id,
        f"{meeting.label}，{meeting.stage.label}",
        settled,
        _number(meeting) if settled else "",
        meeting.day,
    )


def _number(meeting: Meeting) -> str:
    """Of its minutes; where nobody could issue them, the title."""
    rows = Letter.objects.filter(congress_id=meeting.congress_id, root_id=meeting.id, kind="minutes")
    found = rows.order_by("-id").values_list("number", flat=True).first()
    return found or meeting.title[:60]
