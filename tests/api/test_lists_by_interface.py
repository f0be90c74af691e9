"""The lists of a unit over the interface: the same parts for the same readers as on the pages."""

from build import at
from listing import taken as taken


def test_over_the_interface(world, taken, api):
    unit = world.unit("NYT")
    with at("2026-03-20T10:00"):
        office = api(unit.office)
        status, rows = office.get("/tallies", beat="dispatch")
        assert status == 200 and rows["rows"][0]["title"] == "2026 年第 3 次调度单"
        status, whole = office.get(f"/tallies/{taken['list'].id}")
        assert [row["light"] for row in whole["rows"]] == ["red", "red"] and whole["rows"][0]["slow"]
        assert len(api(unit.head).get(f"/tallies/{taken['list'].id}")[1]["rows"]) == 1
        assert {row["criterion"] for row in office.get("/slow")[1]} == {"contact", "acknowledge"}
        status, month = office.get(f"/tallies/{taken['month'].id}")
        assert month["divisions"][-1]["shares"][0] == {
            "measure": "按期首次沟通",
            "numerator": 0,
            "denominator": 1,
        }
        for by in (world.clerk, world.deputy):
            assert api(by).get(f"/tallies/{taken['list'].id}")[0] == 404
        assert api(world.deputy).get("/slow")[1] == []


def test_a_notice_of_a_list_leads_to_it_and_to_no_suggestion(world, taken, api):
    with at("2026-03-31T18:00"):
        rows = api(world.unit("NYT").office).get("/notices")[1]["rows"]
    told = [row for row in rows if row["tally"] == str(taken["list"].id)]
    assert len(told) == 1 and told[0]["suggestion"] == "" and "《2026 年第 2 次调度单》" in told[0]["text"]
