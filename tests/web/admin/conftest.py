"""A founded congress whose administrator is signed in."""

import pytest
from django.test import Client

from jianyi.parties.models import Person


WORD = "渡口-石桥-清风-2026"
SET_UP = {
    "name": "澜江省人民代表大会", "level": "province", "area": "澜江省", "place": "lj-2026",
    "label": "省十四届人大四次会议", "term": "14", "nth": "4", "in_session": "on", "claims_until": "2026-02-15T00:00",
    "office": "议案建议处", "committee": "代表工作委员会", "person": "闻人望舒", "login": "wenren", "password": WORD,
    "again": WORD,
}  # fmt: skip


@pytest.fixture
def set_up():
    """What is filled in on the set-up page."""
    return dict(SET_UP)


@pytest.fixture
def admin(db, set_up):
    """A browser in which the first administrator is signed in, by way of the set-up page."""
    browser = Client()
    answer = browser.post("/set-up/", set_up)
    assert answer.status_code == 302, answer.content.decode()
    return browser


@pytest.fixture
def person():
    """`person(login)`: the row."""
    return lambda login: Person.objects.get(login=login)
