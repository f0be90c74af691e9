"""The hand-over meeting of the congress and the batch that it hands over: each names the other, and the notices the meeting."""

import pytest

from build import again, at
from gathering import Gatherings
from jianyi.cases.commands import batches
from jianyi.cases.issued.files import document
from jianyi.cases.models import Letter
from jianyi.documents.letters.webpage import page
from jianyi.fieldwork.commands import meetings as commands
from jianyi.fieldwork.queries.batches import choices, meeting_of
from jianyi.kit import clock
from jianyi.procedure.facts.said import Because
from jianyi.procedure.words import Role


@pytest.fixture
def hall(world):
    return Gatherings(world, "NYT")


@pytest.fixture
def batch(world):
    with at("2026-02-24"):
        return world.batch(world.proposed(("NYT", Role.LEAD), ("JTT", Role.CO)))


def called(hall, batch=None, by=None, **told):
    """Of the congress, unless a unit calls it."""
    world = hall.world
    plain = {
        "kind": "hand_over", "title": "2026年代表建议交办会", "starts_at": clock.moment("2026-02-26T09:00"),
        "where": "人大常委会会议厅", "chair": world.head.person, "batch": batch.id if batch else 0,
    }  # fmt: skip
    return hall.called(by or world.clerk, **(plain | told))


def held(hall, meeting, **told):
    return hall.held(meeting, hall.world.head, hall.unit.office, by=hall.world.clerk, **told)


def notices(batch):
    rows = Letter.objects.filter(root_id=batch.id, kind="notice")
    return [str(page(document(row))) for row in rows]


def test_every_notice_of_the_batch_names_the_meeting_with_day_and_place(world, hall, batch):
    with at("2026-02-25"):
        meeting = called(hall, batch)
    with at("2026-02-26T10:00"):
        batches.hand_over(by=world.head, on=again(batch))
    told = notices(batch)
    assert len(told) == 2
    for each in told:
        assert "并于2026年2月26日09:00在人大常委会会议厅召开2026年代表建议交办会。现将" in each
    with at("2026-02-27"):
        held(hall, meeting)
    assert notices(batch) == told


def test_a_meeting_that_lies_ahead_is_announced(world, hall, batch):
    with at("2026-02-25"):
        called(hall, batch)
        batches.hand_over(by=world.head, on=again(batch))
    assert all("并定于2026年2月26日09:00在人大常委会会议厅召开" in each for each in notices(batch))


def test_without_a_meeting_the_notices_name_none_and_it_is_put_down_later(world, hall, batch):
    with at("2026-02-26"):
        batches.hand_over(by=world.head, on=again(batch))
    assert all("召开" not in each for each in notices(batch))
    assert meeting_of(batch.id, by=world.clerk) is None
    with at("2026-02-26T12:00"):
        meeting = held(hall, called(hall), batch=batch.id)
        assert meeting_of(batch.id, by=world.head) == meeting and again(meeting).batch_id == batch.id
        held(hall, meeting)
    assert again(meeting).batch_id == batch.id, "taken down again without a word about it"


def test_only_the_hand_over_meeting_of_the_congress_hands_a_batch_over(world, hall, batch, refused):
    with at("2026-02-25"):
        said = hall.calling(kind="hand_over", batch=batch.id)
        answer = refused("CHECKLIST_UNMET", commands.convene, by=hall.unit.office, on=hall.new(), saying=said)
        assert "找不到" in answer.reasons[0]
        said = hall.calling(kind="topic", batch=batch.id, chair=world.head.person)
        answer = refused(
            "CHECKLIST_UNMET", commands.convene, by=world.clerk, on=hall.new(world.clerk), saying=said
        )
        assert "请把类别选为“交办会”" in answer.reasons[0]
        other = called(hall, kind="topic")
    with at("2026-02-26T12:00"), pytest.raises(Exception, match="交办会"):
        held(hall, other, batch=batch.id)
    assert choices(hall.new(), by=hall.unit.office) == []


def test_a_batch_is_handed_over_at_one_meeting_and_free_again_when_it_is_called_off(
    world, hall, batch, refused
):
    with at("2026-02-25"):
        first = called(hall, batch)
        said = hall.calling(kind="hand_over", batch=batch.id, chair=world.head.person)
        new = hall.new(world.clerk)
        answer = refused("CHECKLIST_UNMET", commands.convene, by=world.clerk, on=new, saying=said)
        assert "另一次交办会" in answer.reasons[0]
        assert batch not in choices(new, by=world.clerk) and batch in choices(again(first), by=world.clerk)
        commands.call_off(by=world.clerk, on=again(first), saying=Because("改期"))
        assert called(hall, batch).batch_id == batch.id
