"""A committee calls visits and meetings of its own for the topic it supervises: it holds and minutes them, and links its visit (源 R4, W7)."""

import pytest

from build import at
from driving import client_of
from jianyi import areas
from jianyi.fieldwork.commands import meetings as commands
from jianyi.fieldwork.queries.meetings import file, meetings
from jianyi.kit import clock
from jianyi.parties import commands as parties
from jianyi.parties.models import Organisation, Person, Post
from jianyi.parties.queries import actor
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Attending, Calling, Minuting, Passing
from jianyi.procedure.words import Duty, Role
from jianyi.topics.queries import topics as queries
from jianyi.topics.queries.meetings import called_for, linkable
from supervising import Topics


@pytest.fixture
def task(world):
    with at("2026-02-26"):
        return world.routed(world.handed_over(("FGW", Role.SOLE))[0], "FGW")


@pytest.fixture
def topic(key, task):
    with at("2026-03-12"):
        return key.planned(key.listed(task))


def new(topic, by):
    return areas.fresh("meeting", {"topic": str(topic.id)}, by=by)


def calling(key, task, **told):
    plain = {
        "kind": "visit", "title": "港区项目视察", "starts_at": clock.moment("2026-04-17T09:00"), "where": "云浦港区",
        "chair": key.member.person, "agenda": "实地查看，听取汇报", "cases": (task.root_id,),
    }  # fmt: skip
    return Calling(**(plain | told))


@pytest.fixture
def meeting(world, key, topic, task):
    with at("2026-04-01"):
        said = calling(key, task, guests=(world.deputy.person, world.unit("FGW").officer.person))
        return commands.convene(by=key.member, on=new(topic, key.member), saying=said)


def test_only_the_committee_that_supervises_calls_for_its_topic(world, key, task, topic):
    with at("2026-01-21"):
        other = world.person("别委委员", (world.organisation("农委", w.Kind.SPECIAL), Duty.MEMBER))
    for who in (other, world.deputy, world.clerk, world.unit("FGW").office):
        assert new(topic, who) is None
    assert areas.fresh("meeting", {}, by=key.member) is None
    with at("2026-03-01"):
        undecided = key.proposed(world.routed(world.handed_over(("NYT", Role.SOLE))[0]))
    assert new(undecided, key.member) is None
    assert (new(topic, key.member).unit_id, new(topic, key.member).topic_id) == (key.committee.id, topic.id)


def test_who_reads_it(world, key, topic, meeting):
    """The committee, the congress's office, whoever is invited; the units only as guests."""
    seen = (key.member, world.office, world.deputy, world.unit("FGW").officer)
    assert all(file(meeting.id, by=who) for who in seen)
    assert [file(meeting.id, by=who) for who in (world.unit("FGW").office, world.a_deputy("何望川"))] == [
        None,
        None,
    ]
    assert [row.id for row in meetings(by=key.member, kind="", show="").rows] == [meeting.id]
    assert file(meeting.id, by=key.member).is_host and not file(meeting.id, by=world.deputy).is_host


def test_it_is_held_minuted_by_the_committee_and_linked_with_its_visit(world, key, topic, meeting, refused):
    with at("2026-04-17T17:00"):
        said = Attending((key.member.person, world.deputy.person))
        refused("WRONG_ACTOR", commands.hold, by=world.clerk, on=meeting, saying=said)
        row = commands.hold(by=key.member, on=meeting, saying=said)
        row = commands.minute(by=key.member, on=row, saying=Minuting("代表建议加快手续办理。"))
        row = commands.settle(by=key.member, on=row)
        assert row.stage is w.Meeting.SETTLED
        found = queries.file(topic.id, by=key.member)
        assert [each.id for each in called_for(found)] == [row.id] == [each.id for each in linkable(found)]
        key.visited(topic, meeting=row.id)
        (visit,) = queries.file(topic.id, by=key.member).visits
        assert visit.meeting.id == row.id
    (paper,) = file(meeting.id, by=key.member).letters
    assert paper.issuer == "财经委" and paper.number.endswith("建纪〔2026〕1号")


def test_another_committee_s_meeting_is_not_linked(world, key, topic, meeting, task, refused):
    with at("2026-01-21"):
        other = Topics(world, "农委")
    with at("2026-03-12"):
        second = other.listed(
            world.routed(world.handed_over(("NYT", Role.SOLE))[0]), committee=other.committee.id
        )
    with at("2026-04-17T18:00"):
        assert linkable(queries.file(second.id, by=other.member)) == []
        assert new(second, other.member) and new(topic, other.member) is None


def test_a_leader_of_the_congress_may_lead_it_and_nobody_of_a_unit(world, key, topic, task, refused):
    with at("2026-04-01"):
        on = new(topic, key.member)
        wrong = calling(key, task, chair=world.unit("FGW").leader.person)
        refused("CHECKLIST_UNMET", commands.convene, by=key.member, on=on, saying=wrong)
        row = commands.convene(by=key.member, on=on, saying=calling(key, task, chair=world.head.person))
    with at("2026-04-17T17:00"):
        row = commands.hold(by=key.member, on=row, saying=Attending((key.member.person,)))
        row = commands.minute(by=key.member, on=row, saying=Minuting("已查看。"))
        assert commands.settle(by=world.head, on=row).stage is w.Meeting.SETTLED


def page_of(by, row):
    return client_of(by).get(f"/meetings/{row.id}/").content.decode()


def gone(world, who):
    """As they sign in afterwards."""
    for post in Post.objects.filter(person_id=who.person):
        parties.end_post(by=world.admin, on=post)
    return actor(Person.objects.get(id=who.person))


@pytest.mark.parametrize("leads", ["committee", "congress"])
def test_a_chair_who_has_left_settles_nothing_and_another_is_named(world, key, topic, task, refused, leads):
    with at("2026-01-21"):
        other = world.person("别的委员", (key.committee, Duty.MEMBER))
    chair = key.member if leads == "committee" else world.head
    with at("2026-04-01"):
        said = calling(key, task, chair=chair.person)
        row = commands.convene(by=other, on=new(topic, other), saying=said)
    with at("2026-04-17T17:00"):
        row = commands.hold(by=other, on=row, saying=Attending((other.person,)))
        row = commands.minute(by=other, on=row, saying=Minuting("已查看。"))
        passing = Passing("调离", other.person)
        refused("TOO_EARLY", commands.name_another_chair, by=other, on=row, saying=passing)
    with at("2026-04-20"):
        assert "另选主持人" not in page_of(other, row)
        left = gone(world, chair)
        assert "另选主持人" in page_of(other, row)
        form = client_of(other).get(f"/act/meeting/{row.id}/hand_on/").content.decode()
        for who in (other, world.clerk):
            assert f'<option value="{who.person}"' in form
        refused("WRONG_ACTOR", commands.settle, by=left, on=row)
        assert file(row.id, by=left) is None
        unit = Passing("调离", world.unit("FGW").leader.person)
        refused("CHECKLIST_UNMET", commands.name_another_chair, by=other, on=row, saying=unit)
        row = commands.name_another_chair(by=other, on=row, saying=passing)
        assert commands.settle(by=other, on=row).stage is w.Meeting.SETTLED


def test_who_moves_from_the_committee_to_the_congress_goes_on_as_its_chair(world, key, topic, task):
    with at("2026-04-01"):
        row = commands.convene(by=key.member, on=new(topic, key.member), saying=calling(key, task))
    with at("2026-04-17T17:00"):
        row = commands.hold(by=key.member, on=row, saying=Attending((key.member.person,)))
        row = commands.minute(by=key.member, on=row, saying=Minuting("已查看。"))
    with at("2026-04-20"):
        gone(world, key.member)
        world.appoint(key.member, Organisation.objects.get(name="议案建议处"), Duty.OFFICE_CLERK)
        moved = actor(Person.objects.get(id=key.member.person))
        assert commands.settle(by=moved, on=row).stage is w.Meeting.SETTLED
