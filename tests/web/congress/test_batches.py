"""A batch: prepared by the office, handed over once by the head; lists per unit on paper and as a table."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from build import again, at
from jianyi.cases.commands import handlings, suggestions
from jianyi.cases.issued import handover as columns
from jianyi.cases.models import Batch, Handling, Letter, Return
from jianyi.cases.queries import handover
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import AskedReturn, Merging, Reassigning
from jianyi.procedure.words import Role


@pytest.fixture(autouse=True)
def the_day_of_the_hand_over():
    with at("2026-02-26"):
        yield


def prepared(world, browser, *cases):
    told = {"name": "第 1 批", "cases": [str(case.id) for case in cases], "key": "p1"}
    answer = browser(world.clerk).post("/batches/new/", told)
    assert answer.status_code == 302, answer.content.decode()
    return Batch.objects.get()


def cells(answer):
    return [[cell.value for cell in row] for row in load_workbook(BytesIO(answer.content)).active.iter_rows()]


def test_everything_proposed_is_picked_to_begin_with(world, browser):
    case, _ = world.proposed(("NYT", Role.SOLE)), world.registered()
    page = browser(world.clerk).get("/batches/new/").content.decode()
    assert f'name="cases" value="{case.id}" checked' in page and page.count('name="cases"') == 1
    prepared(world, browser, case)
    assert "没有可以列入的建议" in browser(world.clerk).get("/batches/new/").content.decode()
    assert browser(world.unit("NYT").office).get("/batches/new/").status_code == 403


def test_pressed_twice_it_is_one_batch(world, browser):
    case = world.proposed(("NYT", Role.SOLE))
    client = browser(world.clerk)
    for _ in range(2):
        client.post("/batches/new/", {"name": "第 1 批", "cases": [str(case.id)], "key": "same"})
    assert Batch.objects.count() == 1


def test_everybody_reads_whose_turn_it_is(world, browser):
    batch = prepared(world, browser, world.proposed(("NYT", Role.SOLE)))
    assert (
        "等代表工作委员会负责人核对清单" in browser(world.clerk).get(f"/batches/{batch.id}/").content.decode()
    )
    head = browser(world.head)
    assert "用“交办全批”一次交办" in head.get(f"/batches/{batch.id}/").content.decode()
    assert f'<a href="/batches/{batch.id}/">有一批建议待交办' in head.get("/notices/").content.decode()


def test_only_the_head_has_the_button(world, browser):
    batch = prepared(world, browser, world.proposed(("NYT", Role.SOLE)))
    page = browser(world.clerk).get(f"/batches/{batch.id}/")
    assert (
        page.status_code == 200
        and "data-dialog" in page.content.decode()
        and 'id="confirm"' not in page.content.decode()
    )
    assert 'id="confirm"' in browser(world.head).get(f"/batches/{batch.id}/").content.decode()
    answer = browser(world.clerk).post(f"/batches/{batch.id}/", {"key": "k"})
    assert answer.status_code == 409 and "WRONG_ACTOR" in answer.content.decode()
    assert browser(world.unit("NYT").office).post(f"/batches/{batch.id}/", {"key": "k"}).status_code == 403


def test_handed_over_once_however_often_it_is_pressed(world, browser):
    batch = prepared(
        world,
        browser,
        world.proposed(("JTT", Role.LEAD), ("CZT", Role.CO)),
        world.proposed(("JTT", Role.SOLE)),
    )
    client = browser(world.head)
    told = {"key": "once", "seen": batch.version}
    assert [client.post(f"/batches/{batch.id}/", told).status_code for _ in range(2)] == [302, 302]
    assert client.post(f"/batches/{batch.id}/", {"key": "another"}).status_code == 409
    assert again(batch).stage is w.Batch.DONE and Batch.objects.count() == 1
    assert Handling.objects.filter(stage=w.Handling.ARRIVED).count() == 3
    page = client.get(f"/batches/{batch.id}/").content.decode()
    assert "已交办" in page and 'id="confirm"' not in page


def test_what_fails_is_listed_with_its_reason(world, browser):
    good, gone = world.proposed(("NYT", Role.SOLE)), world.proposed(("NYT", Role.SOLE))
    batch = prepared(world, browser, good, gone)
    suggestions.merge(by=world.clerk, on=gone, saying=Merging(good.id, "同一事项"))
    client = browser(world.head)
    client.post(f"/batches/{batch.id}/", {"key": "k"})
    page = client.get(f"/batches/{batch.id}/").content.decode()
    assert "1 件没有交办" in page and f"第 {gone.no} 号" in page and "不能交办" in page
    assert again(good).stage is w.Suggestion.HANDED_OVER


def test_the_units_list_on_paper_and_as_a_table(world, browser):
    helped = world.proposed(("JTT", Role.LEAD), ("CZT", Role.CO), title="=SUM(A1)关于农村公路养护的建议")
    alone = world.proposed(("CZT", Role.SOLE))
    batch = prepared(world, browser, helped, alone)
    unit = world.unit("CZT")
    assert (
        "lt-watermark" in browser(world.clerk).get(f"/batches/{batch.id}/units/{unit.id}/").content.decode()
    )
    browser(world.head).post(f"/batches/{batch.id}/", {"key": "k"})
    page = browser(world.clerk).get(f"/batches/{batch.id}/units/{unit.id}/").content.decode()
    assert "lt-watermark" not in page and all(f">{name}</th>" in page for name in columns.COLUMNS)
    title, header, first, second, foot = cells(
        browser(world.clerk).get(f"/batches/{batch.id}/units/{unit.id}.xlsx")
    )
    assert "CZT" in title[0] and "2 月 26 日交办" in title[0]
    assert tuple(header) == columns.COLUMNS
    assert (
        first[:3] == [1, alone.no, alone.title] and first[6] == "单办" and str(first[10])[:10] == "2026-05-26"
    )
    assert (
        second[1] == helped.no
        and second[2].startswith("'=SUM")
        and second[6] == "会办"
        and str(second[9])[:10] == "2026-03-26"
    )
    assert second[11] == "JTT" and "合计 2 项任务" in foot[0] and "主办（含单办）1 件、会办 1 件" in foot[0]


def test_who_reads_which_list(world, browser):
    batch = prepared(world, browser, world.proposed(("JTT", Role.LEAD), ("CZT", Role.CO)))
    czt, nyt = world.unit("CZT"), world.unit("NYT")
    address = f"/batches/{batch.id}/units/{czt.id}/"
    assert browser(czt.office).get(address).status_code == 404
    browser(world.head).post(f"/batches/{batch.id}/", {"key": "k"})
    answer = browser(czt.office).get(address)
    assert answer.status_code == 200 and 'lt-day">2026-' in answer.content.decode(), "a day is one word"
    assert browser(nyt.office).get(address).status_code == 404
    assert browser(czt.office).get(f"/batches/{batch.id}/list/").status_code == 404
    assert browser(world.deputy).get(address).status_code == 404
    assert browser(world.clerk).get(f"/batches/{batch.id}/list.xlsx").status_code == 200


def test_a_hidden_name_is_on_no_list(world, browser):
    case = world.proposed(("CZT", Role.SOLE), confidential=True, confidential_reason="涉及举报")
    batch = prepared(world, browser, case)
    browser(world.head).post(f"/batches/{batch.id}/", {"key": "k"})
    unit = world.unit("CZT")
    for address in (f"/batches/{batch.id}/units/{unit.id}/", f"/batches/{batch.id}/list/"):
        sheet = browser(world.clerk).get(address).content.decode().split("<main")[1]
        assert "周知远" not in sheet and "云浦代表团" not in sheet and columns.KEPT_SECRET in sheet


def test_a_unit_that_took_over_later_is_not_on_the_list(world, browser):
    batch = prepared(world, browser, world.proposed(("SLT", Role.SOLE)))
    browser(world.head).post(f"/batches/{batch.id}/", {"key": "k"})
    slt, zjt = world.unit("SLT"), world.unit("ZJT")
    with at("2026-03-05"):
        said = AskedReturn("所提事项主要属于城市建设管理职责，" * 3, "三定规定第五条", zjt.id, "agreed")
        request = handlings.ask_return(by=slt.office, on=Return.of(Handling.objects.get()), saying=said)
        request = handlings.approve_return(by=slt.leader, on=request)
    with at("2026-03-10"):
        handlings.grant_return(by=world.office, on=request, saying=Reassigning(zjt.id))
    ((unit, found),) = handover.per_unit(again(batch), by=world.clerk)
    assert unit == slt.id and found.totals.tasks == 1


def test_the_number_of_queries_does_not_grow(world, browser, django_assert_max_num_queries):
    client = browser(world.clerk)
    batch = prepared(
        world, browser, *[world.proposed(("JTT", Role.LEAD), ("CZT", Role.CO)) for _ in range(5)]
    )
    client.get(f"/batches/{batch.id}/")
    with django_assert_max_num_queries(60) as few:
        client.get(f"/batches/{batch.id}/")
    most = len(few)
    client.post(
        "/batches/new/",
        {
            "name": "第 2 批",
            "cases": [str(world.proposed(("CZT", Role.SOLE)).id) for _ in range(25)],
            "key": "p2",
        },
    )
    other = Batch.objects.exclude(id=batch.id).get()
    with django_assert_max_num_queries(most):
        client.get(f"/batches/{other.id}/")


def test_notice_and_list_are_read_and_printed_by_the_unit_they_are_for(world, browser, settings, tmp_path):
    settings.JIANYI_FILES = tmp_path
    batch = prepared(world, browser, world.proposed(("CZT", Role.SOLE)))
    there = f"/batches/{batch.id}/units/{world.unit('CZT').id}"
    head, office = browser(world.head), browser(world.unit("CZT").office)
    assert head.get(f"{there}.pdf").content.startswith(b"%PDF") and not Letter.objects.exists()
    head.post(f"/batches/{batch.id}/", {"key": "k"})
    notice = Letter.objects.get(kind="notice")
    assert f'href="/letters/{notice.id}/"' in head.get(f"/batches/{batch.id}/").content.decode()
    page = office.get(f"/letters/{notice.id}/").content.decode()
    assert "现将由你单位承办的代表建议1件（主办1件）交你单位办理" in page and 'href="/unit/"' in page
    for address in (f"/letters/{notice.id}/letter", there):
        for kind in ("pdf", "docx"):
            first = office.get(f"{address}.{kind}")
            assert first.status_code == 200 and first.content == head.get(f"{address}.{kind}").content
    assert browser(world.unit("CZT").officer).get(f"/letters/{notice.id}/").status_code == 404
    assert browser(world.unit("CZT").officer).get(f"{there}.pdf").status_code == 404
