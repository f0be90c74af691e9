"""A unit waits for another's opinion: in vain, asks to go on without it, or gets it after all."""

from datetime import timedelta
from typing import Any

from jianyi.cases.commands import between
from jianyi.cases.models import Handling, Waiver
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because, Leave, Waiving
from jianyi.procedure.words import Limit
from jianyi.turn.models import Deadline

from .agenda import Road
from .asking import Asking


# Who has given an opinion, or owes none.
NOT_AWAITED = (w.Handling.DELIVERED, w.Handling.MOVED, w.Handling.LAPSED)
ASKS = ("without", "without_asked", "without_refused", "without_late")
WHY = Waiving("两次电话催要，发函一次，对方称资金测算尚未完成。", "会办单位的资金测算尚未完成")


class Waiting(Asking):
    """What a task does while another unit owes its opinion."""

    def _held_up(self) -> Road:
        """The helper lets its time pass, until somebody has asked to go on without it and that is settled."""
        if not self.helps or not self.plan.has("without_refused", "without_late"):
            return
        for _ in range(60):
            rows = Waiver.objects.filter(helping_id=self.handling.id)
            settled = rows.filter(stage=w.Waiver.REFUSED) if self.plan.has("without_refused") else rows
            if settled.exists():
                return
            self.late += timedelta(days=1)
            yield clock.now() + timedelta(days=1)

    def _goes_without(self, others: Any) -> bool:
        """May the reply go on? Asked once for each opinion that is missing, when the time of all of them has run out."""
        missing = list(others.exclude(stage__in=NOT_AWAITED).order_by("id"))
        if not missing or not self.plan.has(*ASKS) or not all(map(self._is_overdue, missing)):
            return False
        asked = Waiver.objects.filter(handling_id=self.handling.id).values_list("helping_id", flat=True)
        for helping in missing:
            if helping.id not in asked:
                self._asks(helping)
        return self.plan.has("without")

    def _is_overdue(self, helping: Handling) -> bool:
        clocks = Deadline.objects.filter(holder_id=helping.id, limit=Limit.CO_OPINION)
        return all(row.due_at <= clock.now() for row in clocks)

    def _asks(self, helping: Handling) -> None:
        row = self._asked(helping)
        if self.plan.has("without"):
            between.grant_waiver(by=self.province.office, on=row, saying=Leave("同意先行答复。"))
        if self.plan.has("without_refused"):
            between.recall_waiver(by=self.officer, on=row)
            row = self._asked(helping)
            between.refuse_waiver(
                by=self.province.office, on=row, saying=Because("资金事项不能缺少会办意见，请抓紧协商。")
            )

    def _asked(self, helping: Handling) -> Waiver:
        row: Waiver = between.ask_waiver(
            by=self.officer, on=Waiver.between(self.handling, helping), saying=WHY
        )
        return row
