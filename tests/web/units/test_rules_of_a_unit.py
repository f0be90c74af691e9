"""The page of a unit's own rules; the proposal where work is given out; the checks beside a paper."""

import pytest

from build import again, at
from jianyi.cases.commands import handlings
from jianyi.procedure import words as w
from jianyi.procedure.facts.said import Receipt


@pytest.fixture
def office(world, sign_in):
    return sign_in(None, world.unit("NYT").office)


def rules(world, **told):
    said = {"key": "k", "coordinator": "0", "special": "", "contents": "农机 = NYT一处", **told}
    return f"/organisations/{world.unit('NYT').id}/rules/", said


def test_the_office_keeps_its_rules_and_reads_them_as_it_wrote_them(world, office):
    there, said = rules(
        world, coordinator=str(world.unit("NYT").officer.person), checks=["meeting_review"], blocks="1"
    )
    page = office.post(there, said, follow=True).content.decode()
    assert "规则已保存" in page and "农机 = NYT一处" in page
    assert again(world.unit("NYT").organisation).rule["blocks"] is True
    assert "专人负责：NYT经办" in office.get("/unit/").content.decode()


def test_a_wrong_line_is_told_and_what_was_typed_stays(world, office):
    there, said = rules(world, contents="农机 = 没有这个处")
    answer = office.post(there, said)
    page = answer.content.decode()
    assert answer.status_code == 409 and "NYT一处" in page and "农机 = 没有这个处" in page
    assert again(world.unit("NYT").organisation).rule == {}


def test_others_find_no_such_page(world, sign_in, office):
    there, _ = rules(world)
    for who in (world.unit("NYT").officer, world.unit("JTT").office, world.clerk, world.deputy):
        assert sign_in(None, who).get(there).status_code == 404
    assert office.get(f"/organisations/{world.unit('NYT').division.id}/rules/").status_code == 404


def test_the_proposal_is_there_with_its_reason_and_chosen_beforehand(world, office):
    office.post(*rules(world))
    with at("2026-02-26"):
        (task,) = world.handed_over(("NYT", w.Role.SOLE))
        handlings.acknowledge(by=world.unit("NYT").office, on=task, saying=Receipt())
    for there in ("/unit/", f"/handlings/{task.id}/route/"):
        assert "单一业务“农机”：归口NYT一处。" in office.get(there).content.decode()
    page = office.get(f"/handlings/{task.id}/route/").content.decode()
    assert f'value="{world.unit("NYT").division.id}" selected' in page


def test_the_checks_of_the_unit_stand_beside_the_paper(world, office):
    office.post(*rules(world, checks=["meeting_review", "points_gate"], blocks="1"))
    with at("2026-03-02"):
        (task,) = world.handed_over(("NYT", w.Role.SOLE))
        paper = world.ready(world.working(task))
    page = office.get(f"/papers/{paper.id}/").content.decode()
    assert "二会审：会议研究同意这一稿" in page and "未满足，不能签发" in page and "二把内容关" in page
