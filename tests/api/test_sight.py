"""Who sees what over the interface; who is let in at all."""

import json
from datetime import date

from django.test import Client

from build import again, at
from jianyi.cases.commands import inside
from jianyi.cases.models import Extension, Paper
from jianyi.parties import commands as parties
from jianyi.parties.models import Person
from jianyi.procedure.facts.said import AskedExtension
from jianyi.procedure.words import Role


CANARY = "金丝雀七三九"


def test_strangers_are_turned_away(world, api):
    for path in ("/me", "/work", "/suggestions", "/units", "/procedure"):
        status, body = api().get(path)
        assert status == 401 and body["reasons"]
    assert api().post("/suggestion/new/write")[0] == 401
    assert Client().get("/api/v1/me", headers={"authorization": "Bearer wrong"}).status_code == 401
    assert Client().get("/api/v1/openapi.json").status_code == 200
    assert Client().get("/api/v1/docs").status_code == 404


def test_a_disabled_account_has_no_token(world, api):
    client = api(world.clerk)
    assert client.get("/me")[0] == 200
    parties.disable(by=world.admin, on=again(Person(id=world.clerk.person, congress_id=world.clerk.congress)))
    assert client.get("/me")[0] == 401


def test_a_session_needs_its_csrf_token(world):
    browser = Client(enforce_csrf_checks=True)
    person = Person.objects.get(id=world.deputy.person)
    session = browser.session
    session.update({"person": person.id, "since": person.password[-16:]})
    session.save()
    assert browser.get("/api/v1/me").json()["name"] == "周知远"
    body = json.dumps({"saying": {"title": "甲"}})
    answer = browser.post("/api/v1/suggestion/new/write", body, content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (403, "CSRF")
    browser.get("/sign-in/")
    token = browser.cookies["csrftoken"].value
    answer = browser.post(
        "/api/v1/suggestion/new/write", body, content_type="application/json", headers={"x-csrftoken": token}
    )
    assert answer.status_code == 200
    wrong = browser.get("/api/v1/me", headers={"authorization": "Bearer wrong"})
    assert wrong.status_code == 401


def test_another_unit_sees_nothing(world, api):
    other = world.unit("JTT")
    with at("2026-02-26"):
        (task,) = world.handed_over(("NYT", Role.SOLE))
    stranger, office = api(other.office), api(world.unit("NYT").office)
    assert office.get(f"/suggestions/{task.root_id}")[0] == 200
    assert stranger.get(f"/suggestions/{task.root_id}")[0] == 404
    assert stranger.get("/suggestions")[1]["rows"] == stranger.get("/handlings")[1]["rows"] == []
    assert stranger.get(f"/handling/{task.id}/actions")[0] == 404
    stranger.no(404, "NOT_FOUND", f"/handling/{task.id}/acknowledge")
    assert stranger.get("/batches/1")[0] == 404


def test_the_days_of_a_request_for_more_time_are_told_to_those_who_see_it(world, api):
    nyt = world.unit("NYT")
    with at("2026-02-26"):
        task = world.working(world.handed_over()[0])
    with at("2026-05-08"):
        said = AskedExtension(
            date(2026, 6, 26),
            ("wide",),
            "涉及十二个县",
            "已走访十二个县",
            "六月形成方案",
            date(2026, 5, 7),
            "phone",
            "理解",
        )
        request = inside.ask_extension(by=nyt.office, on=Extension.of(task), saying=said)
        inside.approve_extension(by=nyt.leader, on=request)

        def told(who):
            return {clock["holder"] for clock in api(who).get(f"/suggestions/{task.root_id}")[1]["clocks"]}

        assert str(request.id) in told(world.office) & told(nyt.office)
        assert str(request.id) not in told(world.deputy)


def test_drafts_stay_inside_the_unit(world, api):
    """Only the unit reads its draft, over every route that could tell of it."""
    nyt, co = world.unit("NYT"), world.unit("CZT")
    with at("2026-02-26"):
        task, _ = world.handed_over(("NYT", Role.LEAD), ("CZT", Role.CO))
    with at("2026-03-04"):
        world.working(task)
    paper = Paper.objects.get(handling_id=task.id)
    said = {
        "answers": [{"no": 1, "text": CANARY, "adoption": "adopted"}],
        "reply_class": "A",
        "opening": CANARY,
    }
    with at("2026-03-05"):
        api(nyt.officer).do(f"/paper/{paper.id}/write", said)
        assert CANARY in _all(api(nyt.officer), task.root_id)
        for reader in (co.office, world.deputy, world.clerk, world.head):
            client = api(reader)
            assert CANARY not in _all(client, task.root_id)
            assert client.get(f"/paper/{paper.id}/actions")[0] == 404
            client.no(404, "NOT_FOUND", f"/paper/{paper.id}/sign")


def _all(client, case):
    paths = (
        f"/suggestions/{case}",
        f"/suggestion/{case}/actions",
        "/work",
        "/handlings",
        "/suggestions",
        "/notices",
    )
    return json.dumps([client.get(path) for path in paths], ensure_ascii=False)


def test_a_confidential_proposer_is_not_told_to_units(world, api):
    nyt = world.unit("NYT")
    with at("2026-02-26"):
        (task,) = world.handed_over(confidential=True, confidential_reason="涉及本人单位")
        unit, clerk = _all(api(nyt.office), task.root_id), _all(api(world.clerk), task.root_id)
    assert "周知远" not in unit and str(world.deputy.person) not in unit and "云浦代表团" not in unit
    assert "代表（身份保密）" in unit and "周知远" in clerk


def test_units_that_are_only_proposed_are_not_told(world, api):
    with at("2026-02-20"):
        case = world.proposed(("NYT", Role.SOLE))
    assert "NYT" in _all(api(world.clerk), case.id)
    rows = api(world.unit("JTT").office).get(f"/suggestions/{case.id}")[1]
    assert rows["handlings"] == [] and rows["proposers"][0]["name"] == "周知远"


def test_a_draft_is_the_deputys_alone(world, api):
    """Not to be read, and not to be handed in by the office over the deputy's head."""
    draft = world.draft()
    for reader in (world.clerk, world.head, world.unit("NYT").office, world.a_deputy("沈秋白")):
        client = api(reader)
        assert (
            client.get(f"/suggestions/{draft.id}")[0]
            == client.get(f"/suggestion/{draft.id}/actions")[0]
            == 404
        )
        client.no(404, "NOT_FOUND", f"/suggestion/{draft.id}/enter", {"received": "2月3日收到"})
    assert again(draft).version == draft.version


def test_who_let_an_invitation_lapse_is_told_so(world, api):
    with at("2026-01-20"):
        (invitation,) = world.invited(world.draft(), "沈秋白")
    with at("2026-06-01"):
        told = api(world.a_deputy("沈秋白")).post(f"/invitation/{invitation.id}/co_sign", {"own_will": True})
    assert told[0] == 409 and told[1]["code"] == "TOO_LATE", told
