"""Urging letters and documents of the ladder at any stage, through real commands."""

from datetime import date

from build import again, at
from jianyi.documents.store import keep
from jianyi.kit import clock
from jianyi.procedure.facts.said import Because, Kept, MeasureDraft, TalkRecord, Urged, UrgingAnswer, Verified
from jianyi.procedure.words import Duty, Kind
from jianyi.supervision.commands import measures, urgings
from jianyi.supervision.facts import offered
from jianyi.supervision.fresh import fresh
from jianyi.supervision.lagging import key_of
from jianyi.turn.under import Under


DEMANDS = "补齐滞后的工作\n写明完成时间和责任人"


class Urgings:
    """What the offices do; each answers with the row as it then stands."""

    def __init__(self, world):
        self.world, self.house = world, None

    def government(self, name="尤敬之"):
        """The head of the government's supervision office."""
        with at(self.world.started):
            if self.house is None:
                self.house = self.world.organisation("省人民政府办公厅", Kind.GOVERNMENT_OFFICE, short="政办")
            return self.world.person(name, (self.house, Duty.GOVERNMENT_CLERK))

    def new(self, by, **about):
        return fresh("urging", {name: str(value) for name, value in about.items()}, by=by)

    def drafted(self, by, demands=DEMANDS, lags=None, **about):
        letter = self.new(by, **about)
        keys = [key_of(lag) for lag in offered(letter, Under(letter))] if lags is None else lags
        return urgings.urge(by=by, on=letter, saying=Urged(tuple(keys), demands))

    def issued(self, by, signer=None, **told):
        return urgings.sign(by=signer or by, on=self.drafted(by, **told))

    def received(self, letter, by):
        return urgings.acknowledge(by=by, on=again(letter))

    def answered(self, letter, by, text="已经补办，责任到人", done_by="2026-04-30"):
        return urgings.respond(
            by=by, on=again(letter), saying=UrgingAnswer(text, date.fromisoformat(done_by))
        )

    def uncorrected(self, letter, by, reason="到期没有进展"):
        return urgings.find_uncorrected(by=by, on=again(letter), saying=Because(reason))

    # The ladder

    def measure(self, by, rung, task, **about):
        told = {"rung": rung, "handling": str(task.id), **about}
        return fresh("measure", told, by=by)

    def said(self, task, **more):
        """Everything that any rung asks for."""
        told = {
            "facts": "三月以来没有进展，代表没有得到联系。", "demands": "与代表见面\n形成答复稿", "owner": task.head_id,
            "due": date(2026, 5, 26),
        }  # fmt: skip
        return MeasureDraft(**told | more)

    def listing(self, by, task, head, **more):
        told = self.said(task, **{"due": None, "conditions": "代表见面\n成稿"} | more)
        row = measures.draw_up(by=by, on=self.measure(by, "listing", task), saying=told)
        return measures.put_up(by=head, on=row)

    def interview(self, by, task, head, at, **more):
        told = {
            "interviewer": head.person,
            "at": clock.moment(at),
            "where": "三楼会议室",
            "materials": "办理情况说明",
        }
        row = measures.draw_up(
            by=by, on=self.measure(by, "interview", task), saying=self.said(task, **told | more)
        )
        return measures.summon(by=head, on=row)  # fmt: skip

    def held(self, row, by, interviewer, owner):
        row = measures.minute(by=by, on=again(row), saying=TalkRecord("认识到问题，马上整改", "五月底前成稿"))
        measures.sign(by=interviewer, on=again(row))
        return measures.countersign(by=owner, on=again(row))

    def proof(self, by):
        own = {"congress": by.congress, "owner": by.person}
        return keep(b"record", name="佐证.txt", kind="txt", **own).id

    def reported(self, row, by):
        return measures.reach(
            by=by, on=again(row), saying=Kept("已与代表见面并成稿", attachments=(self.proof(by),))
        )

    def released(self, row, by):
        return measures.take_down(by=by, on=again(row), saying=Verified("逐条核对，条件都已具备"))
