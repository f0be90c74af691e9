"""A single-use link made over the interface: its secret comes from the house, once, and opens the sheet."""

import json

import pytest
from django.test import Client

from build import again, at
from jianyi.cases.models import RatingLink
from jianyi.parties.signing import digest
from jianyi.procedure import words as w


DAY = "2026-04-27"


@pytest.fixture
def sheet(world):
    with at("2026-04-24"):
        return world.answered()


def test_it_answers_with_the_link_once_and_takes_no_secret_from_outside(world, api, sheet):
    client, there = api(world.clerk), f"/rating/{sheet.id}/issue_link"
    with at(DAY):
        told = client.do(there, {"digest": "a" * 64}, key="k1")
        same = client.do(there, {"digest": "a" * 64}, key="k1")
        offered = client.get(f"/rating/{sheet.id}/actions/issue_link")[1]
    link = RatingLink.objects.get()
    token = told["link"].split("/")[-2]
    assert link.digest == digest(token) != "a" * 64 and same["link"] == ""
    assert token not in json.dumps([offered, same]) and link.digest not in json.dumps([told, offered])


def test_the_link_it_answers_with_is_good_for_rating(world, api, sheet):
    with at(DAY):
        told = api(world.clerk).do(f"/rating/{sheet.id}/issue_link")
        there, phone = "/rate/" + told["link"].split("/rate/")[1], Client()
        assert phone.post(there, {"open": "yes"}).status_code == 200
        phone.post(there, {"rate": "yes", "attitude": "satisfied", "result": "satisfied"})
    assert (again(sheet).via, again(sheet).stage) == ("link", w.Rating.CONTENT)


def test_other_steps_and_other_people_get_none(world, api, sheet):
    with at(DAY):
        api(world.unit("NYT").office).no(403, "WRONG_ACTOR", f"/rating/{sheet.id}/issue_link")
        said = {"attitude": "satisfied", "result": "satisfied"}
        assert api(world.deputy).do(f"/rating/{sheet.id}/rate", said)["link"] == ""
    assert not RatingLink.objects.exists()
