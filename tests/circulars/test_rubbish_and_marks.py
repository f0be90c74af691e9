"""Days that no calendar holds; a paper that was taken back says so to whoever holds it; a house counts with its own eyes."""

import pytest
from django.test import Client

from build import again, at
from circulating import of_government, of_unit, phrasing
from jianyi.cases.models import Letter
from jianyi.circulars.commands import circulars
from jianyi.circulars.models import Circular
from jianyi.circulars.queries.files import file
from jianyi.parties.models import Person
from jianyi.parties.queries import actor
from jianyi.procedure.facts.said import Because
from jianyi.procedure.words import Duty, Role
from jianyi.supervision.commands import measures, urgings
from urging import Urgings


@pytest.fixture
def tasks(world):
    with at("2026-02-26"):
        return world.handed_over(("JTT", Role.LEAD), ("CZT", Role.CO), title="关于农村公路的建议")


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "9999-12-31", "2200-01-01"])
def test_a_day_that_no_clock_can_hold_is_no_day(world, tasks, refused, day):
    us = of_government(world)
    with at("2026-04-01"):
        row, line = us.drawn(), f"0001 = 没有签收 = 签收 = JTT = {day}"
        refused("CHECKLIST_UNMET", circulars.write, by=us.by, on=again(row), saying=phrasing(line))
        assert us.issued("0001 = 没有签收 = 签收 = JTT = 2199-12-31").number


def told(code):
    return Client().get(f"/check/{code}/").content.decode()


def code_of(row):
    return Letter.objects.filter(root_id=row.id).order_by("-id").first().code


def test_whoever_holds_a_circular_that_was_taken_back_is_told_so(world, tasks):
    us = of_government(world)
    with at("2026-04-01"):
        row = us.issued("0001 = 没有签收 = 签收 = JTT = 2026-04-10")
        assert "已作废" not in told(code_of(row))
        us.withdrawn(row, by=us.approver)
        assert "已作废" in told(code_of(row))


def test_whoever_holds_a_letter_that_was_taken_back_is_told_so(world, tasks):
    us, jtt = Urgings(world), world.unit("JTT")
    with at("2026-03-10"):
        task = world.working(tasks[0], "JTT")
    with at("2026-06-05"):
        row = us.issued(us.government(), unit=jtt.id)
        assert "已作废" not in told(code_of(row))
        urgings.revoke(by=us.government(), on=again(row), saying=Because("发错"))
        assert "已作废" in told(code_of(row))
        skips = {"skip_reason": "影响重大", "skip_by": jtt.leader.person}
        row = us.listing(jtt.office, task, jtt.leader, **skips)
        assert "已作废" not in told(code_of(row))
        measures.revoke(by=jtt.leader, on=again(row), saying=Because("重复"))
        assert "已作废" in told(code_of(row))


def test_what_the_drawer_knows_from_another_post_is_not_counted(world, tasks):
    """Letters inside a unit never leave it, also where its office lends a hand to the government's."""
    jtt, us = world.unit("JTT"), Urgings(world)
    with at("2026-03-10"):
        world.routed(tasks[0], "JTT")
    with at("2026-03-30"):
        us.issued(jtt.office, division=jtt.division.id)
        inside, outside = of_unit(jtt), of_government(world)
        world.appoint(outside.by, jtt.organisation, Duty.UNIT_OFFICE)
    with at("2026-04-01"):
        assert [each["urged"] for each in inside.drawn().facts["rows"] if each["house"]] == [1]
        outside.by = actor(Person.objects.get(id=outside.by.person))
        assert {each["urged"] for each in outside.drawn().facts["rows"]} == {0}


def test_the_same_number_of_two_sittings_are_two_suggestions(world, tasks):
    """A title is never shown beside the number of another suggestion."""
    with at("2026-04-01"):
        row = of_government(world).drawn()
        late = row.facts["late"]
        Circular.objects.filter(id=row.id).update(
            facts=row.facts | {"late": [*late, late[0] | {"case": "1"}]}
        )
        page = file(row.id, by=world.clerk)
        assert page is None, "a draft is the house's own"
        titles = file(row.id, by=of_government_clerk(row)).titles
    assert titles == {tasks[0].root_id: (tasks[0].root_id, "关于农村公路的建议")}


def of_government_clerk(row):
    return actor(Person.objects.get(id=row.made_by_id))
