"""The plan of a handling: drawn up, approved, kept milestone by milestone (源 G7; stories S2.4, S9.2)."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from build import again, at
from dates import due
from jianyi.cases.commands import handlings, plans
from jianyi.cases.facts import crew_of
from jianyi.cases.facts.foreseen import steps
from jianyi.cases.models import Contact, Milestone, Plan
from jianyi.cases.queries.files import case
from jianyi.cases.queries.plans import kept
from jianyi.cases.sight import is_inside
from jianyi.journal.models import Line
from jianyi.kit import clock
from jianyi.parties import commands as parties
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import (
    Answer,
    Because,
    Confirming,
    Foreseen,
    Met,
    PassingOn,
    Planning,
    Reaching,
    Setting,
    UnitRules,
)
from jianyi.procedure.words import Duty, Kind, Limit as L, Role
from jianyi.turn.models import Deadline, Notice, WorkItem


WHOLE = Planning("三月调研、四月成稿、五月答复", "专班推进，厅领导牵头，经费列入年度预算")
DONE = Reaching("已收到农机所书面意见，见附件 1")


@pytest.fixture
def nyt(world):
    return world.unit("NYT")


@pytest.fixture
def task(world):
    with at("2026-02-26"):
        return world.routed(world.handed_over(("NYT", Role.SOLE))[0], "NYT")


@pytest.fixture
def plan(world, task, nyt):
    with at("2026-03-06"):
        return plans.draw_up(by=nyt.officer, on=Plan.of(task), saying=whole(world))


def whole(world, *days):
    """Everything that the leader in charge must have before the plan is approved."""
    return replace(
        WHOLE,
        views=world.views(),
        contacts=world.foreseen(*(days or ("2026-03-10", "2026-04-08", "2026-05-20"))),
    )


def node(nyt, day="2026-03-20", text="征求农机所意见", who=None):
    return Setting(text, date.fromisoformat(day) if day else None, (who or nyt.head).person)


def set_(nyt, plan, *args, **more):
    return plans.set_milestone(by=nyt.officer, on=Milestone.in_plan(plan), saying=node(nyt, *args, **more))


def three(nyt, plan):
    """As many as the place asks for; the first of them."""
    return [set_(nyt, plan) for _ in range(3)][0]


def test_a_milestone_beyond_the_reply_limit_is_refused_with_both_days(nyt, plan, refused):
    """S2.4: the last milestone on 30 May, the reply due on 26 May."""
    with at("2026-03-06"):
        new = Milestone.in_plan(plan)
        answer = refused(
            "CHECKLIST_UNMET", plans.set_milestone, by=nyt.officer, on=new, saying=node(nyt, "2026-05-30")
        )
        assert "2026 年 5 月 30 日" in answer.reasons[0] and "2026 年 5 月 26 日" in answer.reasons[0]
        assert due(set_(nyt, plan, "2026-05-26"), L.MILESTONE) == "2026-05-26", "the last day is within it"


@pytest.mark.parametrize(
    ("day", "text", "told"),
    [("", "实地调研", "完成日期"), ("2026-03-05", "实地调研", "已经过去"), ("2026-03-20", " ", "要完成什么")],
)
def test_a_plan_without_end_is_refused(nyt, plan, refused, day, text, told):
    with at("2026-03-06"):
        answer = refused(
            "CHECKLIST_UNMET", plans.set_milestone, by=nyt.officer, on=Milestone.in_plan(plan),
            saying=node(nyt, day, text),
        )  # fmt: skip
    assert told in answer.reasons[0] and not Milestone.objects.exists()


def test_somebody_who_does_not_work_on_it_answers_for_no_milestone(world, nyt, plan, refused):
    with at("2026-03-06"):
        for stranger in (world.unit("FGW").officer, world.deputy):
            refused(
                "CHECKLIST_UNMET", plans.set_milestone, by=nyt.officer, on=Milestone.in_plan(plan),
                saying=node(nyt, who=stranger),
            )  # fmt: skip


def test_whoever_may_read_it_may_answer_for_one(world, nyt, task):
    """The leader of the office and the heads of assisting divisions as well; those of other divisions not."""
    with at(world.started):
        second, third = (world.organisation(f"NYT{n}处", Kind.DIVISION, nyt.organisation) for n in "二三")
        heads = {row: world.person(f"{row.name}长", (row, Duty.DIVISION_HEAD)) for row in (second, third)}
        managing = world.person("石望川", (nyt.organisation, Duty.OFFICE_LEADER))
    with at("2026-03-06"):
        task = handlings.route(
            by=nyt.office, on=again(task), saying=replace(nyt.team, assisting=(second.id,))
        )
        plan = plans.draw_up(by=nyt.officer, on=Plan.of(task), saying=WHOLE)
        for reader in (heads[second], managing, nyt.office):
            assert is_inside(reader, task)
            assert set_(nyt, plan, who=reader).responsible_id == reader.person
        assert not is_inside(heads[third], task) and heads[third].person not in crew_of(task)


def test_the_leader_in_charge_approves_and_what_is_approved_stands(world, nyt, plan, refused):
    with at("2026-03-06"):
        refused("CHECKLIST_UNMET", plans.present, by=nyt.officer, on=plan)
        row, *_ = set_(nyt, plan), set_(nyt, plan)
        answer = refused("CHECKLIST_UNMET", plans.present, by=nyt.officer, on=plan)
        assert answer.reasons == ("计划现有 2 个时间节点，按规定不少于 3 个：请再设有日期的节点，再送审。",)
        set_(nyt, plan)
        plans.present(by=nyt.officer, on=plan)
        refused("WRONG_ACTOR", plans.approve, by=nyt.officer, on=plan)
        refused("WRONG_ACTOR", plans.approve, by=nyt.office, on=plan)
        assert WorkItem.objects.filter(
            subject_id=plan.id, person_id=nyt.leader.person, action="approve"
        ).exists()
        plans.approve(by=nyt.leader, on=plan)
        answer = refused("TOO_LATE", plans.drop, by=nyt.officer, on=row, saying=Because("不需要了"))
        assert "重新送批" in answer.reasons[0]
        changed = plans.draw_up(by=nyt.officer, on=plan, saying=whole(world))
        assert changed.stage is w.Plan.DRAFTED and not changed.approved_by
        assert plans.drop(by=nyt.officer, on=row, saying=Because("不需要了")).stage is w.Milestone.DROPPED


def test_sent_back_it_says_why(nyt, plan, refused):
    with at("2026-03-06"):
        three(nyt, plan)
        plans.present(by=nyt.officer, on=plan)
        refused("REASON_REQUIRED", plans.send_back, by=nyt.leader, on=plan, saying=Because(""))
        plans.send_back(by=nyt.leader, on=plan, saying=Because("请补实地调研"))
    assert again(plan).stage is w.Plan.DRAFTED and again(plan).sent_back == "请补实地调研"


def test_a_handling_has_one_plan_and_it_is_whole(task, nyt, plan, refused):
    with at("2026-03-06"):
        refused("CHECKLIST_UNMET", plans.draw_up, by=nyt.officer, on=Plan.of(task), saying=WHOLE)
        answer = refused(
            "CHECKLIST_UNMET", plans.draw_up, by=nyt.officer, on=plan, saying=Planning("调研", "")
        )
    assert "保障措施" in answer.reasons[0]


def test_nobody_plans_before_somebody_is_named(world, nyt, refused):
    with at("2026-02-27"):
        (task,) = world.handed_over(("NYT", Role.SOLE))
        refused("WRONG_ACTOR", plans.draw_up, by=nyt.office, on=Plan.of(task), saying=WHOLE)


def test_reaching_one_takes_evidence_and_stops_its_clock(nyt, plan, refused):
    with at("2026-03-06"):
        row = set_(nyt, plan)
        assert Notice.objects.filter(subject_id=row.id, person_id=nyt.head.person).exists()
    with at("2026-03-19"):
        refused("REASON_REQUIRED", plans.reach, by=nyt.head, on=row, saying=Reaching(" "))
        done = plans.reach(by=nyt.head, on=row, saying=DONE)
    assert done.stage is w.Milestone.REACHED and str(done.reached_on) == "2026-03-19"
    assert not Deadline.objects.filter(holder_id=row.id, ended_at=None).exists()
    assert not WorkItem.objects.filter(subject_id=row.id).exists()


def test_a_late_one_lies_on_the_list_of_whoever_answers_for_it_and_is_counted(nyt, task, plan):
    with at("2026-03-06"):
        first, second = set_(nyt, plan), set_(nyt, plan, "2026-03-31", "实地调研")
        item = WorkItem.objects.get(subject_id=first.id)
        assert (item.person_id, item.limit) == (nyt.head.person, "milestone")
        assert item.due_at == Deadline.objects.get(holder_id=first.id).due_at
    with at("2026-03-20"):
        assert kept(nyt.office, [task.id])[task.id].late == 0, "its last day is not late"
    with at("2026-03-21"):
        told = kept(nyt.office, [task.id])[task.id]
        assert [again(row).is_late for row in (first, second)] == [True, False]
        plans.reach(by=nyt.head, on=first, saying=DONE)
        assert not again(first).is_late and kept(nyt.office, [task.id])[task.id].late == 0, (
            "late, but reached"
        )
    assert (told.reached, told.of, told.late) == (0, 2, 1)


def test_what_a_unit_plans_is_its_own_business(world, nyt, task, plan):
    with at("2026-03-06"):
        set_(nyt, plan)
        for inside in (nyt.officer, nyt.office, nyt.leader, nyt.head):
            file = case(task.root_id, by=inside)
            assert len(file.plans) == 1 and len(file.milestones) == 1
        for outside in (world.deputy, world.clerk):
            file = case(task.root_id, by=outside)
            assert not file.plans and not file.milestones
            assert not [line for line in file.lines if line.subject.startswith(("plan", "milestone"))]
            assert kept(outside, [task.id]) == {}


def test_plan_and_milestones_end_with_the_task(world, nyt, task, plan):
    with at("2026-03-06"):
        row = set_(nyt, plan)
    with at("2026-03-09"):
        world.sent(world.working(again(task), "NYT"), "NYT")
    assert again(row).stage is w.Milestone.LAPSED and again(plan).stage is w.Plan.ENDED
    assert not Deadline.objects.filter(holder_id=row.id, ended_at=None).exists()


def test_a_milestone_is_handed_on_when_people_change_though_the_plan_stands(world, nyt, plan, refused):
    """The approved plan stays approved with its days; the line tells who it was, and those concerned are told."""
    with at("2026-03-06"):
        row = three(nyt, plan)
        plans.approve(by=nyt.leader, on=plans.present(by=nyt.officer, on=again(plan)))
    with at("2026-03-09"):
        said = PassingOn("处长调离", nyt.officer.person)
        refused("REASON_REQUIRED", plans.hand_on, by=nyt.office, on=row, saying=replace(said, reason=" "))
        refused("WRONG_ACTOR", plans.hand_on, by=nyt.leader, on=row, saying=said)
        for nobody in (world.unit("FGW").officer.person, nyt.head.person, 0):
            refused("CHECKLIST_UNMET", plans.hand_on, by=nyt.office, on=row, saying=replace(said, to=nobody))
        row = plans.hand_on(by=nyt.office, on=row, saying=said)
    assert (row.responsible_id, str(row.day), due(row, L.MILESTONE)) == (
        nyt.officer.person,
        "2026-03-20",
        "2026-03-20",
    )
    assert again(plan).stage is w.Plan.APPROVED
    line = Line.objects.get(action="hand_on")
    assert (line.said["to"], line.said["before"]) == (str(nyt.officer.person), str(nyt.head.person))
    told = set(Notice.objects.filter(action="hand_on").values_list("person_id", flat=True))
    assert told == {nyt.officer.person, nyt.leader.person}
    assert not WorkItem.objects.filter(subject_id=row.id, person_id=nyt.head.person).exists()


# What is meant to be answered, and how many milestones there are at least (F09)


def test_every_point_has_a_view_before_the_plan_is_presented(world, nyt, refused):
    with at("2026-02-26"):
        task = world.routed(world.handed_over(("NYT", Role.SOLE), points=3)[0], "NYT")
        said = replace(whole(world), views=(Answer(2, "拟采纳"), Answer(3, " ")))
        plan = plans.draw_up(by=nyt.officer, on=Plan.of(task), saying=said)
        assert plan.view_of == {2: "拟采纳"}, "a blank one is none"
        three(nyt, plan)
        answer = refused("POINT_UNANSWERED", plans.present, by=nyt.officer, on=plan)
        assert answer.reasons[0].startswith("第 1、3 条建议还没有拟办意见")
        plan = plans.draw_up(by=nyt.officer, on=again(plan), saying=replace(said, views=world.views(3)))
        assert plans.present(by=nyt.officer, on=plan).stage is w.Plan.PRESENTED


@pytest.mark.parametrize("numbers", [(0,), (2,), (1, 1)])
def test_a_view_is_of_a_point_that_there_is(nyt, task, refused, numbers):
    said = replace(WHOLE, views=tuple(Answer(n, "拟采纳") for n in numbers))
    with at("2026-03-06"):
        answer = refused("CHECKLIST_UNMET", plans.draw_up, by=nyt.officer, on=Plan.of(task), saying=said)
    assert "本件共 1 条" in answer.reasons[0]


def test_a_co_unit_plans_for_its_part_and_meets_nobody(world):
    fgw = world.unit("FGW")
    with at("2026-02-26"):
        _, task = world.handed_over(("NYT", Role.LEAD), ("FGW", Role.CO), points=3)
        task = world.routed(task, "FGW")
        said = replace(WHOLE, views=(Answer(2, "拟提出测算意见"),))
        plan = plans.draw_up(by=fgw.officer, on=Plan.of(task), saying=said)
        three(fgw, plan)
        assert plans.present(by=fgw.officer, on=plan).stage is w.Plan.PRESENTED


def test_a_unit_may_ask_for_more_milestones_than_the_place_and_for_no_less(nyt, plan, refused):
    def ask(count):
        return {"by": nyt.office, "on": again(nyt.organisation), "saying": UnitRules(milestones=count)}

    with at("2026-03-06"):
        refused("CHECKLIST_UNMET", parties.set_rules, **ask(99))
        parties.set_rules(**ask(1))
        refused("CHECKLIST_UNMET", plans.present, by=nyt.officer, on=again(plan))
        three(nyt, plan)
        parties.set_rules(**ask(4))
        answer = refused("CHECKLIST_UNMET", plans.present, by=nyt.officer, on=again(plan))
        assert "现有 3 个时间节点，按规定不少于 4 个" in answer.reasons[0]
        set_(nyt, plan)
        assert plans.present(by=nyt.officer, on=again(plan)).stage is w.Plan.PRESENTED


# Whom the deputy is met by (分级见面)


def drawn(nyt, task, *rows):
    said = replace(WHOLE, views=(Answer(1, "拟采纳"),), contacts=rows)
    return plans.draw_up(by=nyt.officer, on=Plan.of(again(task)), saying=said)


AFTER, DAY = Foreseen("after", "officer", "phone", date(2026, 5, 20)), date(2026, 4, 8)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (Foreseen("during", "leader", "meeting"), "办中缺计划日期"),
        (Foreseen("during", "leader", "", DAY), "办中缺方式"),
        (Foreseen("during", "emperor", "meeting", DAY), "办中缺层级"),
        (Foreseen("later", "leader", "meeting", DAY), "阶段须为"),
        (replace(AFTER, day=date(2026, 5, 19)), "每个阶段一行"),
        (
            Foreseen("during", "leader", "meeting", date(2026, 5, 27)),
            "晚于答复期限（2026 年 5 月 26 日 24:00）",
        ),
        (Foreseen("during", "leader", "meeting", date(9999, 12, 31)), "晚于答复期限"),
        (Foreseen("during", "leader", "meeting", date(2026, 3, 5)), "早于今天"),
        (Foreseen("during", "leader", "meeting", date(2026, 5, 21)), "的次序"),
    ],
)
def test_a_contact_is_planned_whole_in_time_and_in_order(nyt, task, refused, row, says):
    said = replace(WHOLE, contacts=(row, AFTER))
    with at("2026-03-06"):
        answer = refused("CHECKLIST_UNMET", plans.draw_up, by=nyt.officer, on=Plan.of(task), saying=said)
    assert any(says in reason for reason in answer.reasons) and not Plan.objects.exists()


def test_on_the_last_day_of_the_limit_it_is_within_it(nyt, task):
    with at("2026-03-06"):
        assert len(drawn(nyt, task, replace(AFTER, day=date(2026, 5, 26))).contacts) == 1


def test_the_contact_after_the_handling_may_follow_the_reply_but_not_the_ceiling(nyt, task, refused):
    with at("2026-03-06"):
        far = replace(WHOLE, contacts=(replace(AFTER, day=date(2026, 8, 27)),))
        answer = refused("CHECKLIST_UNMET", plans.draw_up, by=nyt.officer, on=Plan.of(task), saying=far)
        assert "办后联系晚于总上限（2026 年 8 月 26 日 24:00）" in answer.reasons[0]
        assert len(drawn(nyt, task, replace(AFTER, day=date(2026, 8, 26))).contacts) == 1


def test_a_phase_without_a_contact_is_told_when_the_plan_is_presented(world, nyt, task, refused):
    """What has been need not be planned; nor need a co-unit, nor whoever must not know the deputy."""
    with at("2026-03-06"):
        plan = drawn(nyt, task, AFTER)
        three(nyt, plan)
        answer = refused("CHECKLIST_UNMET", plans.present, by=nyt.officer, on=plan)
        assert "还没有安排：办前、办中。" in answer.reasons[0]
        world.met(again(task))
        answer = refused("CHECKLIST_UNMET", plans.present, by=nyt.officer, on=again(plan))
        assert "还没有安排：办中。" in answer.reasons[0]


def test_what_stands_may_stand_when_its_day_has_passed(world, nyt, plan, refused):
    with at("2026-04-01"):
        kept_ = plans.draw_up(by=nyt.officer, on=again(plan), saying=whole(world))
        assert kept_.contacts[0]["day"] == "2026-03-10"
        other = whole(world, "2026-03-11", "2026-04-08", "2026-05-20")
        refused("CHECKLIST_UNMET", plans.draw_up, by=nyt.officer, on=again(plan), saying=other)


def states(plan):
    row = again(plan)
    return [step.state for step in steps(row, Contact.objects.filter(handling_id=row.handling_id))]


def talked(world, task, day, phase, mode, who, **told):
    nyt = world.unit("NYT")
    with at(f"{day}T10:00"):
        said = Met(
            phase=phase, mode=mode, occurred_at=clock.now(), where="云浦县", deputies=(world.deputy.person,),
            summary="说明思路", **{"present": (nyt.of(who),)} | told,
        )  # fmt: skip
        return handlings.record_contact(by=nyt.officer, on=Contact.of(again(task)), saying=said)


def test_progress_is_read_from_the_contacts_on_record(world, nyt, task, plan):
    def late():
        return kept(nyt.office, [task.id])[task.id].contacts_late

    with at("2026-03-10"):
        assert states(plan) == ["due", "due", "due"] and not late(), "its last day is not late"
    row = talked(world, task, "2026-03-11", "before", "phone", "officer")
    with at("2026-03-11"):
        assert states(plan) == ["late", "due", "due"] and late() == "办前"
        handlings.confirm_contact(by=world.deputy, on=row)
        assert states(plan) == ["short", "due", "due"] and late() == "办前", "not as high as was planned"
    row = talked(world, task, "2026-03-12", "before", "phone", "division")
    with at("2026-03-12"):
        assert states(plan) == ["recorded", "due", "due"] and not late()
        handlings.confirm_contact(by=world.deputy, on=row)
        assert states(plan) == ["done", "due", "due"]
        assert kept(nyt.office, [task.id])[task.id].met == 1
    row = talked(world, task, "2026-04-08", "during", "phone", "principal")
    with at("2026-04-09"):
        handlings.confirm_contact(by=world.deputy, on=row)
        assert states(plan) == ["done", "short", "due"] and late() == "办中", (
            "nobody was met over the telephone"
        )
    row = talked(world, task, "2026-04-10", "during", "field", "principal")
    with at("2026-04-11"):
        handlings.dispute_contact(by=world.deputy, on=row, saying=Confirming("没有见面"))
        assert states(plan) == ["done", "short", "due"], "what is disputed is nothing"
    row = talked(
        world, task, "2026-04-12", "during", "field", "leader", present=(), staff="某某", level="leader"
    )
    with at("2026-04-12"):
        handlings.confirm_contact(by=world.deputy, on=row)
        assert states(plan) == ["done", "done", "due"]


def test_after_the_reply_only_the_last_contact_may_still_come(world, nyt, task, plan):
    with at("2026-03-09"):
        world.sent(world.working(again(task), "NYT"), "NYT")
    with at("2026-03-20"):
        assert states(plan) == ["missed", "missed", "due"]
    with at("2026-05-21"):
        assert states(plan) == ["missed", "missed", "late"]
        assert kept(nyt.office, [task.id])[task.id].contacts_late == "办后"


def test_the_list_asks_as_much_for_many_plans_as_for_one(world, nyt, task, plan):
    def asked(numbers):
        with CaptureQueriesContext(connection) as queries:
            kept(nyt.office, numbers)
        return len(queries)

    with at("2026-03-09"):
        other = world.routed(world.handed_over(("NYT", Role.SOLE))[0], "NYT")
        plans.draw_up(by=nyt.officer, on=Plan.of(other), saying=whole(world))
        assert asked([task.id]) == asked([task.id, other.id])
