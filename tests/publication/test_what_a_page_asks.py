"""A list of publications and a page of the public site ask as much for many as for few."""

import pytest
from django.test import Client

from jianyi.public import front
from publishing_roads import delivered, published


STAFF = ("/publications/", "/publications/?part=out", "/api/v1/publications?part=out")
OPEN = (
    "/open/",
    "/open/?q=农机",
    "/open/figures/",
    "/open/feed.xml",
    "/open/sitemap.xml",
    "/open/data/suggestions.csv",
)


@pytest.fixture
def asked(world, sign_in, django_assert_max_num_queries):
    def count():
        found = {}
        for client, pages in ((sign_in(None, world.clerk), STAFF), (Client(), OPEN)):
            for page in pages:
                front.KEEP = front.Kept()
                with django_assert_max_num_queries(40) as queries:
                    answer = client.get(page)
                    assert answer.status_code == 200
                    list(answer.streaming_content if answer.streaming else [])
                found[page] = len(queries)
        return found

    return count


def more(world, count):
    for _ in range(count):
        published(world, world.unit("NYT"), delivered(world))
        delivered(world)


def test_no_page_asks_more_where_there_is_more(world, asked):
    more(world, 1)
    few = asked()
    more(world, 3)
    assert asked() == few


def test_a_page_that_is_kept_asks_only_whether_anything_has_changed(world, django_assert_num_queries):
    more(world, 1)
    Client().get("/open/")
    with django_assert_num_queries(2):
        assert Client().get("/open/").status_code == 200
