"""The page about clock and channels, the alarm, and one's own settings: by pages and over the interface."""

import json

import pytest
from django.test import Client

from build import at
from jianyi.clockwork import lease
from jianyi.kit import clock
from jianyi.notices.models import Sending
from jianyi.parties.models import Organisation, Person
from jianyi.procedure.words import Duty, Kind
from jianyi.turn.models import Notice


MISSING = {"smtp": "smtp://127.0.0.1:9", "sender": "jianyi@example.gov.cn"}


@pytest.fixture
def mailing(settings):
    settings.JIANYI_SMTP, settings.JIANYI_MAIL_FROM = MISSING["smtp"], MISSING["sender"]


def administrator(world):
    """One who has signed in before."""
    return world.person("第二位管理员", (Organisation.objects.get(kind=Kind.OFFICE), Duty.ADMINISTRATOR))


def a_refused_sending(world):
    return Sending.objects.create(
        congress_id=world.congress.id, notice_id=7, channel="email", person_id=world.clerk.person,
        state="refused", failure="对方拒收：550 查无此人。", made_at=clock.now(), due_at=clock.now(), tries=1,
    )  # fmt: skip


def test_administrators_and_the_office_see_it_and_nobody_else(world, sign_in):
    nyt = world.unit("NYT")
    for by, status in (
        (administrator(world), 200),
        (world.clerk, 200),
        (nyt.office, 404),
        (world.deputy, 404),
    ):
        client = sign_in(None, by)
        assert client.get("/clockwork/").status_code == status
        assert client.get("/api/v1/clockwork").status_code == status


def test_a_clock_that_stands_still_is_told_to_administrators_and_the_office_on_every_page(world, sign_in):
    nyt = world.unit("NYT")
    with at("2026-03-02T10:00"):
        lease.take("tick", lease.LONGEST, "me")
        assert "时钟自" not in sign_in(None, administrator(world)).get("/").content.decode()
    with at("2026-03-02T10:30"):
        for by, told in (
            (administrator(world), True),
            (world.clerk, True),
            (nyt.office, False),
            (world.deputy, False),
        ):
            page = sign_in(None, by).get("/").content.decode()
            assert ("时钟自 2026-03-02 10:00 起没有运行" in page) is told


def test_watchers_are_told_how_the_jobs_fare_without_the_words_of_a_failure(world):
    with at("2026-03-02T10:00"):
        lease.take("email", lease.LONGEST, "me")
        lease.failed("email", "me", RuntimeError("smtp://me:secret@host"))
        answer = Client().get("/healthz")
    told = answer.json()
    assert (
        told["clock"] == "alarm"
        and told["jobs"]["email"]["state"] == "failing"
        and told["jobs"]["tick"]["state"] == "never"
    )
    assert "secret" not in answer.content.decode()


def test_what_was_refused_is_shown_with_its_reason_and_sent_again_by_the_button(world, sign_in, mailing):
    row = a_refused_sending(world)
    office, admin = sign_in(None, world.clerk), sign_in(None, administrator(world))
    assert "立即重发" not in office.get("/clockwork/").content.decode()
    page = admin.get("/clockwork/").content.decode()
    assert "550 查无此人" in page and "孔令微" in page and "立即重发" in page
    office.post("/clockwork/", {"channel": "email", "key": "a"})
    assert Sending.objects.get(id=row.id).state == "refused"
    assert admin.post("/clockwork/", {"channel": "email", "key": "b"}).status_code == 302
    assert Sending.objects.get(id=row.id).state == "waiting"


def test_channels_that_are_not_set_up_are_said_so(world, sign_in):
    told = sign_in(None, administrator(world)).get("/clockwork/").content.decode()
    assert told.count("没有启用") >= 2


def test_one_s_own_settings_are_kept_and_a_wrong_address_stays_in_the_form(world, sign_in):
    client = sign_in(None, world.clerk)
    said = {
        "email": "kong@example.gov.cn",
        "pace": "digest",
        "digest_at": "09:00",
        "quiet_from": "21:00",
        "quiet_until": "07:00",
    }
    answer = client.post("/me/notices/", said | {"email": "不是邮箱", "key": "1"})
    page = answer.content.decode()
    assert (
        answer.status_code == 409
        and "邮箱地址写得不对" in page
        and 'value="不是邮箱"' in page
        and 'value="digest" selected' in page
    )
    assert client.post("/me/notices/", said | {"key": "2"}).status_code == 302
    person = Person.objects.get(id=world.clerk.person)
    assert person.email == "kong@example.gov.cn" and person.manner["quiet_from"] == "21:00"
    page = client.get("/me/notices/").content.decode()
    assert 'value="kong@example.gov.cn"' in page and 'value="21:00" selected' in page
    assert "/me/notices/" in client.get("/notices/").content.decode()


def test_a_deputy_has_settings_too(world, sign_in):
    client = sign_in(None, world.deputy)
    assert client.get("/me/notices/").status_code == 200
    assert (
        client.post(
            "/me/notices/", {"email": "zhou@example.cn", "pace": "each", "digest_at": "08:00", "key": "1"}
        ).status_code
        == 302
    )
    assert Person.objects.get(id=world.deputy.person).email == "zhou@example.cn"


def test_the_same_over_the_interface(world, sign_in, mailing):
    client = sign_in(None, world.clerk)
    asked = {"saying": {"email": "kong@example.gov.cn", "pace": "each", "quiet_from": "22:00"}}

    def post(address, told, by=client):
        return by.post(address, json.dumps(told), content_type="application/json")

    answer = post("/api/v1/me/notices", asked)
    assert answer.status_code == 409 and "免打扰时段" in answer.json()["reasons"][0]
    asked["saying"]["quiet_until"] = "06:00"
    assert post("/api/v1/me/notices", asked).status_code == 200
    told = client.get("/api/v1/me/notices").json()
    assert (told["email"], told["quiet_until"], told["pace"]) == ("kong@example.gov.cn", "06:00", "each")
    row = a_refused_sending(world)
    assert post("/api/v1/clockwork/send-again", {"saying": {"channel": "email"}}).status_code == 403
    admin = sign_in(None, administrator(world))
    stuck = admin.get("/api/v1/clockwork").json()
    assert stuck["stuck"][0]["failure"] == "对方拒收：550 查无此人。" and {
        job["name"] for job in stuck["jobs"]
    } >= {"tick", "remind"}
    assert post("/api/v1/clockwork/send-again", {"saying": {"channel": "email"}}, admin).status_code == 200
    assert Sending.objects.get(id=row.id).state == "waiting"
    assert post("/api/v1/clockwork/send-again", {"saying": {"channel": "smoke"}}, admin).status_code == 422


def test_how_a_message_left_stands_beside_its_line(world, sign_in):
    with at("2026-03-02T10:00"):
        world.submitted()
        told = Notice.objects.filter(duty="office_clerk").latest("id")
        Sending.objects.create(
            congress_id=world.congress.id, notice_id=told.id, channel="email", person_id=world.clerk.person,
            state="sent", sent_at=clock.now(), made_at=clock.now(), due_at=clock.now(),
        )  # fmt: skip
        client = sign_in(None, world.clerk)
        page, rows = client.get("/notices/").content.decode(), client.get("/api/v1/notices").json()["rows"]
    assert [one["state"] for row in rows for one in row["sent"]] == ["sent"]
    assert "电子邮件：已送出" in page
