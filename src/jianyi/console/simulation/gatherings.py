"""What the four departments hold in a year: hand-over and progress meetings, research, meetings with deputies, training."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from jianyi.cases.models import Handling
from jianyi.documents.store import keep
from jianyi.fieldwork.commands import meetings, schemes
from jianyi.fieldwork.fresh import fresh
from jianyi.fieldwork.models import Guest, Meeting, Resolution, WorkScheme
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import (
    Attaching,
    Attending,
    Because,
    Calling,
    Minuting,
    Reaching,
    Resolving,
    Scheming,
)

from .agenda import Road, worked
from .founding import Province, Unit
from .pictures import landscape
from .scene import at


MINUTES = (
    "会议逐件听取了进展。代表肯定已做的工作，提出三点意见：一是线路和时限要写清楚；二是经费安排要早定；三是办理情况要及时告知代表。\n"
    "主持人逐一作了说明，明确会后由承办处室书面回复。"
)


GOALS = "按期答复率、见面率都达到 100%；答复承诺逐件有时限、有责任人。"
SAFEGUARDS = "主要负责人负总责，分管领导每月调度一次；经费列入年度预算；逾期节点在调度会上说明。"
PHASES = (
    ("摸底沟通", "03-20", "逐件与代表沟通，制定办理计划"),
    ("调研办理", "04-30", "集中调研、见面协商，形成答复初稿"),
    ("答复", "05-31", "审核签发，当面送达"),
    ("落实回访", "11-30", "兑现承诺，开展回访"),
)


class Year:
    """One unit's meetings of one year; `n`: which of the four, so that not all look alike."""

    def __init__(self, province: Province, unit: Unit, hands: date, n: int) -> None:
        self.province, self.unit, self.hands, self.n = province, unit, hands, n
        self.leader = unit.leaders[0]
        self.house = [self.leader, unit.principal, *(division.head for division in unit.divisions)]
        self.deputies = province.deputies[:4] + province.deputies[4 + 3 * n : 7 + 3 * n]

    def walk(self) -> Road:
        """In order of their days; the last ones lie ahead or wait for their minutes."""
        yield at(worked(self.hands, 1), 8)
        yield from self._inner("hand_over", "代表建议交办会", 1)
        yield from self._inner("progress", "代表建议办理进展调度会", 20)
        yield from self._research(35)
        yield from self._with_deputies("face_to_face", "集中办理见面会", 49)
        yield from self._training(56)

    def ahead(self) -> None:
        """Today: one that lies ahead, one called off, one whose minutes wait, one that was held yesterday."""
        self.scheme()
        today = clock.today()
        coming = self._call("symposium", "重点建议办理座谈会", worked(today, 6), guests=self.deputies)
        for who in self.deputies[1:5]:
            self._answer(coming, who, no=who is self.deputies[3])
        last = Guest.objects.get(root_id=coming.id, person_id=self.deputies[-1].person)
        meetings.uninvite(
            by=self.unit.office, on=last, saying=Because("与代表另一场活动时间冲突，另行走访。")
        )
        off = self._call("visit", "上门协商", worked(today, 8), guests=self.deputies[4:6])
        meetings.call_off(by=self.unit.office, on=off, saying=Because("代表另有公务，改为电话沟通。"))
        self._open(today)

    def _open(self, today: date) -> None:
        """Held on the last working days: attendance taken, minutes with the chair or still to write."""
        days = worked(today, -3), worked(today, -2)
        for day, kind, title in zip(
            days, ("inspection", "topic"), ("代表视察", "重点件办理专题会"), strict=True
        ):
            with clock.at(at(worked(today, -6), 9)):
                row = self._call(kind, title, day, guests=self.deputies[:3] if kind == "inspection" else ())
            with clock.at(at(day, 17)):
                row = self._held(row, [*self.house[:2], *(self.deputies[:2] if kind == "inspection" else ())])
                self._decide(row, [("核对点位清单", self.house[-1], worked(today, 10))])
                if kind == "inspection":
                    self._photograph(row, 2)
                    meetings.minute(by=self.unit.office, on=_again(row), saying=Minuting(MINUTES))

    def scheme(self) -> None:
        """Approved in two units, with a leader in one, still with the office in one; last year's of the first is over."""
        year = self.hands.year
        if not self.n:
            with clock.at(at(date(year - 1, 3, 2), 9)):
                last = self._approved(self._drawn(year - 1))
            with clock.at(at(date(year, 1, 6), 9)):
                schemes.end(by=self.unit.office, on=last)
        with clock.at(at(worked(self.hands, 2), 9)):
            row = self._drawn(year)
            if self.n in (0, 3):
                self._approved(row)
            elif self.n == 1:
                schemes.present(by=self.unit.office, on=row)

    def _drawn(self, year: int) -> WorkScheme:
        new = fresh("workscheme", {"year": year}, by=self.unit.office)
        phases = "\n".join(f"{name} = {year}-{day} = {tasks}" for name, day, tasks in PHASES)
        said = Scheming(GOALS, phases, SAFEGUARDS)
        return schemes.draw_up(by=self.unit.office, on=new, saying=said)  # type: ignore[no-any-return]

    def _approved(self, row: WorkScheme) -> WorkScheme:
        row = schemes.present(by=self.unit.office, on=row)
        return schemes.approve(by=self.leader, on=row)  # type: ignore[no-any-return]

    # One after another

    def _inner(self, kind: str, title: str, after: int) -> Road:
        """Of the house alone; what was decided is done, late or dropped by turns."""
        day = worked(self.hands, after)
        row = self._call(kind, title, worked(day, 2), guests=self.house)
        yield at(worked(day, 2), 17)
        row = self._held(row, self.house)
        owners = [self.house[-1], self.house[-2], self.unit.divisions[0].officer]
        texts = ("逐件排出时间表", "与会办单位对接分工", "汇总代表关心的问题")
        decided = self._decide(row, list(zip(texts, owners, [worked(day, 8)] * 3, strict=True)))
        self._settle(row)
        yield at(worked(day, 6), 15)
        meetings.reach(by=owners[0], on=_again(decided[0]), saying=Reaching("时间表已印发各处室。"))
        meetings.drop(by=self.leader, on=_again(decided[2]), saying=Because("并入第一项。"))

    def _research(self, after: int) -> Road:
        """Together with another unit; three of those invited come."""
        others = [unit for unit in self.province.units.values() if unit is not self.unit]
        day = worked(self.hands, after)
        asked = self._asked()
        row = self._call(
            "research", "三县联合调研", worked(day, 5), asked, units=(others[self.n % len(others)].id,)
        )
        yield at(worked(day, 1), 10)
        for n, who in enumerate(asked):
            self._answer(row, who, no=n >= 3)
        yield at(worked(day, 5), 18)
        row = self._held(row, [self.leader, self.unit.divisions[0].head, *asked[:3]])
        self._photograph(row, 3)
        self._settle(row)

    def _with_deputies(self, kind: str, title: str, after: int) -> Road:
        day = worked(self.hands, after)
        asked = self._asked()
        row = self._call(kind, title, worked(day, 4), asked)
        yield at(worked(day, 1), 10)
        for who in asked[:4]:
            self._answer(row, who, no=False)
        yield at(worked(day, 4), 18)
        row = self._held(row, [self.leader, self.unit.principal, *asked[:4]])
        self._photograph(row, 1)
        self._decide(row, [("把代表意见写进答复稿", self.unit.divisions[0].head, worked(day, 12))])
        self._settle(row)

    def _training(self, after: int) -> Road:
        day = worked(self.hands, after)
        staff = [*self.house[2:], *(division.officer for division in self.unit.divisions)]
        row = self._call("training", "答复文稿规范培训", worked(day, 2), staff)
        yield at(worked(day, 2), 18)
        self._settle(self._held(row, staff, hours=4))

    # Pieces

    def _call(
        self, kind: str, title: str, day: date, guests: Sequence[Actor] = (), **told: object
    ) -> Meeting:
        name = self.unit.organisation.known_as
        said = Calling(
            kind=kind, title=f"{name}{title}", starts_at=_at(day), where=f"{name}三楼会议室", chair=self.leader.person,
            agenda="一、通报办理进展；二、听取意见；三、明确下一步安排。", guests=tuple(dict.fromkeys(who.person for who in guests)),
            cases=self._cases(), **told,  # type: ignore[arg-type]
        )  # fmt: skip
        new = fresh("meeting", {}, by=self.unit.office)
        return meetings.convene(by=self.unit.office, on=new, saying=said)  # type: ignore[no-any-return]

    def _asked(self) -> list[Actor]:
        """The lead deputies of what the unit handles, then others, six in all."""
        rows = Handling.objects.filter(
            unit_id=self.unit.id, root__confidential=False, root_id__in=self._cases()
        )
        leads = rows.order_by("-id").values_list("root__lead_id", flat=True)
        own = [self.province.by_person[lead] for lead in leads if lead in self.province.by_person]
        return list({who.person: who for who in (*own, *self.deputies)}.values())[:6]

    def _cases(self) -> tuple[int, ...]:
        rows = Handling.objects.filter(unit_id=self.unit.id, root__confidential=False)
        live = rows.exclude(stage__in=[w.Handling.NAMED, w.Handling.MOVED]).order_by("-id")
        return tuple(live.values_list("root_id", flat=True)[:3])

    def _answer(self, row: Meeting, who: Actor, *, no: bool) -> None:
        guest = Guest.objects.get(root_id=row.id, person_id=who.person)
        if no:
            meetings.excuse(by=who, on=guest, saying=Because("届时在外地开会。"))
        else:
            meetings.attend(by=who, on=guest)

    def _held(self, row: Meeting, people: Iterable[Actor], hours: int = 0) -> Meeting:
        present = tuple(dict.fromkeys(who.person for who in people))
        return meetings.hold(by=self.unit.office, on=_again(row), saying=Attending(present, "", hours))  # type: ignore[no-any-return]

    def _decide(self, row: Meeting, decided: Sequence[tuple[str, Actor, date]]) -> list[Resolution]:
        return [
            meetings.resolve(
                by=self.unit.office, on=Resolution.of(_again(row)), saying=Resolving(text, owner.person, due)
            )
            for text, owner, due in decided
        ]

    def _photograph(self, row: Meeting, count: int) -> None:
        own = {"kind": "png", "congress": row.congress_id, "owner": self.unit.office.person}
        views = [keep(landscape(self.n + n), name=f"现场照片{n}.png", **own).id for n in range(1, count + 1)]
        meetings.attach(by=self.unit.office, on=_again(row), saying=Attaching(tuple(views)))

    def _settle(self, row: Meeting) -> None:
        row = meetings.minute(by=self.unit.office, on=_again(row), saying=Minuting(MINUTES))
        meetings.settle(by=self.leader, on=row)


def gatherings(province: Province, hands: date) -> list[Year]:
    """Of the four departments that the demo shows first, or of as many as there are."""
    told = list(province.units.values())[:4]
    return [Year(province, unit, hands, n) for n, unit in enumerate(told)]


def _at(day: date) -> datetime:
    return at(day, 14) + timedelta(minutes=30)


def _again(row):  # type: ignore[no-untyped-def]
    return type(row).objects.get(congress_id=row.congress_id, id=row.id)
