"""A unit's paper: written, reviewed, signed, sent; a co-opinion is adopted or asked for again."""

from datetime import timedelta
from typing import Any

from jianyi.cases.commands import papers, suggestions
from jianyi.cases.facts import candidates
from jianyi.cases.models import Handling, Invitation, Paper, Suggestion, View, Withdrawal
from jianyi.cases.models.handlings import OVER
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import Because, Opinion, Read, Striking

from . import texts
from .agenda import Road
from .publishing import published
from .remarking import Remarked
from .speaking import Speaking
from .waiting import NOT_AWAITED


class Answering(Remarked, Speaking):
    """What a task does with its paper."""

    def _answer(self, again: str) -> Road:
        yield from self._held_up()
        yield self.at(f"write{again}")
        if self._is_over():
            return
        self._write(again)
        if not self.stops(f"write{again}"):
            yield from self._presented(again)

    def _presented(self, again: str) -> Road:
        yield self.at(f"present{again}")
        if not self.helps:
            yield from self._opinions()
        if self._is_over() or self._is_waiting():
            return
        self.paper = papers.present(by=self.officer, on=self.paper)
        self._remarked(again)
        if self.plan.has("desk_back") and not again:
            yield from self._sent_back()
        if not self.stops(f"present{again}"):
            yield from self._desks(again)

    def _write(self, again: str) -> None:
        reply_class = (
            "" if self.helps else ("B" if again and self.plan.reply_class == "C" else self.plan.reply_class)
        )
        points, division = list(self.plan.writing.points), self.handling.division_id or 0
        said = texts.reply(self.dice, self.plan.writing.title, points, reply_class, division, clock.today())
        self.paper = papers.write(by=self.officer, on=self.paper, saying=said)
        self._struck()

    def _struck(self) -> None:
        """The first sentence that only seems to promise; the next waits for whoever opens the page."""
        found = next(iter(candidates(self.paper)), None)
        if found:
            said = Striking(found[0], found[1].item, "属于经常性工作，没有可核验的标准和时限。")
            self.paper = papers.strike(by=self.officer, on=self.paper, saying=said)

    def _opinions(self) -> Road:
        """Adopt what has come; wait for what has not."""
        for _ in range(90):
            others = Handling.objects.filter(
                root_id=self.handling.root_id, role=w.Role.CO, round=self.handling.round
            )
            for paper in Paper.objects.filter(handling_id__in=others.values("id"), stage=w.Paper.OFFERED):
                papers.adopt(by=self.officer, on=paper)
            if not others.exclude(stage__in=NOT_AWAITED).exists() or self._goes_without(others):
                return
            self.late += timedelta(days=1)
            yield clock.now() + timedelta(days=1)

    def _is_waiting(self) -> bool:
        return self.plan.has("without_asked") and not self.helps

    def _sent_back(self) -> Road:
        yield self.at("desk1") - timedelta(minutes=5)
        self.paper = papers.send_back(by=self.head, on=self.paper, saying=Because("第 1 条请补充完成时限。"))
        self._write("")
        self.paper = papers.present(by=self.officer, on=self.paper)

    def _desks(self, again: str) -> Road:
        signer = self.unit.principal if self.handling.is_weighty else self.leader
        steps: tuple[tuple[str, Any], ...] = (
            ("desk1", lambda: self._passes(self.head)), ("show", lambda: self._shows(again)),
            ("agree", lambda: self._hears(again)), ("desk2", lambda: self._passes(self.unit.office)),
            ("sign", lambda: self._signs(signer)),
        )  # fmt: skip
        for phase, take in steps:
            yield self.at(f"{phase}{again}")
            if self._is_over():
                return
            take()
            if self.stops(f"{phase}{again}"):
                return
        yield self.at(f"send{again}")
        if not self._is_over():
            self.paper = papers.send(by=self.officer, on=self.paper)
            yield from self._after_sending(again)

    def _passes(self, by: Actor) -> None:
        self.paper = papers.pass_(by=by, on=self.paper, saying=Read(self.paper.digest, "同意"))

    def _signs(self, by: Actor) -> None:
        self._decided_on()
        self.paper = papers.sign(by=by, on=self.paper, saying=Read(self.paper.digest, "同意"))

    def _after_sending(self, again: str) -> Road:
        if self.paper.stage is w.Paper.OFFERED and self.plan.has("co_again"):
            yield clock.now() + timedelta(days=1)
            self._ask_again()
        if self.plan.has("withdrawn_late") and not self.helps:
            suggestions.ask_withdrawal(
                by=self._lead(), on=Withdrawal.of(self._case()), saying=Because("事项已另行解决。")
            )
        if self.paper.stage is w.Paper.TO_RELAY and not self.stops("send"):
            yield self.at(f"relay{again}")
            self.paper = papers.relay(by=self.province.clerk, on=self.paper)
        if not self.helps:
            self.scene.agenda.add(published(self))
        if not again:
            self._first_time()

    def _first_time(self) -> None:
        self._speaks()
        if self.plan.has("view") and not self.helps:
            self._view()

    def _ask_again(self) -> None:
        lead = (
            Handling.objects.exclude(stage__in=OVER)
            .filter(root_id=self.handling.root_id, role=w.Role.LEAD)
            .first()
        )
        officers = [d.officer for unit in self.province.units.values() for d in unit.divisions]
        by = next((one for one in officers if lead and one.person == lead.officer_id), None)
        if by:
            papers.ask_again(by=by, on=self.paper, saying=Because("只有原则意见，请写明资金安排和时间。"))

    def _view(self) -> None:
        signer = (
            Invitation.objects.filter(root_id=self.handling.root_id, stage=w.Invitation.CONFIRMED)
            .order_by("id")
            .first()
        )
        if signer:
            row = View.of(self._case(), paper_id=self.paper.id, person_id=signer.person_id)
            by = self.province.deputy(signer.person_id)
            papers.give_view(
                by=by, on=row, saying=Opinion("答复较为具体，建议领衔代表关注第二条的落实时间。")
            )

    def _case(self) -> Suggestion:
        return Suggestion.objects.get(congress_id=self.handling.congress_id, id=self.handling.root_id)
