"""The board of problems: those of a house, or of every unit, late ones first; 挂牌、销号、转承诺 in figures."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Count, Q, QuerySet

from jianyi.cases.sight import is_office
from jianyi.kit import clock
from jianyi.kit.pages import Page, Way, page
from jianyi.parties.queries import organisation_names
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Duty
from jianyi.procedure.words.duties import WHOLE_UNIT

from ..models import OPEN, Problem, Theme
from ..sight import may_see


SIZE = 20
# What the board may be of, in the order in which it is offered.
PARTS = {
    "open": "未销号", "late": "逾期", "check": "待核销", "struck": "已销号", "promised": "已转承诺", "all": "全部",
}  # fmt: skip


@dataclass(frozen=True)
class Figures:
    """挂牌 (all that were put up and not cancelled), of them 销号, 转承诺, and open ones that are late."""

    listed: int = 0
    struck: int = 0
    pledged: int = 0
    late: int = 0

    @classmethod
    def sum(cls, rows: Iterable["Figures"]) -> "Figures":
        """Of several units together."""
        told = [(row.listed, row.struck, row.pledged, row.late) for row in rows]
        return cls(*map(sum, zip(*told, strict=True))) if told else cls()


NONE = Figures()


def listed(
    *, by: Actor, part: str = "open", unit: int = 0, after: str = "", before: str = "", size: int = SIZE
) -> Page:
    """Problems the actor may see, by their days, so that late ones stand first. `unit`: of this one alone."""
    rows = Problem.objects.filter(congress_id=by.congress).select_related("root", "unit", "owner")
    ways = [
        Way(way.filter(_of(part) & _unit(unit)).select_related("root", "unit", "owner")) for way in _ways(by)
    ]
    return page(rows if ways else rows.none(), ("due", "id"), size, after=after, before=before, ways=ways)


def _ways(by: Actor) -> list[QuerySet[Problem]]:
    """Each walks an index by the day: all, the units', or those one answers for or sees by a group one has a part in."""
    rows = Problem.objects.filter(congress_id=by.congress).exclude(stage=w.Problem.NEW)
    if is_office(by):
        return [rows]
    whole = by.where(*WHOLE_UNIT)
    ways = [rows.filter(unit_id=unit) for unit in whole]
    if by.holds(Duty.GOVERNMENT_CLERK):
        ways.append(rows.filter(unit__of_government=True))
    if by.houses and not whole:
        made = Theme.objects.filter(may_see(by), made_by_id__in=by.people)
        ways.append(
            rows.filter(
                Q(owner_id__in=by.people, unit_id__in=sorted(by.houses)) | Q(root_id__in=made.values("id"))
            )
        )
    return ways


def _unit(unit: int) -> Q:
    return Q(unit_id=unit) if unit else Q()


def _of(part: str) -> Q:
    return {
        "late": _late(), "check": Q(stage=w.Problem.REPORTED), "struck": Q(stage=w.Problem.STRUCK),
        "promised": Q(stage=w.Problem.PROMISED), "all": Q(),
    }.get(part, Q(stage__in=OPEN))  # fmt: skip


def _late() -> Q:
    return Q(stage=w.Problem.LISTED, due__lt=clock.today())


def by_unit(*, by: Actor) -> list[tuple[int, str, Figures]]:
    """(unit, name, figures) of every unit that has problems on the actor's board, most late ones first."""
    ways = _ways(by)
    rows = Problem.objects.filter(congress_id=by.congress) if ways else Problem.objects.none()
    seen = [Q(id__in=way.values("id")) for way in ways]
    counted = _counted(ways[0] if len(ways) == 1 else rows.filter(reduce(or_, seen, Q())), "unit_id")
    known = organisation_names(by.congress, set(counted))
    found = [(unit, known[unit], told) for unit, told in counted.items()]
    return sorted(found, key=lambda each: (-each[2].late, each[0]))


def figures(themes: list[int], *, by: Actor) -> dict[int, Figures]:
    """group → figures, for a page of groups that the actor was given."""
    return _counted(Problem.objects.filter(congress_id=by.congress, root_id__in=themes), "root_id")


def _counted(rows: QuerySet[Problem], by_column: str) -> dict[int, Figures]:
    """One question."""
    put_up = ~Q(stage__in=[w.Problem.NEW, w.Problem.DROPPED])
    told = rows.values(by_column).annotate(
        listed=Count("id", filter=put_up), struck=Count("id", filter=Q(stage=w.Problem.STRUCK)),
        pledged=Count("id", filter=Q(stage=w.Problem.PROMISED)), late=Count("id", filter=_late()),
    )  # fmt: skip
    return {
        row[by_column]: Figures(row["listed"], row["struck"], row["pledged"], row["late"])
        for row in told.order_by()
    }
