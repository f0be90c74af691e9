"""S10.2, S10.4: a late suggestion is urged, named, put on the board, spoken about, and somebody answers for it."""

from datetime import date

from build import again, at
from jianyi.cases.commands import handlings, plans
from jianyi.cases.models import Milestone, Plan
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import (
    Because,
    Cited,
    Decreed,
    Defence,
    Planning,
    Pleading,
    Reaching,
    Setting,
)
from jianyi.supervision.commands import measures, urgings
from jianyi.supervision.commands.pleas import ask, refuse
from jianyi.supervision.fresh import fresh
from jianyi.supervision.models import Measure
from jianyi.supervision.queries import urgings as queries
from jianyi.supervision.queries.standing import standing
from urging import Urgings


def planned(world, fgw, task, *days):
    plan = plans.draw_up(by=fgw.officer, on=Plan.of(task), saying=Planning("办理", "专班推进"))
    for day in days:
        said = Setting("现场调研", date.fromisoformat(day), fgw.head.person)
        plans.set_milestone(by=fgw.officer, on=Milestone.in_plan(plan), saying=said)
    return list(Milestone.objects.filter(handling_id=task.id).order_by("day"))


def test_s10_2_the_office_urges_its_division_and_strikes_it_off(world):
    fgw, us = world.unit("FGW"), Urgings(world)
    with at("2026-02-26"):
        task = world.routed(world.handed_over(("FGW", w.Role.SOLE))[0], "FGW")
        (node,) = planned(world, fgw, task, "2026-03-13")
    with at("2026-03-20"):
        draft = us.drafted(fgw.office, "立即与代表联系\n补齐计划节点", way="inner", division=fgw.division.id)
        assert queries.file(draft.id, by=fgw.head) is None
        letter = urgings.sign(by=fgw.office, on=draft)
        assert (letter.number, letter.due, len(letter.demands)) == (
            "澜FGW内督〔2026〕1号",
            date(2026, 3, 25),
            2,
        )
        lines = {row.criterion: row.working_days for row in letter.lines.all()}
        assert lines == {"contact": 2, "milestone": 5}
    with at("2026-03-23"):
        handlings.confirm_contact(by=world.deputy, on=world.met(task, "FGW"))
        us.answered(letter, fgw.head, "今日已与代表面谈，计划节点三月二十五日补齐", "2026-03-25")
    with at("2026-03-25"):
        plans.reach(by=fgw.head, on=again(node), saying=Reaching("调研报告"))
    with at("2026-03-26"):
        row = urgings.find_corrected(by=fgw.office, on=again(letter))
    assert (row.stage, row.answered_by, row.is_late) == (w.Urging.CORRECTED, fgw.head.name, False)
    assert standing([task.id], by=world.office) == {}


def test_s10_4_from_the_second_letter_to_the_decision(world, refused):
    fgw, us = world.unit("FGW"), Urgings(world)
    with at("2026-02-26"):
        task = world.routed(world.handed_over(("FGW", w.Role.SOLE))[0], "FGW")
        planned(world, fgw, task, "2026-03-27")
    with at("2026-03-16"):
        task = world.working(task, "FGW")
    with at("2026-03-31"):
        row = us.measure(fgw.office, "circular", task, way="inner")
        cited = Cited(
            "澜发改建通〔2026〕1号", date(2026, 3, 31), "三月通报：第0014号节点滞后", owner=fgw.head.person
        )
        measures.cite(by=fgw.office, on=row, saying=cited)
    with at("2026-04-03"):
        letter = us.issued(fgw.office, way="inner", division=fgw.division.id)
        assert letter.due == date(2026, 4, 9)
    with at("2026-04-10"):
        told = {
            "interviewer": fgw.leader.person, "at": clock.moment("2026-04-14T09:00"), "where": "三楼会议室", "due": date(2026, 5, 26),
        }  # fmt: skip
        direct = us.measure(fgw.office, "interview", task, way="inner")
        answer = refused(
            "LADDER_SKIPPED", measures.draw_up, by=fgw.office, on=direct, saying=us.said(task, **told)
        )
        assert "挂牌督办" in answer.reasons[0]
        board = us.listing(fgw.office, task, fgw.leader)
        assert (board.board, board.due) == ("GP-2026-1", date(2026, 4, 24))
    with at("2026-04-27"):
        talk = us.interview(fgw.office, task, fgw.leader, "2026-04-28T09:00", due=date(2026, 5, 26))
        assert talk.previous.startswith("GP-2026-1")
    with at("2026-04-28T11:00"):
        talk = us.held(talk, fgw.office, fgw.leader, fgw.head)
        assert [name for name, _ in talk.signed_by] == [fgw.leader.name, fgw.head.name]
    with at("2026-05-27T00:20"):
        world.sent(again(task), "FGW", "C")
    with at("2026-05-29"):
        said = us.said(
            task, due=date(2026, 6, 30), article="办理办法（虚构）第三十条", manner="criticism", decider="中共FGW党组",
            statement_by=date(2026, 6, 2),
        )  # fmt: skip
        proposal = us.measure(fgw.office, "accountability", task, way="inner")
        proposal = measures.draw_up(by=fgw.office, on=proposal, saying=said)
        proposal = measures.call_to_account(by=fgw.leader, on=proposal)
        released = us.released(us.reported(board, fgw.head), fgw.office)
        assert (released.stage, released.closed_on) == (w.Measure.CORRECTED, date(2026, 5, 29))
    with at("2026-06-01"):
        measures.defend(by=fgw.head, on=again(proposal), saying=Defence("节点滞后属实，接受处理"))
    with at("2026-06-03"):
        decided = Decreed("通报批评，当季不得评优", date(2026, 6, 3))
        row = measures.decide(by=fgw.leader, on=again(proposal), saying=decided)
    assert row.stage is w.Measure.DECIDED
    assert [row.rung for row in Measure.objects.order_by("id")] == [
        "circular", "listing", "interview", "accountability",
    ]  # fmt: skip
    assert standing([task.id], by=fgw.office)[task.id].rung == 5


def test_a_deputy_asks_for_urging_and_is_told(world, refused):
    """H7: the lead deputy asks, the office urges or says why not."""
    with at("2026-02-26"):
        task = world.routed(world.handed_over(("FGW", w.Role.SOLE))[0], "FGW")
    with at("2026-03-19"):
        on = fresh("plea", {"suggestion": str(task.root_id)}, by=world.deputy)
        refused("REASON_REQUIRED", ask, by=world.deputy, on=on, saying=Pleading(""))
        plea = ask(by=world.deputy, on=on, saying=Pleading("交办以来没有人联系"))
        row = refuse(by=world.office, on=plea, saying=Because("单位已约定明日面谈，三日后再看"))
        assert row.stage is w.Plea.REFUSED and row.answer
