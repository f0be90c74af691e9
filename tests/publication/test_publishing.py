"""What a reply becomes for the public: prepared, checked, published, kept up to date, taken down (stories S13; forms F31)."""

from datetime import date

import pytest

from build import at
from jianyi.procedure import words as w
from jianyi.procedure.facts import said as s
from jianyi.procedure.refusals import Refused
from jianyi.publication.commands import publishing
from jianyi.publication.models import Public, Publication, PublicPair, PublicReply
from jianyi.turn.models import Deadline


PHONE = "13800001234"


@pytest.fixture
def nyt(world):
    return world.unit("NYT")


def delivered(world, day="2026-04-28", **told):
    """The reply to suggestion 0001, sent on this day; its publication."""
    with at("2026-02-26"):
        (task,) = world.handed_over(**told)
        task = world.working(task)
    with at(day):
        world.sent(task)
    return Publication.objects.get(handling_id=task.id)


def settled(row, **told):
    """Everything that is marked is taken out."""
    marks = tuple(s.Marked(no, "redact") for no in range(1, len(row.marks) + 1))
    return s.Clearing(marks=marks, **told)


def checked(unit, row, **told):
    row = publishing.write(by=unit.officer, on=row, saying=settled(row, **told))
    row = publishing.present(by=unit.officer, on=row)
    return publishing.check(by=unit.office, on=row)


def published(world, unit, row, day="2026-05-26", **told):
    with at(day):
        return publishing.publish(by=world.clerk, on=checked(unit, row, **told))


def refused(call, **told):
    with pytest.raises(Refused) as caught:
        call(**told)
    return caught.value.code


def test_it_is_opened_with_the_reply_and_due_twenty_working_days_later(world):
    row = delivered(world)
    assert row.stage is w.Publication.DRAFTING
    assert Deadline.objects.get(holder_id=row.id, limit=w.Limit.PUBLICATION).due_on == date(2026, 5, 28)


def test_it_goes_to_the_public_through_three_hands(world, nyt):
    row = published(world, nyt, delivered(world))
    assert row.stage is w.Publication.PUBLISHED and row.published_by == world.clerk.name
    page = Public.objects.get()
    assert page.title == row.root.title and page.published_on == date(2026, 5, 26)
    assert PublicReply.objects.get().answers and PublicPair.objects.filter(pair="农机").exists()
