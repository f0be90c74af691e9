"""The page on which an office hands all open work of one person to another, and what an administrator is told."""

from datetime import date

import pytest

from build import again, at
from gathering import Gatherings
from jianyi.cases.commands import division, inside, papers, plans
from jianyi.cases.models import Charge, Collective, Milestone, Plan
from jianyi.console.checking import violations
from jianyi.fieldwork.models import Resolution
from jianyi.kit import clock
from jianyi.parties import commands as parties
from jianyi.parties.models import Person
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Charging, Planning, Setting, Succession, UnitRules
from jianyi.procedure.words import Duty, Kind, Role
from jianyi.turn.models import WorkItem


@pytest.fixture
def tasks(world):
    with at("2026-02-26"):
        return [
            world.routed(world.handed_over(("NYT", Role.SOLE), title=title)[0]) for title in ("其一", "其二")
        ]


@pytest.fixture
def successor(world):
    with at("2026-01-20"):
        return world.person("接手人", (world.unit("NYT").division, Duty.OFFICER))


def test_what_would_move_is_shown_before_it_moves(world, tasks, successor, sign_in):
    nyt = world.unit("NYT")
    client = sign_in(None, nyt.office)
    said = {"person": nyt.officer.person, "to": successor.person, "reason": "岗位调整"}
    page = client.get("/unit/hand-on/", said).content.decode()
    assert "在办 2 件" in page and "其一" in page and "其二" in page and "移交给接手人" in page
    assert {again(task).officer_id for task in tasks} == {nyt.officer.person}
    page = client.post("/unit/hand-on/", {**said, "key": "k"}).content.decode()
    assert "已移交 2 件，没有移交 0 件" in page
    assert {again(task).officer_id for task in tasks} == {successor.person}


def test_what_cannot_move_is_listed_with_its_reason_and_the_rest_goes_on(world, tasks, successor, sign_in):
    """Of one of the two the successor is head already."""
    nyt = world.unit("NYT")
    with at("2026-03-01"):
        said = Succession("分工调整", nyt.head.person, successor.person)
        division.hand_on(by=nyt.office, on=tasks[0], saying=said)
    client = sign_in(None, nyt.office)
    said = {"person": nyt.officer.person, "to": successor.person, "reason": "离职", "key": "k"}
    page = client.post("/unit/hand-on/", said).content.decode()
    assert "已移交 1 件，没有移交 1 件" in page and "另选接收人" in page
    assert [again(task).officer_id for task in tasks] == [nyt.officer.person, successor.person]


def test_what_is_missing_is_said_and_nothing_moves(world, tasks, sign_in):
    nyt = world.unit("NYT")
    client = sign_in(None, nyt.office)
    answer = client.post("/unit/hand-on/", {"person": nyt.officer.person, "to": "", "reason": "", "key": "k"})
    page = answer.content.decode()
    assert answer.status_code == 409 and "请选定接收人" in page and "请写明移交原因" in page
    assert {again(task).officer_id for task in tasks} == {nyt.officer.person}


def test_only_the_office_of_a_unit_has_the_page(world, tasks, sign_in):
    for who in (world.unit("NYT").officer, world.clerk, world.deputy):
        assert sign_in(None, who).get("/unit/hand-on/").status_code == 404


def test_an_account_with_open_work_says_how_much_and_where_to_go(world, tasks, refused):
    officer = Person.objects.get(id=world.unit("NYT").officer.person)
    with at("2026-03-02"):
        answer = refused("CHECKLIST_UNMET", parties.disable, by=world.admin, on=officer)
    assert "2 件" in answer.reasons[0] and "移交工作" in answer.reasons[0]


# Everything the person had


def planned(nyt, task, who):
    plan = plans.draw_up(by=nyt.officer, on=Plan.of(task), saying=Planning("三月调研", "专班推进"))
    said = Setting("征求农机所意见", date(2026, 3, 20), who.person)
    return plans.set_milestone(by=nyt.officer, on=Milestone.in_plan(plan), saying=said)


def charged(world, nyt, task, who):
    paper = world.written(world.working(again(task)))
    said = world.decision("NYT", date(2026, 3, 2), digest=paper.digest)
    decision = inside.decide(by=nyt.office, on=Collective.about(paper), saying=said)
    said = Charging("补充分年清单", who.person, date(2026, 3, 20))
    return inside.charge(by=nyt.office, on=Charge.by(decision), saying=said)


def decided(world, who):
    """Something that a meeting of the unit made somebody's business."""
    meetings = Gatherings(world, "NYT")
    with at("2026-02-25"):
        meeting = meetings.called(starts_at=clock.moment("2026-02-26T14:30"))
    with at("2026-02-26T18:00"):
        row = meetings.held(meeting, meetings.unit.leader)
        meetings.decided(row, who)
        meetings.settled(row)
    return Resolution.objects.get(root_id=meeting.id)


def posted(client, who, to, reason="离职"):
    said = {"person": who.person, "to": to.person, "reason": reason, "key": "k"}
    return client.post("/unit/hand-on/", said).content.decode()


def let_go(world, who):
    return parties.disable(by=world.admin, on=Person.objects.get(id=who.person)).stage


def test_when_all_has_gone_to_another_the_account_can_be_disabled(world, tasks, successor, sign_in, refused):
    """Seats, a milestone, a charge, and what a meeting decided: one press, then nothing holds the account."""
    nyt = world.unit("NYT")
    resolution = decided(world, nyt.officer)
    with at("2026-03-02"):
        milestone, charge = planned(nyt, tasks[0], nyt.officer), charged(world, nyt, tasks[1], nyt.officer)
        refused(
            "CHECKLIST_UNMET", parties.disable, by=world.admin, on=Person.objects.get(id=nyt.officer.person)
        )
        client = sign_in(None, nyt.office)
        page = client.get("/unit/hand-on/", {"person": nyt.officer.person}).content.decode()
        assert "在办 5 件" in page and "征求农机所意见" in page and "补充分年清单" in page
        page = posted(client, nyt.officer, successor)
        assert "已移交 5 件，没有移交 0 件" in page and "不能在这里移交" not in page
        assert again(milestone).responsible_id == again(charge).owner_id == successor.person
        assert again(resolution).owner_id == successor.person
        assert let_go(world, nyt.officer) is w.Person.DISABLED


def test_who_has_no_seat_and_only_a_milestone_is_found_too_and_freed(world, tasks, sign_in):
    nyt = world.unit("NYT")
    with at("2026-01-20"):
        deputy_head = world.person("副处长", (nyt.division, Duty.DIVISION_HEAD))
    with at("2026-03-02"):
        row = planned(nyt, tasks[0], deputy_head)
        page = posted(sign_in(None, nyt.office), deputy_head, nyt.head)
        assert "已移交 1 件，没有移交 0 件" in page and again(row).responsible_id == nyt.head.person
        assert let_go(world, deputy_head) is w.Person.DISABLED


def test_a_milestone_that_cannot_go_is_told_with_where_to_give_it_alone_and_the_rest_goes(
    world, tasks, sign_in
):
    """The successor works in a division that has no part in the case whose milestone it is, and takes the decision of the meeting all the same."""
    nyt = world.unit("NYT")
    with at("2026-01-20"):
        elsewhere = world.organisation("NYT二处", Kind.DIVISION, nyt.organisation)
        successor = world.person("二处经办", (elsewhere, Duty.OFFICER))
        deputy_head = world.person("副处长", (nyt.division, Duty.DIVISION_HEAD))
    resolution = decided(world, deputy_head)
    with at("2026-03-02"):
        row = planned(nyt, tasks[0], deputy_head)
        client = sign_in(None, nyt.office)
        page = posted(client, deputy_head, successor)
        assert "已移交 1 件，没有移交 1 件" in page and "另选一人接手" in page
        assert again(row).responsible_id == deputy_head.person
        assert again(resolution).owner_id == successor.person
        alone = f"/act/milestone/{row.id}/hand_on/"
        assert alone in page
        client.post(alone, {"to": nyt.head.person, "reason": "副处长离职"})
        assert again(row).responsible_id == nyt.head.person
        assert let_go(world, deputy_head) is w.Person.DISABLED


def test_a_charge_that_outlives_the_reply_goes_too(world, tasks, successor, sign_in):
    nyt = world.unit("NYT")
    with at("2026-03-02"):
        charge = charged(world, nyt, tasks[1], nyt.head)
        world.sent(again(tasks[1]))
        assert again(tasks[1]).stage is w.Handling.DELIVERED
        page = posted(sign_in(None, nyt.office), nyt.head, nyt.office)
        assert "补充分年清单" in page and again(charge).owner_id == nyt.office.person


def test_what_stays_with_the_person_is_told_and_where_the_coordinator_is_named(world, successor, sign_in):
    """Nothing moves: a meeting whose minutes the person has to settle, and the name in the unit's rules."""
    nyt, meetings = world.unit("NYT"), Gatherings(world, "NYT")
    with at("2026-02-25"):
        chair = nyt.leader.person
        said = UnitRules(coordinator=chair)
        parties.set_rules(by=nyt.office, on=nyt.organisation, saying=said)
        meeting = meetings.called(starts_at=clock.moment("2026-02-26T14:30"), chair=chair)
    with at("2026-02-26T18:00"):
        meetings.presented(meetings.held(meeting, nyt.leader))
        page = sign_in(None, nyt.office).get("/unit/hand-on/", {"person": chair}).content.decode()
    assert "名下还有不能在这里移交的事项" in page and "会议和活动 1 件" in page
    assert f'<a href="/organisations/{nyt.id}/rules/">' in page
    other = sign_in(None, nyt.office).get("/unit/hand-on/", {"person": successor.person}).content.decode()
    assert "不能在这里移交" not in other and "由他人担任" not in other


def test_the_last_of_an_office_goes_when_another_is_there(world, tasks, refused):
    """What waits for the post would wait for nobody."""
    nyt = world.unit("NYT")
    last = Person.objects.get(id=nyt.office.person)
    with at("2026-03-02"):
        world.handed_over(("NYT", Role.SOLE))
        answer = refused("CHECKLIST_UNMET", parties.disable, by=world.admin, on=last)
        assert "办公室唯一的在任人员" in answer.reasons[0]
        world.person("新来的", (nyt.organisation, Duty.UNIT_OFFICE))
        assert let_go(world, nyt.office) is w.Person.DISABLED


def test_what_lies_at_another_s_desk_holds_the_account_as_well(world, tasks, successor, sign_in, refused):
    """It may come back, and would come back to nobody."""
    nyt = world.unit("NYT")
    with at("2026-03-02"):
        for task in tasks:
            papers.present(by=nyt.officer, on=world.written(world.working(task)))
        officer = Person.objects.get(id=nyt.officer.person)
        assert not WorkItem.objects.filter(person_id=officer.id).exists()
        assert "2 件" in refused("CHECKLIST_UNMET", parties.disable, by=world.admin, on=officer).reasons[0]
        posted(sign_in(None, nyt.office), nyt.officer, successor)
        assert let_go(world, nyt.officer) is w.Person.DISABLED


def test_a_closed_account_mans_no_office_in_the_check_of_the_data(world, tasks):
    """However it came about: somebody is told that nobody can answer for these."""
    Person.objects.filter(id=world.unit("NYT").office.person).update(stage=w.Person.DISABLED)
    found = [line for _, lines in violations().values() for line in lines]
    assert sum("办公室无人" in line for line in found) == 2
