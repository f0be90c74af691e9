"""The yearly work scheme of a unit: its editions, and how far it is, read from the milestones of the plans."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.db.models import Q

from jianyi.cases.models import Letter, Milestone
from jianyi.cases.queries.acts import Act, acts_at
from jianyi.cases.queries.hanging import hanging
from jianyi.cases.queries.lists import of_tracks
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.phases import Phase, phases
from jianyi.procedure.words.duties import WHOLE_UNIT
from jianyi.turn.models import Subject, WorkItem
from jianyi.turn.under import Under

from ..models import SchemeText, WorkScheme


TRACK = "workscheme"


@dataclass(frozen=True)
class Progress:
    """Of the milestones whose day lies in a phase: reached, all, and those whose day has passed."""

    phase: Phase
    reached: int
    of: int
    late: int


class SchemeFile:
    """A scheme through the eyes of one reader: office and leaders read every edition, the divisions what was approved."""

    def __init__(self, scheme: WorkScheme, by: Actor) -> None:
        self.scheme, self.by, self.under = scheme, by, Under(scheme)

    def shows(self, subject: Subject) -> bool:
        """Nothing else hangs on it."""
        return subject.id == self.scheme.id

    @cached_property
    def is_whole(self) -> bool:
        return self.scheme.unit_id in self.by.where(*WHOLE_UNIT)

    @cached_property
    def texts(self) -> list[SchemeText]:
        """The latest first."""
        rows = SchemeText.objects.filter(congress_id=self.scheme.congress_id, root_id=self.scheme.id)
        found = list(rows.order_by("-edition"))
        return found if self.is_whole else [row for row in found if row.approved_on]

    @cached_property
    def letters(self) -> list[Letter]:
        """One for each edition that was approved, the latest first."""
        rows = Letter.objects.filter(congress_id=self.scheme.congress_id, root_id=self.scheme.id)
        return list(rows.order_by("-id"))

    @cached_property
    def acts(self) -> list[Act]:
        return acts_at(self.scheme, self.under, self.by)

    @cached_property
    def progress(self) -> list[Progress]:
        """By the phases of the latest edition that the reader may read."""
        told = phases(self.texts[0].phases) if self.texts else []
        rows = Milestone.objects.filter(
            congress_id=self.scheme.congress_id, handling__unit_id=self.scheme.unit_id,
            stage__in=[w.Milestone.SET, w.Milestone.REACHED], day__year=self.scheme.year,
        )  # fmt: skip
        return list(_progress(told, list(rows), self.scheme.year))


def _progress(told: list[Phase], rows: list[Milestone], year: int) -> Iterable[Progress]:
    since = date(year, 1, 1)
    for phase in told:
        own = [row for row in rows if row.day and since <= row.day <= phase.until]
        reached = sum(row.stage is w.Milestone.REACHED for row in own)
        yield Progress(phase, reached, len(own), sum(row.is_late for row in own))
        since = phase.until + timedelta(days=1)


def _may_see(by: Actor) -> Q:
    """The unit itself; its divisions once something was approved."""
    approved = SchemeText.objects.filter(congress_id=by.congress).exclude(approved_on=None).values("root_id")
    own = Q(unit_id__in=by.where(*WHOLE_UNIT))
    return Q(congress_id=by.congress) & (own | Q(unit_id__in=sorted(by.houses), id__in=approved))


def file(number: int, *, by: Actor) -> SchemeFile | None:
    found = WorkScheme.objects.filter(_may_see(by), id=number).select_related("unit").first()
    return SchemeFile(found, by) if found else None


def subject(track: str, number: int, *, by: Actor) -> tuple[WorkScheme, SchemeFile] | None:
    """A scheme by its number, with its file; nothing where it is not shown."""
    return hanging(WorkScheme, file, track, number, by=by)


def of_year(unit: int, year: int, *, by: Actor) -> SchemeFile | None:
    found = WorkScheme.objects.filter(_may_see(by), unit_id=unit, year=year).select_related("unit").first()
    return SchemeFile(found, by) if found else None


def named(numbers: set[int], *, by: Actor) -> dict[int, tuple[str, str, bool]]:
    """root → number, title, whether the actor may open it: for notices."""
    rows = WorkScheme.objects.filter(_may_see(by), id__in=numbers)
    return {row.id: ("", row.title, True) for row in rows}


def work(*, by: Actor) -> list[tuple[WorkScheme, WorkItem]]:
    """The actor's work items on schemes."""
    items = of_tracks([TRACK], 20, by=by)
    once = {item.root_id: item for item in items}
    rows = WorkScheme.objects.filter(congress_id=by.congress, id__in=list(once))
    return [(row, once[row.id]) for row in rows.order_by("year", "id")]
