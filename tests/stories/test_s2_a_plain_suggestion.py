"""S2, short: one deputy, one unit, from the draft to the archive."""

from datetime import date

from build import again, at
from jianyi.cases.commands import between, handlings, ideas, inside, papers, plans, suggestions
from jianyi.cases.models import Consultation, Contact, Idea, Milestone, Negotiation, Paper, Plan, Sheet
from jianyi.cases.queries.files import case
from jianyi.documents.store import keep
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import (
    Arguing,
    Because,
    Exempting,
    Landing,
    Met,
    Planning,
    Raising,
    Rated,
    Read,
    Setting,
    Studying,
    Team,
)
from jianyi.turn.models import Deadline
from pictures import png


def due(holder, limit):
    return str(Deadline.objects.get(holder_id=holder, limit=limit).due_on)


def _spoken(deputy):
    """By telephone, with an idea worth keeping."""
    return Met(
        "before",
        "phone",
        clock.now(),
        "",
        (deputy,),
        (),
        "经办人",
        "说明办理思路",
        "希望分级",
        "按坡度分级补贴",
    )


def test_s2(world, refused):
    nyt = world.unit("NYT")
    with at("2026-02-26"):
        (task,) = world.handed_over(points=3)
    assert due(task.id, w.Limit.ACKNOWLEDGE) == "2026-03-02"
    assert due(task.id, w.Limit.RETURN) == "2026-03-06"
    assert due(task.id, w.Limit.CONTACT) == "2026-03-18"
    assert due(task.id, w.Limit.REPLY) == "2026-05-26"
    assert due(task.root_id, w.Limit.CEILING) == "2026-08-26"
    with at("2026-02-27"):
        handlings.acknowledge(by=nyt.office, on=task)
        short = Team(nyt.leader.person, 0, nyt.officer.person)
        answer = refused("RESPONSIBILITY_INCOMPLETE", handlings.route, by=nyt.office, on=task, saying=short)
        assert "责任处领导" in answer.reasons[0]
        handlings.route(by=nyt.office, on=task, saying=nyt.team)
    with at("2026-03-02"):
        refused("NO_CONTACT", handlings.begin, by=nyt.officer, on=task)
    with at("2026-03-04"):
        contact = handlings.record_contact(
            by=nyt.officer, on=Contact.of(again(task)), saying=_spoken(world.deputy.person)
        )
        handlings.confirm_contact(by=world.deputy, on=contact)
        idea = Idea.objects.get()
        assert (idea.text, idea.stage) == ("按坡度分级补贴", w.Idea.NOTED)
        task = handlings.begin(by=nyt.officer, on=task)
    with at("2026-03-20"):
        refused("REASON_REQUIRED", ideas.study, by=nyt.officer, on=idea, saying=Studying(""))
        ideas.study(by=nyt.officer, on=idea, saying=Studying("农机推广处研究，4 月底前有结果"))
    paper = Paper.objects.get(handling_id=task.id)
    with at("2026-04-15"):
        papers.write(by=nyt.officer, on=paper, saying=world.text(again(task), points=2))
        answer = refused("POINT_UNANSWERED", papers.present, by=nyt.officer, on=paper)
        assert "第 3 条" in answer.reasons[0]
        papers.write(by=nyt.officer, on=paper, saying=world.text(again(task)))
    with at("2026-04-20"):
        papers.present(by=nyt.officer, on=paper)
    with at("2026-04-21"):
        refused("REASON_REQUIRED", papers.send_back, by=nyt.head, on=paper, saying=Because(""))
        papers.send_back(by=nyt.head, on=paper, saying=Because("第 2 条补时限"))
        papers.write(by=nyt.officer, on=paper, saying=world.text(again(task)))
        papers.present(by=nyt.officer, on=paper)
    with at("2026-04-22"):
        papers.pass_(by=nyt.head, on=paper, saying=Read())
    with at("2026-04-23"):
        papers.write(by=nyt.office, on=paper, saying=world.text(again(task)))
        assert again(paper).desks_left == ["office"]
        papers.pass_(by=nyt.office, on=paper, saying=Read())
    with at("2026-04-24"):
        refused("DRAFT_NOT_SHOWN", papers.sign, by=nyt.leader, on=paper, saying=Read())
        draft = world.shown(paper)
    assert due(draft.id, w.Limit.DRAFT_VIEW) == "2026-05-06"
    with at("2026-04-27"):
        inside.accept_draft(by=world.deputy, on=draft)
        refused("SIGNER_NOT_ALLOWED", papers.sign, by=nyt.head, on=paper, saying=Read())
        refused("TOO_EARLY", papers.send, by=nyt.officer, on=paper)
    with at("2026-04-28"):
        papers.sign(by=nyt.leader, on=paper, saying=Read())
        papers.send(by=nyt.officer, on=paper)
    sheet = Sheet.objects.get()
    with at("2026-04-29"):
        refused("TOO_LATE", inside.accept_draft, by=world.deputy, on=draft)
    assert due(sheet.id, w.Limit.RATING) == "2026-05-21"
    assert again(task).stage is w.Handling.DELIVERED and again(task.root).stage is w.Suggestion.ANSWERED
    with at("2026-05-06"):
        papers.rate(by=world.deputy, on=sheet, saying=Rated("satisfied", "satisfied"))
    assert again(task.root).stage is w.Suggestion.RATED
    with at("2026-05-06"):
        said = Landing("plan", "农机推广年度计划", "分级补贴通知")
        ideas.take_up(by=nyt.officer, on=idea, saying=said)
    with at("2026-05-07"):
        suggestions.close(by=world.clerk, on=task.root)
    closed = case(task.root_id, by=world.deputy)
    assert [row.outcome for row in closed.ideas] == ["已采纳→《分级补贴通知》"]
    assert again(task.root).stage is w.Suggestion.CLOSED
    assert not Deadline.objects.filter(ended_at=None, holder_id__in=[task.id, sheet.id]).exists()


def test_s2_10_an_exemption_is_approved_by_another_hand(world, refused, settings, tmp_path):
    """The deputy has written that no draft need be shown: recorded with the reason, approved by the office."""
    settings.JIANYI_FILES = tmp_path
    nyt = world.unit("NYT")
    with at("2026-02-26"):
        (task,) = world.handed_over()
    with at("2026-04-23"):
        paper = world.cleared(world.working(task))
    with at("2026-04-24"):
        new, why = Consultation.about(paper), "代表书面表示不必看稿，来信扫描件在卷"
        refused("CHECKLIST_UNMET", inside.exempt, by=nyt.officer, on=new, saying=Exempting(why))
        letter = keep(
            png(), name="来信.png", kind="png", congress=nyt.officer.congress, owner=nyt.officer.person
        )
        row = inside.exempt(by=nyt.officer, on=new, saying=Exempting(why, (letter.id,)))
        assert case(row.root_id, by=nyt.office).evidence[row.id]
        both = world.hands_on(nyt.office, nyt.officer, "2027-01-01")
        refused("SAME_PERSON", inside.approve_exemption, by=both, on=row)
        inside.approve_exemption(by=nyt.office, on=row)
        papers.sign(by=nyt.leader, on=again(paper), saying=Read())
    assert Consultation.objects.filter(stage=w.Consultation.EXEMPTED).count() == 1


def test_s2_4_a_plan_of_four_milestones_within_the_reply_limit(world, refused):
    nyt = world.unit("NYT")
    with at("2026-02-26"):
        task = world.routed(world.handed_over()[0])
    days = {
        date(2026, 3, 20): "征求农机所意见",
        date(2026, 3, 31): "实地",
        date(2026, 4, 15): "成稿",
        date(2026, 4, 24): "送审",
    }
    with at("2026-03-06"):
        met = world.foreseen("2026-03-10", "2026-04-08", "2026-05-20")
        beyond = Planning(
            "四步办理", "专班推进", (), world.foreseen("2026-03-10", "2026-05-30", "2026-06-01")
        )
        refused("CHECKLIST_UNMET", plans.draw_up, by=nyt.officer, on=Plan.of(task), saying=beyond)
        plan = plans.draw_up(
            by=nyt.officer, on=Plan.of(task), saying=Planning("四步办理", "专班推进", world.views(), met)
        )
        for day, text in days.items():
            plans.set_milestone(
                by=nyt.officer, on=Milestone.in_plan(plan), saying=Setting(text, day, nyt.officer.person)
            )
        far = Setting("送审", date(2026, 5, 30), nyt.officer.person)
        answer = refused(
            "CHECKLIST_UNMET", plans.set_milestone, by=nyt.officer, on=Milestone.in_plan(plan), saying=far
        )
        plans.approve(by=nyt.leader, on=plans.present(by=nyt.officer, on=plan))
    assert "5 月 30 日" in answer.reasons[0] and "5 月 26 日" in answer.reasons[0]
    assert [due(row.id, w.Limit.MILESTONE) for row in Milestone.objects.order_by("id")] == list(
        map(str, days)
    )


def test_s2_1_a_talk_with_another_unit_is_on_record(world, refused):
    """NYT settles with the academy who tries out the machines: both sides and the outcome, and no clock stops."""
    nyt, academy = world.unit("NYT"), world.unit("农业科学院")
    with at("2026-02-26"):
        (task,) = world.handed_over(("NYT", w.Role.SOLE), points=3)
    with at("2026-02-27"):
        task = world.routed(task)
        said = Raising("content", academy.id, "机具试验须由科研单位承担", "由农科院承担试验，我厅负责推广")
        talk = between.negotiate(by=nyt.office, on=Negotiation.of(task), saying=said)
        refused("WRONG_ACTOR", between.argue, by=nyt.officer, on=talk, saying=Arguing("代为说明"))
        talk = between.argue(by=academy.office, on=talk, saying=Arguing("可以承担，须安排试验经费"))
        talk = between.concede(by=nyt.office, on=talk)
    assert talk.stage is w.Negotiation.AGREED and talk.answer == "可以承担，须安排试验经费"
    assert due(task.id, w.Limit.REPLY) == "2026-05-26"
