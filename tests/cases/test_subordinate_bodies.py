"""A subordinate body (文物局, 直属单位) does the work of its unit as a division would; letters are the unit's own (源 W1)."""

from dataclasses import replace

import pytest

from build import again, at
from jianyi.cases.commands import division, handlings, papers
from jianyi.cases.models import Paper
from jianyi.cases.queries import lists
from jianyi.cases.queries.files import case
from jianyi.cases.queries.successions import open_work
from jianyi.cases.routing import proposed
from jianyi.parties import commands as parties
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because, Read, Receipt, Succession, UnitRules
from jianyi.procedure.words import Duty, Kind, Role


WHY = Because("主要内容属于博物处的职责，请重新分办。")


@pytest.fixture
def wlt(world):
    return world.unit("WLT", Kind.BODY)


@pytest.fixture
def received(world, wlt):
    with at("2026-02-26"):
        (task,) = world.handed_to(world.registered(title="关于文物保护的建议"), ("WLT", Role.SOLE))
        return handlings.acknowledge(by=wlt.office, on=task, saying=Receipt())


@pytest.fixture
def task(wlt, received):
    with at("2026-02-26"):
        return handlings.route(by=wlt.office, on=received, saying=wlt.team)


@pytest.fixture
def museums(world, wlt):
    """A division of the same unit, beside the body."""
    with at("2026-01-20"):
        where = world.organisation("博物处", Kind.DIVISION, wlt.organisation)
        head = world.person("博物处处长", (where, Duty.DIVISION_HEAD))
        return where, head, world.person("博物处经办", (where, Duty.OFFICER))


def sees(actor, task):
    """In the list, and the drafts within."""
    listed = [row.suggestion.id for row in lists.handlings(by=actor).rows]
    file = case(task.root_id, by=actor)
    return task.root_id in listed, bool(file and task.id in {each.id for each in file.own_handlings})


def test_its_people_belong_to_the_unit_above(world, wlt):
    assert wlt.division.kind is Kind.BODY and wlt.division.parent_id == wlt.id
    assert wlt.division.of_government
    for by in (wlt.head, wlt.officer):
        assert dict(by.unit_of) == {wlt.division.id: wlt.id}


def test_the_rules_of_the_unit_may_name_it(world, wlt):
    with at("2026-02-01"):
        said = UnitRules(wlt.office.person, "", f"文物 = {wlt.division.name}")
        parties.set_rules(by=wlt.office, on=again(wlt.organisation), saying=said)
    with at("2026-02-26"):
        (task,) = world.handed_to(world.registered(title="关于文物保护的建议"), ("WLT", Role.SOLE))
        task = handlings.acknowledge(by=wlt.office, on=task, saying=Receipt())
    assert proposed(task).division == wlt.division.id


def test_only_what_is_given_to_it_is_seen_there(world, wlt, received, museums):
    """Before it is given out nobody of the body reads it; afterwards its people do, and the division beside does not."""
    _, head, officer = museums
    with at("2026-02-26"):
        assert sees(wlt.officer, received) == sees(wlt.head, received) == (False, False)
        task = handlings.route(by=wlt.office, on=received, saying=wlt.team)
        assert sees(wlt.officer, task) == sees(wlt.head, task) == (True, True)
        assert sees(head, task) == sees(officer, task) == (False, False)


def test_it_assists_a_division_that_leads(world, wlt, received, museums):
    where, head, officer = museums
    with at("2026-02-26"):
        team = replace(
            wlt.team, head=head.person, officer=officer.person, division=where.id,
            assisting=(wlt.division.id,),
        )  # fmt: skip
        task = handlings.route(by=wlt.office, on=received, saying=team)
        assert task.assisting == [wlt.division.id] and sees(wlt.officer, task) == (True, True)


def test_a_body_of_another_unit_takes_no_part(world, wlt, received, refused):
    other = world.unit("JYT", Kind.BODY)
    with at("2026-02-26"):
        for team in (
            replace(wlt.team, division=other.division.id),
            replace(wlt.team, officer=other.officer.person),
            replace(wlt.team, assisting=(other.division.id,)),
        ):
            refused("RESPONSIBILITY_INCOMPLETE", handlings.route, by=wlt.office, on=received, saying=team)


def test_what_it_writes_is_reviewed_there_and_in_the_office_and_signed_by_the_unit(world, wlt, task, refused):
    with at("2026-03-10"):
        paper = papers.present(by=wlt.officer, on=world.written(world.working(task, "WLT"), "WLT"))
        refused("WRONG_ACTOR", papers.pass_, by=wlt.office, on=paper, saying=Read())
        paper = papers.pass_(by=wlt.head, on=paper, saying=Read())
        paper = papers.pass_(by=wlt.office, on=paper, saying=Read())
        assert paper.stage is w.Paper.CLEARED
        paper = world.agreed(paper, "WLT")
        for by in (wlt.officer, wlt.head):
            refused("SIGNER_NOT_ALLOWED", papers.sign, by=by, on=paper, saying=Read())
        paper = papers.sign(by=wlt.leader, on=paper, saying=Read())
        assert paper.number == "澜WLT建函〔2026〕1号", "the number is the unit's, not the body's"
        assert papers.send(by=wlt.officer, on=paper).stage is w.Paper.SENT


def test_it_hands_back_and_what_was_written_goes_on_in_the_division(world, wlt, task, museums, refused):
    where, head, officer = museums
    with at("2026-03-02"):
        paper = world.written(world.working(task, "WLT"), "WLT")
        refused("WRONG_ACTOR", division.give_back, by=wlt.officer, on=again(task), saying=WHY)
        back = division.give_back(by=wlt.head, on=again(task), saying=WHY)
        assert (back.stage, back.given_back, back.division_id) == (w.Handling.RECEIVED, WHY.reason, None)
        assert sees(wlt.officer, back) == (False, False)
        team = replace(wlt.team, head=head.person, officer=officer.person, division=where.id)
        there = handlings.begin(by=officer, on=handlings.route(by=wlt.office, on=back, saying=team))
        papers.write(by=officer, on=again(paper), saying=world.text(there, "A"))
        assert Paper.objects.get(handling_id=task.id).edition >= paper.edition


def test_the_work_of_one_there_goes_to_another_there(world, wlt, task, refused):
    with at("2026-01-20"):
        second = world.person("文物局副科长", (wlt.division, Duty.OFFICER))
    with at("2026-03-02"):
        (load,) = open_work(wlt.officer.person, by=wlt.office)
        assert (load.handling.id, load.seats) == (task.id, "具体经办人")
        said = Succession("岗位调整", wlt.officer.person, second.person)
        stranger = world.unit("JYT", Kind.BODY).officer.person
        refused(
            "RESPONSIBILITY_INCOMPLETE",
            division.hand_on,
            by=wlt.office,
            on=task,
            saying=replace(said, to=stranger),
        )
        moved = division.hand_on(by=wlt.office, on=task, saying=said)
        assert moved.officer_id == second.person and not open_work(wlt.officer.person, by=wlt.office)
        assert sees(second, moved) == (True, True)
        assert world.met(moved, "WLT", by=second).stage is w.Contact.RECORDED
