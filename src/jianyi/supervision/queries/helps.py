"""Hard problems and help measures: one as one reader may see it, and the list of a house."""

from functools import cached_property

from django.db.models import Q, QuerySet

from jianyi.cases.models import Attachment, Promise
from jianyi.cases.queries.acts import Act, acts_at
from jianyi.cases.queries.files import CaseFile
from jianyi.cases.queries.hanging import hanging
from jianyi.kit import clock
from jianyi.kit.pages import Page, page
from jianyi.kit.statements import one
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said.supervision import HELPS
from jianyi.turn.models import Subject
from jianyi.turn.under import Under

from ..models import Help
from ..sight import may_see_help


TRACK = "help"
SIZE = 20
PARTS = {"open": "进行中", "late": "逾期", "check": "待核验", "done": "已完成", "all": "全部"}


class HelpFile:
    """One measure through the eyes of one reader."""

    def __init__(self, row: Help, by: Actor) -> None:
        self.row, self.by, self.under = row, by, Under(row)

    @cached_property
    def acts(self) -> list[Act]:
        return acts_at(self.row, self.under, self.by)

    @cached_property
    def promise(self) -> Promise | None:
        return Promise.objects.filter(congress_id=self.row.congress_id, id=self.row.promise_id).first()

    @cached_property
    def evidence(self) -> dict[int, list[Attachment]]:
        """Inside the unit at once, for those who watch when somebody has looked."""
        shown = self.row.unit_id in self.by.houses or self.row.stage is w.Help.DONE
        rows = Attachment.objects.filter(congress_id=self.row.congress_id, root_id=self.row.id)
        found = list(rows.order_by("file_id")) if shown else []
        return {self.row.id: found} if found else {}

    def shows(self, subject: Subject) -> bool:
        return subject.id == self.row.id


def file(number: int, *, by: Actor) -> HelpFile | None:
    """The measure, or nothing for those who may not see it."""
    found = one(_in_sight, number, by)
    return HelpFile(found, by) if found else None


def _in_sight(by: Actor) -> QuerySet[Help]:
    return Help.objects.filter(may_see_help(by)).select_related("unit", "suggestion", "leads")


def subject(track: str, number: int, *, by: Actor) -> tuple[Subject, HelpFile] | None:
    return hanging(Help, file, track, number, by=by)


def listed(
    *, by: Actor, part: str = "open", kind: str = "", size: int = SIZE, after: str = "", before: str = ""
) -> Page:
    """The latest first. `part`: one of PARTS; `kind`: hard problems or help alone."""
    rows = _in_sight(by).filter(_of(part)).filter(Q(kind=kind) if kind in HELPS else Q())
    return page(rows, ("id",), size, after=after, before=before, newest=True)


def _of(part: str) -> Q:
    return {
        "late": Q(stage=w.Help.RUNNING, until__lt=clock.today()), "check": Q(stage=w.Help.REPORTED), "done": Q(stage=w.Help.DONE),
        "all": ~Q(stage=w.Help.NEW),
    }.get(part, Q(stage__in=[w.Help.RUNNING, w.Help.REPORTED]))  # fmt: skip


def of_case(file: CaseFile) -> list[Help]:
    """What the page of a suggestion tells: for those who may see it there."""
    rows = _in_sight(file.by).filter(suggestion_id=file.case.id).exclude(stage=w.Help.DROPPED)
    return list(rows.order_by("id"))


def named(numbers: set[int], *, by: Actor) -> dict[int, tuple[str, str, bool]]:
    """root → number, title, whether the actor may open it: for notices."""
    seen = Help.objects.filter(may_see_help(by), id__in=numbers)
    return {row.id: ("", f"{row.label}“{row.what[:40]}”", True) for row in seen}
