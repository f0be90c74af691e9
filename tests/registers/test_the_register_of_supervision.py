"""督办台账: how often a task was urged and on which rung it stands, found by a condition; what a unit urges inside stays inside."""

import pytest

from build import again, at
from jianyi.procedure.facts.said import Because
from jianyi.procedure.words import Role
from jianyi.registers.asked import Asked
from jianyi.registers.queries.work import WORK
from jianyi.supervision.commands import measures, urgings
from jianyi.supervision.models import Urging
from urging import Urgings


COLUMNS = ("no", "urged", "urged_on", "rung")


@pytest.fixture
def late(world):
    """Two tasks whose first contact is late: one urged by the government's office, one by its own unit's office."""
    with at("2026-02-26"):
        outer = world.routed(world.handed_over(("NYT", Role.SOLE))[0])
        inner = world.routed(world.handed_over(("SLT", Role.SOLE))[0], "SLT")
    made, slt = Urgings(world), world.unit("SLT")
    watching = made.government()
    with at("2026-03-20"):
        made.issued(watching, way="government", unit=world.unit("NYT").id)
        made.issued(slt.office, way="inner", division=slt.division.id)
    return watching, outer, inner


def told(by, **asked):
    page = WORK.page(Asked.read(asked), WORK.chosen(COLUMNS, by), by=by)
    return {line.cells[0]: line.cells[1:] for line in page.rows}


def test_urged_how_often_and_on_which_rung(world, late):
    watching, outer, inner = late
    with at("2026-03-21"):
        seen = told(watching)
        assert (
            seen[outer.root.no][0] == 1
            and str(seen[outer.root.no][1]) == "2026-03-20"
            and seen[outer.root.no][2] == "催办"
        )
        assert seen[inner.root.no] == (None, None, None)
        assert told(world.unit("NYT").office)[outer.root.no][0] == 1
        assert told(world.unit("SLT").office)[inner.root.no][0] == 1


def test_the_condition_finds_what_the_reader_may_know_and_nothing_else(world, late):
    watching, outer, inner = late
    with at("2026-03-21"):
        assert set(told(watching, pressed="yes")) == {outer.root.no}
        assert set(told(world.clerk, pressed="yes")) == {outer.root.no}
        assert set(told(world.unit("SLT").office, pressed="yes")) == {inner.root.no}
        assert set(told(world.unit("NYT").office, pressed="yes")) == {outer.root.no}


def test_what_was_taken_back_as_mistaken_is_not_in_it(world, late):
    """A letter or a document that was revoked counts for nothing, here as on the ladder."""
    watching, outer, inner = late
    leader, made = world.unit("SLT").leader, Urgings(world)
    with at("2026-03-21"):
        urgings.revoke(
            by=world.unit("SLT").office, on=Urging.objects.get(way="inner"), saying=Because("误催")
        )
        row = made.listing(
            world.unit("SLT").office, inner, leader, skip_reason="影响大", skip_by=leader.person
        )
        assert set(told(leader, pressed="yes")) == {inner.root.no}
        measures.revoke(by=leader, on=again(row), saying=Because("误挂"))
        assert told(leader, pressed="yes") == {}


def test_the_tab_leads_to_it(world, late, client):
    from jianyi.parties.models import Person
    from jianyi.web.middleware import stamp

    session = client.session
    session["person"], session["since"] = late[0].person, stamp(Person.objects.get(id=late[0].person))
    session.save()
    with at("2026-03-21"):
        page = client.get("/registers/pressed/?set=1&columns=no,title,urged,urged_on,rung").content.decode()
    assert "催办次数" in page and late[1].root.title in page and 'aria-current="page">督办台账' in page
