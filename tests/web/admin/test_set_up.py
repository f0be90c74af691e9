"""The first set-up of an empty database, over HTTP."""

import pytest
from django.test import Client

from jianyi.journal.models import Line
from jianyi.parties.models import Congress, Organisation, Person, Post, Sitting
from jianyi.procedure import words as w
from jianyi.procedure.words import Duty, Kind


pytestmark = pytest.mark.django_db


def test_an_empty_house_leads_to_the_set_up_page():
    browser = Client()
    assert browser.get("/").headers["Location"] == "/set-up/"
    assert browser.get("/sign-in/").headers["Location"] == "/set-up/"
    page = browser.get("/set-up/").content.decode()
    assert "设立平台" in page and "澜江省" in page and "<script>" not in page and "style=" not in page


def test_set_up_founds_the_house_and_signs_in(admin):
    congress, sitting = Congress.objects.get(), Sitting.objects.get()
    assert (congress.name, congress.level, congress.place) == ("澜江省人民代表大会", "province", "lj-2026")
    assert (sitting.term, sitting.nth, sitting.in_session) == (14, 4, True) and sitting.claims_until
    assert {row.kind for row in Organisation.objects.all()} == {Kind.OFFICE, Kind.COMMITTEE}
    person = Person.objects.get()
    assert person.stage is w.Person.ACTIVE and Post.objects.get().duty is Duty.ADMINISTRATOR
    assert all(row.place == "lj-2026" for row in (congress, person, *Organisation.objects.all()))
    assert admin.get("/people/").status_code == 200
    assert Line.objects.filter(action="found").count() == 4


def test_it_is_open_once(admin, set_up):
    assert admin.get("/set-up/").headers["Location"] == "/"
    answer = Client().post("/set-up/", {**set_up, "login": "other"})
    assert answer.status_code == 302 and Person.objects.count() == Congress.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("name", "", "请填写人民代表大会名称"), ("level", "county", "与层级相符的规则"), ("place", "nowhere", "请从列表里选择"),
        ("term", "甲", "阿拉伯数字"), ("password", "12345", "至少 10 个字符"), ("again", "另一个", "两次输入的密码不一样"),
        ("person", "x", "不像一个姓名"), ("login", "=cmd", "开头不能用"), ("committee", "议案建议处", "不能相同"),
        ("name", "\x00", "请填写人民代表大会名称"), ("area", "x" * 101, "太长"), ("claims_until", "明天", "日期和时间"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_and_nothing_is_made(set_up, field, value, told):
    answer = Client().post("/set-up/", {**set_up, field: value})
    page = answer.content.decode()
    assert answer.status_code == 422 and told in page
    assert "省十四届人大四次会议" in page
    assert Congress.objects.count() == Person.objects.count() == 0


def test_a_set_up_that_was_cut_off_goes_on(monkeypatch, set_up):
    """What was made stays; the rest is made when the form is sent again."""
    from jianyi.procedure.refusals import Code, NotNow
    from jianyi.web.admin import founding

    def cut(*_):
        raise NotNow(Code.BUSY, "请稍等几秒再试一次。")

    with monkeypatch.context() as patch:
        patch.setattr(founding, "_administrator", cut)
        assert "请稍等几秒" in Client().post("/set-up/", set_up).content.decode()
    assert Congress.objects.count() == 1
    assert Client().post("/set-up/", set_up).status_code == 302
    assert (Congress.objects.count(), Sitting.objects.count(), Organisation.objects.count()) == (1, 1, 2)
    assert Person.objects.get().stage is w.Person.ACTIVE


def test_a_township_has_a_presidium(set_up):
    told = {
        **set_up,
        "level": "township",
        "place": "national",
        "committee": "主席团",
        "name": "清溪乡人民代表大会",
    }
    assert Client().post("/set-up/", told).status_code == 302
    assert Organisation.objects.filter(kind=Kind.PRESIDIUM).count() == 1
