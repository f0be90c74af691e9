"""One meeting as one reader may see it, lists of them, and what waits there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Count, Q, QuerySet

from jianyi.cases.models import Attachment, Batch, Letter, Suggestion
from jianyi.cases.queries.acts import Act, acts_at
from jianyi.cases.queries.hanging import hanging
from jianyi.cases.queries.waiting import ToDo, waiting
from jianyi.cases.sight import may_see as may_see_case
from jianyi.kit import clock
from jianyi.kit.pages import Page, page
from jianyi.kit.statements import one
from jianyi.parties.queries import names, organisation_names
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.turn.models import Subject
from jianyi.turn.under import Under

from ..models import Attendance, Guest, Joint, Meeting, Resolution, Treated
from ..sight import is_host, may_see


SIZE = 20
BINDING = (w.Resolution.IN_FORCE, w.Resolution.REACHED, w.Resolution.DROPPED)
HAPPENED = (w.Meeting.HELD, w.Meeting.PRESENTED, w.Meeting.SETTLED)


class MeetingFile:
    """A meeting and what hangs on it, through the eyes of one reader."""

    def __init__(self, meeting: Meeting, by: Actor) -> None:
        self.meeting, self.by, self.under = meeting, by, Under(meeting)

    @cached_property
    def joint(self) -> dict[int, str]:
        rows = Joint.objects.filter(congress_id=self.meeting.congress_id, root_id=self.meeting.id)
        return organisation_names(self.meeting.congress_id, set(rows.values_list("unit_id", flat=True)))

    @cached_property
    def is_host(self) -> bool:
        return is_host(self.by, self.meeting, set(self.joint))

    @cached_property
    def is_settled(self) -> bool:
        return self.meeting.stage is w.Meeting.SETTLED

    @cached_property
    def guests(self) -> list[Guest]:
        """Who was invited and what they answered: for those who hold it; everybody else knows of themselves."""
        return [row for row in self.under.all(Guest) if self.is_host or row.person_id == self.by.person]

    @property
    def asked(self) -> list[Guest]:
        """Of these, those whose invitation stands."""
        return [row for row in self.guests if row.stage is not w.Guest.UNINVITED]

    @cached_property
    def attendance(self) -> list[Attendance]:
        """Who was there; not for somebody who was un-invited."""
        if any(row.stage is w.Guest.UNINVITED for row in self.guests) and not self.is_host:
            return []
        return self._there

    @cached_property
    def _there(self) -> list[Attendance]:
        return list(Attendance.at(self.meeting))

    @cached_property
    def reads_minutes(self) -> bool:
        """While they are open a paper of the house; settled for everybody who was invited or came."""
        return self.is_host or (self.is_settled and self._took_part)

    @property
    def minutes(self) -> str:
        return self.meeting.minutes if self.reads_minutes else ""

    @cached_property
    def letters(self) -> list[Letter]:
        """The minutes as they left the house: for whoever reads them."""
        rows = Letter.objects.filter(congress_id=self.meeting.congress_id, root_id=self.meeting.id)
        return list(rows.order_by("id")) if self.reads_minutes else []

    @cached_property
    def attachments(self) -> list[Attachment]:
        """Photographs and papers: for whoever reads the minutes."""
        return self._attached.get(self.meeting.id, []) if self.reads_minutes else []

    @cached_property
    def evidence(self) -> dict[int, list[Attachment]]:
        """What shows that a decision was carried out, for whoever is shown the decision."""
        shown = {row.id for row in self.resolutions}
        return {number: rows for number, rows in self._attached.items() if number in shown}

    @cached_property
    def _attached(self) -> dict[int, list[Attachment]]:
        rows = Attachment.objects.filter(congress_id=self.meeting.congress_id, root_id=self.meeting.id)
        found: dict[int, list[Attachment]] = {}
        for row in rows.order_by("file_id"):
            found.setdefault(row.subject_id, []).append(row)
        return found

    @cached_property
    def _took_part(self) -> bool:
        return self.by.person in {
            *(row.person_id for row in self.under.all(Guest) if row.stage is not w.Guest.UNINVITED),
            *(row.person_id for row in self._there),
        }

    @cached_property
    def resolutions(self) -> list[Resolution]:
        """All for the house; what binds for those who took part, unless it is the house's own affair; one's own always."""
        rows = self.under.all(Resolution)
        if self.is_host:
            return rows
        shared = self._took_part
        return [row for row in rows if row.stage in BINDING and (shared or self._answers_for(row))]

    def _answers_for(self, row: Resolution) -> bool:
        return bool(self.by.people & {row.owner_id, row.before_id})

    @cached_property
    def cases(self) -> list[Suggestion]:
        """The suggestions it is about, as far as the reader may see them."""
        rows = Treated.objects.filter(congress_id=self.meeting.congress_id, root_id=self.meeting.id)
        numbers = list(rows.values_list("suggestion_id", flat=True))
        found = Suggestion.objects.filter(may_see_case(self.by), id__in=numbers)
        return list(found.order_by("number", "id"))

    @cached_property
    def batch(self) -> Batch | None:
        """What it hands over: every unit at the table has a notice of it."""
        found: Batch | None = self.meeting.batch
        return found

    @cached_property
    def known(self) -> dict[int, str]:
        """The names of everybody who is shown."""
        people = {self.meeting.made_by_id, self.meeting.chair_id or 0}
        people |= {row.person_id for row in self.guests} | {row.person_id for row in self.attendance}
        return names(self.meeting.congress_id, people | {row.owner_id for row in self.resolutions})

    @cached_property
    def acts(self) -> list[Act]:
        """What the reader may do here, on the meeting and on everything shown that hangs on it."""
        subjects: list[Subject] = [self.meeting, *self.guests, *self.resolutions]
        return [act for subject in subjects for act in acts_at(subject, self.under, self.by)]

    def shows(self, subject: Subject) -> bool:
        return any(row.id == subject.id for row in (self.meeting, *self.guests, *self.resolutions))


def file(number: int, *, by: Actor) -> MeetingFile | None:
    """The meeting, or nothing for those who may not see it."""
    found = one(_in_sight, number, by, clock.today())
    return MeetingFile(found, by) if found else None


def _in_sight(by: Actor, today: date) -> QuerySet[Meeting]:
    return Meeting.objects.filter(may_see(by)).select_related("unit")


def subject(track: str, number: int, *, by: Actor) -> tuple[Subject, MeetingFile] | None:
    """Anything that hangs on a meeting, by track and number, with its file; nothing where it is not shown."""
    return hanging(Meeting, file, track, number, by=by)


def meetings(
    *, by: Actor, kind: str = "", show: str = "", size: int = SIZE, after: str = "", before: str = ""
) -> Page:
    """Meetings the actor may see, the latest first. `show`: coming, open (held and not settled), or all."""
    rows = Meeting.objects.filter(may_see(by)).select_related("unit")
    if kind:
        rows = rows.filter(kind=kind)
    rows = rows.filter(_shown(show))
    return page(rows, ("starts_at", "id"), size, after=after, before=before, newest=True)


def _shown(name: str) -> Q:
    return {
        "coming": Q(stage=w.Meeting.PLANNED),
        "open": Q(stage__in=[w.Meeting.HELD, w.Meeting.PRESENTED]),
        "settled": Q(stage=w.Meeting.SETTLED),
    }.get(name, Q())


@dataclass(frozen=True)
class Answers:
    """Of those invited: how many said they come, how many not, how many have not said; `came`: how many were there."""

    asked: int = 0
    coming: int = 0
    excused: int = 0
    came: int = 0

    @property
    def silent(self) -> int:
        return self.asked - self.coming - self.excused


def answers(rows: Iterable[Meeting], *, by: Actor) -> dict[int, Answers]:
    """For a page of meetings that the actor was given: two questions."""
    numbers = [row.id for row in rows]
    asked = Guest.objects.filter(congress_id=by.congress, root_id__in=numbers)
    told = (
        asked.exclude(stage=w.Guest.UNINVITED)
        .values("root_id")
        .annotate(
            n=Count("id"), yes=Count("id", filter=Q(answer="yes")), no=Count("id", filter=Q(answer="no"))
        )
    )
    there = Attendance.objects.filter(congress_id=by.congress, root_id__in=numbers).values("root_id")
    came = dict(there.annotate(n=Count("id")).values_list("root_id", "n"))
    found = {row["root_id"]: (row["n"], row["yes"], row["no"]) for row in told}
    return {number: Answers(*found.get(number, (0, 0, 0)), came.get(number, 0)) for number in numbers}


TRACKS = ("meeting", "guest", "resolution")


def work(*, by: Actor) -> list[ToDo]:
    """The actor's work items on meetings, due first."""
    return waiting(TRACKS, by=by)


def named(numbers: set[int], *, by: Actor) -> dict[int, tuple[str, str, bool]]:
    """root → number, title, whether the actor may open it: for notices."""
    seen = Meeting.objects.filter(may_see(by), id__in=numbers)
    return {row.id: ("", row.title, True) for row in seen.only("id", "congress_id", "title")}


def about(suggestion: int, *, by: Actor) -> list[Meeting]:
    """The meetings that treated a suggestion, as far as the actor may see them, the latest first."""
    rows = Treated.objects.filter(congress_id=by.congress, suggestion_id=suggestion)
    seen = Meeting.objects.filter(may_see(by), id__in=list(rows.values_list("root_id", flat=True)))
    return list(seen.order_by("-starts_at"))
