"""What the congress supervises: topics of two committees at every stage, as far as there are suggestions on their way to a reply."""

from collections.abc import Callable, Iterable
from datetime import date

from jianyi.cases.commands import suggestions
from jianyi.cases.models import Handling, Suggestion, Withdrawal
from jianyi.kit import clock
from jianyi.parties.models import Organisation, Post
from jianyi.parties.queries import actor
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import Because
from jianyi.procedure.facts.said.topics import (
    Announcing,
    Consulting,
    Decided,
    Nominating,
    NotListed,
    Responding,
    Sounded,
    Supervising,
    SupervisionReport,
    Visiting,
)
from jianyi.procedure.words import Duty, Kind
from jianyi.topics import due
from jianyi.topics.commands import topics, visits
from jianyi.topics.fresh import fresh
from jianyi.topics.holders import HANDS
from jianyi.topics.models import Advice, Covered, KeyTopic, Sounding

from .agenda import worked
from .founding import Province, Unit
from .grouping import lone_lead
from .scene import at


LEADER, LED_BY = "常委会副主任", "省政府分管领导"
WHY = "代表反映比较集中，涉及多个单位，办理难度较大，宜由主任会议确定重点督办。"
TITLES = ("基层公共服务补短板", "重大项目和产业链建设", "农村人居环境整治", "城市更新和老旧小区改造")
OPINIONS = "加快办理进度，按月报送进展。\n资金安排和责任分工向代表说明清楚。"
REPORT = "专委组织了实地视察，听取了承办单位汇报。承办单位主要负责人牵头办理，意见已逐条研究。建议继续跟踪资金落实。"


class Watch:
    """The committees, the office, and the suggestions that may still be in a topic."""

    def __init__(self, province: Province) -> None:
        self.province, self.clerk, self.today = province, province.clerk, clock.today()
        self.units = {unit.id: unit for unit in province.units.values()}
        rows = Organisation.objects.filter(congress_id=self.clerk.congress, kind=Kind.SPECIAL).order_by("id")
        self.committees = [(row.id, _member(row)) for row in rows]
        self.free = list(self._free())

    def _free(self) -> Iterable[Suggestion]:
        held = Handling.objects.filter(stage__in=HANDS).values("root_id")
        rows = Suggestion.objects.filter(
            stage=w.Suggestion.HANDED_OVER, confidential=False, key=False, id__in=held
        )
        yield from rows.order_by("-id")

    def leaver(self) -> Suggestion | None:
        """One whose deputy may withdraw it without anything that lies on a table going under."""
        found = next((case for case in self.free if lone_lead(self.province, case)), None)
        if found:
            self.free.remove(found)
        return found

    def proposed(self, n: int, cases: list[Suggestion], days: int) -> KeyTopic:
        _, member = self.committees[n % len(self.committees)]
        said = Nominating(
            TITLES[n % len(TITLES)], ("concentrated", "comprehensive"), WHY, tuple(case.id for case in cases)
        )
        with clock.at(at(worked(self.today, -days), 9)):
            new = fresh("keytopic", {}, by=member)
            return topics.nominate(by=member, on=new, saying=said)  # type: ignore[no-any-return]

    def asked(self, topic: KeyTopic, days: int, until: date) -> KeyTopic:
        said = Consulting("请说明办理的难点和进度安排。", until)
        with clock.at(at(worked(self.today, -days), 10)):
            return topics.consult(by=self.clerk, on=_again(topic), saying=said)  # type: ignore[no-any-return]

    def heard(self, topic: KeyTopic, days: int) -> None:
        with clock.at(at(worked(self.today, -days), 15)):
            for row in Sounding.objects.filter(root_id=topic.id, stage=w.Sounding.ASKED):
                said = Sounded("agree", "列为重点后由主要负责人牵头。")
                topics.answer(by=self._unit(row.unit_id).office, on=row, saying=said)

    def decided(self, topic: KeyTopic, n: int, days: int) -> KeyTopic:
        committee, _ = self.committees[n % len(self.committees)]
        with clock.at(at(worked(self.today, -days), 16)):
            said = Decided(clock.today(), committee, LEADER, LED_BY)
            row = topics.mark_key(by=self.clerk, on=_again(topic), saying=said)
        due.marked(row.id)
        return row  # type: ignore[no-any-return]

    def listed(self, n: int, cases: list[Suggestion]) -> KeyTopic:
        topic = self.asked(self.proposed(n, cases, 15), 14, worked(self.today, -12))
        self.heard(topic, 13)
        return self.decided(topic, n, 11)

    def planned(self, topic: KeyTopic, n: int) -> None:
        _, member = self.committees[n % len(self.committees)]
        seen, last = worked(self.today, -5), worked(self.today, 20)
        with clock.at(at(worked(self.today, -10), 9)):
            said = Supervising("视察一次，跟踪到答复送达。", f"视察 = {seen} = 实地视察并听取汇报", last)
            visits.plan(by=member, on=_again(topic), saying=said)
        with clock.at(at(seen, 17)):
            told = Visiting(seen, "项目现场", "专委委员和部分代表", OPINIONS, (), worked(self.today, 5))
            visits.visit(by=member, on=_again(topic), saying=told)

    def announced(self, topic: KeyTopic) -> None:
        topics.announce(by=self.clerk, on=_again(topic), saying=Announcing(LEADER))

    def answers(self, topic: KeyTopic, least: int) -> None:
        """All opinions but the last few."""
        rows = list(Advice.objects.filter(root_id=topic.id, stage=w.Advice.GIVEN).order_by("id"))
        for row in rows[: len(rows) - least]:
            said = Responding("已列入本季度工作安排，按月报送进展。")
            visits.answer(by=self._unit(row.unit_id).office, on=row, saying=said)

    def _unit(self, number: int) -> Unit:
        return self.units[number]


def _member(row: Organisation) -> Actor:
    post = Post.objects.filter(root_id=row.id, duty=Duty.MEMBER).select_related("person").order_by("id")[0]
    return actor(post.person)


def _again(topic: KeyTopic) -> KeyTopic:
    return KeyTopic.objects.get(congress_id=topic.congress_id, id=topic.id)


def reported(watch: Watch) -> None:
    """Planned, visited, answered, handed in."""
    topic = watch.listed(0, [watch.free.pop()])
    watch.planned(topic, 0)
    watch.answers(topic, 0)
    _, member = watch.committees[0]
    visits.hand_in(by=member, on=_again(topic), saying=SupervisionReport(REPORT))
    watch.announced(topic)


def at_work(watch: Watch) -> None:
    """One was moved out, one withdrawn after the visit, and an opinion waits for its unit."""
    gone = watch.leaver()
    cases = [watch.free.pop(), watch.free.pop(), *([gone] if gone else [])]
    topic = watch.listed(1, cases)
    watch.planned(topic, 1)
    watch.announced(topic)
    row = Covered.objects.get(root_id=topic.id, suggestion_id=cases[1].id)
    topics.take_out(by=watch.clerk, on=row, saying=Because("内容单一，按一般建议办理。"))
    watch.free.append(cases[1])
    lead = lone_lead(watch.province, Suggestion.objects.get(id=gone.id)) if gone else None
    if gone and lead:
        said = Because("有关问题已经解决。")
        suggestions.ask_withdrawal(by=lead, on=Withdrawal.of(Suggestion.objects.get(id=gone.id)), saying=said)
    due.tick_all()
    watch.answers(topic, 1)


def only_listed(watch: Watch) -> None:
    watch.listed(2, [watch.free.pop()])


def asked(watch: Watch) -> None:
    topic = watch.proposed(3, [watch.free.pop()], 3)
    watch.asked(topic, 2, worked(watch.today, 3))


def not_to_be(watch: Watch) -> None:
    """The same suggestion: its proposal taken back, declined, listed and lifted again, and proposed once more."""
    case = [watch.free.pop()]
    first = watch.proposed(2, case, 20)
    topics.drop(by=watch.clerk, on=_again(first), saying=Because("与另一议题重复。"))
    second = watch.asked(watch.proposed(2, case, 18), 17, worked(watch.today, -16))
    due.tick_all()
    said = NotListed("列入面上督办即可。", worked(watch.today, -14))
    topics.refuse(by=watch.clerk, on=_again(second), saying=said)
    third = watch.listed(2, case)
    topics.lift_key(by=watch.clerk, on=_again(third), saying=Because("事项已经纳入专项工作，不再单独督办。"))
    due.marked(third.id)
    watch.proposed(2, case, 1)


ENDS: tuple[tuple[Callable[[Watch], None], int], ...] = (
    (at_work, 3), (reported, 1), (not_to_be, 1), (only_listed, 1), (asked, 1),
)  # fmt: skip


def supervised(province: Province) -> None:
    """As far as there are suggestions."""
    watch = Watch(province)
    for play, cases in ENDS:
        if watch.committees and len(watch.free) >= cases:
            play(watch)
    due.tick_all()
