"""S10.2: what lags on a day, by which criterion, with the sentence that says why."""

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from build import at
from jianyi.cadence.queries.slow import coming, slow
from jianyi.cases.commands import plans
from jianyi.cases.models import Milestone, Plan
from jianyi.kit import clock
from jianyi.procedure.facts.said import Planning, Setting
from jianyi.procedure.words import Role


def planned(world, task, *days):
    """A plan with a milestone on each of these days."""
    plan = plans.draw_up(by=world.unit("NYT").officer, on=Plan.of(task), saying=Planning("办理", "专班推进"))
    for day in days:
        said = Setting("现场调研", date.fromisoformat(day), world.unit("NYT").head.person)
        plans.set_milestone(by=world.unit("NYT").officer, on=Milestone.in_plan(plan), saying=said)


def test_s10_2_the_first_contact_and_a_milestone_are_late_on_a_day(world):
    nyt = world.unit("NYT")
    with at("2026-02-26"):
        task = world.routed(world.handed_over()[0])
        planned(world, task, "2026-03-13", "2026-03-27")
    with at("2026-03-18T23:59"):
        assert [row.criterion for row in slow(by=nyt.office)] == ["milestone"]
    with at("2026-03-20"):
        told = {row.criterion: row for row in slow(by=nyt.office)}
    assert {code: (row.due, row.days, row.working_days) for code, row in told.items()} == {
        "contact": (date(2026, 3, 18), 2, 2), "milestone": (date(2026, 3, 13), 7, 5),
    }  # fmt: skip
    assert told["contact"].fact == "应于 2026 年 3 月 18 日前与代表首次沟通，已超过 2 日（2 个工作日）。"
    assert told["contact"].responsible == task.officer_id
    assert told["milestone"].responsible == nyt.head.person and told["milestone"].no == task.root.no


def test_as_it_stood_at_a_moment_before(world):
    nyt = world.unit("NYT")
    with at("2026-02-26"):
        task = world.routed(world.handed_over()[0])
    with at("2026-03-20"):
        world.met(task)
    with at("2026-03-31"):
        assert slow(by=nyt.office) == []
        (was,) = slow(by=nyt.office, at=clock.midnight(date(2026, 3, 20)))
        assert (was.criterion, was.working_days) == ("contact", 1)


def test_without_a_draft_twenty_days_before_the_reply(world):
    """The reply is due on 5/26: from 5/6 on there must be a draft; a co-unit writes none of its own."""
    nyt = world.unit("NYT")
    with at("2026-02-26"):
        task, _ = world.handed_over(("NYT", Role.LEAD), ("CZT", Role.CO))
    with at("2026-03-02"):
        task = world.working(task)
    with at("2026-05-05"):
        assert [row.criterion for row in slow(by=nyt.office)] == []
    with at("2026-05-06"):
        (row,) = slow(by=nyt.office)
        assert row.label == "临期无答复稿" and "还剩 20 日" in row.fact
        assert "draft" not in {each.criterion for each in slow(by=world.clerk)}, (
            "of drafts only the unit knows"
        )
        late = {each.criterion for each in slow(by=world.unit("CZT").office)}
        assert late == {"acknowledge", "contact", "co_opinion"}
        world.written(task)
        assert slow(by=nyt.office) == []


def test_nobody_sees_what_lags_elsewhere(world):
    with at("2026-02-26"):
        world.routed(world.handed_over()[0])
    with at("2026-03-20"):
        assert len(slow(by=world.unit("NYT").office)) == 1
        assert len(slow(by=world.clerk)) == len(slow(by=world.clerk, unit=world.unit("NYT").id)) == 1
        assert slow(by=world.unit("CZT").office) == [] and slow(by=world.deputy) == []


def test_the_days_of_a_plan_are_the_unit_s_own(world):
    """Neither who watches over the unit is told of them, nor does the deputy find out by asking for a letter."""
    with at("2026-02-26"):
        task = world.routed(world.handed_over()[0])
        planned(world, task, "2026-03-06", "2026-03-11")
    with at("2026-03-08"):
        assert [row.criterion for row in slow(by=world.unit("NYT").office)] == ["milestone"]
        assert slow(by=world.clerk) == []
        assert "milestone" not in {row.criterion for row in coming(by=world.clerk, until=date(2026, 3, 20))}
        assert len(coming(by=world.unit("NYT").office, until=date(2026, 3, 11))) == 1


def test_what_is_about_to_be_due(world):
    with at("2026-02-26"):
        world.routed(world.handed_over()[0])
    with at("2026-03-16"):
        (row,) = coming(by=world.unit("NYT").office, until=date(2026, 3, 18))
        assert (row.criterion, row.due, row.days) == ("contact", date(2026, 3, 18), -2)
        assert coming(by=world.unit("NYT").office, until=date(2026, 3, 17)) == []


def test_the_questions_do_not_grow_with_what_lags(world):
    def asked():
        with CaptureQueriesContext(connection) as told:
            slow(by=world.clerk)
        return len(told)

    with at("2026-02-26"):
        world.handed_over()
    with at("2026-03-20"):
        few = asked()
    with at("2026-02-26"):
        for _ in range(4):
            planned(world, world.routed(world.handed_over()[0]), "2026-03-13")
    with at("2026-03-20"):
        many, rows = asked(), len(slow(by=world.clerk))
    assert rows >= 5 and many <= few + 2
