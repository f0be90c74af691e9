"""Dissatisfied again: the meeting that is called for it is linked to it, and without its minutes nothing is concluded."""

from datetime import date

import pytest

from build import again, at
from gathering import Gatherings
from jianyi.cases.commands import ratings
from jianyi.cases.queries.files import case
from jianyi.console.checking import violations
from jianyi.documents.store import keep
from jianyi.fieldwork.commands import meetings as commands
from jianyi.fieldwork.models import Resolution
from jianyi.fieldwork.queries.escalations import beginning, meetings_of
from jianyi.kit import clock
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Because, Determined, Minuting, Resolving, Summoned


@pytest.fixture
def hall(world):
    return Gatherings(world, "NYT")


@pytest.fixture
def row(world):
    """Dissatisfied with the second reply to one suggestion."""
    return world.escalated()


def saying(hall, row, **told):
    world = hall.world
    plain = {
        "kind": "conferral", "title": "夜间限行事项会商会", "starts_at": clock.moment("2026-06-12T09:00"), "where": "代工委会议室",
        "chair": world.head.person, "escalation": row.id, "cases": (row.root_id,),
        "guests": (world.deputy.person, hall.unit.leader.person),
    }  # fmt: skip
    return hall.calling(**(plain | told))


def called(hall, row, **told):
    world = hall.world
    return commands.convene(by=world.clerk, on=hall.new(world.clerk), saying=saying(hall, row, **told))


def held(hall, meeting):
    world = hall.world
    hall.held(meeting, world.head, world.deputy, hall.unit.leader, by=world.clerk)
    said = Resolving("六月底前发布限行通告", hall.unit.leader.person, date(2026, 6, 30))
    commands.resolve(by=world.clerk, on=Resolution.of(again(meeting)), saying=said)
    return commands.minute(by=world.clerk, on=again(meeting), saying=Minuting("双方同意由市公安局执行。"))


def determined(**told):
    said = {
        "held_on": date(2026, 6, 12), "participants": "领衔代表、分管领导", "opinion": "由市公安局执行，限期发布通告",
        "outcome": "follow", "requirements": "发布限行通告并报代表", "due": date(2026, 7, 31),
    }  # fmt: skip
    return Determined(**(said | told))


def convened(world, row):
    said = Summoned(date(2026, 6, 12), "代工委会议室", "领衔代表、分管领导", "夜间限行由谁执行")
    return ratings.convene(by=world.office, on=again(row), saying=said)


def test_nothing_is_concluded_before_the_minutes_of_its_meeting_are_settled(world, hall, row, refused):
    with at("2026-06-01"):
        convened(world, row)
        meeting = called(hall, row)
    with at("2026-06-12T15:00"):
        answer = refused("TOO_EARLY", ratings.determine, by=world.office, on=again(row), saying=determined())
        assert "会商会，已安排" in answer.reasons[0]
        file = keep(
            b"%PDF-1.4",
            name="纪要.pdf",
            kind="pdf",
            congress=world.office.congress,
            owner=world.office.person,
        )
        with_paper = determined(attachments=(file.id,))
        refused("TOO_EARLY", ratings.determine, by=world.office, on=again(row), saying=with_paper)
        held(hall, meeting)
        refused("TOO_EARLY", ratings.determine, by=world.office, on=again(row), saying=determined())
        commands.settle(by=world.head, on=again(meeting))
        wrong = determined(held_on=date(2026, 6, 11))
        answer = refused("CHECKLIST_UNMET", ratings.determine, by=world.office, on=again(row), saying=wrong)
        assert "2026-06-12" in answer.reasons[0]
        done = ratings.determine(by=world.office, on=again(row), saying=determined())
    assert done.stage is w.Escalation.FOLLOWED
    assert (done.meeting, done.minutes) == (
        meeting.id,
        meetings_of([done], by=world.clerk)[row.id].letters[0].number,
    )
    assert not any(sentences for _, sentences in violations().values())


def test_without_a_meeting_the_papers_are_attached_as_before(world, hall, row, refused):
    with at("2026-06-12T15:00"):
        convened(world, row)
        refused("NO_EVIDENCE", ratings.determine, by=world.office, on=again(row), saying=determined())
        meeting = called(hall, row, starts_at=clock.moment("2026-06-13T09:00"))
        commands.call_off(by=world.clerk, on=meeting, saying=Because("代表出差"))
        refused("NO_EVIDENCE", ratings.determine, by=world.office, on=again(row), saying=determined())


def test_it_is_called_once_by_the_congress_in_the_way_of_the_place_and_for_its_suggestion(
    world, hall, row, refused
):
    def no(told, by=None, **more):
        by = by or world.clerk
        said = saying(hall, row, **more)
        answer = refused("CHECKLIST_UNMET", commands.convene, by=by, on=hall.new(by), saying=said)
        assert told in " ".join(answer.reasons), answer.reasons

    with at("2026-06-01"):
        no("请把类别选为“会商会”", kind="interview")
        no("只为“再次不满意的处理”", kind="topic")
        no("只为“再次不满意的处理”", escalation=0)
        no("请把它列入", cases=())
        no("找不到", by=hall.unit.office, chair=hall.unit.leader.person)
        first = called(hall, row)
        no("已为它安排了另一次活动")
        commands.call_off(by=world.clerk, on=first, saying=Because("改期"))
        assert called(hall, row).escalation_id == row.id and again(first).escalation_id is None


def test_it_begins_with_the_suggestion_the_unit_and_the_deputies(world, hall, row):
    with at("2026-06-01"):
        convened(world, row)
        begun = beginning(row.id, by=world.clerk)
        assert (begun.kind, begun.starts_at, begun.where) == ("conferral", "2026-06-12T09:00", "代工委会议室")
        assert begun.case.id == row.root_id
        assert {world.deputy.name, hall.unit.leader.name, hall.unit.officer.name} <= set(begun.people)
        assert beginning(row.id, by=hall.unit.office) is None and beginning(row.id, by=world.deputy) is None
        type(again(row).root).objects.filter(id=row.root_id).update(confidential=True)
        assert world.deputy.name not in beginning(row.id, by=world.clerk).people


def test_minutes_and_decisions_are_shown_to_those_who_were_there_once_they_are_settled(world, hall, row):
    with at("2026-06-01"):
        convened(world, row)
        meeting = called(hall, row)
    with at("2026-06-12T15:00"):
        held(hall, meeting)
        for by in (world.deputy, hall.unit.leader):
            assert meetings_of([row], by=by)[row.id].minutes == "", by.name
        commands.settle(by=world.head, on=again(meeting))
    for by in (world.deputy, hall.unit.leader, world.clerk):
        shown = meetings_of(case(row.root_id, by=by).escalations, by=by)[row.id]
        assert shown.minutes == "双方同意由市公安局执行。", by.name
        assert [each.text for each in shown.resolutions] == ["六月底前发布限行通告"], by.name
    assert meetings_of([row], by=hall.unit.officer) == {}, "who was not there reads no minutes"
