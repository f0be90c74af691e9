"""Meetings over the interface: the same steps, the same sight."""

from django.core.files.uploadedfile import SimpleUploadedFile

from build import at
from jianyi.kit import clock
from jianyi.procedure.words import Role
from pictures import png


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


def test_the_year_of_a_unit_in_figures_with_their_denominators(world, wlt, api):
    with at("2026-03-02"):
        row = wlt.called(kind="hand_over", starts_at=clock.moment("2026-03-02T14:00"))
    with at("2026-03-02T18:00"):
        wlt.held(row, wlt.unit.leader)
        office = api(wlt.unit.office)
        told = office.get("/unit/year", year=2026)[1]
        leader = next(each for each in told["leaders"] if each["person"]["id"] == str(wlt.unit.leader.person))
        assert [(share["n"], share["of"], share["lacking"]) for share in leader["shares"]] == [
            (1, 1, 0),
            (0, 2, 2),
        ]
        assert (told["times"], told["met"], told["of"]) == (0, 0, 0)
        assert office.get("/unit/contact-plan", year=2026)[1] == {
            "year": 2026,
            "done": 0,
            "of": 0,
            "rows": [],
        }
        said = {"goals": "按期答复", "phases": "沟通 = 2026-03-31 = 逐件沟通", "safeguards": "保障"}
        made = office.do("/workscheme/new/plan", said, {"year": "2026"})
        assert office.get("/unit/scheme", year=2026)[1]["phases"][0]["of"] == 0
        assert api(wlt.unit.officer).get("/unit/scheme", year=2026)[0] == 404
        office.do(f"/workscheme/{made['id']}/present")
        api(wlt.unit.leader).do(f"/workscheme/{made['id']}/approve")
        assert api(wlt.unit.officer).get("/unit/scheme", year=2026)[1]["editions"][0]["goals"] == "按期答复"
        for stranger in (world.clerk, world.deputy):
            for there in ("/unit/year", "/unit/contact-plan", "/unit/scheme"):
                assert api(stranger).get(there)[0] == 404


def test_a_photograph_is_sent_first_then_attached_and_fetched_by_who_may(world, wlt, api):
    guest = world.a_deputy("温知")
    with at("2026-04-01"):
        row = wlt.called(guests=(guest.person,))
    with at("2026-04-16T18:00"):
        wlt.held(row, wlt.unit.leader, guest)
        office, phone = api(wlt.unit.office), api(guest)
        sent = office.client.post(
            "/api/v1/files", {"upload": SimpleUploadedFile("现场.png", png())}, headers=office.headers
        )
        number = sent.json()["id"]
        phone.no(422, "UNCLEAR", f"/meeting/{row.id}/attach", {"photographs": [number]})
        office.do(f"/meeting/{row.id}/attach", {"photographs": [number]})
        (there,) = office.get(f"/meetings/{row.id}")[1]["attachments"]
        assert there["name"] == "现场.png" and phone.get(f"/meetings/{row.id}")[1]["attachments"] == []
        fetched = office.client.get(f"/api/v1/files/{there['id']}", headers=office.headers)
        assert fetched.content == png()
        assert phone.get(f"/files/{there['id']}")[0] == 404


def test_batch_and_hand_over_meeting_name_each_other(world, api):
    with at("2026-02-25"):
        batch = world.batch(world.proposed(("NYT", Role.SOLE)))
        office = api(world.clerk)
        said = {
            "kind": "hand_over", "title": "代表建议交办会", "starts_at": "2026-02-26T09:00", "where": "会议厅",
            "chair": world.head.person, "batch": batch.id,
        }  # fmt: skip
        made = office.do("/meeting/new/convene", said)
        assert office.get(f"/batches/{batch.id}")[1]["meeting"]["id"] == made["id"]
        assert office.get(f"/meetings/{made['id']}")[1]["batch"]["id"] == str(batch.id)
        lost = office.no(422, "UNCLEAR", "/meeting/new/convene", said | {"batch": 7})
        assert "交办批次" in str(lost)


def test_a_second_dissatisfaction_and_its_meeting_name_each_other(world, api):
    row = world.escalated()
    with at("2026-06-01"):
        office = api(world.clerk)
        said = {
            "kind": "conferral", "title": "会商会", "starts_at": "2026-06-12T09:00", "where": "会议室", "chair": world.head.person,
            "escalation": row.id, "cases": [row.root_id],
        }  # fmt: skip
        office.no(422, "UNCLEAR", "/meeting/new/convene", said | {"escalation": 7})
        made = office.do("/meeting/new/convene", said)
        assert office.get(f"/meetings/{made['id']}")[1]["escalation"] == str(row.id)
        (told,) = office.get(f"/suggestions/{row.root_id}")[1]["escalations"]
        assert (told["meeting"], told["minutes"]) == (made["id"], "")
        (told,) = api(world.deputy).get(f"/suggestions/{row.root_id}")[1]["escalations"]
        assert told["meeting"] == "", "who was not asked does not see the meeting"
