"""What lies between units, on their pages: a reply that leaves without a co-unit's opinion."""

import pytest

from build import again, at
from jianyi.cases.models import Negotiation, Waiver
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


def test_a_talk_goes_from_page_to_page_until_it_is_decided(world, pair, pages):
    lead, _ = pair
    jtt, zjt, case = world.unit("JTT"), world.unit("ZJT"), f"/suggestions/{lead.root_id}/"
    with at("2026-03-04"):
        page = pages(jtt.office, case)
        page.get(next(link for link in links(page.text) if "/act/negotiation/new/negotiate/" in link))
        assert page.press(topic="content", other=str(zjt.id), argument="管线迁改归住建").status_code == 409
        assert "建议怎样办" in page.text and "管线迁改归住建" in page.text, "what was typed stays"
        page.press(
            topic="content", other=str(zjt.id), argument="管线迁改归住建", proposal="请住建厅办理管线部分"
        )
        row = Negotiation.objects.get()
        assert "单位间协商" in page.text and "还没有写明意见" in page.text
        assert "提出协商" in pages(zjt.office, "/").text or "说明本单位意见" in pages(zjt.office, "/").text
        other = pages(zjt.office, case)
        assert "管线迁改归住建" in other.text and "承办任务 <b" not in other.text
        other.get(next(link for link in links(other.text) if f"/act/negotiation/{row.id}/argue/" in link))
        assert "管线迁改归住建" in other.text, "the page of the step shows the other side"
        other.press(argument="迁改由建设单位出资")
        page = pages(jtt.office, case)
        page.get(next(link for link in links(page.text) if f"/act/negotiation/{row.id}/put_up/" in link))
        page.press()
        body = pages(world.office, case)
        assert "管线迁改归住建" in body.text and "迁改由建设单位出资" in body.text
        body.get(next(link for link in links(body.text) if f"/act/negotiation/{row.id}/mediate/" in link))
        body.press(verdict="otherwise", decision="管线部分由住建厅提供方案")
        for by in (jtt.office, zjt.office):
            assert "管线部分由住建厅提供方案" in pages(by, case).text
        assert "管线" not in pages(world.deputy, case).text


def test_who_decides_on_a_return_reads_both_sides(world, pages):
    from jianyi.cases.commands import between
    from jianyi.procedure.facts.said import Arguing, Raising

    slt, zjt = world.unit("SLT"), world.unit("ZJT")
    with at("2026-03-02"):
        (task,) = world.handed_over(("SLT", Role.SOLE))
        said = Raising("handling", zjt.id, "岸线管护归住建", "改由住建厅办理")
        row = between.negotiate(by=slt.office, on=Negotiation.of(task), saying=said)
        between.argue(by=zjt.office, on=row, saying=Arguing("我厅只管城区道路"))
        request = world.approved(again(task), "SLT", "ZJT")
        page = pages(world.office, f"/returns/{request.id}/")
    assert "岸线管护归住建" in page.text and "我厅只管城区道路" in page.text


def test_the_page_of_a_step_tells_no_more_than_the_case_page(world, pair, pages):
    """Whoever may see the case may open the page of any step on it; what lies between units is not told there either."""
    from jianyi.cases.commands import between
    from jianyi.procedure.facts.said import Raising, Waiving

    jtt, lead = world.unit("JTT"), pair[0]
    with at("2026-03-30"):
        said = Raising("co_opinion", world.unit("CZT").id, "资金按八成安排", "照此答复")
        talk = between.negotiate(by=jtt.officer, on=Negotiation.of(lead), saying=said)
        waiver = between.ask_waiver(
            by=jtt.officer, on=Waiver.between(*pair), saying=Waiving("电话两次催要", "测算尚未完成")
        )
        for by, told in ((world.deputy, False), (world.clerk, True), (world.unit("CZT").office, True)):
            assert ("资金按八成安排" in pages(by, f"/act/negotiation/{talk.id}/argue/").text) is told
            assert ("电话两次催要" in pages(by, f"/act/waiver/{waiver.id}/grant/").text) is told


def links(text):
    from html import unescape
    from re import findall

    return [unescape(link) for link in findall(r'href="([^"]+)"', text)]
