"""How a handling stands is told of those the reader may see; a circular of a unit's own stays in it."""

import pytest

from build import at
from circulating import of_government
from jianyi.procedure.words import Role
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
