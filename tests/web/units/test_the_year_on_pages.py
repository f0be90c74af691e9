"""The pages of a unit's year: figures with their denominators, who still has to meet whom, the work scheme."""

import pytest

from build import again, at
from jianyi.fieldwork.models import SchemeText, WorkScheme
from jianyi.kit import clock
from jianyi.parties import commands as parties
from jianyi.procedure.facts.said import UnitRules
from jianyi.procedure.words import Role


PHASES = "摸底沟通 = 2026-03-31 = 逐件沟通"


@pytest.fixture
def office(wlt, sign_in):
    return sign_in(None, wlt.unit.office)


def test_attended_out_of_how_many_and_what_is_lacking(wlt, office):
    with at("2026-03-02"):
        row = wlt.called(kind="hand_over", starts_at=clock.moment("2026-03-02T14:00"))
    with at("2026-03-02T18:00"):
        wlt.held(row, wlt.unit.leader)
        page = " ".join(office.get("/unit/year/").content.decode().split())
    assert "1 / 1" in page and "0 / 2" in page and "调度会缺 2 次" in page and "不少于两次" in page


def test_who_still_has_to_meet_whom(world, wlt, office, sign_in):
    with at("2026-02-26"):
        task = world.routed(world.handed_over(("WLT", Role.SOLE))[0], "WLT")
        assert "还没有规定由哪一级见面" in office.get("/unit/contact-plan/").content.decode()
        said = UnitRules(meets_key="principal", meets_led="leader", meets_other="division")
        parties.set_rules(by=wlt.unit.office, on=again(wlt.unit.organisation), saying=said)
        page = office.get("/unit/contact-plan/").content.decode()
        assert task.root.title in page and "待见面" in page and "应由处级（WLT处长）见面" in page
        head = sign_in(None, wlt.unit.head)
        assert task.root.title in head.get("/unit/contact-plan/?mine=1").content.decode()
        leader = sign_in(None, wlt.unit.leader)
        assert task.root.title not in leader.get("/unit/contact-plan/?mine=1").content.decode()


def test_the_rule_of_who_meets_whom_is_kept_and_shown(wlt, office):
    with at("2026-02-26"):
        address = f"/organisations/{wlt.unit.id}/rules/"
        said = {"meets_key": "principal", "meets_led": "leader", "meets_other": "division", "key": "1"}
        assert office.post(address, said).status_code == 302
        page = office.get(address).content.decode()
    assert again(wlt.unit.organisation).rule["meets"] == {
        "key": "principal",
        "led": "leader",
        "other": "division",
    }
    assert 'value="principal" selected' in page


def test_the_scheme_is_written_refused_with_what_was_typed_and_approved(wlt, office, sign_in):
    with at("2026-03-02"):
        bad = office.post(
            "/unit/scheme/?year=2026", {"goals": "目标", "phases": "随便", "safeguards": "保障", "key": "1"}
        )
        assert bad.status_code == 409 and "第 1 行" in bad.content.decode() and "随便" in bad.content.decode()
        said = {"goals": "按期答复", "phases": PHASES, "safeguards": "保障", "key": "2"}
        assert office.post("/unit/scheme/?year=2026", said).status_code == 302
        row = WorkScheme.objects.get()
        assert "送领导批准" in office.get("/unit/scheme/").content.decode()
        assert office.post(f"/act/workscheme/{row.id}/present/", {"key": "3"}).status_code == 302
        leader = sign_in(None, wlt.unit.leader)
        assert "2026 年代表建议办理工作方案" in leader.get("/").content.decode()
        assert leader.post(f"/act/workscheme/{row.id}/approve/", {"key": "4"}).status_code == 302
        assert "按期答复" in sign_in(None, wlt.unit.officer).get("/unit/scheme/").content.decode()
    assert SchemeText.objects.get().approved_by == "WLT副厅长"


def test_they_are_nobody_elses(world, wlt, sign_in):
    for address in ("/unit/year/", "/unit/contact-plan/", "/unit/scheme/"):
        for stranger in (world.clerk, world.deputy):
            assert sign_in(None, stranger).get(address).status_code == 404
    assert sign_in(None, wlt.unit.officer).get("/unit/year/").status_code == 404


def test_what_is_asked_may_be_anything(office):
    for year in ("", "x", "0000", "99999", "²026"):
        for address in ("/unit/year/", "/unit/contact-plan/", "/unit/scheme/"):
            assert office.get(address, {"year": year}).status_code == 200
