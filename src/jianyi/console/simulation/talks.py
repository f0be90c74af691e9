"""A unit talks with another about who handles what: agreed, put up, decided, or taken back."""

from jianyi.cases.commands import between
from jianyi.cases.models import Negotiation
from jianyi.kit import clock
from jianyi.procedure.facts.said import Arguing, Raising, Verdict

from .waiting import Waiting


TALKS = ("talk_raised", "talk_argued", "talk_put_up", "talk_agreed", "talk_decided", "talk_dropped")
SIDE = Arguing("所提事项中资金部分由我单位负责，项目实施不在职责之内。", "项目实施仍由你单位办理。")


class Talks(Waiting):
    """What a task settles with another unit beside its own work."""

    def _talks(self) -> None:
        """As far as the plan says; the clocks run on."""
        if self.helps or not self.plan.has(*TALKS) or self._last_day() < clock.today():
            return
        other = self._another()
        said = Raising("content", other.id, "部分事项涉及你单位职责。", "请你单位办理其中的资金安排。")
        row = between.negotiate(by=self.unit.office, on=Negotiation.of(self.handling), saying=said)
        if self.plan.has("talk_raised"):
            return
        if self.plan.has("talk_dropped"):
            between.recall_talk(by=self.unit.office, on=row)
        elif self.plan.has("talk_agreed"):
            between.concede(by=other.office, on=row)
        else:
            self._put_up(between.argue(by=other.office, on=row, saying=SIDE))

    def _put_up(self, row: Negotiation) -> None:
        if self.plan.has("talk_argued"):
            return
        row = between.put_up(by=self.unit.office, on=row)
        if self.plan.has("talk_decided"):
            said = Verdict("otherwise", "资金安排由对方单位提供测算，项目实施由承办单位办理。")
            between.mediate(by=self.province.office, on=row, saying=said)
