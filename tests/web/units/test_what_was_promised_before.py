"""Raised again: what was promised the last time stands beside the case, for those who may read it."""

import pytest

from build import again, at
from jianyi.cases.models import Promise
from jianyi.cases.queries.earlier import earlier, past_answers
from jianyi.cases.queries.files import case
from jianyi.procedure import words as w


TITLE = "关于建设澜湖生态缓冲带并建立管护机制的建议"
OTHER = "关于支持丘陵山区小型农机研发推广的建议"


@pytest.fixture
def nyt(world):
    return world.unit("NYT")


@pytest.fixture
def promise(world):
    """Answered last year, with one promise."""
    with at("2026-03-02"):
        world.rate(world.answered(reply_class="B", title=TITLE))
    return Promise.objects.get()


@pytest.fixture
def task(world, promise):
    with at("2026-06-01"):
        (row,) = world.handed_over(("NYT", w.Role.SOLE), title=TITLE.replace("并建立", "、健全"))
    return row


def told(task, by):
    return [(each.why, [row.id for row in each.promises]) for each in earlier(case(task.root_id, by=by))]


def test_the_unit_and_the_office_see_what_was_promised(world, nyt, promise, task, reader):
    for by in (nyt.office, world.clerk):
        assert told(task, by) == [("同一代表此前提出", [promise.id])]
        page = reader(by).get(f"/suggestions/{task.root_id}/").content.decode()
        assert "以前的承诺" in page and promise.item in page
        shown = reader(by).client.get(f"/api/v1/suggestions/{task.root_id}/earlier").json()
        assert [each["promises"][0]["item"] for each in shown["earlier"]] == [promise.item]


def test_a_unit_that_had_no_part_in_it_is_told_nothing_of_it(world, promise, reader):
    with at("2026-06-01"):
        (row,) = world.handed_over(("ZJT", w.Role.SOLE), title=TITLE)
    office = world.unit("ZJT").office
    assert told(row, office) == []
    assert promise.item not in reader(office).get(f"/suggestions/{row.root_id}/").content.decode()
    assert told(row, world.clerk) != []


def test_another_matter_is_not_the_same(world, nyt, promise):
    with at("2026-06-01"):
        (row,) = world.handed_over(("NYT", w.Role.SOLE), title=OTHER)
    assert told(row, nyt.office) == [] and past_answers(case(row.root_id, by=nyt.office)) == []


def test_it_is_shown_where_it_is_registered_and_where_the_reply_is_written(world, nyt, promise, task, reader):
    with at("2026-06-02"):
        paper = again(world.working(task)).papers.get()
        assert promise.item in reader(nyt.officer).get(f"/papers/{paper.id}/").content.decode()
        new = world.submitted(title=TITLE)
        assert promise.item in reader(world.clerk).get(f"/review/{new.id}/").content.decode()


def test_more_of_them_ask_no_more(world, nyt, promise, task, django_assert_max_num_queries):
    def count():
        with django_assert_max_num_queries(60) as asked:
            earlier(case(task.root_id, by=world.clerk))
        return len(asked)

    few = count()
    with at("2026-03-05"):
        world.answered(reply_class="B", title=TITLE)
    assert count() <= few
