"""Two congresses in one database: nothing of one is ever seen or changed from the other."""

import pytest

from build import World
from jianyi.cases.queries import files, lists
from jianyi.parties import commands as parties, queries
from jianyi.parties.models import Person
from jianyi.procedure.facts.parties import Founded
from jianyi.procedure.facts.said import Account
from jianyi.procedure.refusals import Refused
from jianyi.procedure.words import Duty
from jianyi.turn.door import COMMANDS
from jianyi.turn.tracks import track_of


@pytest.fixture
def two(world, monkeypatch):
    """The set-up page founds one congress; a second is what a larger installation holds."""
    monkeypatch.setitem(track_of(world.congress).facts, Founded, lambda *_: Founded())
    return world, World()


def everybody(world):
    unit = world.unit("NYT")
    ours = [world.admin, world.deputy, world.clerk, world.office, world.head]
    return [*ours, unit.office, unit.leader, unit.head, unit.officer, unit.principal]


def test_nothing_is_seen_across(two):
    here, there = two
    here.rated("dissatisfied")
    foreign = there.rated("dissatisfied").root.id
    for by in everybody(here):
        assert files.case(foreign, by=by) is None
        found = [*lists.suggestions(by=by).rows, *lists.work(by=by).rows, *lists.handlings(by=by).rows]
        assert foreign not in {row.suggestion.id for row in found}
        assert not queries.organisations(by=by).filter(congress_id=there.congress.id).exists()
    assert files.case(foreign, by=there.clerk)


def test_nothing_is_done_across(two):
    """Every command on rows of the other congress, by everybody of this one."""
    here, there = two
    there.rated("dissatisfied")
    there.registered()
    asked, done = 0, []
    for (model, action), command in COMMANDS.items():
        for row in model._default_manager.filter(congress_id=there.congress.id)[:2]:
            for by in everybody(here):
                asked += 1
                try:
                    command(by=by, on=row)
                except Refused:
                    continue
                done.append((model.__name__, action.value, by.name))
    assert asked > 500 and not done


def test_a_sign_in_name_is_taken_for_both(two, refused):
    """The sign-in page does not ask for the congress: of two people of one name it would let in the wrong one."""
    here, there = two
    taken = Person.objects.get(id=there.clerk.person).login
    row = Person(congress_id=here.congress.id, name="同名", login=taken)
    admin = here.person("另一位管理员", (here.committee, Duty.ADMINISTRATOR))
    refused("CHECKLIST_UNMET", parties.add_person, by=admin, on=row, saying=Account(taken))
