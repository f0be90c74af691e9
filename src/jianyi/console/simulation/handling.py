"""The road of one unit's task from its receipt to the rating, and where needed once more."""

from dataclasses import replace
from datetime import timedelta

from jianyi.cases.commands import division, handlings, papers, suggestions
from jianyi.cases.models import Handling, Paper, Sheet
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Again, Because, Rated, Receipt, Team

from . import texts
from .agenda import Road
from .rating import Rating


AGAIN = "2"


class TaskRoad(Rating):
    """All the way, or up to the phase at which the plan stops."""

    def walk(self) -> Road:
        """Until the reply is rated and the case closed, or until the phase at which the plan stops."""
        if self.stops("hand_over"):
            return
        yield self.at("receive")
        if self._is_over():
            return
        self.handling = handlings.acknowledge(by=self.unit.office, on=self.handling, saying=Receipt())
        if self.stops("receive"):
            return
        yield from self._handed_back()
        if self.stops("return") or self._is_over():
            return
        yield self.at("route")
        self._routed()
        if not self.stops("route"):
            yield from self._worked_on()

    def _routed(self) -> None:
        """Several contents are for several divisions; a division may say that it is not for it."""
        self.handling = handlings.route(by=self.unit.office, on=self.handling, saying=self._team())
        if self.plan.has("given_back") and not self.helps:
            said = Because("所提事项主要属于其他处室的职责，请办公室重新分办。")
            self.handling = division.give_back(by=self.head, on=self.handling, saying=said)
            if not self.stops("route"):
                self.handling = handlings.route(by=self.unit.office, on=self.handling, saying=self._team())

    def _team(self) -> Team:
        beside = [each.id for each in self.unit.divisions if each.id != self.division.id]
        return replace(self.team, assisting=tuple(beside[:1]) if len(self._case().points) > 2 else ())

    def _worked_on(self) -> Road:
        yield from self._contact("")
        if self.stops("contact") or self.stops("confirm"):
            return
        yield self.at("begin")
        if self._is_over():
            return
        self._led()
        self.handling = handlings.begin(by=self.officer, on=self.handling)
        self.paper = Paper.objects.get(congress_id=self.handling.congress_id, handling_id=self.handling.id)
        self._planned()
        self._talks()
        yield from self._extended()
        if self.stops("begin"):
            return
        yield from self._answer("")
        if not self.helps:
            yield from self._waiting() if self.stops("send") else self._rated("")

    def _waiting(self) -> Road:
        yield from self._midway()
        yield from self._on_paper_at_last()

    # Rating, and what follows from it

    def _rated(self, again: str) -> Road:
        if self.paper.stage is not w.Paper.SENT:
            return
        yield self.at(f"rate{again}")
        unhappy = self.plan.has("dissatisfied") and (not again or self.plan.has("escalated"))
        if not self.plan.has("unrated"):
            yield from self._rate(unhappy)
        if self.stops("rate"):
            return
        if unhappy and not again:
            yield self.at("decide")
            yield from self._study()
        elif unhappy:
            yield from self._conferred()
            yield from self._closed()
        else:
            yield from self._closed()

    def _rate(self, unhappy: bool) -> Road:
        waiting = Sheet.objects.filter(
            congress_id=self.paper.congress_id, paper_id=self.paper.id, stage=w.Rating.AWAITED
        )
        for sheet in waiting.order_by("id"):
            grade = "dissatisfied" if unhappy else self.dice.choice(texts.OPINIONS[self.plan.reply_class])
            told = self.dice.choice(texts.GRIEVANCES) if unhappy else ""
            said = Rated("satisfied", grade, told, "all", "agree", "agree")
            yield from self._rated_by(sheet, said)

    def _study(self) -> Road:
        """The office decides: once more, or not and why."""
        for sheet in Sheet.objects.filter(paper_id=self.paper.id, stage=w.Rating.DISSATISFIED).order_by("id"):
            if self.plan.has("upheld"):
                papers.uphold(
                    by=self.province.office,
                    on=sheet,
                    saying=Because("已采取的措施符合现行规定，请承办单位当面说明。"),
                )
            else:
                papers.handle_again(
                    by=self.province.office,
                    on=sheet,
                    saying=Again("请写明责任单位和完成时限，由分管领导当面沟通。", "leader"),
                )
        if self.plan.has("upheld"):
            yield from self._closed()
        elif not self.stops("decide"):
            yield from self._once_more()

    def _once_more(self) -> Road:
        self.handling = Handling.objects.get(
            congress_id=self.handling.congress_id, previous_id=self.handling.id
        )
        yield from self._contact(AGAIN)
        self.handling = handlings.begin(by=self.officer, on=self.handling)
        self.paper = Paper.objects.get(congress_id=self.handling.congress_id, handling_id=self.handling.id)
        yield from self._answer(AGAIN)
        yield from self._rated(AGAIN)

    def _closed(self) -> Road:
        """As soon as every sheet is back; whoever is last finds it ready."""
        yield self.at("close")
        for _ in range(12):
            case = self._case()
            if case.stage is w.Suggestion.RATED:
                suggestions.close(by=self.province.clerk, on=case)
            if case.stage is w.Suggestion.TRACKING:
                yield from self._followed()
            if case.stage is not w.Suggestion.ANSWERED:
                return
            yield clock.now() + timedelta(days=5)
