"""The review: list, one suggestion, its conclusions, and the letter to the deputy."""

import pytest

from build import again, at
from jianyi.procedure import places, words as w
from jianyi.procedure.places import place
from jianyi.procedure.words import Duty


@pytest.fixture(autouse=True)
def in_the_sitting():
    with at("2026-01-28"):
        yield


def test_the_list_is_for_the_office(world, browser):
    case = world.submitted()
    page = browser(world.clerk).get("/review/")
    assert page.status_code == 200 and case.title in page.content.decode()
    assert browser(world.head).get("/review/").status_code == 200
    assert browser(world.deputy).get("/review/").status_code == 403
    assert browser(world.unit("NYT").office).get(f"/review/{case.id}/").status_code == 403


def test_the_page_shows_the_checklists_with_their_articles(world, browser):
    case = world.submitted()
    page = browser(world.clerk).get(f"/review/{case.id}/").content.decode()
    for item in (*place("lj-2026").must_have, *place("lj-2026").negative):
        assert item.label in page and item.article in page
    assert "登记编号" in page and "转来信处理" in page


def test_a_suggestion_is_registered(world, browser):
    case = world.submitted()
    answer = browser(world.clerk).post(
        f"/review/{case.id}/",
        {"act": "register", "has": ["title"], "category": "农业", "key": "k1", "seen": case.version},
    )
    assert answer.status_code == 302 and answer["Location"] == "/review/"
    case = again(case)
    assert case.stage is w.Suggestion.REGISTERED and case.no == "0001" and case.category == "农业"


def test_without_a_reason_it_is_not_returned_and_what_was_ticked_stays(world, browser):
    case = world.submitted()
    client = browser(world.clerk)
    answer = client.post(
        f"/review/{case.id}/", {"act": "turn_down", "negative": ["personal"], "category": "留着", "key": "k1"}
    )
    page = answer.content.decode()
    assert answer.status_code == 409 and "REASON_REQUIRED" in page
    assert 'value="personal" checked' in page and "留着" in page
    assert again(case).stage is w.Suggestion.SUBMITTED


def test_a_returned_one_gets_its_letter(world, browser):
    case = world.submitted()
    client = browser(world.clerk)
    reason = "请求解决亲属编制，属于个人问题，" + "不作为代表建议" * 40
    answer = client.post(
        f"/review/{case.id}/", {"act": "turn_down", "negative": ["personal"], "reason": reason, "key": "k1"}
    )
    assert answer["Location"] == f"/review/{case.id}/"
    page = client.get(f"/review/{case.id}/notice/").content.decode()
    assert reason in page and "第七条第一项" in page and "周知远代表" in page
    assert case.title in client.get("/review/?show=not-taken").content.decode()


def test_what_is_registered_has_no_letter(world, browser):
    assert browser(world.clerk).get(f"/review/{world.registered().id}/notice/").status_code == 404


def test_a_stale_page_is_told_so(world, browser):
    case = world.submitted()
    answer = browser(world.clerk).post(
        f"/review/{case.id}/", {"act": "register", "key": "k", "seen": case.version + 3}
    )
    assert answer.status_code == 409 and "CHANGED_MEANWHILE" in answer.content.decode()


def test_the_number_of_queries_does_not_grow(world, browser, django_assert_max_num_queries):
    client = browser(world.clerk)
    for _ in range(5):
        world.submitted()
    client.get("/review/")
    with django_assert_max_num_queries(40) as few:
        client.get("/review/")
    most = len(few)
    for _ in range(10):
        world.submitted()
    with django_assert_max_num_queries(most):
        client.get("/review/")


@pytest.fixture
def delegation_first(monkeypatch):
    """A place like 澜江省 in which the delegation looks first; no place we know has laid that down."""
    known = places._read

    def read(key):
        told = known(key)
        switch = {"is": "in_sitting", "article": "虚构"}
        return told | {"switches": {**told.get("switches", {}), "delegation_review": switch}}

    monkeypatch.setattr(places, "_read", read)
    places.place.cache_clear()
    yield
    places.place.cache_clear()


def test_the_delegation_looks_first_where_the_place_has_it(delegation_first, world, browser):
    staff = browser(world.person("团员", (world.delegation, Duty.DELEGATION_CLERK)))
    first, second = world.submitted(), world.submitted()
    assert first.stage is w.Suggestion.AT_DELEGATION
    page = staff.get("/review/").content.decode()
    assert f"/review/{first.id}/" in page and 'href="/enter/"' not in page
    page = staff.get(f"/review/{first.id}/").content.decode()
    assert 'value="endorse"' in page and 'value="register"' not in page
    assert staff.post(f"/review/{first.id}/", {"act": "send_back", "key": "k"}).status_code == 409
    assert (
        staff.post(
            f"/review/{first.id}/", {"act": "send_back", "key": "k", "reason": "请补充调研情况"}
        ).status_code
        == 302
    )
    assert staff.post(f"/review/{second.id}/", {"act": "endorse", "key": "k2"}).status_code == 302
    assert again(first).stage is w.Suggestion.DRAFT and again(second).stage is w.Suggestion.SUBMITTED
    office = browser(world.clerk).get("/review/").content.decode()
    assert f"/review/{second.id}/" in office
