"""Roads to any stage of a case, through real commands; `build.World` knows who takes them."""

from datetime import date, timedelta

from jianyi.cases.commands import batches, handlings, inside, oral, papers, suggestions
from jianyi.cases.models import (
    Batch,
    Consultation,
    Contact,
    Escalation,
    Handling,
    Invitation,
    OralReply,
    Paper,
    Return,
    Sheet,
    Suggestion,
    Withdrawal,
)
from jianyi.kit import clock
from jianyi.parties.models import Person
from jianyi.procedure import words as w
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.facts.said import (
    Answer,
    AskedReturn,
    Because,
    CoSigning,
    Decision,
    Foreseen,
    Inviting,
    KeyMark,
    Listing,
    Merging,
    Met,
    Naming,
    Promise,
    Rated,
    Read,
    Reassigning,
    Receipt,
    Reviewed,
    Spoken,
    Text,
    Units,
    Writing,
)
from jianyi.procedure.words import Role


UNCLEAR = "未说明夜间限行时段由谁执行、何时实施"
NOT_OURS = "按照部门职责分工，这项工作由住房和城乡建设部门承担，不属于本单位职责范围。"


def again(row):
    """The row as it now stands."""
    return type(row).objects.get(congress_id=row.congress_id, id=row.id)


class Roads:
    """What a world is asked for, step by step; each answers with the row as it then stands."""

    def blank(self, deputy: Actor | None = None) -> Suggestion:
        """A sheet of paper, not yet kept."""
        lead = Person.objects.get(id=(deputy or self.deputy).person)
        return Suggestion.draft(
            lead=lead, sitting=again(self.sitting), delegation=self.delegation.id, place=self.place
        )

    def writing(self, points: int = 1, **told: object) -> Writing:
        text = {
            "title": "关于支持丘陵山区小型农机研发推广的建议",
            "situation": "丘陵地块小，大机器进不去。",
            **told,
        }
        return Writing(points=tuple(f"第{n}条具体建议" for n in range(1, points + 1)), **text)

    def draft(self, *, points: int = 1, deputy: Actor | None = None, **told: object) -> Suggestion:
        row = self.blank(deputy)
        return suggestions.write(by=deputy or self.deputy, on=row, saying=self.writing(points, **told))

    def submitted(self, **told: object) -> Suggestion:
        draft = self.draft(**told)
        return suggestions.submit(by=told.get("deputy") or self.deputy, on=draft)

    def registered(self, **told: object) -> Suggestion:
        return suggestions.register(by=self.clerk, on=self.submitted(**told), saying=Reviewed(("title",)))

    def named(self, case: Suggestion, *units: tuple[str, Role]) -> Suggestion:
        said = Units(tuple(Naming(self.unit(name).id, role, "部分") for name, role in units))
        return suggestions.propose(by=self.clerk, on=case, saying=said)

    def proposed(self, *units: tuple[str, Role], **told: object) -> Suggestion:
        return self.named(self.registered(**told), *units)

    def handed_to(self, case: Suggestion, *units: tuple[str, Role]) -> list[Handling]:
        """The handlings in the order of the units, on the day the clock shows."""
        suggestions.hand_over(by=self.head, on=self.named(case, *units))
        rows = {h.unit_id: h for h in Handling.objects.filter(root_id=case.id)}
        return [rows[self.unit(name).id] for name, _ in units]

    def handed_over(self, *units: tuple[str, Role], **told: object) -> list[Handling]:
        return self.handed_to(self.registered(**told), *(units or [("NYT", Role.SOLE)]))

    def routed(self, handling: Handling, name: str = "NYT") -> Handling:
        unit = self.unit(name)
        handling = handlings.acknowledge(by=unit.office, on=handling, saying=Receipt())
        return handlings.route(by=unit.office, on=handling, saying=unit.team)

    def met(
        self, handling: Handling, name: str = "NYT", deputy: Actor | None = None, by: Actor | None = None
    ) -> Contact:
        said = Met(
            phase="before", mode="phone", occurred_at=clock.now(), summary="说明思路",
            deputies=((deputy or self.deputy).person,), present=(self.unit(name).officer.person,),
        )  # fmt: skip
        return handlings.record_contact(
            by=by or self.unit(name).officer, on=Contact.of(handling), saying=said
        )

    def foreseen(self, first: str, second: str, third: str) -> tuple[Foreseen, ...]:
        """Contacts planned for these days (分级见面): the division by telephone, the leader in person, the officer."""
        how = ("before", "division", "phone"), ("during", "leader", "meeting"), ("after", "officer", "phone")
        days = zip(how, (first, second, third), strict=True)
        return tuple(Foreseen(*each, date.fromisoformat(day)) for each, day in days)

    def views(self, points: int = 1) -> tuple[Answer, ...]:
        """What is meant to be answered to each point."""
        return tuple(Answer(n, f"第{n}条拟采纳") for n in range(1, points + 1))

    def working(self, handling: Handling, name: str = "NYT", deputy: Actor | None = None) -> Handling:
        handling = handling if handling.stage is w.Handling.ROUTED else self.routed(handling, name)
        handlings.confirm_contact(by=deputy or self.deputy, on=self.met(handling, name, deputy))
        return handlings.begin(by=self.unit(name).officer, on=handling)

    def text(
        self, handling: Handling, reply_class: str = "A", *, points: int | None = None, note: str = ""
    ) -> Text:
        count = len(handling.root.points) if points is None else points
        answers = tuple(Answer(n, f"第{n}条答复", "adopted") for n in range(1, count + 1))
        mark = "" if handling.advises else reply_class
        return Text(answers, mark, closing=note, promises=self.promised() if mark == "B" else ())

    def promised(self, no: int = 1, days: int = 120) -> tuple[Promise, ...]:
        """What a reply that is followed until it is done cannot do without."""
        return (Promise(no, "完成整治", clock.today() + timedelta(days=days)),)

    def written(self, handling: Handling, name: str = "NYT", reply_class: str = "A") -> Paper:
        paper = Paper.objects.get(handling_id=handling.id)
        return papers.write(by=self.unit(name).officer, on=paper, saying=self.text(handling, reply_class))

    def cleared(self, handling: Handling, name: str = "NYT", reply_class: str = "A") -> Paper:
        unit = self.unit(name)
        paper = papers.present(by=unit.officer, on=self.written(handling, name, reply_class))
        papers.pass_(by=unit.head, on=paper, saying=Read())
        return papers.pass_(by=unit.office, on=paper, saying=Read())

    def key(self, case: Suggestion) -> Suggestion:
        """Key by a decision of the chairpersons' meeting, entered today."""
        return suggestions.mark_key(by=self.clerk, on=case, saying=KeyMark(clock.today()))

    def decision(
        self, name: str, day: date | None, /, expected: int = 9, present: int = 8, **told: object
    ) -> Decision:
        """The record of a leadership's meeting, whole but for what a test wants otherwise."""
        unit = self.unit(name)
        people = {
            "chair": unit.leader.person,
            "reporter": unit.officer.person,
            "recorder": unit.office.person,
        }
        plain = {
            "name": "2026年第9次党组会议",
            "where": "厅第一会议室",
            "signer": unit.leader.person,
            **people,
        }
        return Decision(held_on=day, expected=expected, present=present, **(plain | told))

    def shown(self, paper: Paper, name: str = "NYT") -> Consultation:
        """The draft before the deputy; of a confidential proposer the office passes it on."""
        row = inside.show(by=self.unit(name).officer, on=Consultation.about(again(paper)))
        return inside.relay(by=self.clerk, on=row) if row.stage is w.Consultation.TO_RELAY else row

    def agreed(self, paper: Paper, name: str = "NYT") -> Paper:
        """The lead deputy has seen the draft and agrees; an opinion for a lead unit is not shown."""
        if paper.is_reply:
            lead = next(a for a in self.deputies.values() if a.person == paper.root.lead_id)
            inside.accept_draft(by=lead, on=self.shown(paper, name))
        return again(paper)

    def ready(self, handling: Handling, name: str = "NYT", reply_class: str = "A") -> Paper:
        """Passed by every desk and seen by the deputy: only the signature is lacking."""
        return self.agreed(self.cleared(handling, name, reply_class), name)

    def signed(self, handling: Handling, name: str = "NYT", reply_class: str = "A") -> Paper:
        paper = self.ready(handling, name, reply_class)
        return papers.sign(by=self.unit(name).leader, on=paper, saying=Read())

    def sent(self, handling: Handling, name: str = "NYT", reply_class: str = "A") -> Paper:
        return papers.send(by=self.unit(name).officer, on=self.signed(handling, name, reply_class))

    def spoken(
        self, handling: Handling, name: str = "NYT", deputy: Actor | None = None, **told: object
    ) -> Spoken:
        """What a record of an oral reply says, whole but for what a test wants otherwise."""
        unit = self.unit(name)
        count = len(handling.root.points)
        plain = {
            "occurred_at": clock.now(), "where": "栖云市会议室", "deputies": ((deputy or self.deputy).person,),
            "replied_by": (unit.principal if handling.root.key else unit.leader).person,
            "answers": tuple(Answer(n, f"第{n}条当面答复") for n in range(1, count + 1)),
        }  # fmt: skip
        return Spoken(**(plain | told))

    def replied_orally(self, handling: Handling, name: str = "NYT", **told: object) -> OralReply:
        """The record as the unit has put it down; of a confidential proposer as the office has."""
        said = self.spoken(handling, name, **told)
        if handling.root.confidential:
            return oral.relay(by=self.clerk, on=OralReply.of(handling), saying=said)
        return oral.put_down(by=self.unit(name).officer, on=OralReply.of(handling), saying=said)

    def answered(self, name: str = "NYT", reply_class: str = "A", **told: object) -> Sheet:
        """One unit, one reply, sent; the sheet that waits for the lead."""
        (handling,) = self.handed_over((name, Role.SOLE), **told)
        deputy = told.get("deputy")
        self.sent(self.working(handling, name, deputy), name, reply_class)
        return Sheet.objects.get(root_id=handling.root_id, round=1)

    def rated(self, result: str = "satisfied", **told: object) -> Sheet:
        return papers.rate(
            by=self.deputy,
            on=self.answered(**told),
            saying=Rated("satisfied", result, "还有一处没有说清楚由谁执行"),
        )

    def invited(self, draft: Suggestion, *names: str) -> list[Invitation]:
        rows = [Invitation.of(draft, person_id=self.a_deputy(name).person) for name in names]
        return [suggestions.invite(by=self.deputy, on=row, saying=Inviting("请阅")) for row in rows]

    def co_signed(self, invitation: Invitation, name: str) -> Invitation:
        return suggestions.co_sign(by=self.a_deputy(name), on=invitation, saying=CoSigning(True))

    def advised(self, handling: Handling, name: str) -> Paper:
        """A co-unit's opinion, on the lead unit's table."""
        return self.sent(self.working(handling, name), name)

    def adopted(self, opinion: Paper, lead: str) -> Paper:
        return papers.adopt(by=self.unit(lead).officer, on=opinion)

    def rate(self, sheet: Sheet, result: str = "satisfied", by: Actor | None = None) -> Sheet:
        said = Rated("satisfied", result, UNCLEAR if result == "dissatisfied" else "")
        return papers.rate(by=by or self.deputy, on=sheet, saying=said)

    def asked_back(self, handling: Handling, name: str, to: str) -> Return:
        """A request to hand the case back, as the unit's office writes it."""
        said = AskedReturn(NOT_OURS, "三定方案第二条", self.unit(to).id, "agreed")
        return handlings.ask_return(by=self.unit(name).office, on=Return.of(handling), saying=said)

    def approved(self, handling: Handling, name: str, to: str) -> Return:
        return handlings.approve_return(by=self.unit(name).leader, on=self.asked_back(handling, name, to))

    def granted(self, handling: Handling, name: str, to: str) -> Handling:
        """Handed on to another unit; the new handling."""
        said = Reassigning(self.unit(to).id, "同意")
        handlings.grant_return(by=self.office, on=self.approved(handling, name, to), saying=said)
        return Handling.objects.get(root_id=handling.root_id, unit_id=self.unit(to).id)

    def merged(self, case: Suggestion, into: Suggestion) -> Suggestion:
        return suggestions.merge(by=self.clerk, on=case, saying=Merging(into.id, "同一事项"))

    def withdrawing(self, case: Suggestion) -> Withdrawal:
        return suggestions.ask_withdrawal(
            by=self.deputy, on=Withdrawal.of(case), saying=Because("问题已经解决")
        )

    def handled_again(self, sheet: Sheet) -> Handling:
        """The second round of the handling whose reply did not content the deputy."""
        papers.handle_again(by=self.office, on=sheet, saying=Because("须明确由谁执行、何时实施"))
        return Handling.objects.get(previous_id=sheet.paper.handling_id)

    def dissatisfied_again(self, first: Sheet, **told: object) -> Sheet:
        """With the reply of the second round too."""
        self.sent(self.working(self.handled_again(first)), **told)
        return self.rate(self.sheet_of(first.root, 2), "dissatisfied")

    def escalated(self, **told: object) -> Escalation:
        """Rated on 24 April and again on 6 May 2026."""
        with clock.at("2026-04-24"):
            first = self.rated("dissatisfied")
        with clock.at("2026-05-06"):
            second = self.dissatisfied_again(first, **told)
        return Escalation.objects.get(root_id=second.root_id)

    def sheet_of(self, case: Suggestion, round: int = 1, deputy: Actor | None = None) -> Sheet:
        return Sheet.objects.get(root_id=case.id, round=round, rater_id=(deputy or self.deputy).person)

    def batch(self, *cases: Suggestion) -> Batch:
        row = Batch(congress_id=self.congress.id, sitting_id=self.sitting.id, place=self.place)
        return batches.prepare(
            by=self.clerk, on=row, saying=Listing(tuple(case.id for case in cases), "交办会")
        )
