"""督办台账: how often a task was urged and on which rung it stands, found by a condition; what a unit urges inside stays inside."""

import pytest

from build import at
from jianyi.procedure.words import Role
from jianyi.registers.asked import Asked
from jianyi.registers.queries.work import WORK
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


def test_the_tab_leads_to_it(world, late, client):
    from jianyi.parties.models import Person
    from jianyi.web.middleware import stamp

    session = client.session
    session["person"], session["since"] = late[0].person, stamp(Person.objects.get(id=late[0].person))
    session.save()
    with at("2026-03-21"):
        page = client.get("/registers/pressed/?set=1&columns=no,title,urged,urged_on,rung").content.decode()
    assert "催办次数" in page and late[1].root.title in page and 'aria-current="page">督办台账' in page
