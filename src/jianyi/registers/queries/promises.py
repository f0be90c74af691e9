"""The register of promises (B类承诺台账): what replies promised, by the days on which it is due."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from django.db.models import Q, QuerySet

from jianyi.cases.models import Promise
from jianyi.cases.queries.promises import PARTS, of_part, ways_to_promises
from jianyi.cases.queries.searching import titled
from jianyi.kit.pages import Way
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor

from ..asked import Conditions, chosen_of, numbers_of, sent_to, words_of, year_of
from ..columns import Hanging
from ..columns.needed import AROUND, shown
from ..register import Cut, Order, Register, labelled
from ..sight import is_deputy, knows_teams, reads_talks, ways_to_proposed


STAGES = {word.value: word.label for word in w.Promise if word is not w.Promise.NEW}


@dataclass(frozen=True)
class Pledges(Conditions):
    """`part`: as the page of promises has them; `year`: in which it is due."""

    unit: int = 0
    division: int = 0
    part: str = "open"
    stage: str = ""
    year: int = 0
    words: str = ""

    @classmethod
    def read(cls, asked: Mapping[str, Any]) -> Self:
        chosen = chosen_of(asked, {"part": PARTS, "stage": STAGES})
        usual = {"part": "all"} if "stage" in chosen else {}
        return cls(
            **numbers_of(asked, ("unit", "division")),
            **usual | chosen,
            year=year_of(asked),
            words=words_of(asked),
        )

    def condition(self, by: Actor) -> Q:
        asked = of_part(self.part)
        asked &= Q(stage=w.Promise(self.stage)) if self.stage else Q()
        asked &= Q(unit_id=self.unit) if self.unit else Q()
        asked &= Q(division_id=self.division) if self.division and knows_teams(by) else Q()
        if self.year:
            asked &= Q(due__range=(date(self.year, 1, 1), date(self.year, 12, 31)))
        return asked & titled(self.words, by=by) if self.words else asked


def _seen(asked: Conditions, by: Actor) -> list[QuerySet[Promise]]:
    if not is_deputy(by):
        return [way.filter(asked.condition(by)) for way in ways_to_promises(by)]
    rows = Promise.objects.filter(asked.condition(by), congress_id=by.congress, paper__stage__in=sent_to(by))
    return [rows.exclude(stage=w.Promise.NEW).filter(way) for way in ways_to_proposed(by)]


def _rows(order: str, by: Actor) -> QuerySet[Promise]:
    around = [f"handling__{name}" for name in AROUND]
    rows = Promise.objects.filter(congress_id=by.congress).select_related("handling", *around)
    own = [column.attname for column in Promise._meta.concrete_fields]
    return rows.only(*own, *shown("handling__"))


def _ways(asked: Conditions, order: str, by: Actor) -> list[Way]:
    return [Way(way) for way in _seen(asked, by)] or [Way(Promise.objects.none())]


def _every(asked: Conditions, order: str, by: Actor) -> QuerySet[Promise]:
    ways, met = _seen(asked, by), Q(pk__in=[])
    if len(ways) == 1:
        return ways[0]
    for way in ways:
        met |= Q(id__in=way.order_by().values("id"))
    return Promise.objects.filter(met, congress_id=by.congress)


PROMISES = Register(
    key="promises", label="B类承诺台账", about="答复中的每一项承诺一行", usually="未了结的承诺", laid="promises", measure="项",
    usual=(
        "no", "title", "unit", "pledge_division", "called", "item", "due", "first_due", "state", "evidence", "verified_by", "verified_on",
    ),
    read=Pledges.read,
    orders={"due": Order("先到期在前", ("due", "id")), "far": Order("后到期在前", ("due", "id"), down=True)},
    cuts={
        "unit": Cut("承办单位", lambda by: "unit_id"),
        "division": Cut("责任处室", lambda by: "division_id", open_to=knows_teams),
        "stage": Cut("状态", lambda by: "stage", labelled(w.Promise)),
    },
    rows=_rows, ways=_ways, every=_every, held=Hanging, late=lambda by: of_part("late"), anchor="promise", open_to=reads_talks,
)  # fmt: skip
