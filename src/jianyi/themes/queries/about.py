"""What a suggestion's page tells of the group it is in: that it is handled together, what was held for it, its own problems."""

from collections.abc import Mapping
from dataclasses import dataclass

from jianyi.cases.models import Attachment
from jianyi.cases.queries.files import CaseFile
from jianyi.procedure import words as w
from jianyi.procedure.words import Duty

from ..models import Concern, Member, Problem, Theme
from ..sight import may_see
from .themes import Gathering, gatherings


@dataclass(frozen=True)
class Together:
    """`opens`: the reader has a page of the group; `problems`: those that concern this suggestion; `evidence`: of those that were
    struck off."""

    theme: Theme
    opens: bool
    gatherings: list[Gathering]
    problems: list[Problem]
    evidence: Mapping[int, list[Attachment]]

    @property
    def struck(self) -> int:
        return sum(row.stage is w.Problem.STRUCK for row in self.problems)

    @property
    def pledged(self) -> int:
        return sum(row.stage is w.Problem.PROMISED for row in self.problems)


GROUPS = (w.Theme.OPEN, w.Theme.CLOSED)


def together(file: CaseFile) -> list[Together]:
    """For its proposers, the unit whose group it is, and those who watch over units; for each unit that has it in a group."""
    rows = Member.objects.filter(
        congress_id=file.case.congress_id,
        suggestion_id=file.case.id,
        stage=w.Member.IN,
        root__stage__in=GROUPS,
    ).select_related("root__unit")
    return [_told(file, row.root) for row in rows.order_by("id") if _may_read(file, row.root)]


def _may_read(file: CaseFile, theme: Theme) -> bool:
    if file.has_left:
        return False
    own = any(row.unit_id == theme.unit_id for row in file.own_handlings)
    clerk = file.by.holds(Duty.GOVERNMENT_CLERK) and theme.unit.of_government
    return file.from_within or own or clerk


def _told(file: CaseFile, theme: Theme) -> Together:
    congress = file.case.congress_id
    concerns = Concern.objects.filter(congress_id=congress, root_id=theme.id, suggestion_id=file.case.id)
    rows = Problem.objects.filter(
        congress_id=congress, id__in=list(concerns.values_list("problem_id", flat=True))
    )
    shown = list(rows.exclude(stage__in=[w.Problem.NEW, w.Problem.DROPPED]).order_by("nth"))
    return Together(
        theme, Theme.objects.filter(may_see(file.by), id=theme.id).exists(), gatherings(theme, by=file.by), shown, _evidence(theme, shown)
    )  # fmt: skip


def _evidence(theme: Theme, problems: list[Problem]) -> dict[int, list[Attachment]]:
    struck = [row.id for row in problems if row.stage is w.Problem.STRUCK]
    rows = Attachment.objects.filter(congress_id=theme.congress_id, root_id=theme.id, subject_id__in=struck)
    found: dict[int, list[Attachment]] = {}
    for row in rows.order_by("file_id") if struck else ():
        found.setdefault(row.subject_id, []).append(row)
    return found
