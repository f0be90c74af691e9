"""The public site: what a stranger reads, how it is kept, and that it gives nothing else away (stories S13)."""

import pytest
from django.test import Client
from test_publishing import delivered, nyt, published


__all__ = ["nyt"]


@pytest.fixture
def open_site():
    return Client()


def test_what_is_published_is_found_and_read_without_signing_in(world, nyt, open_site):
    row = published(world, nyt, delivered(world))
    home = open_site.get("/open/?q=农机")
    assert home.status_code == 200 and f"/open/items/{row.root_id}/" in home.content.decode()
    page = open_site.get(f"/open/items/{row.root_id}/").content.decode()
    assert "省农业农村厅" in page or "NYT" in page
    for there in (
        "figures/",
        "data/",
        "data/suggestions.csv",
        "data/suggestions.json",
        "feed.xml",
        "sitemap.xml",
    ):
        assert open_site.get(f"/open/{there}").status_code == 200, there
    assert not home.cookies and "no-store" not in home["Cache-Control"]
