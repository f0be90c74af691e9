"""One group as one reader may see it, and lists of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Count, Q, QuerySet

from jianyi.cases.models import Attachment, Handling, Suggestion
from jianyi.cases.queries.acts import Act, acts_at
from jianyi.cases.queries.hanging import hanging
from jianyi.cases.sight import is_office, may_see as may_see_case
from jianyi.fieldwork.models import Attendance, Meeting
from jianyi.fieldwork.sight import may_see as meetings_in_sight
from jianyi.kit import clock
from jianyi.kit.pages import Page, page
from jianyi.kit.statements import one
from jianyi.parties.queries import names
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty
from jianyi.turn.models import Subject
from jianyi.turn.under import Under

from ..facts import free_to_join
from ..models import Concern, Linked, Member, Problem, SharedText, Theme
from ..sight import is_host, may_see
from . import board


SIZE = 20
HELD = (w.Meeting.HELD, w.Meeting.PRESENTED, w.Meeting.SETTLED)


@dataclass(frozen=True)
class InGroup:
    """A member with its suggestion; `answered`: the unit has sent its reply; `deputy`: empty where the name is kept."""

    row: Member
    case: Suggestion
    deputy: str
    handling: Handling | None


@dataclass(frozen=True)
class Gathering:
    """A meeting that was held for the group, or is to come; `came`: how many were there, of them `deputies`."""

    meeting: Meeting
    came: int = 0
    deputies: int = 0

    @property
    def is_held(self) -> bool:
        return self.meeting.stage in HELD


class ThemeFile:
    """A group and what hangs on it, through the eyes of one reader."""

    def __init__(self, theme: Theme, by: Actor) -> None:
        self.theme, self.by, self.under = theme, by, Under(theme)

    @cached_property
    def is_host(self) -> bool:
        return is_host(self.by, self.theme)

    @property
    def is_inside(self) -> bool:
        """What replies are written from is the unit's own."""
        return self.theme.unit_id in self.by.houses

    @cached_property
    def watches(self) -> bool:
        return is_office(self.by) or self.by.holds(Duty.GOVERNMENT_CLERK)

    @cached_property
    def cases(self) -> dict[int, Suggestion]:
        """The suggestions that are or were in it, as far as the reader may see them."""
        numbers = [row.suggestion_id for row in self.under.all(Member)]
        rows = Suggestion.objects.filter(may_see_case(self.by), id__in=numbers).select_related("lead")
        return {row.id: row for row in rows.order_by("between", "number", "id")}

    @cached_property
    def members(self) -> list[InGroup]:
        by_case = {row.suggestion_id: row for row in self.under.all(Member)}
        tasks = self._tasks
        return [
            InGroup(by_case[case.id], case, self._deputy(case), tasks.get(case.id)) for case in self.cases.values()
        ]  # fmt: skip

    @property
    def inside(self) -> list[InGroup]:
        return [each for each in self.members if each.row.stage is w.Member.IN]

    def _deputy(self, case: Suggestion) -> str:
        return "代表（身份保密）" if case.confidential and not is_office(self.by) else case.lead.name

    @cached_property
    def _tasks(self) -> dict[int, Handling]:
        """The unit's latest part in each."""
        rows = Handling.objects.filter(
            congress_id=self.theme.congress_id, unit_id=self.theme.unit_id, root_id__in=self.cases
        ).exclude(stage=w.Handling.NAMED)
        return {row.root_id: row for row in rows.order_by("round", "id")}

    @cached_property
    def concerns(self) -> dict[int, list[Suggestion]]:
        """problem → the suggestions it is about, as far as the reader may see them."""
        rows = Concern.objects.filter(congress_id=self.theme.congress_id, root_id=self.theme.id)
        about: dict[int, set[int]] = {}
        for problem, case in rows.values_list("problem_id", "suggestion_id"):
            about.setdefault(problem, set()).add(case)
        return {
            problem: [case for case in self.cases.values() if case.id in numbers]
            for problem, numbers in about.items()
        }

    @cached_property
    def problems(self) -> list[Problem]:
        """All for those who see the whole; of the rest what is about a suggestion they see, and what they answer for."""
        rows = [row for row in self.under.all(Problem) if row.stage is not w.Problem.NEW]
        rows.sort(key=lambda row: row.nth)
        if self.is_host or self.watches:
            return rows
        return [row for row in rows if self.concerns.get(row.id) or row.owner_id in self.by.people]

    @cached_property
    def counts(self) -> tuple[int, int, int]:
        """挂牌、销号、转承诺, of what the reader is shown."""
        stages = [row.stage for row in self.problems]
        struck, pledged = stages.count(w.Problem.STRUCK), stages.count(w.Problem.PROMISED)
        return len(stages) - stages.count(w.Problem.DROPPED), struck, pledged

    @cached_property
    def evidence(self) -> dict[int, list[Attachment]]:
        """What shows that a problem is solved: inside the unit at once, for those who watch when it was struck off."""
        shown = {row.id for row in self.problems if self.is_inside or row.stage is w.Problem.STRUCK}
        rows = Attachment.objects.filter(congress_id=self.theme.congress_id, root_id=self.theme.id)
        found: dict[int, list[Attachment]] = {}
        for row in rows.filter(subject_id__in=shown).order_by("file_id"):
            found.setdefault(row.subject_id, []).append(row)
        return found

    @cached_property
    def gatherings(self) -> list[Gathering]:
        return gatherings(self.theme, by=self.by)

    @cached_property
    def paragraphs(self) -> SharedText | None:
        """What replies are written from, inside the unit."""
        return SharedText.of(self.theme).first() if self.is_inside else None

    @cached_property
    def known(self) -> dict[int, str]:
        """The names of whoever is shown."""
        return names(
            self.theme.congress_id, {self.theme.made_by_id, *(row.owner_id for row in self.problems)}
        )

    @cached_property
    def acts(self) -> list[Act]:
        """What the reader may do here, on the group and on everything shown that hangs on it."""
        return [act for subject in self._subjects for act in acts_at(subject, self.under, self.by)]

    @property
    def _subjects(self) -> list[Subject]:
        return [self.theme, *(each.row for each in self.members), *self.problems]

    def shows(self, subject: Subject) -> bool:
        return any(row.id == subject.id for row in self._subjects)


def gatherings(theme: Theme, *, by: Actor) -> list[Gathering]:
    """The meetings of a group that the actor was given, in the order of their days, with how many were there."""
    linked = Linked.objects.filter(congress_id=by.congress, root_id=theme.id)
    rows = Meeting.objects.filter(
        congress_id=by.congress, id__in=list(linked.values_list("meeting_id", flat=True))
    ).exclude(stage=w.Meeting.CALLED_OFF)
    came = Attendance.objects.filter(congress_id=by.congress, root_id__in=[row.id for row in rows])
    counted = came.values("root_id").annotate(n=Count("id"), deputies=Count("id", filter=Q(deputy=True)))
    found = {row["root_id"]: (row["n"], row["deputies"]) for row in counted}
    return [
        Gathering(row, *found.get(row.id, (0, 0)))
        for row in sorted(rows, key=lambda row: (row.starts_at, row.id))
    ]


def file(number: int, *, by: Actor) -> ThemeFile | None:
    """The group, or nothing for those who may not see it."""
    found = one(_in_sight, number, by, clock.today())
    return ThemeFile(found, by) if found else None


def _in_sight(by: Actor, today: date) -> QuerySet[Theme]:
    return Theme.objects.filter(may_see(by)).select_related("unit")


TRACKS = ("theme", "member", "problem")


def meetings_to_link(file: ThemeFile) -> list[Meeting]:
    """Of the unit, the latest first, the first MEETINGS: those that are not linked yet, and that the actor may see."""
    linked = {each.meeting.id for each in file.gatherings}
    rows = Meeting.objects.filter(meetings_in_sight(file.by), unit_id=file.theme.unit_id)
    rows = rows.exclude(stage__in=[w.Meeting.NEW, w.Meeting.CALLED_OFF]).order_by("-starts_at", "-id")
    return [row for row in rows[: MEETINGS + len(linked)] if row.id not in linked][:MEETINGS]


MEETINGS = 30


def subject(track: str, number: int, *, by: Actor) -> tuple[Subject, ThemeFile] | None:
    """Anything that hangs on a group, by track and number, with its file; nothing where it is not shown."""
    return hanging(Theme, file, track, number, by=by)


@dataclass(frozen=True)
class Listed:
    """A group in a list, with how many are in it that the reader may see, and how its problems stand."""

    theme: Theme
    members: int
    figures: board.Figures


def themes(*, by: Actor, show: str = "", size: int = SIZE, after: str = "", before: str = "") -> Page:
    """Groups the actor may see, the latest first, as Listed. `show`: open, ended, or all."""
    rows = Theme.objects.filter(may_see(by)).filter(_shown(show)).select_related("unit")
    found = page(rows, ("id",), size, after=after, before=before, newest=True)
    return Page(_listed(found.rows, by), found.after, found.before)


def _shown(name: str) -> Q:
    ended = [w.Theme.CLOSED, w.Theme.DROPPED]
    return {"open": Q(stage=w.Theme.OPEN), "ended": Q(stage__in=ended)}.get(name, Q())


def _listed(rows: list[Theme], by: Actor) -> list[Listed]:
    numbers = [row.id for row in rows]
    inside = Member.objects.filter(congress_id=by.congress, root_id__in=numbers, stage=w.Member.IN)
    seen = Suggestion.objects.filter(may_see_case(by), id__in=inside.values("suggestion_id"))
    members = dict(
        inside.filter(suggestion_id__in=seen.values("id")).values("root_id").annotate(n=Count("id")).values_list("root_id", "n")
    )  # fmt: skip
    figures = board.figures(numbers, by=by)
    return [Listed(row, members.get(row.id, 0), figures.get(row.id, board.NONE)) for row in rows]


def named(numbers: set[int], *, by: Actor) -> dict[int, tuple[str, str, bool]]:
    """root → number, title, whether the actor may open it: for notices."""
    seen = Theme.objects.filter(may_see(by), id__in=numbers)
    return {row.id: ("", row.title, True) for row in seen.only("id", "congress_id", "title")}


def may_join(theme: Theme, *, by: Actor, words: str = "", also: Iterable[int] = ()) -> list[Suggestion]:
    """The unit's suggestions that are in no group of it, newest first, the first MOST: as far as the reader may see them; with
    `words` those that have them in the title, or that number, and `also` those that are picked already."""
    rows = free_to_join(theme).filter(may_see_case(by))
    out = Member.objects.filter(congress_id=by.congress, root_id=theme.id).values("suggestion_id")
    rows, told = rows.exclude(id__in=out), words.strip()[:50]
    found = rows.filter(Q(title__contains=told) | _numbered(told)) if told else rows
    picked = list(rows.filter(id__in=list(also)).order_by("-id"))
    known = {row.id for row in picked}
    return picked + [row for row in found.order_by("-id")[: MOST + len(known)] if row.id not in known][:MOST]


def _numbered(told: str) -> Q:
    return Q(number=int(told)) if told.isdecimal() and len(told) <= 6 else Q(pk__in=[])


MOST = 60
