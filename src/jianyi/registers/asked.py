"""What a reader asks of a register: the conditions, read from an address or a layout, and as one condition on handlings.

Whatever cannot be read asks nothing; it is told on the page by standing empty there."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any, Self, cast

from django.db.models import Exists, OuterRef, Q, QuerySet

from jianyi.cases.models import Handling, Milestone, Paper
from jianyi.cases.models.handlings import OVER
from jianyi.cases.models.seats import seated
from jianyi.cases.queries.searching import titled
from jianyi.cases.sight import own_handling
from jianyi.kit import clock
from jianyi.kit.ids import read_number
from jianyi.kit.text import clean
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words.duties import HOUSE
from jianyi.supervision.sight import pressed
from jianyi.turn.models import Deadline

from .models import Note
from .sight import is_deputy, knows_names, knows_teams, may_see_note, watches


LONGEST, FARTHEST, FEW = 50, 366, 1_000
STAGES = {word.value: word.label for word in w.Handling if word is not w.Handling.NAMED}
ROLES = {word.value: word.label for word in w.Role}
YES_NO = {"yes": "是", "no": "否"}
NUMBERS = ("unit", "division", "responsible", "sitting", "delegation")
CHOICES = {
    "stage": {"": "有效任务", "all": "全部", **STAGES}, "role": ROLES, "key": YES_NO, "between": YES_NO, "late": {"yes": "已逾期"}, "pressed": {"yes": "催办、通报、督办过的"}, "noted": {"yes": "有备注"},
    "mark": dict.fromkeys("ABCD", ""),
}  # fmt: skip
SENT = (w.Paper.SENT, w.Paper.TO_RELAY)


class Conditions(ABC):
    """Of one register; what cannot be read asks nothing."""

    @property
    def told(self) -> dict[str, Any]:
        """As a layout keeps it: only what is asked beyond the usual."""
        every = [(each, getattr(self, each.name)) for each in fields(cast(Any, self))]
        return {each.name: value for each, value in every if value != each.default}

    @abstractmethod
    def condition(self, by: Actor) -> Q:
        """On the rows of the register."""


@dataclass(frozen=True)
class Asked(Conditions):
    """`responsible`: a person in any seat of the chain; `mark`: the class of the reply; `pressed`: urged or supervised;
    `within`: days until its next day;
    `year`: of the hand-over; `words`: in the title, or the number; `noted`, `note`: a note of the house, with these words."""

    unit: int = 0
    division: int = 0
    responsible: int = 0
    sitting: int = 0
    delegation: int = 0
    stage: str = ""
    role: str = ""
    key: str = ""
    between: str = ""
    late: str = ""
    mark: str = ""
    pressed: str = ""
    within: int = 0
    year: int = 0
    words: str = ""
    noted: str = ""
    note: str = ""

    @classmethod
    def read(cls, asked: Mapping[str, Any]) -> Self:
        within = read_number(str(asked.get("within", ""))) or 0
        return cls(
            **numbers_of(asked, NUMBERS), **chosen_of(asked, CHOICES), within=within if within <= FARTHEST else 0, year=year_of(asked),
            words=words_of(asked), note=words_of(asked, "note"),
        )  # fmt: skip

    def condition(self, by: Actor) -> Q:
        """On handlings. What a reader is not told is not found out by asking for it: where the proposer is to stay unknown no
        delegation finds the suggestion, and who is on it is asked by those who may read it."""
        asked = self._of_task(by) & self._of_case(by) & self._of_days(by)
        asked &= pressed(by) if self.pressed else Q()
        asked &= Q(Exists(_noted(self.note, by))) if self.noted or self.note else Q()
        if self.delegation and not knows_names(by):
            asked &= Q(root__confidential=False)
        return asked & (self._of_team() if knows_teams(by) else Q())

    def _of_task(self, by: Actor) -> Q:
        asked = Q()
        if self.stage in STAGES:
            asked &= Q(stage=w.Handling(self.stage))
        elif not self.stage:
            asked &= ~Q(stage__in=OVER)
        asked &= Q(role=w.Role(self.role)) if self.role else Q()
        asked &= Q(unit_id=self.unit) if self.unit else Q()
        return asked & (_marked(self.mark, by) if self.mark else Q())

    def _of_team(self) -> Q:
        """Of which division, and who is in any seat of the chain."""
        held = seated(self.responsible) if self.responsible else Q()
        return held & (Q(division_id=self.division) if self.division else Q())

    def _of_case(self, by: Actor) -> Q:
        asked = Q(root__sitting_id=self.sitting) if self.sitting else Q()
        asked &= Q(root__delegation_id=self.delegation) if self.delegation else Q()
        asked &= Q(root__key=self.key == "yes") if self.key else Q()
        asked &= Q(root__between=self.between == "yes") if self.between else Q()
        return asked & titled(self.words, by=by) if self.words else asked

    def _of_days(self, by: Actor) -> Q:
        asked, now = Q(), clock.now()
        asked &= in_year("handed_over_at", self.year) if self.year else Q()
        asked &= is_late(by) if self.late else Q()
        if self.within:
            until = clock.midnight(clock.today() + timedelta(days=self.within + 1))
            # The first of its clocks may have run out: then it is another that runs out soon.
            asked &= Q(due_at__lte=until) & Q(Exists(running().filter(due_at__gt=now, due_at__lte=until)))
        return asked


def numbers_of(asked: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    return {name: read_number(str(asked.get(name, ""))) or 0 for name in names}


def chosen_of(asked: Mapping[str, Any], options: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """What is one of the options."""
    told = {name: str(asked.get(name, "")) for name in options}
    return {name: value for name, value in told.items() if value in options[name]}


def in_year(moment: str, year: int) -> Q:
    first, last = (clock.midnight(date(each, 1, 1)) for each in (year, year + 1))
    return Q(**{f"{moment}__gte": first, f"{moment}__lt": last})


def year_of(asked: Mapping[str, Any]) -> int:
    year = read_number(str(asked.get("year", ""))) or 0
    return year if 1900 <= year < 2200 else 0


def words_of(asked: Mapping[str, Any], name: str = "words") -> str:
    return clean(str(asked.get(name, ""))).text.strip()[:LONGEST]


def is_late(by: Actor) -> Q:
    """The condition on handlings: a clock has run out; of the reader's own also the day of a milestone of the plan."""
    late = Q(due_at__lte=clock.now())
    if by.holds(*HOUSE) and not watches(by):
        stones = Milestone.objects.filter(Milestone.are_late(), congress_id=by.congress)
        late |= Q(id__in=stones.values("handling_id")) & own_handling(by)
    return late


def running() -> QuerySet[Deadline]:
    """The clocks of a handling that run and somebody may be late with."""
    return Deadline.objects.filter(
        congress_id=OuterRef("congress_id"), holder_id=OuterRef("id"), limit__in=w.WATCHED, ended_at=None
    )


def _marked(mark: str, by: Actor) -> Q:
    """Few replies of a class lead to their tasks; of one that many have, some task is soon met on the way along all of them."""
    replies = answered(by).filter(reply_class=mark)
    found = few(replies, "handling_id")
    return Q(Exists(replies.filter(handling_id=OuterRef("id")))) if found is None else Q(id__in=found)


def few(rows: QuerySet[Any], name: str) -> list[int] | None:
    """These numbers, where they are so few that they lead to what is asked for; nothing where it is met sooner along all there is."""
    found = list(rows.order_by().values_list(name, flat=True)[: FEW + 1])
    return found if len(found) <= FEW else None


def answered(by: Actor) -> QuerySet[Paper]:
    """Replies that have gone out, for this reader; a task has one."""
    return Paper.objects.filter(congress_id=by.congress, stage__in=sent_to(by)).order_by()


def _noted(words: str, by: Actor) -> QuerySet[Note]:
    """Notes of the reader's house with these words: what another house notes is not found out by asking."""
    rows = Note.objects.filter(
        may_see_note(by), congress_id=OuterRef("congress_id"), handling_id=OuterRef("id")
    )
    return rows.exclude(text="").filter(text__contains=words)


def sent_to(by: Actor) -> tuple[w.Paper, ...]:
    """At which stages a reply has gone out, for this reader: to a deputy who is to stay unknown it goes by the office's hands."""
    return (w.Paper.SENT,) if is_deputy(by) else SENT


def tasks() -> QuerySet[Handling]:
    """Of what a register of work consists."""
    return Handling.objects.exclude(stage=w.Handling.NAMED)
