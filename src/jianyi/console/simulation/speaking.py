"""A reply that is also given in person: put on record, signed by the deputy here or on paper, disputed, or taken back."""

from jianyi.cases.commands import oral
from jianyi.cases.models import OralReply
from jianyi.documents.store import keep
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import Answer, Because, Countersigned, OnPaper, Spoken

from .talks import Talks


ORAL = (
    "oral", "oral_asked", "oral_open", "oral_scanned", "oral_on_paper", "oral_disputed", "oral_dropped",
)  # fmt: skip
# Stands where the picture of a signed sheet would lie, and says so.
SCAN = "虚构数据：这里应为代表签名的当面答复记录扫描件。".encode()
NOT_SO = Because("当天没有当面答复，只通过电话，请核实后重新登记。")


class Speaking(Talks):
    """What a task does beside the letter."""

    def _speaks(self) -> None:
        """As far as the plan says, once the letter is out."""
        if self.helps or self.paper.stage is not w.Paper.SENT or not self.plan.has(*ORAL):
            return
        row = self._put_down()
        if self.plan.has("oral_dropped"):
            oral.recall(by=self.officer, on=row, saying=Because("地点填写有误，改正后重新登记。"))
            row = self._put_down()
        if self.plan.has("oral", "oral_dropped"):
            said = Countersigned("agree", "答复具体，盼按期落实。", "no")
            oral.countersign(by=self._speaker(), on=row, saying=said)
        elif self.plan.has("oral_disputed"):
            oral.dispute(by=self._speaker(), on=row, saying=NOT_SO)
        elif self.plan.has("oral_scanned", "oral_on_paper"):
            self._on_paper(row)

    def _put_down(self) -> OralReply:
        """The principal of a key suggestion, else the leader in charge."""
        case = self.handling.root
        by = self.unit.principal if case.key else self.leader
        answers = tuple(
            Answer(no, "已逐条说明办理情况和下步安排。") for no, _ in enumerate(case.points, start=1)
        )
        said = Spoken(clock.now(), "代表活动室", by.person, (case.lead_id,), answers)
        row: OralReply = oral.put_down(by=self.officer, on=OralReply.of(self.handling), saying=said)
        return row

    def _on_paper(self, row: OralReply) -> None:
        by: Actor = self.province.clerk if self.plan.has("oral_on_paper") else self.officer
        file = keep(
            SCAN, name="当面答复记录（模拟扫描件）.txt", kind="txt", congress=by.congress, owner=by.person
        )
        said = OnPaper("partly", "希望进一步明确完成时限。", "yes", (file.id,))
        oral.enter(by=by, on=row, saying=said)
