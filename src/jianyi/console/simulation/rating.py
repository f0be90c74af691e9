"""How ratings come in, and what follows a second dissatisfaction: by turns as sheets and matters come up."""

from datetime import timedelta

from jianyi.cases.commands import papers, ratings
from jianyi.cases.models import Escalation, RatingLink, Sheet
from jianyi.cases.queries.linked import linked
from jianyi.documents.store import keep
from jianyi.fieldwork.commands import meetings
from jianyi.fieldwork.facts import way
from jianyi.fieldwork.fresh import fresh
from jianyi.fieldwork.models import Meeting
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import (
    Attending,
    Calling,
    Determined,
    Kept,
    Minuting,
    Rated,
    RatedOnPaper,
    Summoned,
)
from jianyi.procedure.places import place
from jianyi.turn.models import Deadline

from .agenda import Road, worked
from .following import Following


# How far what follows a second dissatisfaction gets, one after the other; the first ones lie farthest back.
ENDS = ("done", "explained", "reported", "followed", "convened", "open")
# Where the meeting is called here, its minutes show what was said; elsewhere a paper is attached.
AT_A_MEETING = ("done", "explained")
# Most deputies sign in; the office helps the others.
WAYS = ("session", "session", "link", "session", "paper", "session", "session", "link", "session")
# Hints for the office, by the number of the link: one in fifty is used seconds after it was opened, and one on the telephone on
# which the link before it was used; and so are two of those of the last months, which the office looks at.
IN_FIFTY, QUICK, LENT = 50, 2, 4
LATELY, FIRST_QUICK, THEN_LENT = timedelta(days=150), 0, 1
SCAN = "虚构数据：这里应为代表填写的征询意见表扫描件。".encode()
MINUTES = "虚构数据：这里应为会商纪要。".encode()
PRESENT = "领衔代表、承办单位分管领导、代表工作委员会"
ASKED = "请承办单位明确执行单位和时间表，一个月内书面告知代表。"
EXPLAINED = "现行规定尚无依据，已向代表当面说明，列入修订时一并研究。"


def _waits(sheet: Sheet) -> bool:
    return Sheet.objects.filter(id=sheet.id, stage=w.Rating.AWAITED).exists()


def _has_time(sheet: Sheet) -> bool:
    """Not one of those that shall be due on the day the demo is looked at."""
    soon = clock.midnight(worked(clock.today(), 8))
    return Deadline.objects.filter(holder_id=sheet.id, ended_at=None, due_at__gt=soon).exists()


def _phone_before(sheet: Sheet) -> str:
    """Of another deputy, who has rated by a link."""
    used = Sheet.objects.filter(congress_id=sheet.congress_id, via="link").exclude(rater_id=sheet.rater_id)
    return (
        used.order_by("-rated_at", "-id").values_list("device", flat=True).first()
        or f"phone {sheet.rater_id}"
    )


class Rating(Following):
    """The deputies' word on a reply, and what is made of it."""

    def _rated_by(self, sheet: Sheet, said: Rated) -> Road:
        """In a session, by a link on a telephone, or on paper that the office enters; each at an hour of its own."""
        number = Sheet.objects.filter(congress_id=sheet.congress_id, id__lt=sheet.id).count()
        way = WAYS[number % len(WAYS)]
        yield clock.now() + timedelta(minutes=number * 37 % 420, seconds=number * 13 % 60)
        if not _waits(sheet):
            return
        if way == "paper":
            ratings.confirm(by=self.province.deputy(sheet.rater_id), on=self._entered(sheet, said))
        elif way == "link":
            yield from self._by_link(sheet, said, number)
        else:
            papers.rate(by=self.province.deputy(sheet.rater_id), on=sheet, saying=said)

    def _by_link(self, sheet: Sheet, said: Rated, number: int) -> Road:
        """Opened hours after it was made, read for some minutes; a few do not read for long."""
        quick, lent = self._hinted(sheet)
        by = self._holder(sheet, _phone_before(sheet) if lent else f"phone {sheet.rater_id}")
        yield clock.now() + timedelta(hours=2 + number * 5 % 23, minutes=number * 17 % 60)
        if not _waits(sheet):
            return
        ratings.open_link(by=by, on=sheet)
        yield clock.now() + timedelta(minutes=0 if quick else 4 + number * 7 % 25, seconds=40)
        if _waits(sheet):
            ratings.rate(by=by, on=sheet, saying=said)

    def _hinted(self, sheet: Sheet) -> tuple[bool, bool]:
        """Used in no time? On somebody else's telephone?"""
        links, since = (
            RatingLink.objects.filter(congress_id=sheet.congress_id),
            self.scene.agenda.until - LATELY,
        )
        nth = links.count() % IN_FIFTY
        late = links.filter(made_at__gte=since).count() if clock.now() >= since else -1
        return nth == QUICK or late == FIRST_QUICK, nth == LENT or late == THEN_LENT

    def _entered(self, sheet: Sheet, said: Rated) -> Sheet:
        clerk = self.province.clerk
        file = keep(
            SCAN, name="征询意见表（模拟扫描件）.txt", kind="txt", congress=clerk.congress, owner=clerk.person
        )
        told = {name: getattr(said, name) for name in Rated.__dataclass_fields__}
        entered = RatedOnPaper(**told, day=clock.today(), attachments=(file.id,))
        row: Sheet = ratings.enter(by=clerk, on=sheet, saying=entered)
        return row

    def _holder(self, sheet: Sheet, device: str) -> Actor:
        made = ratings.issue_link(by=self.province.clerk, on=sheet)
        found = linked(sheet.id, made.link_token, device=device)
        assert found, "a link that has just been made is known"
        return found.by

    def _on_paper_at_last(self) -> Road:
        """One form has just come by post and waits for its deputy to look at it; what is due today is left to be rated."""
        waiting = Sheet.objects.filter(paper_id=self.paper.id, stage=w.Rating.AWAITED).first()
        entered = Sheet.objects.filter(stage=w.Rating.ENTERED)
        if waiting is None:
            return
        yield self._lately()
        there = Sheet.objects.filter(id=waiting.id, stage=w.Rating.AWAITED).exists()
        if there and not entered.exists() and _has_time(waiting):
            self._entered(waiting, Rated("satisfied", "satisfied", "", "all", "agree", "agree"))

    def _conferred(self) -> Road:
        """Dissatisfied again: convened, determined, done; by turns not so far."""
        row = Escalation.objects.filter(paper_id=self.paper.id).first()
        if row is None:
            return
        before = Escalation.objects.filter(congress_id=row.congress_id, id__lt=row.id).count()
        end = ENDS[before % len(ENDS)]
        yield self._days(2)
        row = Escalation.objects.get(id=row.id)
        if end == "open" or row.stage is not w.Escalation.OPEN:
            return
        said = Summoned(
            clock.today() + timedelta(days=7), "代表工作委员会会议室", PRESENT, "再次答复仍不满意的事项"
        )
        row = ratings.convene(by=self.province.office, on=row, saying=said)
        if end not in AT_A_MEETING:
            if end != "convened":
                yield self._days(5)
                yield from self._determined(row, end)
            return
        meeting = self._called_for(row)
        yield clock.moment(f"{row.held_on}T15:00")
        self._minuted(meeting)
        yield from self._determined(Escalation.objects.get(id=row.id), end)

    def _called_for(self, row: Escalation) -> Meeting:
        """The deputy and the unit's leader are asked, whoever wants to stay unknown is not."""
        by, lead = self.province.clerk, [] if row.root.confidential else [row.root.lead_id]
        said = Calling(
            way(place(row.root.place)), f"第{row.root.no}号建议再次不满意事项处理", clock.moment(f"{row.held_on}T09:00"), row.where,
            self.province.head.person, row.note, guests=(*lead, self.leader.person), cases=(row.root_id,), escalation=row.id,
        )  # fmt: skip
        return meetings.convene(by=by, on=fresh("meeting", {}, by=by), saying=said)  # type: ignore[no-any-return]

    def _minuted(self, meeting: Meeting) -> None:
        by, head = self.province.clerk, self.province.head
        there = Attending((head.person, self.leader.person))
        row = meetings.hold(by=by, on=Meeting.objects.get(id=meeting.id), saying=there)
        meetings.settle(by=head, on=meetings.minute(by=by, on=row, saying=Minuting(ASKED)))

    def _determined(self, row: Escalation, end: str) -> Road:
        by, explains = self.province.office, end == "explained"
        own = {"congress": by.congress, "owner": by.person}
        files = (
            () if end in AT_A_MEETING else (keep(MINUTES, name="会商纪要（模拟）.txt", kind="txt", **own).id,)
        )
        said = Determined(
            clock.today(), PRESENT, EXPLAINED if explains else ASKED, "explain" if explains else "follow", "" if explains else ASKED,
            None if explains else clock.today() + timedelta(days=30), files,
        )  # fmt: skip
        row = ratings.determine(by=by, on=row, saying=said)
        if end in ("followed", "explained"):
            return
        yield self._days(10)
        file = keep(
            SCAN,
            name="执行通知（模拟）.txt",
            kind="txt",
            congress=self.officer.congress,
            owner=self.officer.person,
        )
        row = ratings.reach(
            by=self.officer,
            on=row,
            saying=Kept("已明确执行单位和时间表，附执行通知。", attachments=(file.id,)),
        )
        if end == "done":
            ratings.verify(by=by, on=row)
