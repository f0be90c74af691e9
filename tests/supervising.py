"""Key topics at any stage, through real commands."""

from datetime import date

from build import again, at
from jianyi.procedure.facts.said.topics import (
    Consulting,
    Decided,
    Nominating,
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
from jianyi.topics.models import Advice, Covered, KeyTopic, Sounding


class Topics:
    """What a special committee and the congress's office do; each answers with the row as it then stands."""

    def __init__(self, world, name="财经委"):
        self.world = world
        with at(world.started):
            self.committee = world.organisation(name, Kind.SPECIAL, short=name)
            self.member = world.person("顾停云", (self.committee, Duty.MEMBER))

    def proposed(
        self, *tasks, by=None, title="营商环境和重大项目", criteria=("major",), reason="涉及全省重大项目"
    ):
        by = by or self.member
        said = Nominating(title, criteria, reason, tuple(task.root_id for task in tasks))
        return topics.nominate(by=by, on=fresh("keytopic", {}, by=by), saying=said)

    def asked(self, topic, answer_by="2026-03-10", question="可行性"):
        said = Consulting(question, date.fromisoformat(answer_by))
        return topics.consult(by=self.world.clerk, on=again(topic), saying=said)

    def answered(self, topic, unit, stand="agree", view=""):
        row = Sounding.objects.get(root_id=topic.id, unit_id=self.world.unit(unit).id)
        return topics.answer(by=self.world.unit(unit).office, on=row, saying=Sounded(stand, view))

    def decision(self, day="2026-03-12", **told):
        plain = {"decided_on": date.fromisoformat(day), "committee": self.committee.id, "leader": "裴长松"}
        return Decided(**(plain | told))

    def decided(self, topic, day="2026-03-12", **told):
        """With what follows from it for each suggestion."""
        row = topics.mark_key(by=self.world.clerk, on=again(topic), saying=self.decision(day, **told))
        due.marked(row.id)
        return row

    def listed(self, *tasks, unit="FGW", **told):
        """All the way, asked and answered on one day."""
        topic = self.asked(self.proposed(*tasks), answer_by="2099-12-31")
        for row in Sounding.objects.filter(root_id=topic.id):
            key = next(name for name, known in self.world.units.items() if known.id == row.unit_id)
            self.answered(topic, key)
        return self.decided(topic, **told)

    def planned(self, topic, report_by="2026-06-10"):
        said = Supervising(
            "视察一次，跟踪到答复", "视察 = 2026-04-17 = 实地视察", date.fromisoformat(report_by)
        )
        return visits.plan(by=self.member, on=again(topic), saying=said)

    def visited(self, topic, *opinions, day="2026-04-17", answer_by="2026-05-08", cases=(), meeting=0):
        text = "\n".join(opinions or ("加快前期手续", "公布资金安排"))
        numbers = tuple(task.root_id for task in cases)
        said = Visiting(
            date.fromisoformat(day),
            "云浦港区",
            "顾停云等 5 人",
            text,
            numbers,
            date.fromisoformat(answer_by),
            meeting,
        )
        visits.visit(by=self.member, on=again(topic), saying=said)
        return list(Advice.objects.filter(root_id=topic.id).order_by("visit_id", "nth", "suggestion_id"))

    def responded(self, advice, by, answer="已列入二季度工作安排"):
        return visits.answer(by=by, on=again(advice), saying=Responding(answer))

    def reported(self, topic, text="督办有力，答复及时。"):
        return visits.hand_in(by=self.member, on=again(topic), saying=SupervisionReport(text))

    def member_of(self, topic, task):
        return Covered.objects.get(root_id=topic.id, suggestion_id=task.root_id)


def topic_of(topic):
    return KeyTopic.objects.get(id=topic.id)
