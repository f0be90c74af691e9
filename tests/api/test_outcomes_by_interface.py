"""Outcomes over the interface: written, checked, read, counted; reports of the press beside them."""

from build import at
from crediting import Credits, proof
from jianyi.procedure.words import Role


def test_the_road_of_an_outcome_over_the_interface(world, api):
    wlt = Credits(world)
    unit = wlt.unit
    with at("2026-02-26"):
        (task,) = world.handed_over(("WLT", Role.SOLE))
        world.routed(task, "WLT")
    with at("2026-06-01"):
        officer, office, deputy = api(unit.officer), api(unit.office), api(world.deputy)
        said = {
            "kind": "key_work", "name": "储备资源调查", "on": "2026-05-20", "cases": [str(task.root_id)], "attachments": [str(proof(unit.officer))],
            "quantities": [{"what": "储备资源", "number": "1130", "unit": "处"}],
        }  # fmt: skip
        status, bad = officer.post(
            "/outcome/new/credit", said | {"quantities": [{"what": "资源", "number": "-1", "unit": "处"}]}
        )
        assert status == 409 and bad["code"] == "CHECKLIST_UNMET"
        status, unknown = officer.post("/outcome/new/credit", said | {"cases": ["7"]})
        assert status == 422, unknown
        status, row = officer.post("/outcome/new/credit", said)
        assert status == 200 and row["stage"] == "drafted"
        assert deputy.get(f"/outcomes/{row['id']}")[0] == 404
        offers = office.get(f"/outcome/{row['id']}/actions")[1]["rows"]
        assert {each["action"] for each in offers} >= {"certify", "send_back", "link", "revoke"}
        assert office.post(f"/outcome/{row['id']}/certify")[0] == 200
        whole = deputy.get(f"/outcomes/{row['id']}")[1]
        assert whole["editions"][0]["quantities"] == [{"what": "储备资源", "number": "1130", "unit": "处"}]
        assert whole["attachments"] == [] and [link["suggestion"] for link in whole["links"]] == [
            str(task.root_id)
        ]
        told = api(world.clerk).get("/outcomes/figures?year=2026")[1]
        assert [kind["count"] for kind in told["kinds"]] == [0, 1, 0, 0] and told["units"][0]["counts"] == [
            0,
            1,
            0,
            0,
        ]
        listed = deputy.get(f"/outcomes?suggestion={task.root_id}")[1]["rows"]
        assert [each["name"] for each in listed] == ["储备资源调查"] and deputy.get("/outcomes/figures")[
            0
        ] == 404
        assert any(each["outcome"] == row["id"] for each in deputy.get("/notices")[1]["rows"])


def test_a_report_of_the_press_over_the_interface(world, api):
    unit = world.unit("WLT")
    with at("2026-02-26"):
        (task,) = world.handed_over(("WLT", Role.SOLE))
    with at("2026-06-02"):
        office, deputy = api(unit.office), api(world.deputy)
        said = {
            "title": "古村新生", "medium": "澜江日报", "on": "2026-06-01", "address": "https://example.test/1", "cases": [str(task.root_id)],
        }  # fmt: skip
        assert office.post("/publicity/new/feature", said | {"address": "ftp://x"})[0] == 409
        status, row = office.post("/publicity/new/feature", said)
        assert status == 200
        assert deputy.get(f"/publicity/{row['id']}")[1]["suggestions"] == [str(task.root_id)]
        assert [each["title"] for each in deputy.get("/publicity?year=2026")[1]["rows"]] == ["古村新生"]
        assert api(unit.officer).post("/publicity/new/feature", said)[0] == 404
