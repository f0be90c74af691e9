"""One topic as one reader may see it, and lists of them."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from re import findall
from typing import Any

from django.db.models import Count, Q, QuerySet

from jianyi.cases.models import Handling, Suggestion
from jianyi.cases.queries.acts import Act, acts_at
from jianyi.cases.queries.hanging import hanging
from jianyi.cases.sight import is_office, may_see as may_see_case
from jianyi.fieldwork.models import Meeting
from jianyi.fieldwork.sight import may_see as meetings_in_sight
from jianyi.kit import clock
from jianyi.kit.pages import Page, page
from jianyi.kit.statements import one
from jianyi.parties.queries import names, sitting_now
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.phases import Phase, phases
from jianyi.turn.models import Subject
from jianyi.turn.under import Under

from ..facts import body, free
from ..holders import HANDS
from ..models import STANDING, Advice, Covered, KeyTopic, Sounding, Visit
from ..sight import is_host, may_propose, may_see, speaks_for


SIZE = 20
TRACKS = ("keytopic", "covered", "sounding", "advice")
HIDDEN = "代表（身份保密）"


@dataclass(frozen=True)
class InTopic:
    """A suggestion of the topic. `deputy`: empty where the name is kept; `units`: who handles it, in the lead first; `seen`: the reader may open it."""

    row: Covered
    case: Suggestion
    deputy: str
    units: list[Handling]
    seen: bool

    @property
    def delegation(self) -> str:
        """Not of a deputy whose name is kept: it would say too much."""
        return self.case.delegation.name if self.case.delegation and self.deputy != HIDDEN else ""

    @property
    def leads(self) -> str:
        return "、".join(h.unit.known_as for h in self.units if not h.advises)

    @property
    def helps(self) -> str:
        return "、".join(h.unit.known_as for h in self.units if h.advises)


@dataclass(frozen=True)
class Seen:
    """A visit, with its opinions that the reader is shown."""

    visit: Visit
    advice: list[Advice]
    meeting: Meeting | None

    @property
    def answered(self) -> int:
        return sum(row.stage is w.Advice.ANSWERED for row in self.advice)


class TopicFile:
    """A topic and what hangs on it, through the eyes of one reader."""

    def __init__(self, topic: KeyTopic, by: Actor) -> None:
        self.topic, self.by, self.under = topic, by, Under(topic)

    @cached_property
    def is_host(self) -> bool:
        return is_host(self.by, self.topic)

    @cached_property
    def decider(self) -> str:
        """What decides at this level."""
        return str(body(self.topic).name)

    @cached_property
    def _seen(self) -> set[int]:
        numbers = [row.suggestion_id for row in self.under.all(Covered)]
        return set(
            Suggestion.objects.filter(may_see_case(self.by), id__in=numbers).values_list("id", flat=True)
        )

    @cached_property
    def members(self) -> list[InTopic]:
        """To those who hold the topic every number is told, since they named it; of what they may not open, no more than that. To
        units what they may see."""
        rows = {row.suggestion_id: row for row in self.under.all(Covered) if row.stage is not w.Covered.NEW}
        shown = set(rows) if self.is_host else self._seen & set(rows)
        cases = Suggestion.objects.filter(congress_id=self.topic.congress_id, id__in=shown).select_related(
            "lead", "delegation"
        )
        tasks = self._tasks(shown)
        return [
            InTopic(rows[case.id], case, self._deputy(case), tasks.get(case.id, []), case.id in self._seen)
            for case in cases.order_by("between", "number", "id")
        ]  # fmt: skip

    @property
    def inside(self) -> list[InTopic]:
        return [each for each in self.members if each.row.stage is w.Covered.IN]

    def _deputy(self, case: Suggestion) -> str:
        return HIDDEN if case.confidential and not is_office(self.by) else case.lead.name

    def _tasks(self, cases: set[int]) -> dict[int, list[Handling]]:
        rows = Handling.objects.filter(
            congress_id=self.topic.congress_id, root_id__in=cases & self._seen, stage__in=HANDS
        )
        found: dict[int, list[Handling]] = {}
        for row in rows.select_related("unit").order_by("role", "id"):
            found.setdefault(row.root_id, []).append(row)
        return {case: sorted(each, key=lambda h: h.advises) for case, each in found.items()}

    @cached_property
    def soundings(self) -> list[Sounding]:
        """All for those who hold the topic; a unit reads what it was asked and what it said itself."""
        rows = [row for row in self.under.all(Sounding) if row.stage is not w.Sounding.NEW]
        return [row for row in rows if self.is_host or speaks_for(self.by, row)]

    @cached_property
    def advice(self) -> list[Advice]:
        """As far as the reader may see the suggestion; a unit what is for itself."""
        numbers = {each.case.id: n for n, each in enumerate(self.members)}
        rows = [row for row in self.under.all(Advice) if row.stage is not w.Advice.NEW]
        rows.sort(key=lambda row: (numbers.get(row.suggestion_id, 0), row.nth))
        return [
            row
            for row in rows
            if row.suggestion_id in self._seen and (self.is_host or speaks_for(self.by, row))
        ]

    @cached_property
    def visits(self) -> list[Seen]:
        """With something for the reader to read."""
        of: dict[int, list[Advice]] = {}
        for row in self.advice:
            of.setdefault(row.visit_id, []).append(row)
        meetings = self._meetings
        return [
            Seen(row, of.get(row.id, []), meetings.get(row.meeting_id or 0))
            for row in self._visits
            if self.is_host or row.id in of
        ]

    @cached_property
    def _visits(self) -> list[Visit]:
        return list(Visit.of(self.topic))

    @cached_property
    def _meetings(self) -> dict[int, Meeting]:
        numbers = [row.meeting_id for row in self._visits if row.meeting_id]
        if not numbers:
            return {}
        return {row.id: row for row in Meeting.objects.filter(meetings_in_sight(self.by), id__in=numbers)}

    @property
    def answered(self) -> tuple[int, int]:
        """Opinions that were answered, of all that the reader is shown."""
        return sum(row.stage is w.Advice.ANSWERED for row in self.advice), len(self.advice)

    @property
    def phases(self) -> list[Phase]:
        return phases(self.topic.phases)

    @property
    def report(self) -> str:
        return self.topic.report if self.is_host else ""

    @property
    def record(self) -> list[dict[str, Any]]:
        """The days of each suggestion, as they were handed in with the report: of those that the reader may see."""
        rows: list[dict[str, Any]] = self.topic.record if self.is_host else []
        return [row for row in rows if int(str(row["case"])) in self._seen]

    @cached_property
    def maker(self) -> str:
        return names(self.topic.congress_id, {self.topic.made_by_id}).get(self.topic.made_by_id, "")

    @cached_property
    def acts(self) -> list[Act]:
        """What the reader may do here, on the topic and on everything shown that hangs on it."""
        return [act for subject in self._subjects for act in acts_at(subject, self.under, self.by)]

    @property
    def _subjects(self) -> list[Subject]:
        return [self.topic, *(each.row for each in self.members), *self.soundings, *self.advice]

    def shows(self, subject: Subject) -> bool:
        return any(row.id == subject.id for row in self._subjects)


def file(number: int, *, by: Actor) -> TopicFile | None:
    """The topic, or nothing for those who may not see it."""
    found = one(_in_sight, number, by, clock.today())
    return TopicFile(found, by) if found else None


def _in_sight(by: Actor, today: date) -> QuerySet[KeyTopic]:
    return KeyTopic.objects.filter(may_see(by)).select_related("nominated_by", "committee")


def subject(track: str, number: int, *, by: Actor) -> tuple[Subject, TopicFile] | None:
    """Anything that hangs on a topic, by track and number, with its file; nothing where it is not shown."""
    return hanging(KeyTopic, file, track, number, by=by)


@dataclass(frozen=True)
class Listed:
    """A topic in a list: how many suggestions are in it, and of the opinions of visits how many were answered."""

    topic: KeyTopic
    cases: int
    advice: int
    answered: int


def topics(*, by: Actor, show: str = "", size: int = SIZE, after: str = "", before: str = "") -> Page:
    """Topics the actor may see, the latest first, as Listed. `show`: open (undecided), listed, over, or all."""
    rows = (
        KeyTopic.objects.filter(may_see(by)).filter(_shown(show)).select_related("nominated_by", "committee")
    )
    found = page(rows, ("id",), size, after=after, before=before, newest=True)
    return Page(_listed(found.rows, by), found.after, found.before)


def _shown(name: str) -> Q:
    T = w.KeyTopic
    return {
        "open": Q(stage__in=[T.PROPOSED, T.CONSULTED]), "listed": Q(stage__in=STANDING), "over": Q(stage__in=[T.NOT_LISTED, T.LIFTED, T.DROPPED]),
    }.get(name, Q())  # fmt: skip


def _listed(rows: list[KeyTopic], by: Actor) -> list[Listed]:
    """Counted of what the reader is shown: all of it for the congress and its committees, one's own for a unit."""
    hosted = [row.id for row in rows if is_host(by, row)]
    numbers = [row.id for row in rows]
    of = Q(root_id__in=hosted) | Q(suggestion_id__in=Suggestion.objects.filter(may_see_case(by)).values("id"))
    covered = Covered.objects.filter(of, congress_id=by.congress, root_id__in=numbers, stage=w.Covered.IN)
    cases = dict(covered.values("root_id").annotate(n=Count("id")).values_list("root_id", "n"))
    own = Q(root_id__in=hosted) | Q(unit_id__in=sorted(by.houses))
    told = Advice.objects.filter(own, congress_id=by.congress, root_id__in=numbers).exclude(
        stage=w.Advice.NEW
    )
    counted = told.values("root_id").annotate(
        n=Count("id"), done=Count("id", filter=Q(stage=w.Advice.ANSWERED))
    )
    advice = {row["root_id"]: (row["n"], row["done"]) for row in counted}
    return [Listed(row, cases.get(row.id, 0), *advice.get(row.id, (0, 0))) for row in rows]


def named(numbers: set[int], *, by: Actor) -> dict[int, tuple[str, str, bool]]:
    """root → number, title, whether the actor may open it: for notices."""
    seen = KeyTopic.objects.filter(may_see(by), id__in=numbers)
    return {row.id: ("", row.title, True) for row in seen.only("id", "congress_id", "title")}


def by_number(text: str, *, by: Actor) -> tuple[list[int], list[str]]:
    """For whoever may propose: the suggestions of the present sitting that are called by these numbers and may be in a topic, and the numbers
    that are none. A committee names a suggestion by the number on its paper; that it did so opens nothing to it."""
    told = list(dict.fromkeys(findall(r"闭?\d{1,6}", text)))[:200]
    sitting = sitting_now(by.congress) if may_propose(by) else None
    if sitting is None:
        return [], told
    asked = Q(pk__in=[])
    for part in told:
        asked |= Q(between=part.startswith("闭"), number=int(part.lstrip("闭")))
    rows = free(by.congress).filter(asked, sitting_id=sitting.id)
    found = {(row.between, row.number): row.id for row in rows.order_by("between", "number")}
    unknown = [part for part in told if (part.startswith("闭"), int(part.lstrip("闭"))) not in found]
    return list(found.values()), unknown
