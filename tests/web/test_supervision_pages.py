"""Pages of urging and of the ladder: what lags is picked, drafted, signed, answered; who may not, is not shown."""

import pytest
from django.test import Client

from build import again, at
from driving import client_of
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Pleading
from jianyi.procedure.words import Role
from jianyi.supervision.commands.pleas import ask
from jianyi.supervision.fresh import fresh
from jianyi.supervision.models import Help, Measure, Urging
from urging import Urgings


@pytest.fixture
def us(world):
    return Urgings(world)


@pytest.fixture
def tasks(world):
    with at("2026-02-26"):
        lead, helping = world.handed_over(("JTT", Role.LEAD), ("CZT", Role.CO))
        return world.working(lead, "JTT"), world.working(helping, "CZT")


def told(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, (path, answer.status_code)
    return answer.content.decode()


def test_what_lags_is_picked_and_becomes_a_letter(world, us, tasks):
    clerk = us.government()
    with at("2026-03-30"):
        client = client_of(clerk)
        page = told(client, "/supervision/")
        assert "会办意见逾期" in page and page.count("超 4 日（2 个工作日）") == 1
        key = f"{tasks[1].id}.co_opinion.2026-03-26"
        form = told(client, f"/urgings/new/?lags={key}")
        assert "致 CZT" in form and "立即研究提出会办意见" in form
        bad = client.post("/urgings/new/", {"unit": world.unit("CZT").id, "lags": [key], "demands": " "})
        assert bad.status_code == 409 and "至少一条" in bad.content.decode()
        done = client.post("/urgings/new/", {"unit": world.unit("CZT").id, "lags": [key], "demands": "抓紧"})
        letter = Urging.objects.get()
        assert done.headers["Location"] == f"/urgings/{letter.id}/"
        assert told(client_of(world.unit("CZT").office), f"/urgings/{letter.id}/", 404)
        client.post(f"/act/urging/{letter.id}/sign/", {"next": f"/urgings/{letter.id}/"})
        assert again(letter).number == "澜政办督〔2026〕1号"
        page = told(client_of(world.unit("CZT").office), f"/urgings/{letter.id}/")
        assert "签收催办函" in page and "书面回复" in page
        home = told(client_of(world.unit("CZT").office), "/")
        assert "签收催办函" in home and "澜政办督〔2026〕1号" in home


def test_several_addressees_get_a_letter_each(world, us, tasks):
    with at("2026-06-01"):
        client = client_of(world.clerk)
        keys = [f"{tasks[0].id}.reply.2026-05-26", f"{tasks[1].id}.co_opinion.2026-03-26"]
        form = told(client, f"/urgings/new/?lags={keys[0]}&lags={keys[1]}")
        assert "第 1 份" in form and "第 2 份" in form
        client.post("/urgings/new/", {"lags": keys, "demands": "抓紧办理"})
    assert {row.unit.name for row in Urging.objects.all()} == {"JTT", "CZT"}


def test_the_case_page_tells_that_it_was_urged_and_the_deputy_reads_no_paper(world, us, tasks):
    with at("2026-03-30"):
        letter = us.issued(us.government(), unit=world.unit("CZT").id)
        inner = told(client_of(world.office), f"/suggestions/{tasks[0].root_id}/")
        assert "已催办" in inner and letter.number in inner
        page = told(client_of(world.deputy), f"/suggestions/{tasks[0].root_id}/")
        assert "已催办" in page and letter.number not in page
        assert told(client_of(world.deputy), f"/urgings/{letter.id}/", 404)
        other = told(client_of(world.unit("JTT").office), f"/suggestions/{tasks[0].root_id}/")
        assert letter.number not in other


def test_the_ladder_is_climbed_on_its_pages(world, us, tasks):
    jtt, clerk = world.unit("JTT"), us.government()
    with at("2026-06-01"):
        us.issued(clerk, unit=jtt.id)
    with at("2026-06-10"):
        client = client_of(clerk)
        where = f"rung=listing&handling={tasks[0].id}&way=government"
        form = told(client, f"/measures/new/?{where}")
        assert "还没有到期未改的通报" in form
        said = {
            "rung": "listing", "handling": tasks[0].id, "way": "government", "facts": "没有进展", "demands": "成稿", "owner": jtt.head.person,
            "conditions": "成稿",
        }  # fmt: skip
        bad = client.post("/measures/new/", said)
        assert (
            bad.status_code == 409
            and "LADDER_SKIPPED" in bad.content.decode()
            and "没有进展" in bad.content.decode()
        )
        cited = {
            "rung": "circular", "handling": tasks[0].id, "way": "government", "number": "澜政督〔2026〕3号", "day": "2026-06-08",
            "facts": "列名通报", "owner": jtt.head.person,
        }  # fmt: skip
        assert client.post("/measures/new/", cited).status_code == 302
        assert client.post("/measures/new/", said).status_code == 302
        row = Measure.objects.get(rung="listing")
        assert row.previous.startswith("澜政督〔2026〕3号")
        client.post(f"/act/measure/{row.id}/list/", {"next": f"/measures/{row.id}/"})
        page = told(client_of(jtt.office), f"/measures/{row.id}/")
        assert "GP-2026-1" in page and "报整改，申请摘牌" in page
        assert "GP-2026-1" in told(client, "/supervision/?show=measures")


def test_help_is_listed_from_the_page_of_the_suggestion(world, us, tasks):
    jtt = world.unit("JTT")
    with at("2026-03-30"):
        client = client_of(jtt.office)
        assert "列入攻坚帮扶" in told(client, f"/suggestions/{tasks[0].root_id}/")
        told(client, f"/help-measures/new/?suggestion={tasks[0].root_id}")
        said = {
            "suggestion": tasks[0].root_id, "kind": "help", "what": "面源治理", "place": "云浦两镇", "programme": "流域规划", "leads": jtt.head.person,
            "since": "2026-03-30", "until": "2026-12-31",
        }  # fmt: skip
        bad = client.post("/help-measures/new/", said | {"place": ""})
        assert bad.status_code == 409 and "面源治理" in bad.content.decode()
        assert client.post("/help-measures/new/", said).status_code == 302
        row = Help.objects.get()
        assert "面源治理" in told(client, "/help-measures/") and "云浦两镇" in told(
            client, f"/help-measures/{row.id}/"
        )
        assert told(client_of(world.unit("CZT").office), f"/help-measures/{row.id}/", 404)


def test_a_deputy_asks_for_urging_and_the_office_answers(world, us, tasks):
    with at("2026-03-30"):
        client, page = client_of(world.deputy), f"/suggestions/{tasks[0].root_id}/"
        assert "请求催办" in told(client, page)
        sent = client.post(
            "/act/plea/new/ask/", {"suggestion": tasks[0].root_id, "reason": "会办意见一直没有到"}
        )
        assert sent.status_code == 302
        assert "待研究是否催办" in told(client, page)
        office = told(client_of(world.office), page)
        assert "不催办，说明理由" in office and "会办意见一直没有到" in office
        assert "会办意见一直没有到" not in told(client_of(world.unit("JTT").office), page)
        assert w.Plea.ASKED.label in office


def test_a_notice_leads_to_the_letter(world, us, tasks):
    with at("2026-03-30"):
        letter = us.issued(us.government(), unit=world.unit("CZT").id)
        page = told(client_of(world.unit("CZT").office), "/notices/")
        assert f"/urgings/{letter.id}/" in page and "收到《催办函》（澜政办督〔2026〕1号）" in page


def test_what_a_deputy_asks_for_waits_as_a_decision_and_not_as_its_answer(world, tasks):
    on = fresh("plea", {"suggestion": str(tasks[0].root_id)}, by=world.deputy)
    with at("2026-03-30"):
        ask(by=world.deputy, on=on, saying=Pleading("交办以来没有人联系"))
        home = told(client_of(world.clerk), "/")
    assert "决定是否同意" in home and ">不同意<" not in home
