"""One circular as one reader may see it; lists of them; where they are linked from."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, Q

from jianyi.cases.models import Attachment, Letter, Suggestion
from jianyi.cases.queries.acts import Act, acts_at
from jianyi.cases.queries.hanging import hanging
from jianyi.cases.sight import may_see as may_see_case
from jianyi.fieldwork.models import Meeting
from jianyi.fieldwork.sight import may_see as meetings_in_sight
from jianyi.kit.columns import listed as headed
from jianyi.kit.pages import Page, page
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.turn.models import Subject
from jianyi.turn.under import Under

from ..facts import KINDS
from ..issued.paper import KIND
from ..models import Addressee, Circular, Push
from ..sight import issues, may_see


SIZE, MEETINGS = 20, 24
LONG = frozenset({"facts", "praise", "requirements", "push", "holds"})
TRACKS = ("circular", "addressee", "push")


class CircularFile:
    """A circular and what hangs on it, through the eyes of one reader."""

    def __init__(self, circular: Circular, by: Actor) -> None:
        self.circular, self.by, self.under = circular, by, Under(circular)

    @cached_property
    def issues(self) -> bool:
        return issues(self.by, self.circular)

    @cached_property
    def addressees(self) -> list[Addressee]:
        """Who has read it, for those who issue it; each house reads its own line."""
        rows = self.under.all(Addressee)
        return [row for row in rows if self.issues or row.house_id in self.by.houses]

    @cached_property
    def pushes(self) -> list[Push]:
        """What each house answered is for itself and for those who issue it; the list itself stands in the circular."""
        rows = [row for row in self.under.all(Push) if self.issues or row.house_id in self.by.houses]
        return sorted(rows, key=lambda row: row.nth)

    @cached_property
    def evidence(self) -> dict[int, list[Attachment]]:
        shown = [row.id for row in self.pushes]
        rows = Attachment.objects.filter(congress_id=self.circular.congress_id, root_id=self.circular.id)
        found: dict[int, list[Attachment]] = {}
        for row in rows.filter(subject_id__in=shown).order_by("file_id") if shown else ():
            found.setdefault(row.subject_id, []).append(row)
        return found

    @cached_property
    def titles(self) -> dict[int, tuple[int, str]]:
        """Suggestion → itself and its title, of those this reader may see. Not by the number that is printed: each sitting begins
        with 0001."""
        facts = self.circular.facts
        numbers = {int(row["case"]) for row in facts.get("late", ())} | {
            row.suggestion_id for row in self.under.all(Push)
        }
        rows = Suggestion.objects.filter(may_see_case(self.by), id__in=numbers)
        return {row.id: (row.id, row.title) for row in rows.only("id", "congress_id", "title")}

    @cached_property
    def meeting(self) -> Meeting | None:
        """The one that goes with it, for those who have a page of it."""
        number = self.circular.meeting_id
        rows = (
            Meeting.objects.filter(meetings_in_sight(self.by), id=number)
            if number
            else Meeting.objects.none()
        )
        return rows.first()

    @cached_property
    def letter(self) -> Letter | None:
        rows = Letter.objects.filter(
            congress_id=self.circular.congress_id, root_id=self.circular.id, kind=KIND
        )
        return rows.order_by("-id").first()

    @cached_property
    def acts(self) -> list[Act]:
        """What the reader may do here, on the circular and on everything shown that hangs on it."""
        return [act for subject in self._subjects for act in acts_at(subject, self.under, self.by)]

    @property
    def _subjects(self) -> list[Subject]:
        return [self.circular, *self.addressees, *self.pushes]

    def shows(self, subject: Subject) -> bool:
        return any(row.id == subject.id for row in self._subjects)


def file(number: int, *, by: Actor) -> CircularFile | None:
    """The circular, or nothing for those who may not see it."""
    found = Circular.objects.filter(may_see(by), id=number).select_related("house").first()
    return CircularFile(found, by) if found else None


def subject(track: str, number: int, *, by: Actor) -> tuple[Subject, CircularFile] | None:
    """Anything that hangs on a circular, by track and number, with its file; nothing where it is not shown."""
    return hanging(Circular, file, track, number, by=by)


def letter(number: int, *, by: Actor) -> Letter | None:
    """The paper of one of them, for those who may have it."""
    row = Letter.objects.filter(congress_id=by.congress, id=number, kind=KIND).first()
    return row if row and file(row.root_id, by=by) else None


@dataclass(frozen=True)
class Listed:
    """`read`, `of`: houses that have read it, of all it went to."""

    circular: Circular
    read: int
    of: int


def circulars(*, by: Actor, after: str = "", before: str = "", size: int = SIZE) -> Page:
    """Those the actor may see, the latest first, as Listed."""
    rows = headed(Circular.objects.filter(may_see(by)), ("house",), LONG)
    found = page(rows, ("id",), size, after=after, before=before, newest=True)
    sent = Addressee.objects.filter(congress_id=by.congress, root_id__in=[row.id for row in found.rows])
    counted = sent.values("root_id").annotate(
        to=Count("id"), read=Count("id", filter=Q(stage=w.Addressee.READ))
    )
    known = {row["root_id"]: (row["read"], row["to"]) for row in counted}
    return Page([Listed(row, *known.get(row.id, (0, 0))) for row in found.rows], found.after, found.before)


def named(roots: set[int], *, by: Actor) -> dict[int, tuple[str, str, bool]]:
    """root → number, title, whether the actor may open it: for notices."""
    seen = Circular.objects.filter(may_see(by), id__in=roots)
    return {row.id: (row.number, row.title, True) for row in seen.defer("facts")}


def of_meeting(meeting: int, *, by: Actor) -> list[Circular]:
    """The circulars that go with a meeting, the latest first."""
    rows = Circular.objects.filter(may_see(by), meeting_id=meeting)
    return list(headed(rows, ("house",), LONG).order_by("-id"))


def meetings_to_link(circular: Circular, *, by: Actor) -> list[Meeting]:
    """Meetings of the house that may go with it, the latest first."""
    unit = circular.house_id if circular.scope == "unit" else None
    rows = Meeting.objects.filter(meetings_in_sight(by), unit_id=unit, kind__in=KINDS)
    rows = rows.exclude(stage__in=[w.Meeting.NEW, w.Meeting.CALLED_OFF])
    return list(rows.order_by("-starts_at", "-id")[:MEETINGS])
