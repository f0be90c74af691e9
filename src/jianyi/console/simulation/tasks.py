"""One unit's task: received, handed back or not, talked over with the deputy."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from jianyi.cases.commands import handlings, ideas
from jianyi.cases.models import Contact, Handling, Idea, Paper, Return
from jianyi.cases.models.handlings import OVER
from jianyi.documents.store import keep
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import (
    FACE_TO_FACE,
    AskedReturn,
    Because,
    Confirming,
    Met,
    Reassigning,
    SettingAside,
    Studying,
)

from . import texts
from .agenda import Road, worked
from .founding import Unit
from .pictures import landscape
from .plans import Plan
from .scene import Scene
from .timetable import QUICK, Timetable, timetable


INSTEAD = {"SLT": "ZJT"}
ENDINGS = (
    "withdrawal_asked",
    "withdrawal_refused",
    "withdrawal_dropped",
    "withdrawal_late",
    "withdrawn_late",
)


class Task:
    """`handling`, `paper`: as they stood after the last step; `late`: by how much the timetable has slipped."""

    def __init__(self, scene: Scene, plan: Plan, handling: Handling, unit: Unit, times: Timetable) -> None:
        self.scene, self.plan, self.handling, self.unit, self.times = scene, plan, handling, unit, times
        self.province, self.dice = scene.province, plan.dice
        self.leader, self.division, self.team = unit.team(plan.dice, plan.first)
        self.officer, self.head = self.division.officer, self.division.head
        self.helps = handling.role is w.Role.CO
        self.late, self.moved = timedelta(), False
        self.paper: Paper

    def at(self, phase: str) -> datetime:
        when = self.times.at(phase) + self.late
        return when + (worked(when.date(), 0) - when.date())

    def stops(self, phase: str) -> bool:
        """Whoever helps goes on while the lead stands still, unless it is the helper whom everybody waits for."""
        if self.helps:
            return phase == "begin" and self.plan.has("co_open")
        return phase == self.plan.stop

    def _is_over(self) -> bool:
        """Another road may have ended the task; most roads have no other beside them."""
        if self.moved or not self.plan.has(*ENDINGS):
            return self.moved
        self.handling = Handling.objects.get(congress_id=self.handling.congress_id, id=self.handling.id)
        return self.handling.stage in OVER

    # Handing back

    def _handed_back(self) -> Road:
        kinds = (
            "return_prepared",
            "return_asked",
            "return_granted",
            "return_refused",
            "return_dropped",
            "return_lapsed",
        )
        if self.helps or not self.plan.has(*kinds):
            return
        yield self.at("return")
        other = self._another()
        said = AskedReturn(texts.REASONS_TO_RETURN, "本单位“三定”规定第二条", other.id, "agreed")
        request = handlings.ask_return(by=self.unit.office, on=Return.of(self.handling), saying=said)
        if self.plan.has("return_dropped"):
            handlings.drop_return(by=self.leader, on=request)
        elif not self.plan.has("return_prepared"):
            handlings.approve_return(by=self.leader, on=request)
            yield from self._decided(request, other)

    def _another(self) -> Unit:
        """As in the stories where they tell of it."""
        if self.unit.key in INSTEAD and INSTEAD[self.unit.key] in self.province.units:
            return self.province.units[INSTEAD[self.unit.key]]
        named = {key for key, _ in self.plan.units}
        return self.dice.choice([unit for unit in self.province.units.values() if unit.key not in named])

    def _decided(self, request: Return, other: Unit) -> Road:
        if self.plan.has("return_asked", "return_lapsed"):
            return
        yield self.at("decide_return")
        if self.plan.has("return_refused"):
            handlings.refuse_return(
                by=self.province.office, on=request, saying=Because("所涉事项在本单位职责之内，请继续办理。")
            )
            return
        handlings.grant_return(
            by=self.province.office, on=request, saying=Reassigning(other.id, "同意改办。")
        )
        new = Handling.objects.get(root_id=self.handling.root_id, unit_id=other.id, stage=w.Handling.ARRIVED)
        times = timetable(self.dice, "hand_over", clock.today(), QUICK, {})
        road = type(self)(self.scene, self.plan, new, other, times)
        self.plan.twists -= {"return_granted"}
        self.moved = True
        self.scene.agenda.add(road.walk())

    # Talking with the deputy

    def _contact(self, again: str) -> Road:
        yield self.at(f"contact{again}")
        if self._is_over():
            return
        contact = self._meet(again)
        if self.stops(f"contact{again}"):
            return
        yield self.at(f"confirm{again}")
        if self.plan.has("unconfirmed") and not self.helps:
            self.late += timedelta(days=12)
        elif self.plan.has("disputed") and not self.helps and not again:
            handlings.dispute_contact(
                by=self._lead(), on=contact, saying=Confirming("当天并没有通话，请核实。")
            )
            if not self.stops("confirm"):
                contact = self._meet(again)
                handlings.confirm_contact(by=self._lead(), on=contact, saying=Confirming(""))
        else:
            handlings.confirm_contact(by=self._lead(), on=contact, saying=Confirming(""))
        self._follow_ideas()

    def _follow_ideas(self) -> None:
        """By turns left for later, studied, taken up, set aside: as the numbers of the suggestions fall, so that the dice
        are left alone."""
        of_task = Idea.objects.filter(root_id=self.handling.root_id, handling_id=self.handling.id)
        for row in of_task.filter(stage=w.Idea.NOTED).order_by("id"):
            turn = (int(row.root.no[-4:]) if row.root.no[-4:].isdigit() else 0) % 4
            if turn in (1, 2):
                row = ideas.study(by=self.officer, on=row, saying=Studying(texts.STUDYING))
            if turn == 2:
                ideas.take_up(by=self.officer, on=row, saying=texts.LANDINGS[row.text])
            if turn == 3:
                ideas.set_aside(by=self.officer, on=row, saying=SettingAside(texts.NOT_NOW))

    def _lead(self) -> Actor:
        return self.province.deputy(self.plan.lead)

    def _speaker(self) -> Actor:
        """Who speaks for the suggestion: the lead deputy, or the head of the delegation."""
        return next(
            (head for head in self.province.heads.values() if head.person == self.plan.lead), self._lead()
        )

    def _pictured(self, said: Met) -> Met:
        """Where the unit makes it a rule, of a meeting face to face there is a photograph."""
        if said.mode not in FACE_TO_FACE or not self.unit.organisation.rule.get("photographs"):
            return said
        own = {"kind": "png", "congress": self.handling.congress_id, "owner": self.officer.person}
        return replace(
            said, photographs=(keep(landscape(self.handling.round), name="见面照片.png", **own).id,)
        )

    def _meet(self, again: str) -> Contact:
        """A deputy who stays unnamed is spoken to by the office; the second time a leader goes."""
        said = texts.met(
            self.dice, "before", (self.plan.lead,), clock.now() - timedelta(minutes=5), (self.officer.person,)
        )
        if again:
            present = (self.leader.person, self.officer.person)
            said = replace(said, present=present, mode="visit", where="代表活动室")
        row = Contact.of(self.handling)
        if self.plan.has("confidential"):
            return handlings.relay_contact(by=self.province.clerk, on=row, saying=said)  # type: ignore[no-any-return]
        return handlings.record_contact(by=self.officer, on=row, saying=self._pictured(said))  # type: ignore[no-any-return]

    def walk(self) -> Iterator[datetime]:
        """Told by the road that goes all the way."""
        raise NotImplementedError
