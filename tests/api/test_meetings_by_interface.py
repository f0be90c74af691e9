"""Meetings over the interface: the same steps, the same sight."""

from build import at


def test_the_interface_has_the_same_steps(world, wlt, api):
    deputy = world.a_deputy("温知")
    with at("2026-04-01"):
        office, phone = api(wlt.unit.office), api(deputy)
        said = {
            "kind": "research", "title": "三县调研", "starts_at": "2026-04-16T09:00", "where": "三县",
            "chair": wlt.unit.leader.person, "guests": [deputy.person, deputy.person],
        }  # fmt: skip
        assert "同一人" in office.no(409, "CHECKLIST_UNMET", "/meeting/new/convene", said)["reasons"][0]
        made = office.do("/meeting/new/convene", said | {"guests": [deputy.person]})
        (row,) = phone.get("/meetings")[1]["rows"]
        assert row["id"] == made["id"] and row["kind"]["label"] == "联合调研"
        (guest,) = phone.get(f"/meetings/{made['id']}")[1]["guests"]
        phone.no(409, "REASON_REQUIRED", f"/guest/{guest['id']}/excuse", {"reason": ""})
        assert phone.do(f"/guest/{guest['id']}/attend")["stage"] == "coming"
        assert phone.post("/meeting/new/convene", said)[0] == 404
        assert api(world.deputy).get(f"/meetings/{made['id']}")[0] == 404
    with at("2026-04-16T18:00"):
        office.do(f"/meeting/{made['id']}/hold", {"present": [deputy.person, wlt.unit.leader.person]})
        said = {"text": "核对线路", "owner": wlt.unit.head.person, "due": "2026-05-29"}
        office.do("/resolution/new/resolve", said, {"meeting": made["id"]})
        office.do(f"/meeting/{made['id']}/minute", {"minutes": "三县情况"})
        api(wlt.unit.leader).do(f"/meeting/{made['id']}/settle")
        assert phone.get(f"/meetings/{made['id']}")[1]["minutes"] == "三县情况"
        (mine,) = api(wlt.unit.head).get(f"/meetings/{made['id']}")[1]["decided"]
        api(wlt.unit.head).do(f"/resolution/{mine['id']}/reach", {"evidence": "已核对"})
