"""One letter as one reader may see it, and lists of them."""

from collections.abc import Iterable
from functools import cached_property

from django.db.models import Q, QuerySet

from jianyi.cadence.queries.slow import Slow
from jianyi.cases.models import Attachment, Handling, Letter
from jianyi.cases.queries.acts import Act, acts_at
from jianyi.cases.queries.hanging import hanging
from jianyi.cases.sight import own_handling
from jianyi.kit.pages import Page, page
from jianyi.kit.statements import one
from jianyi.parties.queries import organisations
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words.duties import WHOLE_UNIT
from jianyi.turn.models import Subject
from jianyi.turn.under import Under

from ..facts import offered
from ..holders import lines
from ..lagging import helped_by, owed
from ..models import Line, Urging
from ..sight import is_host, may_see_urging


TRACK = "urging"
SIZE = 20
PARTS = {
    "": "全部", "draft": "待签发", "open": "待回复", "late": "逾期未复", "answered": "待核销", "uncorrected": "未改正", "closed": "已结",
}  # fmt: skip


class UrgingFile:
    """A letter and what it rests on, through the eyes of one reader."""

    def __init__(self, urging: Urging, by: Actor) -> None:
        self.urging, self.by, self.under = urging, by, Under(urging)

    @cached_property
    def is_host(self) -> bool:
        return is_host(self.by, self.urging)

    @cached_property
    def sees_whole(self) -> bool:
        """Else only the lines of what one works on oneself are shown, and the paper is not: it tells of others."""
        if self.is_host or self.by.where(*WHOLE_UNIT).count(self.urging.unit_id):
            return True
        if not self.by.houses.intersection({self.urging.unit_id}):
            return True
        return len(self.lines) == len(lines(self.urging, self.under))

    @cached_property
    def lines(self) -> list[Line]:
        rows = lines(self.urging, self.under)
        if (
            self.is_host
            or self.urging.unit_id not in self.by.houses
            or self.urging.unit_id in self.by.where(*WHOLE_UNIT)
        ):
            return rows  # fmt: skip
        if self.urging.is_inner and self.urging.division_id in {post.organisation for post in self.by.posts}:
            return rows
        mine = Handling.objects.filter(own_handling(self.by), id__in=[row.handling_id for row in rows])
        seen = set(mine.values_list("id", flat=True))
        return [row for row in rows if row.handling_id in seen]

    @cached_property
    def offered(self) -> list[Slow]:
        """What may be put into it, for those who write it."""
        return offered(self.urging, self.under) if self.is_host else []

    @cached_property
    def acts(self) -> list[Act]:
        return acts_at(self.urging, self.under, self.by)

    @cached_property
    def evidence(self) -> dict[int, list[Attachment]]:
        rows = Attachment.objects.filter(congress_id=self.urging.congress_id, root_id=self.urging.id)
        found = list(rows.order_by("file_id")) if self.sees_whole else []
        return {self.urging.id: found} if found else {}

    @cached_property
    def letters(self) -> list[Letter]:
        rows = Letter.objects.filter(congress_id=self.urging.congress_id, root_id=self.urging.id)
        return list(rows.order_by("id")) if self.sees_whole else []

    def shows(self, subject: Subject) -> bool:
        return subject.id == self.urging.id


def file(number: int, *, by: Actor) -> UrgingFile | None:
    """The letter, or nothing for those who may not see it."""
    found = one(_in_sight, number, by)
    return UrgingFile(found, by) if found else None


def _in_sight(by: Actor) -> QuerySet[Urging]:
    return Urging.objects.filter(may_see_urging(by)).select_related("unit", "division", "house", "made_by")


def subject(track: str, number: int, *, by: Actor) -> tuple[Subject, UrgingFile] | None:
    return hanging(Urging, file, track, number, by=by)


def listed(
    *, by: Actor, part: str = "", way: str = "", unit: int = 0, size: int = SIZE, after: str = "", before: str = ""
) -> Page:  # fmt: skip
    """Letters the actor may see, the latest first. `part`: one of PARTS; `way`: who urges whom; `unit`: to this one."""
    rows = _in_sight(by).filter(_of(part)).filter(Q(way=way) if way else Q())
    rows = rows.filter(unit_id=unit) if unit else rows
    found = page(rows, ("id",), size, after=after, before=before, newest=True)
    told = _lines(found.rows, by)
    for row in found.rows:
        row.told = told.get(row.id, [])
    return found


def _lines(rows: Iterable[Urging], by: Actor) -> dict[int, list[Line]]:
    """Of a page of letters what each rests on: one question. A division reads of a letter to the unit only its own."""
    numbers = [row.id for row in rows]
    whole, letters = set(by.where(*WHOLE_UNIT)), {row.id: row for row in rows}
    found: dict[int, list[Line]] = {}
    lines_ = Line.objects.filter(congress_id=by.congress, root_id__in=numbers).select_related("suggestion")
    own = set(
        Handling.objects.filter(own_handling(by), id__in=lines_.values("handling_id")).values_list("id", flat=True)
    )  # fmt: skip
    for line in lines_.order_by("nth"):
        letter = letters[line.root_id]
        inside = letter.unit_id in by.houses and letter.unit_id not in whole and not is_host(by, letter)
        if not inside or line.handling_id in own or letter.division_id in {p.organisation for p in by.posts}:
            found.setdefault(line.root_id, []).append(line)
    return found


def _of(part: str) -> Q:
    return {
        "draft": Q(stage=w.Urging.DRAFTED), "open": Q(stage__in=[w.Urging.ISSUED, w.Urging.RECEIVED]), "late": Q(stage=w.Urging.UNANSWERED),
        "answered": Q(stage=w.Urging.ANSWERED), "uncorrected": Q(stage=w.Urging.UNCORRECTED),
        "closed": Q(stage__in=[w.Urging.CORRECTED, w.Urging.CANCELLED, w.Urging.LAPSED]),
    }.get(part, ~Q(stage=w.Urging.DROPPED))  # fmt: skip


def owing(*, by: Actor, house: int) -> list[Slow]:
    """What units that help this house owe it and are late with: for those who read the whole of the house."""
    if house not in by.where(*WHOLE_UNIT):
        return []
    units = sorted(set(helped_by(by.congress, house).values()))
    return [row for unit in units for row in owed(house, unit, by.congress)]


def named(numbers: set[int], *, by: Actor) -> dict[int, tuple[str, str, bool]]:
    """root → number, title, whether the actor may open it: for notices."""
    seen = Urging.objects.filter(may_see_urging(by), id__in=numbers)
    return {row.id: (row.number, "催办函", True) for row in seen.only("id", "congress_id", "number")}


def units_urged(*, by: Actor) -> list[tuple[int, str]]:
    """For the filter of a list: units, by name."""
    rows = organisations(by=by).filter(id__in=_in_sight(by).values("unit_id"))
    return [(row.id, row.known_as) for row in rows]
