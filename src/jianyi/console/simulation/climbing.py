"""The ladder inside one unit, on each of its rungs: drafts, boards, talks, a proposal that somebody be called to account."""

from datetime import timedelta
from typing import Any

from jianyi.cases.models import Handling
from jianyi.documents.store import keep
from jianyi.kit import clock
from jianyi.parties.models import Person
from jianyi.parties.queries import actor
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import (
    Because,
    Cited,
    Decreed,
    Defence,
    Kept,
    MeasureDraft,
    TalkRecord,
    Verified,
)
from jianyi.supervision.commands import measures
from jianyi.supervision.fresh import fresh
from jianyi.supervision.models import Measure

from .founding import Unit


PROOF = "整改情况（模拟扫描件）。".encode()
FACTS = "多次提醒以后仍没有进展，代表没有得到回应。"
ASKED = "与代表沟通并经代表确认\n形成答复稿送审"
SKIPPED = "代表多次反映，影响面大，先行督办"
WHY = Because("情况有变化，不再需要")


def proof(by: Actor) -> int:
    """A file of somebody's own, to be named with a step."""
    return keep(
        PROOF, name="佐证材料（模拟扫描件）.txt", kind="txt", congress=by.congress, owner=by.person
    ).id


class Climb:
    """One handling of a unit that lags; its office draws up, a leader signs, the head of the division answers for it."""

    def __init__(self, unit: Unit, task: Handling) -> None:
        self.unit, self.task, self.leader = unit, task, unit.leaders[0]
        self.owner = actor(Person.objects.get(id=task.head_id))

    def everything(self) -> None:
        """Each document stands at a stage of its own."""
        self._notices()
        self._boards()
        self._circulars()
        self._talks()
        self._called_to_account()

    def _new(self, rung: str, by: Actor) -> Any:
        return fresh("measure", {"rung": rung, "handling": str(self.task.id), "way": "inner"}, by=by)

    def _drawn(self, rung: str, **more: Any) -> Measure:
        said = MeasureDraft(
            FACTS, ASKED, owner=self.owner.person, skip_reason=SKIPPED, skip_by=self.leader.person, **more
        )
        made: Measure = measures.draw_up(
            by=self.unit.office, on=self._new(rung, self.unit.office), saying=said
        )
        return made

    def _listed(self) -> Measure:
        made: Measure = measures.put_up(by=self.leader, on=self._drawn("listing", conditions=ASKED))
        return made

    def _notices(self) -> None:
        """One waits for its report, one was reported, one is closed."""
        told = {
            "cause": "overdue",
            "materials": "办理进展报告\n答复稿",
            "due": clock.today() + timedelta(days=15),
        }
        sent = [measures.notify(by=self.leader, on=self._drawn("notice", **told)) for _ in range(3)]
        kept = [Kept("进展报告和答复稿附后", attachments=(proof(self.owner),)) for _ in sent[1:]]
        rows = [
            measures.respond(by=self.owner, on=row, saying=said)
            for row, said in zip(sent[1:], kept, strict=True)
        ]
        measures.settle(by=self.unit.office, on=rows[1], saying=Verified("材料齐全，已按要求办理"))

    def _boards(self) -> None:
        self._drawn("listing", conditions=ASKED)
        measures.drop(by=self.unit.office, on=self._drawn("listing", conditions=ASKED), saying=WHY)
        measures.revoke(by=self.leader, on=self._listed(), saying=WHY)
        self._reached(self._listed())
        done = self._reached(self._listed())
        measures.take_down(by=self.unit.office, on=done, saying=Verified("逐条核对，条件都已具备"))

    def _reached(self, row: Measure) -> Measure:
        said = Kept("已与代表沟通，答复稿已送审", attachments=(proof(self.owner),))
        made: Measure = measures.reach(by=self.owner, on=row, saying=said)
        return made

    def _circulars(self) -> None:
        day = clock.today() - timedelta(days=20)
        for number in (101, 102):
            said = Cited(f"澜内通〔{day.year}〕{number}号", day, FACTS, owner=self.owner.person)
            row = measures.cite(by=self.unit.office, on=self._new("circular", self.unit.office), saying=said)
        measures.find_uncorrected(by=self.unit.office, on=row, saying=Because("到期没有进展"))

    def _talks(self) -> None:
        """Arranged the day before yesterday for yesterday; one is still to come."""
        now = clock.now()
        with clock.at(now - timedelta(days=2)):
            rows = [self._summoned(now - timedelta(days=1)) for _ in range(3)]
        self._summoned(now + timedelta(days=2))
        said = TalkRecord("认识到问题，马上整改", "十日内与代表见面\n月底前形成答复稿")
        held = [measures.minute(by=self.unit.office, on=row, saying=said) for row in rows]
        signed = [measures.sign(by=self.leader, on=row) for row in held[1:]]
        measures.countersign(by=self.owner, on=signed[1])

    def _summoned(self, moment: Any) -> Measure:
        told = {
            "interviewer": self.leader.person,
            "at": moment,
            "where": "三楼会议室",
            "materials": "办理情况说明",
        }
        due = clock.today() + timedelta(days=20)
        made: Measure = measures.summon(by=self.leader, on=self._drawn("interview", due=due, **told))
        return made

    def _called_to_account(self) -> None:
        today = clock.today()
        told = {
            "article": "逾期不报告进展（内部办理规定第十条）", "manner": "criticism", "decider": "单位党组",
            "statement_by": today + timedelta(days=5), "due": today + timedelta(days=20),
        }  # fmt: skip
        rows = [
            measures.call_to_account(by=self.leader, on=self._drawn("accountability", **told))
            for _ in range(3)
        ]
        heard = [measures.defend(by=self.owner, on=row, saying=Defence("没有意见")) for row in rows[1:]]
        measures.decide(by=self.leader, on=heard[1], saying=Decreed("通报批评，限期整改", today))
