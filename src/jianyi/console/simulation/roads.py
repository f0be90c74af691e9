"""The road of a suggestion from the draft to the hand-over; from there each unit goes on with its own task."""

from dataclasses import asdict, replace
from datetime import datetime

from jianyi.cases.commands import suggestions
from jianyi.cases.models import Claim, Handling, Invitation, Suggestion, Withdrawal
from jianyi.parties.models import Person
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import (
    Because,
    CoSigning,
    Entered,
    Inviting,
    Merging,
    Naming,
    Offer,
    PassedOn,
    Reviewed,
    Units,
    Writing,
)
from jianyi.procedure.words import Role

from .agenda import Road
from .handling import TaskRoad
from .plans import Plan
from .scene import Scene
from .timetable import QUICK, timetable


WHY_NOT = {
    "turned_down": (
        suggestions.turn_down,
        "personal",
        "所提事项涉及亲属个人待遇，不宜作为代表建议办理，可按信访渠道反映。",
    ),
    "letter": (suggestions.treat_as_letter, "forwarded_letter", "系转交群众来信，转来信处理，结果将告知您。"),
    "reference": (suggestions.keep_for_reference, "academic", "属学术探讨，送有关部门工作中参阅。"),
}
IN_CHECK = ("title", "situation", "points", "card_no", "contact_details", "signature", "one_matter")


class CaseRoad:
    """One suggestion. `case`: as it stood after the last step."""

    def __init__(self, scene: Scene, plan: Plan) -> None:
        self.scene, self.plan, self.province = scene, plan, scene.province
        self.case: Suggestion
        self.lead = self._speaker()

    def _speaker(self) -> Actor:
        """A delegation speaks through its head."""
        plan = self.plan
        head = (
            self.province.heads.get(self.province.delegation_of[plan.lead])
            if plan.has("delegation")
            else None
        )
        if head:
            plan.lead = head.person
        return head or self.province.deputy(plan.lead)

    def at(self, phase: str) -> datetime:
        return self.plan.times.at(phase)

    def walk(self) -> Road:
        """Step by step; each yield is the day on which it goes on."""
        yield self.at("draft")
        self._begin()
        if self.plan.stop == "draft":
            return
        if self.plan.invited:
            yield from self._invitations()
        if self.plan.stop == "invite":
            return
        yield self.at("submit")
        if self.plan.has("discarded"):
            suggestions.discard(by=self.lead, on=self.case)
            return
        yield from self._submit()
        if self.plan.stop != "submit":
            yield from self._reviewed()

    def _begin(self) -> None:
        """A draft of the deputy's own, or a paper that the office will type in."""
        self.case = self._blank()
        if self.plan.has("entered"):
            return
        self.case = suggestions.write(by=self.lead, on=self.case, saying=self._said())

    def _said(self) -> Writing:
        if not self.plan.has("confidential"):
            return self.plan.writing
        return replace(self.plan.writing, confidential=True, confidential_reason="所反映问题涉及本单位")

    def _blank(self) -> Suggestion:
        sitting, lead = self.scene.sittings[self.plan.year], self.plan.lead
        row = Suggestion.draft(
            lead=Person(id=lead, congress_id=self.province.congress.id), sitting=sitting,
            delegation=self.province.delegation_of[lead], place=self.province.congress.place,
        )  # fmt: skip
        row.by_delegation = self.plan.has("delegation") and lead in {
            one.person for one in self.province.heads.values()
        }
        return row

    def _invitations(self) -> Road:
        yield self.at("invite")
        rows = [
            suggestions.invite(
                by=self.lead,
                on=Invitation.of(self.case, person_id=person),
                saying=Inviting("请阅全文，盼共同提出。"),
            )
            for person in self.plan.invited
        ]
        if self.plan.stop == "invite":
            return
        yield self.at("co_sign")
        for n, row in enumerate(rows):
            by = self.province.deputy(row.person_id)
            if n == 0 or self.plan.dice.random() < 0.75:
                suggestions.co_sign(by=by, on=row, saying=CoSigning(True))
            elif self.plan.dice.random() < 0.5:
                suggestions.decline(by=by, on=row)

    def _submit(self) -> Road:
        if self.plan.has("entered"):
            told = Entered(
                **asdict(self._said()), received="收到代表本人签名的纸质原件，当日录入，原件存卷。"
            )
            self.case = suggestions.enter(by=self.province.clerk, on=self.case, saying=told)
            return
        self.case = suggestions.submit(by=self.lead, on=self.case)
        if self.plan.has("sent_back"):
            yield self.at("register")
            suggestions.send_back(
                by=self.province.clerk, on=self.case, saying=Because("请补充具体数据，写明涉及的乡镇。")
            )
            self.case = suggestions.write(by=self.lead, on=self.case, saying=self._said())
            self.case = suggestions.submit(by=self.lead, on=self.case)

    def _reviewed(self) -> Road:
        yield self.at("register")
        for twist, (command, negative, reason) in WHY_NOT.items():
            if self.plan.has(twist):
                command(
                    by=self.province.clerk, on=self.case, saying=PassedOn(reason, (negative,), "有关主管部门")
                )
                return
        if self.plan.has("withdrawn"):
            self._ask_withdrawal()
            return
        self.case = suggestions.register(
            by=self.province.clerk, on=self.case, saying=Reviewed(IN_CHECK, (), self.plan.category)
        )
        yield from self._claimed()
        if self.plan.stop == "register":
            return
        yield self.at("propose")
        if not (self.plan.has("merge") and self._merge()):
            yield from self._proposed()

    def _claimed(self) -> Road:
        if not self.plan.has("claimed"):
            return
        yield self.at("claim")
        keys = [key for key, _ in self.plan.units][:2] or []
        for key in keys:
            self._claim(key, leads=key == keys[0])
        if self.plan.has("claim_dropped"):
            other = next(key for key in self.province.units if key not in keys)
            claim = self._claim(other, leads=False)
            suggestions.unclaim(by=self.province.units[other].office, on=claim)

    def _claim(self, key: str, leads: bool) -> Claim:
        unit = self.province.units[key]
        said = Offer(leads, "所涉事项属本单位职责，已有相关工作基础。")
        found: Claim = suggestions.claim(by=unit.office, on=Claim.of(self.case, unit_id=unit.id), saying=said)
        return found

    def _merge(self) -> bool:
        """Into the last one of the same time that is still at the office, if there is any."""
        here = (w.Suggestion.REGISTERED, w.Suggestion.PROPOSED)
        rows = Suggestion.objects.filter(
            sitting_id=self.case.sitting_id, between=self.case.between, stage__in=here
        )
        into = rows.exclude(id=self.case.id).order_by("-number").first()
        if into is None:
            return False
        suggestions.merge(
            by=self.province.clerk, on=self.case, saying=Merging(into.id, "内容相近，一并办理，逐一答复。")
        )
        return True

    def _proposed(self) -> Road:
        named = tuple(
            Naming(
                self.province.units[key].id, role, "本单位职责范围内的部分" if role is Role.SEPARATE else ""
            )
            for key, role in self.plan.units
        )
        self.case = suggestions.propose(
            by=self.province.clerk, on=self.case, saying=Units(named, "依职责分工提出。")
        )
        if self.plan.stop == "propose":
            return
        yield self.at("hand_over")
        self.case = Suggestion.objects.get(congress_id=self.case.congress_id, id=self.case.id)
        if self.case.stage is w.Suggestion.PROPOSED:
            self.case = suggestions.hand_over(by=self.province.head, on=self.case)
        self._spread()
        yield from self._withdrawals()

    def _spread(self) -> None:
        """Every unit goes its own way; who helps is a little quicker than who leads."""
        plan = self.plan
        by_unit = {
            row.unit_id: row
            for row in Handling.objects.filter(root_id=self.case.id, stage=w.Handling.ARRIVED)
        }
        for key, role in plan.units:
            unit = self.province.units[key]
            quick = timetable(plan.dice, "hand_over", plan.times.days["hand_over"], QUICK, {})
            times = quick if role is Role.CO else plan.times
            self.scene.agenda.add(TaskRoad(self.scene, plan, by_unit[unit.id], unit, times).walk())

    def _withdrawals(self) -> Road:
        """The lead asks to withdraw what is already handed over."""
        if not self.plan.has(
            "withdrawal_asked", "withdrawal_refused", "withdrawal_dropped", "withdrawal_late"
        ):
            return
        yield self.at("begin" if self.plan.has("withdrawal_asked") else "contact")
        request = self._ask_withdrawal()
        signer = (
            Invitation.objects.filter(root_id=self.case.id, stage=w.Invitation.CONFIRMED)
            .order_by("id")
            .first()
        )
        if signer and self.plan.has("withdrawal_refused"):
            suggestions.object_(by=self.province.deputy(signer.person_id), on=request)
        elif self.plan.has("withdrawal_dropped"):
            yield self.at("confirm")
            suggestions.drop_withdrawal(by=self.lead, on=request)

    def _ask_withdrawal(self) -> Withdrawal:
        found: Withdrawal = suggestions.ask_withdrawal(
            by=self.lead, on=Withdrawal.of(self.case), saying=Because("情况已有变化，拟进一步调研后再提。")
        )
        return found
