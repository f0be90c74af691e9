"""Another unit goes on with what was answered already: nobody of the old one is on it any more, and nothing is left with nobody."""

import pytest

from build import again, at
from jianyi.cases.commands import handlings
from jianyi.cases.commands.division import inherit
from jianyi.cases.models import Handling, Idea, Promise
from jianyi.cases.queries.files import case
from jianyi.console.checking import violations
from jianyi.parties import commands as parties
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Inheriting
from jianyi.procedure.words import Role
from jianyi.publication.models import Publication
from jianyi.turn.models import WorkItem
from jianyi.web.cases.steps import bar


@pytest.fixture
def nyt(world):
    return world.unit("NYT")


@pytest.fixture
def heir(world):
    return world.unit("JTT")


@pytest.fixture
def answered(world):
    """With a promise."""
    with at("2026-02-26"):
        task = world.working(world.handed_over(("NYT", Role.SOLE))[0])
        world.written(task, "NYT", "B")
    with at("2026-03-20"):
        world.sent(again(task), "NYT", "B")
    return again(task)


def passed(world, task, unit):
    return inherit(by=world.office, on=again(task), saying=Inheriting("机构改革，职能划转", unit.id))


def end(world, unit):
    return parties.end_organisation(by=world.admin, on=again(unit.organisation))


def wrong():
    return {name: found for name, (_, found) in violations().items() if found}


def test_nobody_of_the_old_unit_has_it_any_more(world, nyt, heir, answered):
    with at("2026-03-21"):
        new = passed(world, answered, heir)
        assert (new.stage, new.unit_id, new.officer_id, new.division_id) == (
            w.Handling.DELIVERED,
            heir.id,
            None,
            None,
        )
        for who in (nyt.office, nyt.head, nyt.officer, nyt.leader):
            assert case(new.root_id, by=who) is None
        assert case(new.root_id, by=heir.office)
        assert not wrong()


def test_the_office_gives_out_what_was_promised(world, nyt, heir, answered, refused):
    with at("2026-03-21"):
        new = passed(world, answered, heir)
        promise = Promise.objects.get(handling_id=new.id)
        assert (promise.unit_id, promise.division_id) == (heir.id, None)
        mine = WorkItem.objects.filter(root_id=new.root_id, organisation_id=heir.id)
        assert set(mine.values_list("track", "action")) == {("handling", "route")}
        new = handlings.route(by=heir.office, on=again(new), saying=heir.team)
        assert (new.stage, new.officer_id) == (w.Handling.DELIVERED, heir.officer.person)
        assert again(promise).division_id == heir.division.id
        theirs = WorkItem.objects.filter(root_id=new.root_id, person_id=heir.officer.person)
        assert set(theirs.values_list("track", "action")) >= {("promise", "reach"), ("ledger", "tell")}
        refused("WRONG_ACTOR", handlings.route, by=heir.office, on=again(new), saying=heir.team)
        assert wrong() == {}


def test_the_page_offers_to_give_it_out_only_where_nobody_has_it(world, nyt, heir, answered):
    def told(unit):
        seen = case(answered.root_id, by=unit.office)
        (task,) = seen.own_handlings
        return str(bar(seen, seen.acts_on(task)))

    with at("2026-03-21"):
        assert "分办" not in told(nyt)
        passed(world, answered, heir)
        assert f"/handlings/{answered.id}/route/" in told(heir)


def test_what_waits_to_be_rated_holds_the_abolition_up_and_is_passed_on(world, nyt, heir, refused):
    """Rated as not content it would be asked of a unit that is no more."""
    with at("2026-02-26"):
        sheet = world.answered("NYT")
        task = Handling.objects.get(root_id=sheet.root_id)
    with at("2026-03-21"):
        told = refused(
            "CHECKLIST_UNMET", parties.end_organisation, by=world.admin, on=again(nyt.organisation)
        )
        assert f"还没有了结的已答复建议 1 件（第{task.root.no}号）" in told.reasons[0]
        passed(world, task, heir)
        assert end(world, nyt).stage is w.Organisation.ABOLISHED
        world.rate(again(sheet), "dissatisfied")
        new = world.handled_again(again(sheet))
        assert (new.unit_id, new.stage, new.officer_id) == (heir.id, w.Handling.RECEIVED, None)
        assert handlings.route(by=heir.office, on=again(new), saying=heir.team).stage is w.Handling.ROUTED
        assert wrong() == {}


def test_what_is_over_is_passed_to_nobody(world, nyt, heir, refused):
    with at("2026-02-26"):
        sheet = world.rated("satisfied")
    task = Handling.objects.get(root_id=sheet.root_id)
    with at("2026-03-21"):
        Idea.objects.filter(handling_id=task.id).update(stage=w.Idea.TAKEN_UP)
        Publication.objects.filter(handling_id=task.id).update(stage=w.Publication.WITHHELD)
        refused("TOO_LATE", inherit, by=world.office, on=again(task), saying=Inheriting("划转", heir.id))
