"""Batch and hand-over meeting on their pages."""

import pytest

from build import again, at
from gathering import Gatherings
from jianyi.fieldwork.queries.batches import meeting_of
from jianyi.procedure.words import Role


@pytest.fixture
def office(world):
    """Somebody of a unit, who is asked to the meeting."""
    return world.unit("NYT").office


@pytest.fixture
def batch(world):
    with at("2026-02-24"):
        return world.batch(world.proposed(("NYT", Role.LEAD), ("JTT", Role.CO)))


def test_batch_and_meeting_name_each_other(world, office, batch, sign_in):
    with at("2026-02-25"):
        client = sign_in(None, world.clerk)
        before = client.get(f"/batches/{batch.id}/").content.decode()
        assert f"/meetings/new/?kind=hand_over&amp;batch={batch.id}" in before
        form = client.get(f"/meetings/new/?kind=hand_over&batch={batch.id}").content.decode()
        assert f'<option value="{batch.id}" selected>交办会（待交办）' in form
        typed = {
            "kind": "hand_over", "title": "代表建议交办会", "starts_at": "2026-02-26T09:00", "where": "会议厅",
            "chair": world.head.person, "batch": batch.id, "key": "k1", "names": office.name,
        }  # fmt: skip
        assert client.post("/meetings/new/", typed).status_code == 302
        meeting = meeting_of(batch.id, by=world.clerk)
        there = client.get(f"/batches/{batch.id}/").content.decode()
        assert f'href="/meetings/{meeting.id}/"' in there and "会议厅" in there
        own = client.get(f"/meetings/{meeting.id}/").content.decode()
        assert f'href="/batches/{batch.id}/"' in own
        guest = sign_in(None, office).get(f"/meetings/{meeting.id}/").content.decode()
        assert "交办批次" in guest and f'href="/batches/{batch.id}/"' not in guest


def test_on_the_page_of_attendance_the_batch_is_chosen_where_it_was_not_before(world, office, batch, sign_in):
    with at("2026-02-25"):
        hall = Gatherings(world, "NYT")
        meeting = hall.called(world.clerk, kind="hand_over", chair=world.head.person)
    with at("2026-04-17"):
        client = sign_in(None, world.clerk)
        form = client.get(f"/meetings/{meeting.id}/attendance/").content.decode()
        assert f'<option value="{batch.id}">' in form
        typed = {"present": [world.head.person], "batch": batch.id, "key": "k2"}
        assert client.post(f"/meetings/{meeting.id}/attendance/", typed).status_code == 302
    assert again(meeting).batch_id == batch.id
