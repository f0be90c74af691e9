"""Where a form holds a number, a forged one finds nothing or is ignored; the page never breaks."""

import pytest

from build import again, at
from jianyi.cases.commands import batches
from jianyi.cases.fresh import fresh
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Listing
from jianyi.procedure.words import Role


ODD = ["1" * 5000, "²", "9" * 30]


@pytest.mark.parametrize("odd", ODD)
def test_a_deputy_at_the_sheet(world, sign_in, odd):
    deputy = sign_in(None, world.deputy)
    assert deputy.post("/suggestions/new/", {"act": f"drop-{odd}", "points": ["甲", "乙"]}).status_code == 200
    told = {"title": "修路", "wished_units": [odd], "attachments": [odd], "seen": odd, "key": "k"}
    assert deputy.post("/suggestions/new/", told).status_code == 302
    assert deputy.post("/buffers/suggestion-new/", {"title": "修路", "version": odd}).status_code == 200
    assert deputy.get(f"/suggestions/?sitting={odd}").status_code == 200
    assert deputy.get(f"/act/suggestion/{odd}/write/").status_code == 404


@pytest.mark.parametrize("odd", ODD)
def test_those_who_pick_rows(world, sign_in, odd):
    with at("2026-02-26"):
        case = world.proposed(("NYT", Role.SOLE))
        clerk, head = sign_in(None, world.clerk), sign_in(None, world.head)
        named = {"act": "propose", "unit": [odd], "add": odd, "key": "k"}
        assert clerk.post(f"/workbench/{case.id}/", named).status_code in (200, 409)
        assert clerk.post("/closing/", {"picked": [odd], "key": "k"}).status_code == 200
        batch = batches.prepare(
            by=world.clerk, on=fresh("batch", {}, by=world.clerk), saying=Listing((case.id,), "第 1 批")
        )
        assert head.post(f"/batches/{batch.id}/", {"seen": odd, "key": "k"}).status_code in (302, 409)
        office = sign_in(None, world.unit("NYT").office)
        for page in ("receipt", "route", "route/each"):
            assert office.post(f"/unit/{page}/", {"picked": [odd], "key": "k"}).url == "/unit/"
        assert again(case).stage in (w.Suggestion.PROPOSED, w.Suggestion.HANDED_OVER)
