"""What a column hides is not found out by asking, counting or by a shared layout."""

import pytest

from build import at
from jianyi.procedure.words import Role
from jianyi.registers import layouts
from jianyi.registers.asked import Asked
from jianyi.registers.queries.work import WORK
from supervising import Topics
from urging import Urgings


@pytest.fixture
def task(world):
    with at("2026-02-26"):
        (task,) = world.handed_over(("NYT", Role.SOLE))
        return world.routed(task, "NYT")


def rows(by, *keys, **asked):
    found = WORK.page(Asked.read(asked), WORK.chosen(keys or ("no",), by), by=by)
    return [line.cells for line in found.rows]


def test_a_committee_does_not_find_the_division_that_it_is_not_shown(world, task):
    us, nyt = Topics(world), world.unit("NYT")
    with at("2026-03-12"):
        us.listed(task, unit="NYT")
    with at("2026-03-12"):
        assert rows(us.member, "no", "division") == [(task.root.no, None)]
        there = {"division": str(nyt.division.id)}
        assert len(rows(us.member, **there)) == 1, "it asks nothing of who may not know"
        other = {"division": str(world.unit("CZT").division.id)}
        assert len(rows(us.member, **other)) == 1
        assert [part.label for part in WORK.parts(Asked(), "division", by=us.member)] == []
        assert [part.label for part in WORK.parts(Asked(), "division", by=world.clerk)] == [nyt.division.name]


def test_a_layout_of_one_body_is_not_another_s(world, task):
    """Posts of the congress's and of the government's offices are held in one place; they are two houses all the same."""
    clerk = Urgings(world).government()
    with at("2026-03-02"):
        layouts.keep("work", "本处盯办", {"words": "某件"}, ["no"], "new", shared=True, by=world.clerk)
        assert [row.name for row in layouts.layouts("work", by=world.office)] == ["本处盯办"]
        assert layouts.layouts("work", by=clerk) == []
