"""Drawn later, a circular tells of its day as it was: limits prolonged since, days arranged otherwise since, contacts disputed since."""

from datetime import date
from importlib import import_module

import pytest
from django.apps import apps

from build import again, at
from circulating import of_government, of_unit
from jianyi.cases.commands import handlings, inside
from jianyi.cases.commands.division import inherit
from jianyi.cases.due import tick_all
from jianyi.cases.models import Extension, Handling
from jianyi.circulars.models import Addressee
from jianyi.console.checking import violations
from jianyi.parties import commands as parties
from jianyi.parties.models import Arrangement, Organisation
from jianyi.procedure.facts.said import Arranging, AskedExtension, Confirming, Granting, Inheriting
from jianyi.procedure.words import Limit, Role
from jianyi.turn.models import Deadline


@pytest.fixture
def government(world):
    return of_government(world)


@pytest.fixture
def task(world):
    with at("2026-02-26"):
        return world.routed(world.handed_over(("NYT", Role.SOLE))[0])


def facts(government, day, drawn_at):
    with at(drawn_at):
        told = government.drawn(day).facts
    return {name: told[name] for name in ("tasks", "totals", "rows", "late")}


def late(told):
    return {(each["limit"], each["due"], each["days"]) for each in told["late"]}


def asked(world, task, day):
    told = date.fromisoformat(day)
    said = AskedExtension(date(2026, 8, 10), ("wide",), "涉及面广", "已调研", "继续", told, "phone", "同意")
    nyt = world.unit("NYT")
    with at(day):
        row = inside.ask_extension(by=nyt.office, on=Extension.of(again(task)), saying=said)
        return inside.approve_extension(by=nyt.leader, on=row)


def test_a_limit_that_was_prolonged_since(world, task, government):
    """It had run out on the day, and was granted more time two days later: on that day it was late."""
    request = asked(world, task, "2026-05-12")
    then = facts(government, "2026-05-27", "2026-05-27T23:59")
    assert ("答复", "2026-05-26", 1) in late(then)
    with at("2026-05-28"):
        inside.grant_extension(by=world.office, on=request, saying=Granting(date(2026, 8, 10), "同意"))
    assert Deadline.objects.get(holder_id=task.id, limit=Limit.REPLY).due_on == date(2026, 8, 10)
    assert facts(government, "2026-05-27", "2026-06-10") == then
    assert "答复" not in {limit for limit, _, _ in late(facts(government, "2026-05-28", "2026-06-10"))}


REST = "2027-01-01 至 2027-01-03\n2027-02-05 至 2027-02-11"


def test_days_that_were_arranged_otherwise_since(world, government):
    """2027-02-08 was the day, as far as anybody knew; then the holidays were announced. Worked days are counted as they were, too."""
    with at("2026-11-06"):
        task = world.routed(world.handed_over(("NYT", Role.SOLE))[0])
    then = facts(government, "2027-02-08", "2027-02-09T00:00")
    assert ("答复", "2027-02-08", 0) in late(then)
    with at("2027-02-09"):
        row = Arrangement(congress_id=world.congress.id, root_id=world.congress.id, year=2027)
        said = Arranging(2027, REST, "2027-02-14", "国办发明电（虚构）")
        parties.announce(by=world.clerk, on=row, saying=said)
        tick_all()
    assert Deadline.objects.get(holder_id=task.id, limit=Limit.REPLY).due_on == date(2027, 2, 12)
    assert facts(government, "2027-02-08", "2027-02-10") == then
    assert "答复" not in {limit for limit, _, _ in late(facts(government, "2027-02-10", "2027-02-11"))}


def test_a_contact_that_was_disputed_since(world, task, government):
    with at("2026-03-10"):
        talk = world.met(task)
    then = facts(government, "2026-03-12", "2026-03-13T00:00")
    assert ["首次沟通（主办、单办、分别办理）", 1, 1] in then["totals"]
    with at("2026-03-13"):
        handlings.dispute_contact(by=world.deputy, on=talk, saying=Confirming("没有谈到这些"))
    assert Deadline.objects.get(holder_id=task.id, limit=Limit.CONTACT).ended_at is None
    assert facts(government, "2026-03-12", "2026-03-20") == then
    after = facts(government, "2026-03-13", "2026-03-20")
    assert ["首次沟通（主办、单办、分别办理）", 0, 1] in after["totals"]


def passed(world, task, name):
    return inherit(by=world.office, on=again(task), saying=Inheriting("职能划转", world.unit(name).id))


def told(facts):
    return {row["name"]: (row["tasks"], row["kept"], row["due"]) for row in facts["rows"]}


def test_another_unit_goes_on_with_it_since(world, task, government):
    """On its day the task was that of the unit that had it, of its division, and late with it; whoever went on with it has it from then on."""
    own, heirs = of_unit(world.unit("NYT")), of_unit(world.unit("JTT"))
    then = facts(government, "2026-05-27", "2026-05-28T00:00")
    inside_then = facts(own, "2026-05-27", "2026-05-28T00:00")
    assert set(told(then)) == {"NYT"} and set(told(inside_then)) == {"NYT一处"}
    with at("2026-05-29"):
        passed(world, task, "JTT")
    with at("2026-06-02"):
        passed(world, task, "CZT")
    assert facts(government, "2026-05-27", "2026-06-10") == then
    assert facts(own, "2026-05-27", "2026-06-10") == inside_then
    assert facts(heirs, "2026-05-27", "2026-06-10")["tasks"] == 0
    assert (
        facts(heirs, "2026-06-01", "2026-06-10")["tasks"] == 1
        and facts(own, "2026-06-01", "2026-06-10")["tasks"] == 0
    )
    assert set(told(facts(government, "2026-06-01", "2026-06-10"))) == {"JTT"}
    assert set(told(facts(government, "2026-06-09", "2026-06-10"))) == {"CZT"}


def test_an_upgrade_knows_what_passed_on_before(world, task):
    with at("2026-05-29"):
        row = passed(world, task, "JTT")
    Handling.objects.update(passed_at=None)
    import_module("jianyi.cases.migrations.0072_when_it_passed_on").as_it_was(apps, None)
    assert again(row).passed_at == row.passed_at


def test_a_unit_outside_the_government_goes_on_with_it_since(world, task, government):
    """Of the government's units the task is counted for the days on which one of them had it."""
    Organisation.objects.filter(id=world.unit("JTT").id).update(of_government=False)
    with at("2026-05-29"):
        passed(world, task, "JTT")
    assert facts(government, "2026-05-28", "2026-06-10")["tasks"] == 1
    assert facts(government, "2026-05-29", "2026-06-10")["tasks"] == 0


def test_what_is_abolished_stands_in_the_table_and_reads_nothing(world, task, government):
    with at("2026-03-10"):
        world.routed(world.handed_over(("CZT", Role.SOLE), title="关于财政的建议")[0], "CZT")
    with at("2026-03-20"):
        passed(world, task, "JTT")
        parties.end_organisation(by=world.admin, on=again(world.unit("NYT").organisation))
    with at("2026-04-01"):
        line = "0002 = 进展不快 = 尽快办理 = CZT 预算处 = 2026-04-20"
        row = government.issued(line, day="2026-03-19")
    assert set(told(row.facts)) == {"NYT", "CZT"}
    assert [each.house_id for each in Addressee.objects.filter(root_id=row.id)] == [world.unit("CZT").id]
    assert not any(found for name, (_, found) in violations().items() if name.startswith("circulars"))
