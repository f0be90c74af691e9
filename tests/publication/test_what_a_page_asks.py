"""A list of publications and a page of the public site ask as much for many as for few."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from build import at
from jianyi.public import around, front, reading
from jianyi.publication.models import Public
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


def test_what_stands_around_a_list_is_counted_once_and_anew_when_something_changes(world):
    more(world, 1)
    with at("2026-06-01"):
        around.KEPT.clear()
        with CaptureQueriesContext(connection) as first:
            assert "已公开建议 1 件" in Client().get("/open/?q=农机").content.decode()
        with CaptureQueriesContext(connection) as second:
            assert "已公开建议 1 件" in Client().get("/open/?q=公开").content.decode()
        assert len(first) - len(second) >= 6
    more(world, 1)
    with at("2026-06-01"):
        assert "已公开建议 2 件" in Client().get("/open/?q=公开").content.decode()


@pytest.mark.parametrize("rare", [1, 2, 500])
def test_a_word_finds_the_same_whether_it_is_rare_or_common(world, monkeypatch, rare):
    monkeypatch.setattr(reading, "RARE", rare)
    published(world, world.unit("NYT"), delivered(world, title="关于冷僻事项的建议"))
    more(world, 2)
    texts = dict(Public.objects.values_list("id", "words"))
    assert len(texts) == 3
    for told in ("冷僻", "农机", "冷", "关于", "关于冷僻事项", "无人写过", "建议 冷僻", "农机 冷僻"):
        found = {row.id for row in reading.found(world.congress.id, {"q": told})}
        assert found == {n for n, text in texts.items() if all(word in text for word in told.split())}, told


def test_the_public_list_is_walked_in_its_order(world, monkeypatch):
    """Sorting all there is would cost more with every page that is published."""
    if connection.vendor != "sqlite":
        pytest.skip("只有 SQLite 数得出引擎的步数")
    monkeypatch.setattr(reading, "RARE", 0)
    with CaptureQueriesContext(connection) as asked:
        reading.stamp(world.congress.id), reading.listed(world.congress.id, {"q": "农机"})
    plans = []
    for each in [each["sql"] for each in asked if 'FROM "publication_public"' in each["sql"]]:
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {each}".replace("%", "%%"))
            plans.append(" ".join(row[3] for row in cursor.fetchall()))
    assert "public_by_change_in_order" in plans[0] and "public_in_order" in plans[1]
    assert "FOR ORDER BY" not in plans[1]
