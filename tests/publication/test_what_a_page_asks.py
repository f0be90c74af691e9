"""A list of publications and a page of the public site ask as much for many as for few."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from build import at
from jianyi.public import around, front, reading
from jianyi.publication.models import Public, PublicReply
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


def test_what_can_be_filtered_by_is_looked_up_value_by_value(world):
    """As it occurs in what stands: not by reading all there is, and nothing of what was taken down."""
    more(world, 2)
    rows = Public.objects.order_by("id")
    first, second = rows.values_list("id", flat=True)
    rows.filter(id=first).update(year=2019, category="教育", region="云浦")
    PublicReply.objects.filter(public_id=first).update(
        unit="省教育厅", reply_class="B", class_label="正在解决"
    )
    with CaptureQueriesContext(connection) as asked:
        told = reading.choices(world.congress.id)
    assert told.years == [2026, 2019] and told.categories == ["教育"] and "云浦" in told.regions
    assert set(told.units) == {"NYT", "省教育厅"} and ("B", "正在解决") in told.classes
    assert [key for key, _ in told.classes] == ["A", "B"]
    assert not [each["sql"] for each in asked if "DISTINCT" in each["sql"]]
    assert all("LIMIT 1" in each["sql"] for each in asked)
    rows.filter(id=first).update(gone=True)
    PublicReply.objects.filter(public_id=first).update(gone=True)
    after = reading.choices(world.congress.id)
    assert after.years == [2026] and after.categories == [] and [key for key, _ in after.classes] == ["A"]
    rows.update(gone=True)
    assert reading.choices(world.congress.id).years == []


def test_the_next_value_is_found_along_an_index(world):
    if connection.vendor != "sqlite":
        pytest.skip("只有 SQLite 数得出引擎的步数")
    with CaptureQueriesContext(connection) as asked:
        reading.choices(world.congress.id)
    for each in asked:
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {each['sql']}".replace("%", "%%"))
            plan = " ".join(row[3] for row in cursor.fetchall())
        assert ("public_by_" in plan or "replies_by_" in plan) and "ORDER BY" not in plan, plan
