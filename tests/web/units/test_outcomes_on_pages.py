"""Outcomes on pages: written down with nothing lost, checked, listed, counted, exported; shown where they came from."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from build import again, at
from crediting import Credits
from jianyi.outcomes.models import Link, Outcome, Publicity, Quantity
from jianyi.procedure import words as w
from jianyi.procedure.words import Role


def form(*tasks, **told):
    return {
        "kind": "key_work", "name": "高等级旅游区储备资源调查", "on": "2026-05-20", "text": "全省调查完成。", "numbers": "、".join(task.root.no for task in tasks),
        "documents_title": ["调查报告", ""], "documents_number": ["澜文旅发〔2026〕3号", ""], "documents_day": ["2026-05-20", ""],
        "quantities_what": ["储备资源", ""], "quantities_number": ["１,130", ""], "quantities_unit": ["处", ""], "key": "k1", "seen": "0",
        "upload": SimpleUploadedFile("统计表.txt", "储备资源 1130 处".encode()),
    } | told  # fmt: skip


@pytest.fixture
def credits(world):
    return Credits(world)


@pytest.fixture
def tasks(world):
    with at("2026-02-26"):
        return [
            world.handed_over(
                ("WLT", Role.SOLE), deputy=world.a_deputy(name), title=f"关于{name}古道修缮的建议"
            )[0]
            for name in ("温知", "阮清")
        ]


def test_an_outcome_is_written_checked_and_shown_with_its_suggestion(world, credits, tasks, sign_in):
    with at("2026-06-01"):
        office = sign_in(None, credits.unit.office)
        answer = office.post("/outcomes/new/", form(*tasks))
        assert answer.status_code == 302, answer.content.decode()
        row = Outcome.objects.get()
        assert Quantity.objects.get().told == "储备资源 1130 处" and Link.objects.count() == 2
        page = office.get(f"/outcomes/{row.id}/").content.decode()
        assert "调查报告" in page and "统计表.txt" in page and tasks[0].root.title in page
        same = office.post(f"/act/outcome/{row.id}/certify/", {"key": "c", "seen": row.version})
        assert same.status_code == 409 and "SAME_PERSON" in same.content.decode()
        leader = sign_in(None, credits.unit.leader)
        done = leader.post(f"/act/outcome/{row.id}/certify/", {"key": "d", "seen": row.version})
        assert done.status_code == 302 and done.url == f"/outcomes/{row.id}/" and again(row).standing == 1
        deputy = sign_in(None, world.a_deputy("温知"))
        own = deputy.get(f"/suggestions/{tasks[0].root_id}/").content.decode()
        assert "办出的成果" in own and row.name in own
        opened = deputy.get(f"/outcomes/{row.id}/").content.decode()
        assert (
            "储备资源 1130 处" in opened and tasks[1].root.title not in opened and "统计表.txt" not in opened
        )
        assert "办出了成果" in deputy.get("/notices/").content.decode()
        assert sign_in(None, world.a_deputy("卫南")).get(f"/outcomes/{row.id}/").status_code == 404


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"quantities_number": ["很多", ""]}, "数量"),
        ({"quantities_number": ["-3", ""]}, "大于 0"),
        ({"quantities_number": ["NaN", ""]}, "数量"),
        ({"quantities_number": ["1e40", ""]}, "一千亿"),
        ({"on": "2027-01-01"}, "不能晚于今天"),
        ({"on": "昨天"}, "成果日期"),
        ({"kind": "wealth"}, "类别"),
        ({"numbers": "9999"}, "找不到第 9999 号"),
        ({"numbers": ""}, "至少关联一件"),
        ({"documents_title": ["", ""]}, "没有名称"),
        ({"name": "成" * 201}, "太长"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_typed_or_brought_is_lost(credits, tasks, sign_in, told, sentence):
    with at("2026-06-01"):
        answer = sign_in(None, credits.unit.office).post("/outcomes/new/", form(*tasks, **told))
    page = answer.content.decode()
    assert answer.status_code == 409 and sentence in page and not Outcome.objects.exists()
    assert "全省调查完成。" in page and "澜文旅发〔2026〕3号" in page and "已收到 1 个" in page


def test_more_lines_and_likely_ones_are_offered_without_saving(world, credits, tasks, sign_in):
    with at("2026-06-01"):
        office = sign_in(None, credits.unit.office)
        page = office.post(
            "/outcomes/new/", form(look="more", numbers="", name="古道修缮办法")
        ).content.decode()
        assert (
            page.count('name="quantities_what"') == 4 and "储备资源" in page and not Outcome.objects.exists()
        )
        assert "本单位相似件" in page and tasks[0].root.title in page
        page = office.get(f"/outcomes/new/?cases={tasks[0].root_id}").content.decode()
        assert tasks[1].root.title in page, "what is like the suggestion it is registered from is offered"


def test_a_correction_asks_for_its_reason_and_the_earlier_text_stays(world, credits, tasks, sign_in):
    with at("2026-06-01"):
        row = credits.registered(*tasks)
        office = sign_in(None, credits.unit.office)
        page = office.get(f"/outcomes/{row.id}/edit/").content.decode()
        assert "更正成果" in page and 'value="1130"' in page
        told = form(seen=row.version, numbers="", quantities_number=["1128", ""])
        assert "更正的理由" in office.post(f"/outcomes/{row.id}/edit/", told).content.decode()
        told |= {"reason": "复核", "upload": SimpleUploadedFile("复核.txt", b"1128")}
        assert office.post(f"/outcomes/{row.id}/edit/", told).status_code == 302
        page = office.get(f"/outcomes/{row.id}/").content.decode()
        assert "以前的内容" in page and "储备资源 1130 处" in page and "储备资源 1128 处" in page


def test_links_are_added_and_taken_off_on_the_page(world, credits, tasks, sign_in):
    with at("2026-06-01"):
        row = credits.registered(tasks[0])
        office = sign_in(None, credits.unit.office)
        page = office.get(f"/outcomes/{row.id}/").content.decode()
        assert "本单位相似件" in page and f'value="{tasks[1].root_id}"' in page
        assert (
            office.post(f"/outcomes/{row.id}/links/", {"cases": [tasks[1].root_id], "key": "l"}).status_code
            == 302
        )
        bad = office.post(f"/outcomes/{row.id}/links/", {"numbers": "8888", "key": "m"})
        assert bad.status_code == 409 and "8888" in bad.content.decode()
        link = Link.objects.get(suggestion_id=tasks[1].root_id)
        told = {"reason": "与这件无关", "key": "u", "seen": link.version}
        done = office.post(f"/act/link/{link.id}/unlink/?next=/outcomes/{row.id}/", told)
        assert done.status_code == 302 and again(link).stage is w.Link.UNLINKED
        assert "与这件无关" in office.get(f"/outcomes/{row.id}/").content.decode()
        assert (
            sign_in(None, world.clerk).post(f"/outcomes/{row.id}/links/", {"cases": "1"}).status_code == 404
        )


def test_the_register_counts_filters_and_is_a_table(world, credits, tasks, sign_in):
    with at("2026-06-01"):
        row = credits.registered(*tasks)
        credits.registered(tasks[0], kind="conduct", name="=培训", quantities=())
        office = sign_in(None, world.clerk)
        page = office.get("/outcomes/").content.decode()
        assert "2026 年已登记 2 项" in page and "储备资源 1130 处" in page and row.name in page
        assert row.name not in office.get("/outcomes/?kind=conduct").content.decode()
        assert row.name in office.get("/outcomes/?year=none&kind=&unit=x&show=y").content.decode()
        sheet = load_workbook(BytesIO(office.get("/outcomes/register.xlsx?kind=key_work").content)).active
        cells = [[cell.value for cell in line] for line in sheet.iter_rows(min_row=2)]
        assert cells[0][:3] == ["类别", "成果", "承办单位"] and cells[1][:4] == [
            "重点工作",
            row.name,
            "WLT",
            2026,
        ]
        assert cells[1][6] == "储备资源 1130 处" and len(cells) == 2
        sheet = load_workbook(BytesIO(office.get("/outcomes/register.xlsx?kind=conduct").content)).active
        assert sheet.cell(3, 2).value == "'=培训"
        assert sign_in(None, world.deputy).get("/outcomes/").status_code == 404


def test_it_waits_on_the_first_page_of_whoever_checks(credits, tasks, sign_in):
    with at("2026-06-01"):
        row = credits.drafted(*tasks)
        page = sign_in(None, credits.unit.office).get("/").content.decode()
        assert "核验登记成果" in page and f"/outcomes/{row.id}/" in page


def test_a_report_of_the_press_is_put_on_record_and_put_right(world, credits, tasks, sign_in):
    with at("2026-06-02"):
        office = sign_in(None, credits.unit.office)
        told = {
            "title": "一件建议带活一片古村", "medium": "澜江日报", "on": "2026-06-01", "address": "https://example.test/1",
            "numbers": tasks[0].root.no, "key": "p", "seen": "0",
        }  # fmt: skip
        bad = office.post("/publicity/new/", told | {"address": "javascript:alert(1)"})
        assert (
            bad.status_code == 409
            and "http://" in bad.content.decode()
            and "一件建议带活一片古村" in bad.content.decode()
        )
        assert office.post("/publicity/new/", told).status_code == 302
        row = Publicity.objects.get()
        deputy = sign_in(None, world.a_deputy("温知"))
        assert "宣传报道" in deputy.get(f"/suggestions/{tasks[0].root_id}/").content.decode()
        assert 'href="https://example.test/1"' in deputy.get(f"/publicity/{row.id}/").content.decode()
        more = told | {
            "title": "古村新生",
            "numbers": tasks[1].root.no,
            "cases": [tasks[0].root_id],
            "seen": row.version,
            "key": "q",
        }
        assert office.post(f"/publicity/{row.id}/edit/", more).status_code == 302
        assert (
            "古村新生" in sign_in(None, world.a_deputy("阮清")).get(f"/publicity/{row.id}/").content.decode()
        )
        assert "古村新生" in sign_in(None, world.clerk).get("/publicity/?year=2026").content.decode()
        assert sign_in(None, world.a_deputy("卫南")).get(f"/publicity/{row.id}/").status_code == 404


def test_lists_ask_as_often_for_many_as_for_few(world, credits, tasks, sign_in):
    with at("2026-06-01"):
        office = sign_in(None, credits.unit.office)
        counts = []
        for many in (2, 8):
            while Outcome.objects.count() < many:
                n = Outcome.objects.count()
                credits.registered(*tasks, name=f"第{n}项")
                credits.reported(*tasks, title=f"第{n}篇", on=date(2026, 5, 1))
            for address in ("/outcomes/", "/publicity/", f"/suggestions/{tasks[0].root_id}/"):
                office.get(address)
                with CaptureQueriesContext(connection) as asked:
                    assert office.get(address).status_code == 200
                counts.append(len(asked))
        assert counts[:3] == counts[3:]
