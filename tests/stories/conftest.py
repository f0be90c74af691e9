"""Each story is played three times: by its commands, over the interface, and in a browser where one is installed."""

import pytest


WAYS = ["commands", "interface", pytest.param("browser", marks=pytest.mark.django_db(transaction=True))]


@pytest.fixture(autouse=True, params=WAYS)
def way(request, monkeypatch):
    """Through which door the story goes; stories without a world are played once."""
    if "world" not in request.fixturenames and request.param != "commands":
        pytest.skip("这一项不经过任何入口")
    if request.param == "interface":
        from driving import OverTheInterface

        OverTheInterface(monkeypatch)
    if request.param == "browser":
        from browsing import InABrowser

        InABrowser(monkeypatch, request.getfixturevalue("house"))
    return request.param
