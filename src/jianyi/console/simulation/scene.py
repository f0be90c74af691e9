"""What every road shares: the province, the agenda, the sittings as they stand."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from jianyi.cases.commands import batches
from jianyi.cases.models import Batch, Suggestion
from jianyi.fieldwork.commands import meetings
from jianyi.fieldwork.fresh import fresh
from jianyi.fieldwork.models import Meeting
from jianyi.kit import clock
from jianyi.parties import commands as parties
from jianyi.parties.models import Sitting
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Attending, Calling, Convening, Listing, Minuting

from .agenda import Agenda, Road, worked
from .founding import Province, data


LASTS = timedelta(days=4)
FIRST = (2026, 4)
HANDED = "会议通报了代表建议的审查情况，当场交办全部建议，要求各单位三个工作日内逐件签收，先沟通后办理、先沟通后答复。"
ORDINALS = "零一二三四五六七八九十"


@dataclass
class Scene:
    """`days`: of each year the day its sitting opens, and the day of the hand-over meeting."""

    province: Province
    agenda: Agenda
    days: dict[int, tuple[date, date]]
    sittings: dict[int, Sitting] = field(default_factory=dict)

    def sitting_road(self, year: int) -> Road:
        """The sitting opens and ends; after the hand-over meeting units may claim what comes in between sittings."""
        opens, hands = self.days[year]
        until = clock.midnight(worked(hands, -3) + timedelta(days=1))
        yield at(opens, 8)
        if before := self.sittings.get(year - 1):
            parties.end_sitting(by=self.province.admin, on=before)
        self.sittings[year] = parties.open_sitting(
            by=self.province.admin, on=self._new(), saying=_convening(year, until, True)
        )
        yield at(opens + LASTS, 18)
        self._change(year, until)
        yield at(hands, 8)
        yield from self._hand_over(year, hands)
        self._change(year, None)

    def _new(self) -> Sitting:
        number = self.province.congress.id
        return Sitting(congress_id=number, root_id=number)

    def _change(self, year: int, until: datetime | None) -> None:
        on = self.sittings[year]
        self.sittings[year] = parties.change_sitting(
            by=self.province.admin, on=on, saying=_convening(year, until, False)
        )

    def _hand_over(self, year: int, hands: date) -> Road:
        """One batch for all that was registered in the sitting."""
        waiting = Suggestion.objects.filter(
            sitting_id=self.sittings[year].id, between=False, stage=w.Suggestion.PROPOSED
        )
        batch = self.prepare(
            f"{year} 年代表建议交办会", list(waiting.values_list("id", flat=True)), self.sittings[year]
        )
        meeting = self._call(year, hands, batch) if batch else None
        yield at(hands, 10)
        if batch:
            batches.hand_over(by=self.province.head, on=batch)
        yield at(hands, 12)
        if meeting:
            self._hold(meeting)

    def _call(self, year: int, hands: date, batch: Batch) -> Meeting:
        """The meeting at which the batch is handed over: the offices of the units come."""
        told = self.province
        said = Calling(
            kind="hand_over", title=f"{year}年省人大代表建议交办会", starts_at=at(hands, 9), where="省人大常委会一楼会议厅",
            chair=told.head.person, agenda="一、通报审查情况；二、交办代表建议；三、明确办理要求。",
            guests=tuple(unit.office.person for unit in told.units.values()), batch=batch.id,
        )  # fmt: skip
        new = fresh("meeting", {}, by=told.clerk)
        return meetings.convene(by=told.clerk, on=new, saying=said)  # type: ignore[no-any-return]

    def _hold(self, row: Meeting) -> None:
        told = self.province
        present = (told.head.person, *(unit.office.person for unit in told.units.values()))
        row = meetings.hold(by=told.clerk, on=Meeting.objects.get(id=row.id), saying=Attending(present))
        row = meetings.minute(by=told.clerk, on=row, saying=Minuting(HANDED))
        meetings.settle(by=told.head, on=row)

    def prepare(self, name: str, cases: list[int], sitting: Sitting) -> Batch | None:
        """The office's list for the head of the committee; nothing where nothing waits."""
        row = Batch(
            congress_id=self.province.congress.id, sitting_id=sitting.id, place=self.province.congress.place
        )
        saying = Listing(tuple(cases), name)
        return batches.prepare(by=self.province.clerk, on=row, saying=saying) if cases else None


def at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), clock.HOME)


def days_of(year: int) -> tuple[date, date]:
    """When the sitting of a year opens, and when it hands over: before and after the Spring Festival."""
    opens = date(year, 1, 26) if year == FIRST[0] else worked(date(year, 1, 13), 0)
    return opens, worked(date(year, 2, 26), 0)


def _convening(year: int, until: datetime | None, in_session: bool) -> Convening:
    nth, term = FIRST[1] + year - FIRST[0], data("province")["congress"]["term"]
    label = f"省十{ORDINALS[term - 10]}届人大{ORDINALS[nth]}次会议"
    return Convening(label, term, nth, until, in_session)
