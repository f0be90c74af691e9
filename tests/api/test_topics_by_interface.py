"""Key topics, agendas and the ten links over the interface: as each reader may see them."""

import pytest

from build import at
from jianyi.procedure.words import Role
from jianyi.topics.queries.topics import topics
from supervising import Topics


@pytest.fixture
def key(world):
    return Topics(world)


@pytest.fixture
def topic(world, key):
    with at("2026-02-26"):
        tasks = [
            world.routed(world.handed_over(("NYT", Role.SOLE), title=f"关于第{n}件的建议")[0])
            for n in range(2)
        ]
    with at("2026-03-12"):
        return key.planned(key.listed(*tasks))


def test_the_committee_reads_all_of_its_topic_and_the_unit_what_is_its_own(world, key, topic, api):
    with at("2026-04-17"):
        key.visited(topic, "加快办理")
        whole = api(key.member).get(f"/topics/{topic.id}")[1]
        assert whole["decided_by"] == "主任会议" and len(whole["suggestions"]) == 2
        assert [row["stand"] for row in whole["soundings"]] == ["同意列为重点督办"]
        assert [len(visit["opinions"]) for visit in whole["visits"]] == [2]
        unit = api(world.unit("NYT").office).get(f"/topics/{topic.id}")[1]
        assert len(unit["visits"][0]["opinions"]) == 2 and unit["report"] == ""
        assert api(world.unit("JTT").office).get(f"/topics/{topic.id}")[0] == 404
        assert api(world.deputy).get(f"/topics/{topic.id}")[0] == 404


def test_lists_and_the_published_list(world, key, topic, api):
    with at("2026-04-17"):
        rows = api(key.member).get("/topics?show=listed")[1]["rows"]
        assert [(row["title"], row["suggestions"], row["committee"]) for row in rows] == [
            ("营商环境和重大项目", 2, "财经委")
        ]
        assert api(key.member).get("/topics?show=open")[1]["rows"] == []
        told = api(world.clerk).get("/topics/published?year=2026")[1]["rows"]
        assert [row["leader"] for row in told] == ["裴长松"] * 2 and told[0]["deputy"] == "周知远"
        assert api(world.clerk).get("/topics/published?year=2025")[1]["rows"] == []


def test_numbers_become_suggestions_for_whoever_may_propose(world, key, api):
    with at("2026-02-26"):
        task = world.handed_over(("NYT", Role.SOLE))[0]
        no = task.root.no
        found = api(key.member).get(f"/topics/numbered?numbers={no}、9999")[1]
        assert found == {"suggestions": [str(task.root_id)], "unknown": ["9999"]}
        assert api(world.unit("NYT").office).get(f"/topics/numbered?numbers={no}")[1]["suggestions"] == []


def test_a_case_tells_who_supervises_it_and_what_was_advised(world, key, topic, api):
    with at("2026-04-17"):
        key.visited(topic, "加快办理")
        row = api(world.clerk).get("/topics/published")[1]["rows"][0]
        told = api(world.deputy).get(f"/suggestions/{row['suggestion']}")[1]["key_topic"]
        assert (
            told["leader"] == "裴长松"
            and told["topic"] == ""
            and [o["text"] for o in told["opinions"]] == ["加快办理"]
        )


def test_the_ten_links_for_a_unit(world, topic, api):
    with at("2026-04-17"):
        (flow,) = api(world.unit("NYT").office).get("/unit/flow")[1]
        assert len(flow["links"]) == 10 and flow["links"][3]["suggestions"]
        assert api(world.unit("NYT").officer).get("/unit/flow")[0] == 404


def test_the_lists_ask_no_more_for_more_topics(world, key, topic, django_assert_max_num_queries):
    with at("2026-04-17"):
        tasks = [world.routed(world.handed_over(("NYT", Role.SOLE))[0]) for _ in range(3)]
        for n, task in enumerate(tasks):
            key.proposed(task, title=f"议题{n}")
        with django_assert_max_num_queries(5):
            assert len(topics(by=key.member).rows) == 4
