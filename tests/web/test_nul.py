"""A NUL is no text: it falls out of whatever a form or an address says, on every engine."""

from django.test import Client

from jianyi.cases.models import Suggestion


def test_in_a_form_in_an_address_and_in_a_request_key(world, sign_in):
    deputy = sign_in(None, world.deputy)
    told = {
        "title": "修\x00路",
        "situation": "村道失\x00养。",
        "points": ["补\x00助"],
        "unit_q": "\x00",
        "key": "k\x00",
    }
    assert deputy.post("/suggestions/new/", told).status_code == 302
    assert Suggestion.objects.get().title == "修路"
    assert deputy.post("/buffers/suggestion-new/", {"title": "甲\x00", "version": "0"}).status_code == 200
    assert deputy.get("/suggestions/?q=%00&unit=%00").status_code == 200
    assert deputy.get("/check/%00/").status_code == 404


def test_at_the_sign_in(world):
    assert Client().post("/sign-in/", {"name": "\x00", "password": "x"}).status_code == 401
