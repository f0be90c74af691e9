"""A unit says: not ours. Its leader approves, the congress decides, the other unit gets its own time."""

from importlib import import_module

import pytest
from django.apps import apps

from build import again, at
from dates import due
from jianyi.cases.commands import handlings
from jianyi.cases.models import Handling, Return
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import AskedReturn, Because, Reassigning
from jianyi.procedure.words import GovernmentOffice, Limit as L
from jianyi.turn.models import Deadline, Notice
from roads import NOT_OURS


@pytest.fixture
def task(world):
    with at("2026-02-26"):
        return world.handed_over(("SLT", w.Role.SOLE))[0]


def test_it_leaves_the_house_only_with_the_leader_s_approval(world, task, refused):
    with at("2026-03-05"):
        request = world.asked_back(task, "SLT", "ZJT")
        refused(
            "TOO_EARLY",
            handlings.grant_return,
            by=world.office,
            on=request,
            saying=Reassigning(world.unit("ZJT").id),
        )
        refused("WRONG_ACTOR", handlings.approve_return, by=world.unit("SLT").office, on=request)
        assert not Notice.objects.filter(action="ask", duty="office_head").exists()
        handlings.approve_return(by=world.unit("SLT").leader, on=request)
    assert due(request, L.REASSIGN) == "2026-03-12"


def test_what_was_not_handed_over_yet_is_not_handed_back(world, refused):
    """A unit that hears of the proposal early would be moved away on the day of the hand-over."""
    case = world.proposed(("SLT", w.Role.SOLE))
    named, said = Handling.objects.get(root_id=case.id), AskedReturn(NOT_OURS, "方案", world.unit("ZJT").id)
    answer = refused(
        "TOO_EARLY", handlings.ask_return, by=world.unit("SLT").office, on=Return.of(named), saying=said
    )
    assert "还没有交办" in answer.reasons[0]


def test_the_leader_may_also_say_no(world, task):
    with at("2026-03-05"):
        request = world.asked_back(task, "SLT", "ZJT")
        assert handlings.drop_return(by=world.unit("SLT").leader, on=request).stage is w.Return.DROPPED
        assert world.asked_back(task, "SLT", "ZJT").stage is w.Return.PREPARED, "and it may be asked anew"


def test_a_reason_of_thirty_characters_the_basis_and_the_other_unit_are_said(world, task, refused):
    office, zjt = world.unit("SLT").office, world.unit("ZJT").id
    with at("2026-03-05"):
        answer = refused(
            "REASON_REQUIRED",
            handlings.ask_return,
            by=office,
            on=Return.of(task),
            saying=AskedReturn("不归我们", "方案", zjt),
        )
        assert "30 字" in answer.reasons[0]
        for said in (AskedReturn(NOT_OURS, "", zjt), AskedReturn(NOT_OURS, "方案", 0)):
            refused("CHECKLIST_UNMET", handlings.ask_return, by=office, on=Return.of(task), saying=said)


def test_after_seven_worked_days_it_is_too_late(world, task, refused):
    with at("2026-03-06T23:59"):
        assert world.asked_back(task, "SLT", "ZJT")
    with at("2026-03-07T00:00"):
        office, said = world.unit("SLT").office, AskedReturn(NOT_OURS, "方案", world.unit("ZJT").id)
        answer = refused("TOO_LATE", handlings.ask_return, by=office, on=Return.of(task), saying=said)
        assert "2026 年 3 月 6 日 24:00" in answer.reasons[0]


def test_approved_after_the_limit_is_too_late_as_well(world, task, refused):
    with at("2026-03-06"):
        request = world.asked_back(task, "SLT", "ZJT")
    with at("2026-03-09"):
        refused("TOO_LATE", handlings.approve_return, by=world.unit("SLT").leader, on=request)


def test_there_is_one_request_at_a_time(world, task, refused):
    with at("2026-03-05"):
        world.asked_back(task, "SLT", "ZJT")
        said = AskedReturn(NOT_OURS, "方案", world.unit("ZJT").id)
        refused(
            "CHECKLIST_UNMET",
            handlings.ask_return,
            by=world.unit("SLT").office,
            on=Return.of(task),
            saying=said,
        )


def test_refused_the_clocks_stay_as_they_are(world, task, refused):
    before = {row.limit: row.due_on for row in Deadline.objects.filter(holder_id=task.id)}
    with at("2026-03-05"):
        request = world.approved(task, "SLT", "ZJT")
    with at("2026-03-09"):
        refused("REASON_REQUIRED", handlings.refuse_return, by=world.office, on=request, saying=Because(""))
        handlings.refuse_return(by=world.office, on=request, saying=Because("属于贵厅职责"))
    assert again(task).stage is w.Handling.ARRIVED
    assert {row.limit: row.due_on for row in Deadline.objects.filter(holder_id=task.id)} == before
    assert not Deadline.objects.filter(holder_id=request.id, ended_at=None).exists()


def test_granted_the_other_unit_gets_its_own_time_under_the_first_ceiling(world, task):
    with at("2026-03-05"):
        request = world.approved(task, "SLT", "ZJT")
    with at("2026-03-10"):
        handlings.grant_return(by=world.office, on=request, saying=Reassigning(world.unit("ZJT").id, "同意"))
    now = Handling.objects.get(unit_id=world.unit("ZJT").id)
    assert (again(task).stage, now.stage) == (w.Handling.MOVED, w.Handling.ARRIVED)
    days = {limit: due(now, limit) for limit in (L.ACKNOWLEDGE, L.RETURN, L.CONTACT, L.REPLY)}
    assert list(days.values()) == ["2026-03-13", "2026-03-19", "2026-03-31", "2026-06-10"]
    assert due(task.root, L.CEILING) == "2026-08-26"
    assert not Deadline.objects.filter(holder_id=task.id, ended_at=None).exists()


def test_who_signs_the_answer_keeps_the_case(world, task, refused):
    """Asked for and still open when the unit answers after all: granted then, two units would have answered."""
    with at("2026-03-05"):
        request = world.approved(task, "SLT", "ZJT")
        world.signed(world.working(again(task), "SLT"), "SLT")
    assert again(request).stage is w.Return.LAPSED
    assert not Deadline.objects.filter(holder_id=request.id, ended_at=None).exists()
    assert Notice.objects.filter(action="lapse", duty="office_head").exists(), "who was to decide is told"
    said = Reassigning(world.unit("ZJT").id)
    refused("TOO_LATE", handlings.grant_return, by=world.office, on=again(request), saying=said)


def test_what_was_granted_before_it_was_noted_is_found_by_the_record(world):
    """Two parts change hands, the one asked for later first: the order of the rows would name the wrong unit."""
    lead, helping = world.handed_over(("SLT", w.Role.LEAD), ("CZT", w.Role.CO))
    first, second = world.approved(lead, "SLT", "ZJT"), world.approved(helping, "CZT", "JTT")
    for request, name in ((second, "JTT"), (first, "ZJT")):
        handlings.grant_return(by=world.office, on=request, saying=Reassigning(world.unit(name).id, "同意"))
    noted = dict(Return.objects.values_list("id", "moved_to_id"))
    assert None not in noted.values()
    Return.objects.update(moved_to_id=None)
    import_module("jianyi.cases.migrations.0033_where_a_return_led").as_the_record_says(apps, None)
    assert dict(Return.objects.values_list("id", "moved_to_id")) == noted


def test_the_role_and_the_part_go_along(world):
    lead, _ = world.handed_over(("SLT", w.Role.LEAD), ("CZT", w.Role.CO))
    now = world.granted(lead, "SLT", "ZJT")
    assert (now.role, now.scope) == (w.Role.LEAD, lead.scope)


def test_the_other_unit_must_not_be_at_work_on_it_already(world, refused):
    lead, _ = world.handed_over(("SLT", w.Role.LEAD), ("CZT", w.Role.CO))
    request = world.approved(lead, "SLT", "ZJT")
    for name in ("CZT", "SLT"):
        said = Reassigning(world.unit(name).id)
        refused("CHECKLIST_UNMET", handlings.grant_return, by=world.office, on=request, saying=said)


def test_what_was_begun_falls_with_the_handling(world):
    (task,) = world.handed_over(("SLT", w.Role.SOLE))
    request = world.approved(task, "SLT", "ZJT")
    paper = world.written(world.working(task, "SLT"), "SLT")
    handlings.grant_return(by=world.office, on=request, saying=Reassigning(world.unit("ZJT").id))
    assert again(paper).stage is w.Paper.VOID


def test_a_unit_never_passes_it_on_by_itself(world, task, refused):
    said = Reassigning(world.unit("ZJT").id)
    answer = refused("WRONG_ACTOR", handlings.forward, by=world.unit("SLT").office, on=task, saying=said)
    assert "不得自行转办" in answer.reasons[0]


def test_what_is_answered_is_not_handed_back(world, refused):
    with at("2026-02-26"):
        task = world.working(world.handed_over()[0])
        world.sent(task)
    with at("2026-02-27"):
        said = AskedReturn(NOT_OURS, "方案", world.unit("ZJT").id)
        refused(
            "TOO_LATE",
            handlings.ask_return,
            by=world.unit("NYT").office,
            on=Return.of(again(task)),
            saying=said,
        )


def test_a_second_round_is_not_handed_back(world, refused):
    second = world.handled_again(world.rated("dissatisfied"))
    said = AskedReturn(NOT_OURS, "方案", world.unit("ZJT").id)
    answer = refused(
        "TOO_LATE", handlings.ask_return, by=world.unit("NYT").office, on=Return.of(second), saying=said
    )
    assert "重新办理" in answer.reasons[0]


def test_the_government_s_office_decides_where_the_place_says_so(world, lays_down, refused):
    from jianyi.procedure.words import Duty, Kind

    office = world.organisation("省政府办公厅", Kind.GOVERNMENT_OFFICE)
    clerk = world.person("尤敬之", (office, Duty.GOVERNMENT_CLERK))
    request = world.approved(world.handed_over(("SLT", w.Role.SOLE))[0], "SLT", "ZJT")
    said = Reassigning(world.unit("ZJT").id)
    refused("WRONG_ACTOR", handlings.grant_return, by=clerk, on=request, saying=said)
    lays_down(GovernmentOffice.DECIDES)
    assert handlings.grant_return(by=clerk, on=request, saying=said).stage is w.Return.GRANTED


def test_people_and_divisions_of_another_house_are_not_in_the_team(world, refused):
    from dataclasses import replace

    (task,) = world.handed_over()
    nyt, slt = world.unit("NYT"), world.unit("SLT")
    handlings.acknowledge(by=nyt.office, on=task)
    foreign = {
        "leader": slt.leader.person,
        "head": slt.head.person,
        "officer": slt.officer.person,
        "division": slt.division.id,
    }
    for name, number in foreign.items():
        said = replace(nyt.team, **{name: number})
        refused("RESPONSIBILITY_INCOMPLETE", handlings.route, by=nyt.office, on=task, saying=said)
    said = replace(nyt.team, head=nyt.officer.person)
    refused("SAME_PERSON", handlings.route, by=nyt.office, on=task, saying=said)


def test_what_is_handed_back_goes_to_a_unit_in_use(world, refused):
    from jianyi.cases.commands import handlings
    from jianyi.parties import commands as parties
    from jianyi.procedure.facts.said import Reassigning

    request = world.approved(world.handed_over()[0], "NYT", "SLT")
    slt = world.unit("SLT").organisation
    parties.end_organisation(by=world.admin, on=again(slt))
    for number in (slt.id, world.committee.id):
        said = Reassigning(number, "同意")
        told = refused("CHECKLIST_UNMET", handlings.grant_return, by=world.office, on=request, saying=said)
        assert "在用的承办单位" in told.reasons[0]
