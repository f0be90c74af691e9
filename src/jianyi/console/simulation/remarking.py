"""What people of the unit remark on a draft that lies at its desks."""

from jianyi.cases.commands import remarks
from jianyi.cases.models import Remark
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import Answering as Answer, Remarking

from .talks import Talks


class Remarked(Talks):
    """On what the demo shows first: one that waits and one taken off, or one that is accepted and one that is not yet; what
    still waits falls with the signature."""

    def _remarked(self, again: str) -> None:
        if again or self.helps or not self.plan.first:
            return
        first = self._remark(self.head, "请写明责任处室和完成时限。")
        other = self._remark(self.unit.office, "数字请与去年的答复核对一致。")
        if self.plan.stop == "present":
            remarks.take_off(by=self.unit.office, on=other)
            return
        told = Answer("已补写责任处室，时限为本年十月底前。")
        remarks.accept(by=self.head, on=remarks.answer(by=self.officer, on=first, saying=told))
        if self.plan.stop != "send":
            told = Answer("已核对，去年按计划数填写，今年按完成数，口径不同，未改。")
            remarks.answer(by=self.officer, on=other, saying=told)

    def _remark(self, by: Actor, note: str) -> Remark:
        """On the first sentence of what is said to the first point."""
        passage = str(self.paper.answers[0]["text"]).split("。")[0]
        said = Remarking(1, passage, note, self.paper.digest)
        return remarks.remark(by=by, on=Remark.about(self.paper), saying=said)  # type: ignore[no-any-return]
