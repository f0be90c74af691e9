"""What stands in the menu: short groups, one place marked, nothing that leads nowhere."""

import pytest

from jianyi.web import menu
from jianyi.web.shell import counters_of


@pytest.fixture
def shown(world, rf):
    """`shown(actor, path)`: the groups of this person's menu on that page."""

    def groups(actor, path="/"):
        request = rf.get(path)
        request.actor = actor
        return menu.nav(actor, counters_of(request), path, deputy=not actor.posts)

    return groups


def people(world):
    unit = world.unit("NYT")
    return (world.clerk, world.head, unit.office, unit.head, unit.officer, unit.leader, world.deputy)


def test_no_group_is_longer_than_an_eye_takes_in(world, shown):
    for actor in people(world):
        assert max(len(group["links"]) for group in shown(actor)) <= 10, actor


def test_a_page_is_marked_once_and_by_the_longest_address(world, shown):
    def marked(path):
        links = [link for group in shown(world.clerk, path) for link in group["links"]]
        return [link["label"] for link in links if link["current"]]

    assert marked("/") == ["待办"]
    assert marked("/suggestions/12/") == ["建议库"]
    assert marked("/supervision/board/") == ["督办"]


def test_every_entry_opens(world, shown, sign_in):
    for actor in people(world):
        client = sign_in(None, actor)
        for link in (link for group in shown(actor) for link in group["links"]):
            assert client.get(link["href"]).status_code == 200, (actor, link["href"])


def test_what_waits_stands_beside_the_work_list(world, shown):
    world.registered()
    first = shown(world.clerk)[0]["links"][0]
    assert first["label"] == "待办" and first["count"].number >= 1
