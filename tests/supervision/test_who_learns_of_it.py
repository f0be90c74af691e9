"""How a handling stands is told of those the reader may see; a circular of a unit's own stays in it."""

from datetime import date

import pytest

from build import at
from circulating import of_government
from jianyi.cases.commands import plans
from jianyi.cases.models import Milestone, Plan
from jianyi.procedure.facts.said import Planning, Pleading, Setting
from jianyi.procedure.words import Role
from jianyi.supervision.commands import pleas
from jianyi.supervision.fresh import fresh
from jianyi.supervision.queries.standing import standing


@pytest.fixture
def named(world):
    with at("2026-02-26"):
        (task,) = world.handed_over(("JTT", Role.SOLE))
    with at("2026-04-01"):
        of_government(world).issued("0001 = 没有签收 = 签收 = JTT = 2026-04-10")
    return task


def test_who_has_no_part_in_it_does_not_learn_that_a_circular_named_it(world, named):
    with at("2026-04-02"):
        assert standing([named.id], by=world.unit("JTT").office)[named.id].rung == 2
        assert standing([named.id], by=world.clerk)[named.id].rung == 2
        assert standing([named.id], by=world.unit("CZT").office) == {}
        assert standing([named.id], by=world.a_deputy("何望川")) == {}


def test_a_deputy_does_not_find_out_that_a_day_of_the_plan_has_passed(world, refused):
    nyt = world.unit("NYT")
    with at("2026-02-26"):
        task = world.routed(world.handed_over()[0])
        plan = plans.draw_up(by=nyt.officer, on=Plan.of(task), saying=Planning("办理", "专班推进"))
        said = Setting("现场调研", date(2026, 3, 6), nyt.head.person)
        plans.set_milestone(by=nyt.officer, on=Milestone.in_plan(plan), saying=said)
    with at("2026-03-03"):
        world.met(task)
    with at("2026-03-10"):
        on = fresh("plea", {"suggestion": str(task.root_id)}, by=world.deputy)
        refused("TOO_EARLY", pleas.ask, by=world.deputy, on=on, saying=Pleading("想知道进展"))
