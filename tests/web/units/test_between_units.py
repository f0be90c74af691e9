"""What lies between units, on their pages: a reply that leaves without a co-unit's opinion."""

import pytest

from build import again, at
from jianyi.cases.models import Waiver
from jianyi.procedure import words as w
from jianyi.procedure.words import Role


@pytest.fixture
def pair(world):
    with at("2026-02-26"):
        lead, helping = world.handed_over(("JTT", Role.LEAD), ("CZT", Role.CO))
        world.working(lead, "JTT")
    return again(lead), again(helping)


@pytest.fixture
def pages(world, reader):
    """`pages(actor, address)`: the page as this person reads it."""

    def read(by, address):
        browser = reader(by)
        browser.get(address)
        return browser

    return read


def test_from_the_case_page_to_the_letter(world, pair, pages):
    lead, _ = pair
    jtt, case = world.unit("JTT"), f"/suggestions/{lead.root_id}/"
    with at("2026-03-20"):
        assert "申请免等会办意见" not in pages(jtt.officer, case).text
    with at("2026-03-30"):
        page = pages(jtt.officer, case)
        assert "申请免等会办意见" in page.text
        page.get(next(link for link in links(page.text) if "/act/waiver/new/ask/" in link))
        assert page.press(tried="电话两次催要", reason="").status_code == 409
        assert "缺失的原因" in page.text and "电话两次催要" in page.text, "what was typed stays"
        page.press(tried="电话两次催要", reason="测算尚未完成")
    row = Waiver.objects.get()
    assert row.stage is w.Waiver.ASKED and "待交办机构决定" in page.text
    with at("2026-03-31"):
        body = pages(world.office, f"/act/waiver/{row.id}/grant/")
        assert "电话两次催要" in body.text and "3 月 26 日" in body.text
        body.press(reason="同意先行答复")
        deputy = pages(world.deputy, case)
        assert "没有按期送来" in deputy.text and "测算尚未完成" in deputy.text
        assert "电话两次催要" not in deputy.text, "what was tried is between the units and who decides"
        paper = world.written(lead, "JTT")
        letter = pages(jtt.officer, f"/papers/{paper.id}/letter/")
        assert "经交办机构同意先行答复，原因是：测算尚未完成" in letter.text
        assert "经同意免等" in pages(jtt.officer, f"/papers/{paper.id}/").text


def links(text):
    from html import unescape
    from re import findall

    return [unescape(link) for link in findall(r'href="([^"]+)"', text)]
