"""One document of the ladder as one reader may see it, and lists of them; how many stand on each rung."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, Q, QuerySet

from jianyi.cases.facts import crew_of
from jianyi.cases.models import Attachment, Letter
from jianyi.cases.queries.acts import Act, acts_at
from jianyi.cases.queries.hanging import hanging
from jianyi.kit.pages import Page, page
from jianyi.kit.statements import one
from jianyi.parties.queries import names, organisation_names
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import RUNGS
from jianyi.procedure.facts.said.supervision import SHEETS
from jianyi.turn.models import Subject
from jianyi.turn.under import Under

from ..facts import approvers, bodies, hosts, team
from ..models import COUNTED, ENDED, OPEN, UNSEEN, VOID, Measure, Urging
from ..sight import is_host, may_see_measure, may_see_urging


TRACK = "measure"
SIZE = 20
PARTS = {"": "全部", "open": "进行中", "draft": "待签发", "ended": "已结"}


class MeasureFile:
    """A document and what was done about it, through the eyes of one reader."""

    def __init__(self, measure: Measure, by: Actor) -> None:
        self.measure, self.by, self.under = measure, by, Under(measure)

    @cached_property
    def is_host(self) -> bool:
        return is_host(self.by, self.measure)

    @cached_property
    def known(self) -> dict[int, str]:
        row = self.measure
        return names(row.congress_id, {row.owner_id or 0, row.interviewer_id or 0, row.skip_by_id or 0})

    @cached_property
    def acts(self) -> list[Act]:
        return acts_at(self.measure, self.under, self.by)

    @cached_property
    def evidence(self) -> dict[int, list[Attachment]]:
        rows = Attachment.objects.filter(congress_id=self.measure.congress_id, root_id=self.measure.id)
        found = list(rows.order_by("file_id"))
        return {self.measure.id: found} if found else {}

    @cached_property
    def letters(self) -> list[Letter]:
        rows = Letter.objects.filter(congress_id=self.measure.congress_id, root_id=self.measure.id)
        return list(rows.order_by("id"))

    def shows(self, subject: Subject) -> bool:
        return subject.id == self.measure.id


def file(number: int, *, by: Actor) -> MeasureFile | None:
    """The document, or nothing for those who may not see it."""
    found = one(_in_sight, number, by)
    return MeasureFile(found, by) if found else None


def _in_sight(by: Actor) -> QuerySet[Measure]:
    rows = Measure.objects.filter(may_see_measure(by))
    return rows.select_related(
        "unit", "division", "house", "suggestion", "handling", "owner", "supervised_by"
    )


def subject(track: str, number: int, *, by: Actor) -> tuple[Subject, MeasureFile] | None:
    return hanging(Measure, file, track, number, by=by)


def people(measure: Measure, *, by: Actor) -> dict[str, list[tuple[int, str]]]:
    """Whom a document may name: who answers for it, who may hold the interview, who may approve that a rung is skipped."""
    if not is_host(by, measure):
        return {}
    found = {"owner": team(measure.handling), "interviewer": hosts(measure), "skip_by": approvers(measure)}
    known = names(measure.congress_id, {person for each in found.values() for person in each})
    seats = crew_of(measure.handling) if measure.is_inner else {}
    return {
        name: sorted((person, seats.get(person) or known[person]) for person in each)
        for name, each in found.items()
    }


def supervisors(measure: Measure, *, by: Actor) -> list[tuple[int, str]]:
    """Whom a notice may name as supervising: the house itself first."""
    if measure.level or not is_host(by, measure):
        return []
    known = organisation_names(measure.congress_id, set(bodies(measure)))
    return sorted(known.items(), key=lambda each: (each[0] != measure.house_id, each[1]))


def listed(
    *, by: Actor, part: str = "", rung: str = "", size: int = SIZE, after: str = "", before: str = ""
) -> Page:
    """Documents the actor may see, the latest first. `part`: one of PARTS; `rung`: of this one alone."""
    rows = _in_sight(by).filter(_of(part)).filter(Q(rung=rung) if rung in SHEETS else Q())
    return page(rows, ("id",), size, after=after, before=before, newest=True)


def _of(part: str) -> Q:
    return {
        "draft": Q(stage=w.Measure.DRAFTED), "ended": Q(stage__in=ENDED), "open": ~Q(stage__in=[*UNSEEN, *ENDED]),
    }.get(part, ~Q(stage=w.Measure.DROPPED))  # fmt: skip


@dataclass(frozen=True)
class Step:
    """One rung: how many documents were issued, and how many of them wait for something."""

    rung: str
    level: int
    label: str
    issued: int
    open: int


def ladder(*, by: Actor) -> list[Step]:
    """What stands on which rung, as far as the actor may see it."""
    letters = Urging.objects.filter(may_see_urging(by), stage__in=COUNTED)
    counts = {"urging": (letters.count(), letters.filter(stage__in=[*OPEN, w.Urging.ANSWERED]).count())}
    told = Measure.objects.filter(may_see_measure(by)).exclude(stage__in=[*UNSEEN, *VOID])
    running = ~Q(stage__in=ENDED)
    for row in told.values("rung").annotate(n=Count("id"), open=Count("id", filter=running)).order_by():
        counts[row["rung"]] = (row["n"], row["open"])
    return [
        Step(rung, level, label, *counts.get(rung, (0, 0)))
        for level, (rung, label) in enumerate(RUNGS.items(), 1)
    ]


def named(numbers: set[int], *, by: Actor) -> dict[int, tuple[str, str, bool]]:
    """root → number, title, whether the actor may open it: for notices."""
    seen = Measure.objects.filter(may_see_measure(by), id__in=numbers).select_related("suggestion")
    return {row.id: (f"第{row.suggestion.no}号建议", row.label, True) for row in seen}
