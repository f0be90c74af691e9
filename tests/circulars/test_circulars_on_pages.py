"""Circulars on their pages: drawn, written, approved, issued and read by those they go to; on paper in every form."""

import re

import pytest

from build import again, at
from circulating import of_government, pushed, to
from jianyi.circulars.commands import circulars
from jianyi.circulars.issued.paper import COLUMNS
from jianyi.circulars.models import Circular
from jianyi.procedure import words as w
from jianyi.procedure.words import Role


@pytest.fixture
def government(world):
    with at("2026-02-26"):
        world.handed_over(("JTT", Role.LEAD), ("CZT", Role.CO), title="关于农村公路的建议")
    return of_government(world)


LINE = "0001 = 没有首次沟通 = 本周内沟通 = JTT 冉路 = 2026-04-10"


def test_a_month_is_told_from_page_to_page(world, government, sign_in):
    jtt = world.unit("JTT")
    clerk, chief = sign_in(None, government.by), sign_in(None, government.approver)
    with at("2026-04-01"):
        drawn = clerk.post("/circulars/new/", {"day": "2026-03-31", "meeting": "", "key": "a"})
        there = drawn["Location"]
        row = Circular.objects.get()
        page = clerk.get(there).content.decode()
        assert "首次沟通按期" in page and "0/1（0.00%）" in page and "关于农村公路的建议" in page
        proposed = clerk.get(f"{there}write/").content.decode()
        assert "0001 = 签收超期 29 天" in proposed
        refused = clerk.post(
            f"{there}write/", {"push": "0001 = 半行", "requirements": "抓紧", "seen": again(row).version}
        )
        assert (
            refused.status_code == 409
            and "0001 = 半行" in refused.content.decode()
            and "第 1 行" in refused.content.decode()
        )
        clerk.post(
            f"{there}write/",
            {"push": LINE, "requirements": "抓紧办理", "praise": "", "seen": again(row).version},
        )
        assert "未签发" in clerk.get(f"{there}paper/").content.decode()
        clerk.post(f"/act/circular/{row.id}/present/", {"seen": again(row).version})
        assert "批准" in chief.get("/").content.decode() and there in chief.get("/").content.decode()
        assert clerk.post(f"/act/circular/{row.id}/approve/", {"seen": again(row).version}).status_code == 409
        chief.post(f"/act/circular/{row.id}/approve/", {"seen": again(row).version})
        assert sign_in(None, jtt.office).get(there).status_code == 404
        clerk.post(f"/act/circular/{row.id}/sign/", {"seen": again(row).version})
        assert again(row).stage is w.Circular.ISSUED
    with at("2026-04-02"):
        unit = sign_in(None, jtt.office)
        assert there in unit.get("/").content.decode() and "确认已阅" in unit.get(there).content.decode()
        unit.post(f"/act/addressee/{to(row, jtt.id).id}/read/", {})
        assert "JTT办公室" in clerk.get(there).content.decode()
        unit.post(f"/act/push/{pushed(row).id}/reach/", {"evidence": "四月二日已沟通"})
        assert "四月二日已沟通" in clerk.get(there).content.decode()
        czt = sign_in(None, world.unit("CZT").office).get(there).content.decode()
        assert "四月二日已沟通" not in czt and "本周内沟通" in czt


def test_its_paper_is_the_same_on_screen_and_as_files(world, government, sign_in):
    with at("2026-04-01"):
        row = government.issued(LINE)
        reader = sign_in(None, world.unit("CZT").office)
        shown = reader.get(f"/circulars/{row.id}/paper/", follow=True).content.decode()
        assert row.number in shown and "推进清单" in shown
        pdf = reader.get(f"/circulars/{row.id}/paper.pdf").content
        assert pdf.startswith(b"%PDF") and reader.get(f"/circulars/{row.id}/paper.pdf").content == pdf
        assert reader.get(f"/circulars/{row.id}/paper.docx").content.startswith(b"PK")
        assert (
            sign_in(None, world.unit("SHT").office).get(f"/circulars/{row.id}/paper.pdf").status_code == 404
        )


def test_a_meeting_and_its_circular_lead_to_each_other(world, sign_in):
    from circulating import of_unit
    from gathering import Gatherings
    from jianyi.kit import clock

    jtt = Gatherings(world, "JTT")
    with at("2026-02-26"):
        task = world.handed_over(("JTT", Role.SOLE))[0]
        world.routed(task, "JTT")
    with at("2026-03-20"):
        meeting = jtt.called(kind="progress", title="三月调度会", starts_at=clock.moment("2026-03-27T09:00"))
    with at("2026-04-01"):
        row = of_unit(jtt.unit).issued("0001 = 没有沟通 = 沟通 = JTT一处 = 2026-04-10", meeting=meeting.id)
        client = sign_in(None, jtt.unit.office)
        assert f"/circulars/{row.id}/#push-t" in client.get(f"/meetings/{meeting.id}/").content.decode()
        assert f"/meetings/{meeting.id}/" in client.get(f"/circulars/{row.id}/").content.decode()


def test_over_the_interface_it_is_the_same(world, government, sign_in):
    with at("2026-04-01"):
        row = government.issued(LINE)
        client = sign_in(None, world.unit("JTT").office)
        told = client.get(f"/api/v1/circulars/{row.id}").json()
        assert told["number"] == row.number and [each["number"] for each in told["push_list"]] == ["0001"]
        assert {"label": "签收", "numerator": 0, "denominator": 2, "rate": "0.00%"} in told["totals"]
        assert [each["house"]["name"] for each in told["addressees"]] == ["JTT"]
        assert [each["id"] for each in client.get("/api/v1/circulars").json()["rows"]] == [str(row.id)]
        sent = client.post(
            f"/api/v1/addressee/{to(row, world.unit('JTT').id).id}/read", {}, content_type="application/json"
        )
        assert sent.status_code == 200 and sent.json()["stage"] == "read"
        assert sign_in(None, world.unit("SHT").office).get(f"/api/v1/circulars/{row.id}").status_code == 404


def test_a_page_of_the_list_asks_no_more_where_there_is_more(
    world, government, sign_in, django_assert_max_num_queries
):
    counts = []
    months = {
        "2026-04-01": ["2026-03-31"],
        "2026-08-04": ["2026-04-30", "2026-05-31", "2026-06-30", "2026-07-31"],
    }
    for today, days in months.items():
        with at(today):
            client = sign_in(None, world.unit("JTT").office)
            for day in days:
                government.issued(LINE, day=day)
            client.get("/circulars/")
            with django_assert_max_num_queries(40) as asked:
                assert client.get("/circulars/").status_code == 200
            counts.append(len(asked))
    assert counts[0] == counts[1]


def test_every_figure_stands_under_its_heading(world, government, sign_in):
    """The page and the paper have the same columns, as many as there are figures."""
    with at("2026-04-01"):
        row = government.issued(LINE)
        page = sign_in(None, government.by).get(f"/circulars/{row.id}/").content.decode()
    heads, body = re.search(
        r"<caption[^>]*>办理进度</caption><thead>(.*?)</thead><tbody>(.*?)</tbody>", page
    ).groups()
    assert re.findall(r"<th[^>]*>(.*?)</th>", heads) == [column.title for column in COLUMNS]
    for line in body.split("</tr>")[:-1]:
        assert line.count("<td>") == len(COLUMNS)


def test_a_notice_names_a_circular_by_its_own_number(world, government, sign_in):
    """No circular is a suggestion."""
    with at("2026-04-01"):
        row = government.issued(LINE)
        told = sign_in(None, world.unit("JTT").office).get("/notices/").content.decode()
    assert f"收到《2026年3月代表建议办理情况通报》（{row.number}），请阅" in told
    assert f"{row.number} 号建议" not in told


def test_a_month_has_one_circular(world, government, refused):
    """Whoever corrects one takes the other back first."""
    with at("2026-04-01"):
        first = government.issued(LINE)
        second = government.approved(LINE, day="2026-03-30")
        told = refused("CHECKLIST_UNMET", circulars.sign, by=government.by, on=again(second))
        assert first.number in told.reasons[0] and "撤回" in told.reasons[0]
        assert again(second).stage is w.Circular.APPROVED and again(second).number == ""
        government.withdrawn(first, by=government.approver)
        assert circulars.sign(by=government.by, on=again(second)).stage is w.Circular.ISSUED
    with at("2026-05-06"):
        assert government.issued(LINE.replace("2026-04-10", "2026-05-20"), day="2026-04-30").number
