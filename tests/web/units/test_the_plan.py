"""A unit plans on the case page: each button leads to a form, each refusal keeps what was typed."""

from datetime import date

import pytest

from build import again, at
from jianyi.cases.commands import plans
from jianyi.cases.models import Milestone, Plan
from jianyi.procedure.facts.said import Because, Planning, Reaching, Setting


WHOLE = {"tasks": "三月调研、五月答复", "safeguards": "专班推进"}
MET = {
    "day_before": "2026-03-10", "level_before": "division", "mode_before": "phone",
    "day_during": "2026-04-08", "level_during": "leader", "mode_during": "meeting",
    "day_after": "2026-05-20", "level_after": "officer", "mode_after": "phone",
}  # fmt: skip


@pytest.fixture
def task(world):
    with at("2026-02-26"):
        return world.routed(world.handed_over()[0])


@pytest.fixture
def nyt(world):
    return world.unit("NYT")


@pytest.fixture
def page(task):
    return f"/suggestions/{task.root_id}/"


def body(answer):
    return answer.content.decode()


def test_from_the_case_page_to_an_approved_plan(task, nyt, page, sign_in):
    with at("2026-03-06"):
        officer = sign_in(None, nyt.officer)
        begin = f"/handlings/{task.id}/plan/"
        assert begin in body(officer.get(page)) and "由分管领导" not in body(officer.get(begin))
        far = officer.post(begin, WHOLE | MET | {"day_during": "2026-05-30"})
        assert far.status_code == 409 and "晚于答复期限" in body(far) and 'value="2026-05-30"' in body(far)
        endless = officer.post(begin, WHOLE | MET | {"day_during": ""})
        assert endless.status_code == 409 and "办中缺计划日期" in body(endless)
        officer.post(begin, WHOLE | MET)
        plan = Plan.objects.get()
        assert officer.get(f"/act/plan/{plan.id}/plan/").status_code == 404, "it has a page of its own"
        assert 'value="2026-04-08"' in body(officer.get(begin)), "what stands is shown to be changed"
        there = f"/act/milestone/new/set/?plan={plan.id}"
        assert there in body(officer.get(page)).replace("&amp;", "&")
        assert nyt.head.name in body(officer.get(there)), "whoever works on it may be chosen"
        told = {
            "text": "征求农机所意见",
            "day": "2026-05-30",
            "responsible": nyt.head.person,
            "plan": plan.id,
        }
        refused = officer.post(there, told)
        assert refused.status_code == 409
        assert "晚于答复期限" in body(refused) and "征求农机所意见" in body(refused)
        endless = officer.post(there, told | {"day": ""})
        assert "没有完成日期的计划不能成立" in body(endless)
        officer.post(there, told | {"day": "2026-03-20"})
        officer.post(there, told | {"day": "2026-03-25"})
        officer.post(there, told | {"day": "2026-03-31"})
        bare = officer.post(f"/act/plan/{plan.id}/present/")
        assert bare.status_code == 409 and "第 1 条建议还没有拟办意见" in body(bare)
        officer.post(begin, WHOLE | MET | {"view": "拟采纳：列入推广目录"})
        assert "拟采纳：列入推广目录" in body(officer.get(page)) and "拟采纳" in body(officer.get(begin))
        officer.post(f"/act/plan/{plan.id}/present/")
        assert there not in body(officer.get(page)).replace("&amp;", "&"), "what is presented stands"
        sign_in(None, nyt.leader).post(f"/act/plan/{plan.id}/approve/")
    assert again(plan).stage.value == "approved"
    with at("2026-03-23"):
        shown = body(sign_in(None, nyt.office).get(page))
        assert "节点逾期 1 个" in shown and ">0/3<" in shown
        assert "分管领导 · 面商" in shown and "已逾期" in shown
        listed = body(sign_in(None, nyt.office).get("/unit/"))
        assert "逾期 1" in listed and "办前未按计划联系" in listed and ">0 / 3<" in listed
        assert "征求农机所意见" not in body(sign_in(None, nyt.officer).get("/unit/"))


def test_before_it_is_given_to_anybody_nobody_is_led_to_a_plan(world, nyt, sign_in):
    with at("2026-02-26"):
        (task,) = world.handed_over()
        assert "拟订办理计划" not in body(sign_in(None, nyt.office).get(f"/suggestions/{task.root_id}/"))


def test_nobody_else_sees_or_begins_a_plan(world, task, nyt, page, sign_in):
    with at("2026-03-06"):
        row = plans.draw_up(by=nyt.officer, on=Plan.of(task), saying=Planning("保密的阶段任务", "专班"))
        new = Milestone.in_plan(row)
        plans.set_milestone(
            by=nyt.officer, on=new, saying=Setting("不外传的节点", date(2026, 3, 20), nyt.head.person)
        )
        for outside in (world.deputy, world.clerk):
            shown = body(sign_in(None, outside).get(page))
            assert (
                "保密的阶段任务" not in shown and "不外传的节点" not in shown and "拟订办理计划" not in shown
            )
        stranger = sign_in(None, world.unit("FGW").officer)
        assert stranger.get(f"/handlings/{task.id}/plan/").status_code == 404
        assert "保密的阶段任务" not in body(sign_in(None, world.clerk).get(f"/handlings/{task.id}/plan/"))
        assert stranger.get(f"/act/milestone/new/set/?plan={row.id}").status_code == 404
        assert stranger.get(f"/act/plan/{row.id}/approve/").status_code == 404


def test_what_was_reached_and_dropped_says_why(task, nyt, page, sign_in):
    with at("2026-03-06"):
        row = plans.draw_up(by=nyt.officer, on=Plan.of(task), saying=Planning("调研", "专班"))
        said = Setting("实地调研", date(2026, 3, 20), nyt.head.person)
        one, two = (
            plans.set_milestone(by=nyt.officer, on=Milestone.in_plan(row), saying=said) for _ in range(2)
        )
        plans.reach(by=nyt.head, on=one, saying=Reaching("调研报告已入卷"))
        plans.drop(by=nyt.officer, on=two, saying=Because("与前一节点合并"))
        shown = body(sign_in(None, nyt.leader).get(page))
    assert "调研报告已入卷" in shown and "与前一节点合并" in shown and ">1/1<" in shown
