"""Inside a unit: the chain of responsibility, divisions that assist, a division that hands back, work that goes to another."""

from dataclasses import replace

import pytest

from build import again, at
from jianyi.cases.commands import division, handlings, inside, papers
from jianyi.cases.models import Assisting, Handling, Paper, Sheet
from jianyi.cases.queries import lists
from jianyi.cases.queries.files import case
from jianyi.cases.queries.successions import open_work
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because, Leading, Rated, Receipt, Succession
from jianyi.procedure.words import Duty, Kind
from jianyi.turn.models import Notice


LEFT = Because("这件事主要属于区域处的职责，请重新分办。")


@pytest.fixture
def fgw(world):
    return world.unit("FGW")


@pytest.fixture
def second(world, fgw):
    """Another division of the house, with its head and an officer."""
    with at("2026-01-20"):
        where = world.organisation("FGW二处", Kind.DIVISION, fgw.organisation)
        head = world.person("二处处长", (where, Duty.DIVISION_HEAD))
        officer = world.person("二处经办", (where, Duty.OFFICER))
    return where, head, officer


@pytest.fixture
def received(world, fgw):
    with at("2026-02-26"):
        (task,) = world.handed_over(("FGW", w.Role.SOLE))
        return handlings.acknowledge(by=fgw.office, on=task, saying=Receipt())


@pytest.fixture
def task(fgw, received):
    with at("2026-02-26"):
        return handlings.route(by=fgw.office, on=received, saying=fgw.team)


def sees(actor, task):
    """In the list, and the drafts within."""
    listed = [row.suggestion.id for row in lists.handlings(by=actor).rows]
    file = case(task.root_id, by=actor)
    return task.root_id in listed, bool(file and task.id in {h.id for h in file.own_handlings})


# Divisions that assist


def test_an_assisting_division_sees_what_the_leading_one_sees_and_for_as_long(world, fgw, second, received):
    where, head, officer = second
    with at("2026-02-26"):
        assert sees(officer, received) == (False, False)
        said = replace(fgw.team, assisting=(where.id,))
        task = handlings.route(by=fgw.office, on=received, saying=said)
        assert sees(officer, task) == sees(head, task) == (True, True)
        assert task.assisting == [where.id]
        handlings.route(by=fgw.office, on=task, saying=fgw.team)
        assert sees(officer, task) == (False, False)
        assert not Assisting.objects.exists()


def test_only_other_divisions_of_the_house_assist(world, fgw, second, received, refused):
    where, *_ = second
    other = world.unit("NYT").division
    wrong = [(other.id,), (fgw.division.id,), (fgw.id,), (where.id, fgw.division.id)]
    with at("2026-02-26"):
        for assisting in wrong:
            said = replace(fgw.team, assisting=assisting)
            refused("RESPONSIBILITY_INCOMPLETE", handlings.route, by=fgw.office, on=received, saying=said)
        nobody_leads = replace(fgw.team, division=0, assisting=(where.id,))
        refused("RESPONSIBILITY_INCOMPLETE", handlings.route, by=fgw.office, on=received, saying=nobody_leads)


def test_the_next_round_has_the_same_divisions(world, fgw, second, received):
    where, _, officer = second
    with at("2026-02-26"):
        said = replace(fgw.team, assisting=(where.id,))
        task = world.working(handlings.route(by=fgw.office, on=received, saying=said), "FGW")
        world.sent(task, "FGW")
        sheet = Sheet.objects.get(root_id=task.root_id)
        said = Rated("satisfied", "dissatisfied", "还有一处没有说清楚由谁执行")
        sheet = papers.rate(by=world.deputy, on=sheet, saying=said)
        papers.handle_again(by=world.office, on=sheet, saying=Because("请写明责任单位。"))
        second_round = Handling.objects.get(root_id=task.root_id, round=2)
        assert sees(officer, second_round) == (True, True)


def test_the_leader_of_the_office_acts_and_sees_like_a_leader(world, fgw, received):
    """S2.1: who is in charge of the office leads the whole; the post gives it, not the routing."""
    with at("2026-02-26"):
        chief = world.person("分管办公室", (fgw.organisation, Duty.OFFICE_LEADER))
        said = replace(fgw.team, leader=chief.person)
        task = handlings.route(by=fgw.office, on=received, saying=said)
        assert sees(chief, task) == (True, True)
        assert inside.lead(by=chief, on=task).leading_leader_id == chief.person


# Handing back to the office


def test_a_division_hands_back_with_its_reason_and_the_office_gives_it_out_again(
    world, fgw, task, second, refused
):
    where, head, officer = second
    with at("2026-02-27"):
        refused("REASON_REQUIRED", division.give_back, by=fgw.head, on=task, saying=Because(" "))
        refused("WRONG_ACTOR", division.give_back, by=fgw.officer, on=task, saying=LEFT)
        back = division.give_back(by=fgw.head, on=task, saying=LEFT)
        assert (back.stage, back.given_back) == (w.Handling.RECEIVED, LEFT.reason)
        assert (back.leader_id, back.head_id, back.officer_id, back.division_id) == (None,) * 4
        told = set(Notice.objects.filter(action="give_back").values_list("duty", "organisation_id"))
        assert told == {("unit_office", fgw.id)}
        assert sees(fgw.officer, back) == (False, False)
        team = replace(fgw.team, head=head.person, officer=officer.person, division=where.id)
        there = handlings.route(by=fgw.office, on=back, saying=team)
        assert (there.stage, there.given_back) == (w.Handling.ROUTED, "")


def test_what_was_written_goes_on_with_whoever_has_it_next(world, fgw, task, second):
    where, head, officer = second
    with at("2026-03-02"):
        paper = world.written(world.working(task, "FGW"), "FGW")
        paper = papers.present(by=fgw.officer, on=paper)
        back = division.give_back(by=fgw.head, on=again(task), saying=LEFT)
        assert again(paper).stage is w.Paper.DRAFTING
        team = replace(fgw.team, head=head.person, officer=officer.person, division=where.id)
        there = handlings.begin(by=officer, on=handlings.route(by=fgw.office, on=back, saying=team))
        assert Paper.objects.get(handling_id=task.id).edition == paper.edition
        papers.write(by=officer, on=again(paper), saying=world.text(there, "A"))


def test_what_is_signed_is_no_longer_handed_back(world, fgw, task, refused):
    with at("2026-03-02"):
        world.signed(world.working(task, "FGW"), "FGW")
        refused("TOO_LATE", division.give_back, by=fgw.head, on=again(task), saying=LEFT)


# All open work of one person


def test_the_work_of_a_person_is_found_and_goes_to_another(world, fgw, task, second, refused):
    _, _, officer = second
    with at("2026-03-02"):
        assert [(load.handling.id, load.seats) for load in open_work(fgw.officer.person, by=fgw.office)] == [
            (task.id, "具体经办人")
        ]
        assert open_work(fgw.officer.person, by=world.unit("NYT").office) == []
        assert open_work(fgw.officer.person, by=fgw.officer) == []
        said = Succession("岗位调整", fgw.officer.person, officer.person)
        refused("REASON_REQUIRED", division.hand_on, by=fgw.office, on=task, saying=replace(said, reason=""))
        refused("WRONG_ACTOR", division.hand_on, by=fgw.head, on=task, saying=said)
        moved = division.hand_on(by=fgw.office, on=task, saying=said)
        assert moved.officer_id == officer.person and open_work(fgw.officer.person, by=fgw.office) == []
        refused("CHANGED_MEANWHILE", division.hand_on, by=fgw.office, on=moved, saying=said)
        assert officer.person in set(
            Notice.objects.filter(action="hand_on").values_list("person_id", flat=True)
        )


def test_a_successor_is_of_the_house_and_no_one_stands_twice(world, fgw, task, refused):
    stranger = world.unit("NYT").officer.person
    with at("2026-03-02"):
        for to in (stranger, world.deputy.person, fgw.officer.person, 0):
            said = Succession("调离", fgw.officer.person, to)
            refused("RESPONSIBILITY_INCOMPLETE", division.hand_on, by=fgw.office, on=task, saying=said)
        said = Succession("调离", fgw.officer.person, fgw.head.person)
        refused("SAME_PERSON", division.hand_on, by=fgw.office, on=task, saying=said)
        said = Succession("调离", fgw.leader.person, fgw.office.person)
        refused("RESPONSIBILITY_INCOMPLETE", division.hand_on, by=fgw.office, on=task, saying=said)
        said = Succession("调离", fgw.leader.person, fgw.principal.person)
        assert division.hand_on(by=fgw.office, on=task, saying=said).leader_id == fgw.principal.person


def test_a_successor_leads_no_more_than_the_year_allows(world, fgw, refused):
    with at("2026-02-26"):
        tasks = [world.routed(world.handed_over(("FGW", w.Role.SOLE))[0], "FGW") for _ in range(3)]
    with at("2026-03-03"):
        for one, who in zip(tasks, (fgw.principal, fgw.principal, fgw.leader), strict=True):
            inside.name_leader(by=fgw.office, on=one, saying=Leading(who.person))
        said = Succession("调离", fgw.leader.person, fgw.principal.person)
        answer = refused("CHECKLIST_UNMET", division.hand_on, by=fgw.office, on=again(tasks[2]), saying=said)
        assert "2 件" in answer.reasons[0]
