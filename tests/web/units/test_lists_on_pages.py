"""The lists of dispatch days on their pages: who reads what, and the rule that brings them."""

from datetime import date

from build import again, at
from jianyi.procedure.rhythm import Rhythm
from listing import taken as taken


def test_the_office_reads_it_whole_and_a_division_its_part(world, taken, sign_in):
    unit = world.unit("NYT")
    with at("2026-03-31T18:00"):
        office, head = sign_in(None, unit.office), sign_in(None, unit.head)
        page = " ".join(office.get(f"/unit/lists/{taken['list'].id}/").content.decode().split())
        assert (
            "关于农机下田的建议" in page and "关于冷链仓储的建议" in page and "上次取数以来没有进展" in page
        )
        assert "应于 2026 年 3 月 18 日前与代表首次沟通，已超过 2 日（2 个工作日）。" in page
        part = head.get(f"/unit/lists/{taken['list'].id}/").content.decode()
        assert "关于农机下田的建议" in part and "关于冷链仓储的建议" not in part and "本处室的部分" in part
        month = " ".join(office.get(f"/unit/lists/{taken['month'].id}/").content.decode().split())
        assert "NYT一处" in month and "未分到处室" in month and "0 / 1" in month
        assert "未分到处室" not in head.get(f"/unit/lists/{taken['month'].id}/").content.decode()
        every = " ".join(office.get("/unit/lists/").content.decode().split())
        assert "2026 年第 3 次调度单" in every and "下一调度日" in every and "首次沟通逾期" in every
        assert (
            "调度单"
            not in office.get("/unit/lists/?beat=assessment").content.decode().split("历次取数</h2>")[1]
        )


def test_nobody_else_reads_it(world, taken, sign_in):
    for by in (world.clerk, world.deputy, world.unit("CZT").office):
        client = sign_in(None, by)
        assert client.get(f"/unit/lists/{taken['list'].id}/").status_code == 404
    assert sign_in(None, world.deputy).get("/unit/lists/").status_code == 404


def test_the_rule_is_kept_and_shown_and_a_bad_one_keeps_what_was_typed(world, sign_in):
    unit = world.unit("NYT")
    with at("2026-02-26"):
        office, address = sign_in(None, unit.office), f"/organisations/{unit.id}/rules/"
        bad = office.post(address, {"dispatch_every": "2", "urging_day": "5", "key": "1"})
        assert bad.status_code == 409 and "从哪一天起算" in bad.content.decode()
        assert 'value="5" selected' in bad.content.decode()
        said = {"dispatch_every": "2", "dispatch_from": "2026-02-27", "urging_day": "5", "assess_monthly": "1",
                "assess_hour": "17", "key": "2"}  # fmt: skip
        assert office.post(address, said).status_code == 302
        page = office.get(address).content.decode()
    kept = Rhythm.read(again(unit.organisation).rule["rhythm"])
    assert (kept.every, kept.anchor, kept.weekday, kept.monthly, kept.hour) == (
        2,
        date(2026, 2, 27),
        5,
        True,
        17,
    )
    assert 'value="2026-02-27"' in page and 'name="assess_monthly" value="1" checked' in page


def test_the_notice_names_the_list(world, taken, sign_in):
    with at("2026-03-31T18:00"):
        page = sign_in(None, world.unit("NYT").office).get("/notices/").content.decode()
    assert "《2026 年第 3 次调度单》已自动取数" in page and "《2026 年 3 月考评单》" in page
    assert f"/unit/lists/{taken['list'].id}/" in page
