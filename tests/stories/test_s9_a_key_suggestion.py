"""S9.1 (the mark), S9.2, S9.3 (the unit's side), S9.4, S9.5: key and major; led, decided on text by text, signed by the principal alone."""

from datetime import date

from build import again, at
from dates import due
from jianyi.cases.commands import handlings, inside, oral, papers, plans, suggestions
from jianyi.cases.models import Collective, Contact, Delivery, Milestone, OralReply, Plan, Sheet
from jianyi.cases.queries.files import case
from jianyi.cases.queries.plans import Kept, kept
from jianyi.fieldwork.queries import figures
from jianyi.fieldwork.queries.contact_plan import contact_plan
from jianyi.kit import clock
from jianyi.parties import commands as parties
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import (
    Because,
    Countersigned,
    KeyMark,
    Met,
    Planning,
    Rated,
    Reaching,
    Read,
    Setting,
    UnitRules,
)
from jianyi.procedure.words import Limit as L, Role
from jianyi.turn.models import Deadline


def test_s9(world, refused, way):
    fgw = world.unit("FGW")
    with at("2026-02-26"):
        task, helping = world.handed_over(("FGW", Role.LEAD), ("JTT", Role.CO))
        task = world.routed(task, "FGW")
    with at("2026-03-12"):
        suggestions.mark_key(by=world.clerk, on=task.root, saying=KeyMark(date(2026, 3, 12), 0, "裴长松"))
    assert due(task, L.REPLY) == "2026-05-26"
    with at("2026-03-13"):
        answer = refused("RESPONSIBILITY_INCOMPLETE", handlings.begin, by=fgw.officer, on=again(task))
        assert "领衔领导" in answer.reasons[0]
        inside.lead(by=fgw.leader, on=again(task))
        inside.mark_major(by=fgw.office, on=again(task), saying=Because("涉 12 亿元投资"))
    with at("2026-03-25"):
        opinion = world.sent(world.working(helping, "JTT"), "JTT")
    with at("2026-04-08"):
        task = world.working(again(task), "FGW")
        papers.adopt(by=fgw.officer, on=again(opinion))
    with at("2026-05-11"):
        paper = world.cleared(task, "FGW", "B")
        said = world.decision("FGW", date(2026, 5, 11), outcome="with_changes", note="补写资金来源")
        inside.decide(by=fgw.office, on=Collective.about(paper), saying=said)
    with at("2026-05-14"):
        papers.send_back(by=fgw.principal, on=again(paper), saying=Because("按党组会意见修改"))
        papers.write(by=fgw.officer, on=again(paper), saying=world.text(task, "B", note="资金来源另写"))
        papers.present(by=fgw.officer, on=again(paper))
        for by in (fgw.head, fgw.office):
            papers.pass_(by=by, on=again(paper), saying=Read())
        paper = world.agreed(again(paper), "FGW")
        answer = refused(
            "COLLECTIVE_DECISION_MISSING", papers.sign, by=fgw.principal, on=paper, saying=Read()
        )
        # In a browser there is no button to press; what the page says instead is tested in tests/cases/test_key_and_major.
        assert way == "browser" or ("第 1 稿" in answer.reasons[0] and "第 2 稿" in answer.reasons[0])
        inside.decide(
            by=fgw.office,
            on=Collective.about(paper),
            saying=world.decision("FGW", date(2026, 5, 14), 9, 9, note="同意"),
        )
    with at("2026-05-18"):
        refused("SIGNER_NOT_ALLOWED", papers.sign, by=fgw.leader, on=again(paper), saying=Read())
        papers.sign(by=fgw.principal, on=again(paper), saying=Read())
        paper = papers.send(by=fgw.officer, on=again(paper))
    assert paper.number.endswith("建函〔2026〕1号") and paper.reply_class == "B"
    with at("2026-05-18T16:00"):
        said = world.spoken(task, "FGW", replied_by=fgw.leader.person)
        answer = refused("CHECKLIST_UNMET", oral.put_down, by=fgw.officer, on=OralReply.of(task), saying=said)
        assert way == "browser" or "主要负责人" in answer.reasons[0]
        record = oral.put_down(by=fgw.officer, on=OralReply.of(task), saying=world.spoken(task, "FGW"))
        assert [row.channel for row in Delivery.objects.filter(paper_id=paper.id)] == ["platform"]
    with at("2026-05-18T16:20"):
        record = oral.countersign(by=world.deputy, on=record, saying=Countersigned("agree", "", "no"))
    assert record.number == "MF-2026-0001" and record.speaker == "FGW厅长"
    assert [row.channel for row in Delivery.objects.filter(paper_id=paper.id)] == ["in_person"]
    sheet = Sheet.objects.get(root_id=task.root_id)
    assert due(sheet, L.RATING) == "2026-06-08"
    with at("2026-05-25"):
        papers.rate(by=world.deputy, on=sheet, saying=Rated("satisfied", "satisfied"))
    assert again(task.root).stage is w.Suggestion.TRACKING


def test_s9_2_a_milestone_is_reached_with_evidence_before_its_day(world):
    fgw = world.unit("FGW")
    with at("2026-02-26"):
        task = world.routed(world.handed_over(("FGW", w.Role.SOLE))[0], "FGW")
    with at("2026-03-13"):
        plan = plans.draw_up(by=fgw.officer, on=Plan.of(task), saying=Planning("五步办理", "专班推进"))
        said = Setting("资金测算", date(2026, 3, 27), fgw.head.person)
        node = plans.set_milestone(by=fgw.officer, on=Milestone.in_plan(plan), saying=said)
    with at("2026-03-26"):
        plans.reach(by=fgw.head, on=node, saying=Reaching("测算表见附件"))
        assert kept(fgw.office, [task.id])[task.id] == Kept(reached=1, of=1, late=0)


def test_s9_3_the_leader_meets_the_deputy_and_the_opinion_is_a_day_early(world):
    """The unit's side: the co-unit's opinion leaves on 3/25 (due 3/26), the leading leader meets the deputy on 4/8."""
    fgw, jtt = world.unit("FGW"), world.unit("JTT")
    with at("2026-02-26"):
        task, helping = world.handed_over(("FGW", Role.LEAD), ("JTT", Role.CO))
        task = world.routed(task, "FGW")
    assert due(helping, L.CO_OPINION) == "2026-03-26"
    with at("2026-03-12"):
        suggestions.mark_key(by=world.clerk, on=task.root, saying=KeyMark(date(2026, 3, 12), 0, "裴长松"))
    with at("2026-03-13"):
        inside.lead(by=fgw.leader, on=again(task))
        said = UnitRules(meets_key="leader")
        parties.set_rules(by=fgw.office, on=again(fgw.organisation), saying=said)
    with at("2026-03-25"):
        opinion = world.sent(world.working(helping, "JTT"), "JTT")
    clock_of = Deadline.objects.get(holder_id=helping.id, limit=L.CO_OPINION)
    assert clock_of.ended_at < clock_of.due_at and opinion.stage is w.Paper.OFFERED
    with at("2026-04-08T15:00"):
        said = Met(
            phase="during", mode="meeting", occurred_at=clock.moment("2026-04-08T10:00"), where="省发展改革委会议室",
            deputies=(world.deputy.person,), present=(fgw.leader.person, fgw.officer.person), summary="说明资金安排",
        )  # fmt: skip
        met = handlings.record_contact(by=fgw.officer, on=Contact.of(again(task)), saying=said)
        handlings.confirm_contact(by=world.deputy, on=met)
        assert again(met).stage is w.Contact.CONFIRMED and again(met).level == "leader"
        told = figures.person_times(2026, by=fgw.office)
        assert (told.times, told.faces, told.met, told.of) == (1, 1, 1, 1)
        (planned,) = contact_plan(2026, by=fgw.office)
        assert (planned.kind, planned.level, planned.reached, planned.done) == (
            "key",
            "leader",
            "leader",
            True,
        )
    assert met.id not in {row.id for row in case(task.root_id, by=jtt.office).contacts}
