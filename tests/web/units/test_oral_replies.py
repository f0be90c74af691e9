"""The record of an oral reply on its pages: the unit's form, the deputy's card on a phone, the signed paper, the form to print."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from build import again, at
from jianyi.cases.models import OralReply
from jianyi.procedure import words as w


@pytest.fixture
def task(world):
    with at("2026-02-26"):
        (task,) = world.handed_over(points=2)
    with at("2026-03-20"):
        world.signed(world.working(task))
    return again(task)


@pytest.fixture
def pages(world, reader):
    """`pages(actor, address)`: the page as this person reads it."""

    def read(by, address):
        browser = reader(by)
        browser.get(address)
        return browser

    return read


FILLED = {
    "occurred_at": "2026-03-20T10:00",
    "where": "云坪镇政府会议室",
    "promises": "印发补助办法 = 2026-09-30",
}


def put_down(page, **told):
    return send(page, page.address, FILLED | {"point": ["已列入年度计划", "六月底前印发"]} | told)


def send(page, address, told):
    """As the form at this address sends it, and on to the page it leads to."""
    page.address, page.answer = address, page.client.post(address, told, follow=True)
    return page.answer


def test_from_the_unit_to_the_deputys_signature(world, task, pages):
    unit, there = world.unit("NYT"), f"/suggestions/{task.root_id}/"
    with at("2026-03-20T11:00"):
        page = pages(unit.officer, there)
        assert "登记当面答复" in page.text
        page.get(f"/handlings/{task.id}/oral/")
        assert put_down(page).status_code == 409
        assert "还缺：面复人" in page.text and "已列入年度计划" in page.text, "what was typed stays"
        assert "六月底前印发" in page.text and "云坪镇政府会议室" in page.text
        put_down(page, replied_by=str(unit.leader.person), deputies=[str(world.deputy.person)])
        record = OralReply.objects.get()
        assert "代表未签署" in pages(unit.officer, f"/forms/oral_reply/{record.id}/").text
        assert "待代表签署" in page.text and "六月底前印发" in page.text
        home = pages(world.deputy, "/")
        assert "当面答复了您，请签署记录" in home.text
        mine = pages(world.deputy, there)
        assert "已列入年度计划" in mine.text and "印发补助办法（2026-09-30 前）" in mine.text
        sign = f"/act/oralreply/{record.id}/countersign/"
        refused = send(mine, sign, {"deputy_opinion": "partly", "opinion": "", "written": "no"})
        assert refused.status_code == 409 and "请写明意见" in mine.text
        send(
            mine, sign, {"deputy_opinion": "partly", "opinion": "盼列明资金", "written": "no", "next": there}
        )
        assert again(record).counts and "盼列明资金" in mine.text and "本人在平台签署" in mine.text
        assert "盼列明资金" in pages(unit.officer, there).text
        assert "代表未签署" not in pages(unit.officer, f"/forms/oral_reply/{record.id}/").text


def test_the_signed_paper_is_entered_with_its_scan_and_the_office_vouches_for_it(world, task, pages):
    unit, there = world.unit("NYT"), f"/suggestions/{task.root_id}/"
    with at("2026-03-20T11:00"):
        record = world.replied_orally(task)
        page = pages(unit.officer, f"/act/oralreply/{record.id}/enter/")
        said = {"deputy_opinion": "agree", "written": "no"}
        assert page.press(**said).status_code == 409 and "扫描件" in page.text
        scan = SimpleUploadedFile("签名.txt", "代表签名".encode())
        send(page, f"/act/oralreply/{record.id}/enter/", said | {"upload": scan, "next": there})
        assert again(record).stage is w.OralReply.SCANNED and "签名.txt" in page.text
        assert "按您签名的纸质记录录入" in pages(world.deputy, there).text
        office = pages(world.clerk, there)
        assert "核对纸质签署" in office.text and "签名.txt" in office.text
        office.get(f"/act/oralreply/{record.id}/confirm/")
        office.press()
    assert again(record).confirmed_by == "孔令微"


def test_before_the_letter_is_signed_the_page_says_so(world, pages):
    with at("2026-02-26"):
        task = world.working(world.handed_over()[0])
        assert "书面答复还没有签发" in pages(world.unit("NYT").officer, f"/handlings/{task.id}/oral/").text
        assert "登记当面答复" not in pages(world.unit("NYT").officer, f"/suggestions/{task.root_id}/").text
