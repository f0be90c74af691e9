"""The list of problems: put up, solved, struck off by somebody else with what shows it, or promised in a reply (W6, F30)."""

from datetime import date

import pytest
from django.test import Client

from build import again, at
from driving import client_of
from grouping import Groups, withdrawn
from jianyi.cases.queries.checking import Drawn
from jianyi.cases.queries.forms import checked
from jianyi.console.checking import violations
from jianyi.documents.letters.webpage import page
from jianyi.jobs import rounds
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because, Finding, Kept, Passing, Pledging
from jianyi.themes.commands import problems, themes
from jianyi.themes.models import Concern
from jianyi.themes.queries import board, themes as themes_of
from jianyi.themes.queries.form import KIND, problem_list
from jianyi.turn.models import Deadline


@pytest.fixture
def wlt(world):
    return Groups(world)


@pytest.fixture
def tasks(wlt):
    with at("2026-02-26"):
        return wlt.tasks(3)


@pytest.fixture
def theme(wlt, tasks):
    with at("2026-03-03"):
        return wlt.made(tasks)


def test_problems_are_put_up_line_by_line_and_hang_on_all_members(wlt, theme):
    with at("2026-03-30"):
        rows = wlt.found(theme, "标识不清", "讲解不足")
    assert [(row.stage, row.nth, row.measures) for row in rows] == [
        (w.Problem.LISTED, 1, "列入整改计划"),
        (w.Problem.LISTED, 2, "列入整改计划"),
    ]
    assert Concern.objects.filter(problem_id=rows[0].id).count() == 3
    assert Deadline.objects.get(holder_id=rows[0].id).due_on == date(2026, 5, 20)


def test_what_is_not_whole_is_not_put_up(world, wlt, theme, tasks, refused):
    whole = {"findings": "标识不清 = 补设", "owner": wlt.unit.officer.person, "due": date(2026, 5, 20)}
    stranger = world.unit("NYT").officer.person
    with at("2026-03-30"):
        for bad in (
            {"findings": ""}, {"findings": "标识不清"}, {"findings": " = 补设"}, {"findings": "长" * 301 + " = 补设"}, {"owner": 0},
            {"owner": stranger}, {"due": None}, {"due": date(2026, 3, 29)}, {"cases": (7,)}, {"meeting": 7},
        ):  # fmt: skip
            refused(
                "CHECKLIST_UNMET",
                problems.find,
                by=wlt.unit.officer,
                on=again(theme),
                saying=Finding(**(whole | bad)),
            )


def test_nothing_is_struck_off_without_evidence(wlt, theme, refused):
    with at("2026-03-30"):
        row = wlt.found(theme)[0]
        refused("NO_EVIDENCE", problems.reach, by=wlt.unit.officer, on=row, saying=Kept("已整改"))
        refused(
            "NO_EVIDENCE",
            problems.reach,
            by=wlt.unit.officer,
            on=row,
            saying=Kept("", attachments=(wlt.proof(wlt.unit.officer),)),
        )
        foreign = wlt.proof(wlt.unit.office)
        refused(
            "NO_EVIDENCE",
            problems.reach,
            by=wlt.unit.officer,
            on=row,
            saying=Kept("已整改", attachments=(foreign,)),
        )


def test_whoever_answers_for_a_problem_or_reported_it_does_not_strike_it_off(wlt, theme, refused):
    with at("2026-03-30"):
        own = wlt.found(theme, owner=wlt.unit.office)[0]
        row = wlt.reported(own, by=wlt.unit.office)
        refused("SAME_PERSON", problems.strike_off, by=wlt.unit.office, on=row)
        refused("SAME_PERSON", problems.send_back, by=wlt.unit.office, on=row, saying=Because("还不够"))


def test_a_problem_comes_back_with_a_reason_and_its_day_stands(wlt, theme):
    with at("2026-03-30"):
        row = wlt.reported(wlt.found(theme)[0])
        assert Deadline.objects.get(holder_id=row.id).ended_at is not None
        row = problems.send_back(by=wlt.unit.office, on=row, saying=Because("照片看不清"))
        assert row.stage is w.Problem.LISTED and Deadline.objects.get(holder_id=row.id).ended_at is None
        row = wlt.struck(row)
    assert (row.stage, row.struck_on, row.checked_by) == (
        w.Problem.STRUCK,
        date(2026, 3, 30),
        wlt.unit.office.name,
    )
    assert not any(found for _, found in violations().values())


def test_a_problem_is_handed_on_or_cancelled_with_a_reason(wlt, theme, refused):
    with at("2026-03-30"):
        first, second = wlt.found(theme, "标识不清", "讲解不足")
        refused(
            "REASON_REQUIRED",
            problems.hand_on,
            by=wlt.unit.office,
            on=first,
            saying=Passing("", wlt.unit.head.person),
        )
        row = problems.hand_on(by=wlt.unit.office, on=first, saying=Passing("工作调整", wlt.unit.head.person))
        assert row.owner_id == wlt.unit.head.person
        refused("WRONG_ACTOR", problems.reach, by=wlt.unit.officer, on=row, saying=Kept("已整改"))
        assert problems.drop(by=wlt.unit.office, on=second, saying=Because("重复")).stage is w.Problem.DROPPED


def test_whoever_answers_for_a_problem_does_not_cancel_it(wlt, theme, refused):
    with at("2026-03-30"):
        own = wlt.found(theme, owner=wlt.unit.office)[0]
        refused("SAME_PERSON", problems.drop, by=wlt.unit.office, on=own, saying=Because("不办了"))


def test_a_problem_is_promised_in_a_reply_that_is_still_to_come(world, wlt, theme, tasks, refused):
    with at("2026-03-30"):
        row = wlt.found(theme, cases=tasks[:1])[0]
        day = date(2026, 10, 31)
        refused(
            "CHECKLIST_UNMET",
            problems.pledge,
            by=wlt.unit.officer,
            on=row,
            saying=Pledging(tasks[0].root_id, "", day),
        )
        refused(
            "CHECKLIST_UNMET",
            problems.pledge,
            by=wlt.unit.officer,
            on=row,
            saying=Pledging(tasks[0].root_id, "修缮", date(2026, 3, 30)),
        )
        refused(
            "CHECKLIST_UNMET",
            problems.pledge,
            by=wlt.unit.officer,
            on=row,
            saying=Pledging(tasks[1].root_id, "修缮", day),
        )
        row = wlt.pledged(row, tasks[0])
        assert (row.stage, row.pledged_item, row.pledged_due) == (w.Problem.PROMISED, "修缮古道三处", day)
        refused(
            "CHECKLIST_UNMET",
            themes.take_out,
            by=wlt.unit.office,
            on=wlt.member(theme, tasks[0]),
            saying=Because("不同"),
        )


def test_a_promise_whose_suggestion_goes_is_a_problem_again(world, wlt, theme, tasks):
    with at("2026-03-30"):
        row = wlt.pledged(wlt.found(theme)[0], tasks[0])
        withdrawn(world, tasks[0])
        rounds.tick()
        row = again(row)
    assert row.stage is w.Problem.LISTED and row.pledged_case is None
    assert Deadline.objects.get(holder_id=row.id).ended_at is None


def test_the_board_puts_late_ones_first_and_counts(world, wlt, theme):
    with at("2026-03-30"):
        later, sooner, done = [
            wlt.found(theme, text, due=day)[-1]
            for text, day in (("甲", "2026-05-20"), ("乙", "2026-04-02"), ("丙", "2026-05-20"))
        ]
        wlt.struck(done)
    with at("2026-04-10"):
        for who in (wlt.unit.office, world.clerk):
            assert [row.id for row in board.listed(by=who).rows] == [sooner.id, later.id]
            assert [row.id for row in board.listed(by=who, part="late").rows] == [sooner.id]
            (unit,) = board.by_unit(by=who)
            assert unit[0] == wlt.unit.id and unit[2] == board.Figures(3, 1, 0, 1)
            assert "逾期 1 项" in client_of(who).get("/problems/").content.decode()
        assert (
            board.listed(by=world.unit("NYT").office).rows == []
            and board.listed(by=world.a_deputy("代表1")).rows == []
        )


def test_the_list_on_paper_can_be_checked(world, wlt, theme):
    """F30, decision 0026: the same record gives the same form, also when a day has passed; what moved on is told."""
    with at("2026-03-30"):
        row = wlt.found(theme, "标识不清", due="2026-03-31")[0]
        sheet = problem_list(themes_of.file(theme.id, by=wlt.unit.officer))
        token = sheet.check.payload.rstrip("/").rpartition("/")[2]
        assert sheet.check.code in page(sheet) and "记录生成" in page(sheet)
        assert checked(token).same is True
    with at("2026-04-02"):
        late = problem_list(themes_of.file(theme.id, by=wlt.unit.officer))
        assert "逾期未解决" in page(late) and "逾期未解决" not in page(sheet)
        assert checked(token).same is True, "a day has passed, nothing else"
        answer = Client().get(f"/check/form/{token}/").content.decode()
        assert "问题清单与销号单" in answer and "没有变动" in answer and "标识不清" not in answer
        wlt.reported(row)
        assert checked(token).same is False


def test_a_list_is_not_compared_for_whoever_may_not_see_the_group(world, wlt, theme):
    with at("2026-03-30"):
        token = Drawn(KIND, theme.id, world.unit("NYT").office.person, clock.now(), "0" * 12).token
        assert checked(token).same is None
