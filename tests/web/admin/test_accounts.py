"""Accounts over HTTP: one-time links, lock-out, disabling, posts, mandates, tokens."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from jianyi.kit import clock
from jianyi.parties.models import Organisation, Person, Post, Seat
from jianyi.procedure import words as w
from jianyi.procedure.words import Duty


WORD = "远山-薄雾-长桥-73"


def link_in(answer):
    return re.search(r"/first-password/\d+/[\w-]+/", answer.content.decode()).group()


def add(admin, name="方既白", login="fangjibai"):
    answer = admin.post("/people/new/", {"name": name, "login": login, "phone": "", "key": f"k-{login}"})
    assert answer.status_code == 200, answer.content.decode()
    return link_in(answer)


def enter(link):
    browser = Client()
    answer = browser.post(link, {"password": WORD, "again": WORD})
    assert answer.status_code == 302, answer.content.decode()
    return browser


def test_the_one_time_link_works_once(admin, person):
    link = add(admin)
    assert person("fangjibai").stage is w.Person.INVITED
    browser = enter(link)
    assert browser.get("/password/").status_code == 200
    again = Client().post(link, {"password": WORD, "again": WORD}, follow=True)
    assert "已经用过或者过期" in again.content.decode()
    assert Client().post("/sign-in/", {"name": "fangjibai", "password": WORD}).status_code == 302


def test_the_link_lasts_72_hours(admin):
    link = add(admin)
    with clock.at(clock.now() + timedelta(hours=73)):
        assert "过期" in Client().get(link, follow=True).content.decode()


def test_the_link_is_not_kept_and_not_made_twice_by_one_press(admin, person):
    token = add(admin).split("/")[-2]
    assert token not in str(Person.objects.values())
    number = person("fangjibai").id
    first = admin.post(f"/people/{number}/link/", {"key": "once"})
    again = admin.post(f"/people/{number}/link/", {"key": "once"}, follow=True)
    assert "链接已经显示过一次" in again.content.decode()
    enter(link_in(first))


def test_a_reset_makes_the_old_password_void(admin, person):
    browser = enter(add(admin))
    admin.post(f"/people/{person('fangjibai').id}/link/", {"key": "r"})
    assert browser.get("/password/").status_code == 302
    assert Client().post("/sign-in/", {"name": "fangjibai", "password": WORD}).status_code == 401


def test_five_failures_lock_for_a_quarter_of_an_hour(admin):
    enter(add(admin))
    strange = Client()
    told = [
        strange.post("/sign-in/", {"name": "fangjibai", "password": "wrong"}).content.decode()
        for _ in range(5)
    ]
    assert "还可以再试 4 次" in told[0] and "试错次数太多" in told[4]
    locked = Client().post("/sign-in/", {"name": "fangjibai", "password": WORD})
    assert locked.status_code == 429 and "以后再试" in locked.content.decode()
    with clock.at(clock.now() + timedelta(minutes=16)):
        assert Client().post("/sign-in/", {"name": "fangjibai", "password": WORD}).status_code == 302


def test_unknown_names_are_locked_alike(admin):
    told = [Client().post("/sign-in/", {"name": "nobody", "password": "x"}).status_code for _ in range(6)]
    assert told == [401] * 5 + [429]


def test_a_disabled_account_is_out_at_once(admin, person):
    browser = enter(add(admin))
    assert browser.get("/password/").status_code == 200
    row = person("fangjibai")
    admin.post(f"/act/person/{row.id}/disable/", {"key": "d", "seen": row.version, "next": "/people/"})
    assert person("fangjibai").stage is w.Person.DISABLED
    assert browser.get("/password/").headers["Location"].startswith("/sign-in/")
    assert Client().post("/sign-in/", {"name": "fangjibai", "password": WORD}).status_code == 401


def test_the_last_administrator_stays(admin, person):
    page = admin.get(f"/people/{person('wenren').id}/").content.decode()
    assert "最后一位系统管理员" in page
    post = Post.objects.get()
    answer = admin.post(f"/act/post/{post.id}/end/", {"key": "e", "seen": post.version})
    assert answer.status_code == 409 and "最后一位系统管理员" in answer.content.decode()


def test_the_last_administrator_who_can_sign_in_is_neither_disabled_nor_let_go(admin, person):
    """Nobody could let anybody in again: not by closing one's own account, nor by leaving it to one that is closed."""
    own = person("wenren")
    refused = admin.post(f"/act/person/{own.id}/disable/", {"key": "o", "seen": own.version})
    assert refused.status_code == 409 and "最后一位系统管理员" in refused.content.decode()
    enter(add(admin))
    other = person("fangjibai")
    told = {"organisation": "议案建议处", "duty": "administrator", "title": ""}
    assert admin.post(f"/people/{other.id}/posts/", told).status_code == 302
    closed = {"key": "c", "seen": person("fangjibai").version, "next": "/people/"}
    assert admin.post(f"/act/person/{other.id}/disable/", closed).status_code == 302
    post = Post.objects.get(person_id=own.id)
    assert admin.post(f"/act/post/{post.id}/end/", {"key": "e", "seen": post.version}).status_code == 409
    assert person("wenren").stage is w.Person.ACTIVE


def test_posts_and_mandates(admin, person):
    add(admin)
    number = person("fangjibai").id
    wrong = admin.post(f"/people/{number}/posts/", {"organisation": "没有的", "duty": "officer", "title": ""})
    assert wrong.status_code == 422 and "没有找到这个机构" in wrong.content.decode()
    unfit = admin.post(
        f"/people/{number}/posts/", {"organisation": "议案建议处", "duty": "officer", "title": ""}
    )
    assert "里可任：干部、处长、系统管理员" in unfit.content.decode()
    told = {"organisation": "议案建议处", "duty": "office_clerk", "title": "二级主任科员", "key": "p"}
    assert admin.post(f"/people/{number}/posts/", told).status_code == 302
    twice = admin.post(f"/people/{number}/posts/", {**told, "key": "p2"})
    assert "已任这一职务" in twice.content.decode()
    assert Post.objects.get(person_id=number).duty is Duty.OFFICE_CLERK
    admin.post("/organisations/", {"name": "云浦代表团", "kind": "delegation", "key": "o"})
    seat = {
        "term": "14",
        "delegation": "云浦代表团",
        "card_no": "140021",
        "electing_unit": "云浦市",
        "key": "s",
    }
    assert admin.post(f"/people/{number}/seats/", seat).status_code == 302
    assert "已经登记过" in admin.post(f"/people/{number}/seats/", {**seat, "key": "s2"}).content.decode()
    page = admin.get("/people/?q=140021").content.decode()
    assert "方既白" in page and "云浦代表团" in page and "二级主任科员" in page
    assert Seat.objects.get().stage is w.Seat.HELD


def test_organisations_and_sittings(admin):
    unit = {
        "name": "省农业农村厅",
        "short": "农业农村厅",
        "kind": "unit",
        "code": "澜农",
        "of_government": "on",
        "key": "u",
    }
    assert admin.post("/organisations/", unit).status_code == 302
    assert "同名" in admin.post("/organisations/", {**unit, "key": "u2"}).content.decode()
    lone = admin.post("/organisations/", {"name": "科技教育处", "kind": "division", "key": "v"})
    assert lone.status_code == 422 and "上级单位" in lone.content.decode()
    inner = {"name": "科技教育处", "kind": "division", "parent": "省农业农村厅", "key": "v"}
    assert admin.post("/organisations/", inner).status_code == 302
    row = Organisation.objects.get(name="科技教育处")
    assert row.of_government and row.parent.name == "省农业农村厅"
    page = admin.get(f"/organisations/{row.parent_id}/").content.decode()
    assert "承办处室" in page and "科技教育处" in page
    page = admin.get("/sittings/").content.decode()
    assert "未规定" in page and "澜江省办法（虚构）" in page
    told = {"label": "省十四届人大五次会议", "term": "14", "nth": "5", "key": "n"}
    assert admin.post("/sittings/", told).status_code == 302
    assert "已经登记过" in admin.post("/sittings/", {**told, "key": "n2"}).content.decode()


def test_the_pages_are_for_administrators(admin, person, sign_in):
    browser = enter(add(admin))
    for path in (
        "/people/",
        "/people/new/",
        "/organisations/",
        "/sittings/",
        "/import-people/",
        "/import-people/units/",
    ):
        assert browser.get(path).status_code == 404, path
    assert browser.post(f"/people/{person('wenren').id}/link/").status_code == 404
    assert Client().get("/people/").status_code == 302


def test_secrets_are_not_taken_from_a_form(admin, person):
    """Neither a ready hash nor a chosen token: those come from their own pages only."""
    number = person("wenren").id
    for action in ("change_password", "reset", "issue_key", "activate"):
        answer = admin.post(f"/act/person/{number}/{action}/", {"hashed": "x", "digest": "x", "token": "x"})
        assert answer.status_code == 404, action


def test_the_interface_token_is_shown_once_and_works(admin):
    page = admin.post("/access-key/", {"key": "t"}).content.decode()
    token = re.search(r'id="token" readonly value="([\w-]+)"', page).group(1)
    assert (
        Client().get("/api/v1/me", headers={"authorization": f"Bearer {token}"}).json()["name"] == "闻人望舒"
    )
    assert token not in admin.get("/access-key/").content.decode()
    assert "已经显示过一次" in admin.post("/access-key/", {"key": "t"}).content.decode()


@pytest.mark.parametrize("name", ["\x00", "x" * 200, "=1+1", "方 既", "<script>alert(1)</script>"])
def test_odd_names(admin, name):
    answer = admin.post("/people/new/", {"name": name, "login": name, "key": "o"})
    assert answer.status_code in (200, 409, 422)
    assert (
        b"<script>alert" not in answer.content and not Person.objects.filter(name__contains="script").exists()
    )


def test_rare_characters_are_names(admin):
    add(admin, "𠮷田·𰻝力", "rare-1")
    assert Person.objects.get(login="rare-1").name == "𠮷田·𰻝力"


def test_odd_numbers_in_addresses(admin):
    for number in ("0", "99999999999999999999999", "²", "１"):
        assert admin.get(f"/people/{number}/").status_code == 404
        assert admin.get(f"/act/post/{number}/end/").status_code == 404


def test_odd_numbers_of_people_get_no_link(admin):
    for odd in ("1" * 5000, "²", "9" * 30):
        assert admin.post("/import-people/links/", {"people": odd}).url == "/people/"
