"""The statement that finds one case for one reader is made once; it finds what the same condition finds made anew."""

from unittest.mock import patch

import pytest
from django.db import connection
from django.db.models.sql.compiler import SQLCompiler
from django.test.utils import CaptureQueriesContext

from build import again, at
from jianyi.cases.models import Suggestion
from jianyi.cases.queries.files import case
from jianyi.cases.sight import may_see
from jianyi.kit.statements import one
from jianyi.parties import commands as parties
from jianyi.parties.models import Person, Post
from jianyi.parties.queries import actor
from jianyi.procedure.facts.acting import Actor
from jianyi.procedure.words import Role


@pytest.fixture
def there(world):
    """A case of two units and a draft."""
    with at("2026-02-26"):
        lead, _ = world.handed_over(("NYT", Role.LEAD), ("CZT", Role.CO), points=2)
        yield lead.root_id, world.draft().id, 7


def everybody(world):
    units = [world.unit(name) for name in ("NYT", "CZT", "SLT")]
    inside = [by for unit in units for by in (unit.office, unit.leader, unit.head, unit.officer)]
    nobody = Actor(0, "", world.congress.id)
    return [world.deputy, world.a_deputy("何望川"), world.clerk, world.office, world.head, nobody, *inside]


def told(row):
    return row and {
        **{name: value for name, value in vars(row).items() if name != "_state"},
        **row._state.fields_cache,
        "adding": row._state.adding,
        "db": row._state.db,
    }


def test_the_row_is_the_same_with_all_that_comes_with_it(world, there):
    found = 0
    for by in everybody(world):
        for number in there:
            rows = Suggestion.objects.filter(may_see(by), id=number)
            anew = rows.select_related("lead", "delegation", "sitting").first()
            for _ in range(2):
                with CaptureQueriesContext(connection) as asked:
                    file = case(number, by=by)
                assert told(file and file.case) == told(anew), (by.name, number)
                assert len(asked) <= 1
            found += anew is not None
    assert 0 < found < len(everybody(world)) * len(there)


def test_it_is_made_once_for_a_reader(world, there):
    case(there[0], by=world.clerk)
    with patch.object(SQLCompiler, "as_sql", side_effect=AssertionError("made again")):
        assert case(there[0], by=world.clerk) and case(there[1], by=world.clerk) is None


def test_whose_post_has_ended_is_another_reader(world, there):
    officer = world.unit("NYT").officer
    assert case(there[0], by=officer) is None
    office = world.unit("NYT").office
    assert case(there[0], by=office)
    for post in Post.objects.filter(person_id=office.person):
        parties.end_post(by=world.admin, on=post)
    assert case(there[0], by=actor(again(Person(id=office.person, congress_id=office.congress)))) is None


def test_no_row_is_asked_for_where_none_can_be(world, there):
    with CaptureQueriesContext(connection) as asked:
        assert one(lambda: Suggestion.objects.none(), there[0]) is None
        assert case(10**30, by=world.clerk) is None and case(-(10**30), by=world.clerk) is None
    assert len(asked) == 0
