"""What becomes of the promises of a reply: told of, kept, changed, given up, answered again; by turns as the ledgers were opened."""

from datetime import datetime, timedelta

from jianyi.cases.commands import promises
from jianyi.cases.models import Ledger, Promise, Told
from jianyi.documents.store import keep
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Changing, Fulfilment, Kept, Progressing, SecondReply

from .agenda import Road, worked
from .answering import Answering


# What becomes of the promises of each ledger, one after the other, in the order in which ledgers are first told of; those that
# wait for silence come first. One word for all of them: all are kept, and it says how far the second reply gets.
ENDS: tuple[tuple[str, ...], ...] = (
    ("unconfirmed", "unkept", "kept"), ("unrated",), ("confirmed",), ("held",), ("answered",), ("prepared",),
    ("settled",), ("changed", "kept"), ("changing",), ("reported",), ("verified",),
)  # fmt: skip
# Of those that are not rated yet.
MIDWAY = ("verified", "reported", "changing")
ALL_KEPT = ("unrated", "confirmed", "settled", "prepared", "answered", "held")
PROOF = "虚构数据：这里应为验收文件或者批复的扫描件。".encode()
TOLD = Progressing("各项承诺均在按计划推进，责任处室每月调度一次。")
AT_THE_END = Progressing("完成日期在下一届，本届内先行落实前期工作，换届后由责任处室继续办理并报告进展。")
RESPONSE = Progressing("进展已知悉，请在完成后附上验收材料。")
DONE = "已按承诺完成，验收材料附后。"
WHY_LATER = "项目资金渠道调整，须待预算下达后实施。"
NOT_ANY_MORE = "主管权限已上收，本级不再具备实施条件。"


class Following(Answering):
    """What a task does with what it has promised."""

    def _followed(self) -> Road:
        """Soon after the rating; so that not all is told of on one day, a day between one stage and the next."""
        ledger = Ledger.objects.filter(paper_id=self.paper.id, stage=w.Ledger.OPEN).first()
        if ledger is None:
            return
        yield self._days(2)
        told = Told.objects.filter(congress_id=ledger.congress_id, by_deputy=False)
        ends = ENDS[told.values("ledger_id").distinct().count() % len(ENDS)]
        ledger = promises.tell(by=self.officer, on=ledger, saying=TOLD)
        first = Promise.objects.filter(paper_id=self.paper.id, stage=w.Promise.MADE).order_by("nth").first()
        if first:
            promises.explain(by=self.officer, on=first, saying=AT_THE_END)
        promises.respond(by=self._speaker(), on=ledger, saying=RESPONSE)
        yield from self._promises(ledger, ends)

    def _midway(self) -> Road:
        """Promises are kept while the reply still waits to be rated."""
        ledger = Ledger.objects.filter(paper_id=self.paper.id, stage=w.Ledger.OPEN).first()
        if ledger:
            yield self._lately()
            yield from self._promises(ledger, MIDWAY)

    def _lately(self) -> datetime:
        """A few days before the end, so that it still waits for whoever is next."""
        return max(clock.now(), self.scene.agenda.until - timedelta(days=6))

    def _days(self, count: int) -> datetime:
        now = clock.now()
        return now + (worked((now + timedelta(days=count)).date(), 0) - now.date())

    def _promises(self, ledger: Ledger, ends: tuple[str, ...]) -> Road:
        rows = list(Promise.objects.filter(paper_id=ledger.paper_id).order_by("nth"))
        every = ends * len(rows) if ends[0] in ALL_KEPT else ends
        yield self._days(1)
        for row, end in zip(rows, every, strict=False):
            self._one(row, end)
        if ends[0] in ALL_KEPT:
            yield from self._second(ends[0])

    def _one(self, row: Promise, end: str) -> None:
        if end in ("changing", "changed", "unkept"):
            later = row.due + timedelta(days=90) if row.due and end != "unkept" else None
            said = Changing(WHY_LATER if later else NOT_ANY_MORE, "", later)
            row = promises.change(by=self.officer, on=row, saying=said)
            if end != "changing":
                promises.sign_change(by=self.unit.principal, on=row)
            return
        own = {"congress": self.officer.congress, "owner": self.officer.person}
        file = keep(PROOF, name="验收材料（模拟扫描件）.txt", kind="txt", **own)
        row = promises.reach(by=self.officer, on=row, saying=Kept(DONE, attachments=(file.id,)))
        if end != "reported":
            row = promises.verify(by=self.unit.office, on=row)
        if end not in ("reported", "verified", "unconfirmed"):
            promises.confirm(by=self._speaker(), on=row)

    def _second(self, end: str) -> Road:
        """The reply that says how all was done, and the deputy's word on it."""
        yield self._days(1)
        ledger = Ledger.objects.get(paper_id=self.paper.id)
        if end == "settled":
            return
        ledger = promises.answer_again(by=self.officer, on=ledger, saying=SecondReply(DONE))
        if end == "prepared":
            return
        yield self._days(1)
        if end == "answered":
            yield self._lately()
        signer = self.unit.principal if self.handling.is_weighty else self.leader
        ledger = promises.sign_second(by=signer, on=ledger)
        if end in ("confirmed", "held"):
            yield self._days(1)
            grade, why = (
                ("satisfied", "")
                if end == "confirmed"
                else ("dissatisfied", "设施建成后没有人管护，希望继续落实。")
            )
            promises.rate(by=self._speaker(), on=ledger, saying=Fulfilment(grade, why))
